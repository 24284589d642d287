package io.exchangesync.simulator;

import static io.exchangesync.simulator.Requests.calendarItem;
import static io.exchangesync.simulator.Requests.create;
import static io.exchangesync.simulator.Requests.get;

import io.exchangesync.simulator.Requests.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.w3c.dom.Element;

/**
 * Measures item operations a second over HTTP: batches of 50 creates, then batches of 50 reads with
 * all properties, by two clients in this same process. Run it as a main class; it is no test.
 */
public final class Throughput {
  private static final int BATCH = 50;
  private static final int BATCHES = 200;
  private static final int CLIENTS = 2;

  private Throughput() {}

  public static void main(String[] args) throws Exception {
    try (ExchangeSimulator simulator = ExchangeSimulator.start(SimulatorConfig.forTests())) {
      for (int round = 0; round < 3; round++) {
        int number = round;
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long start = System.nanoTime();
        List<Callable<Void>> work = new ArrayList<>();
        for (int c = 0; c < CLIENTS; c++) {
          String smtp = "user" + number + "-" + c + "@example.com";
          simulator.addMailbox(smtp, smtp, "x");
          work.add(() -> drive(EwsClient.basic(simulator.url(), smtp, "x")));
        }
        for (Future<Void> done : clients.invokeAll(work)) {
          done.get();
        }
        clients.shutdown();
        double seconds = (System.nanoTime() - start) / 1e9;
        long operations = 2L * CLIENTS * BATCHES * BATCH;
        System.out.printf(
            "round %d: %d item operations in %.1f s = %.0f a second%n",
            round + 1, operations, seconds, operations / seconds);
      }
    }
  }

  private static Void drive(EwsClient client) {
    String items =
        calendarItem("Measured", RunningSimulator.NINE, RunningSimulator.TEN).repeat(BATCH);
    for (int batch = 0; batch < BATCHES; batch++) {
      Element made = client.call(create(items));
      Id[] ids =
          EwsClient.all(made, "ItemId").stream()
              .map(id -> new Id(id.getAttribute("Id"), ""))
              .toArray(Id[]::new);
      client.call(get("AllProperties", "", ids));
    }
    return null;
  }
}
