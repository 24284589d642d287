package io.exchangesync.benchmarks.floor;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import microsoft.exchange.webservices.data.core.enumeration.property.LegacyFreeBusyStatus;
import microsoft.exchange.webservices.data.core.enumeration.property.Sensitivity;
import microsoft.exchange.webservices.data.core.service.item.Appointment;
import microsoft.exchange.webservices.data.property.complex.ItemId;

/**
 * The bare program as a process: does the mailboxes that warm it up, says {@value #READY}, waits
 * for a line, moves every item of both sides to the other one, and says {@value #DONE} with the
 * milliseconds it took.
 */
public final class Floor {
  /** Line that says that the process can begin. */
  public static final String READY = "READY";

  /** Begins the line that ends with the milliseconds between the first and the last call. */
  public static final String DONE = "DONE ";

  private static final ZoneId BASE = ZoneId.of("Europe/Oslo");

  private final FloorSettings settings;

  private Floor(FloorSettings settings) {
    this.settings = settings;
  }

  public static void main(String[] arguments) throws Exception {
    var floor = new Floor(FloorSettings.of(arguments));
    floor.run(floor.settings.warmUp());
    System.out.println(READY);
    if (System.in.read() < 0) {
      return;
    }
    long begin = System.nanoTime();
    floor.run(floor.settings.mailboxes());
    System.out.println(DONE + (System.nanoTime() - begin) / 1_000_000);
    System.in.read();
    System.in.read();
  }

  private void run(Map<Integer, String> mailboxes) throws Exception {
    var due = new ConcurrentLinkedQueue<>(mailboxes.entrySet());
    ExecutorService workers = Executors.newFixedThreadPool(settings.workers());
    List<Future<?>> ends = new ArrayList<>();
    for (int i = 0; i < settings.workers(); i++) {
      ends.add(
          workers.submit(
              () -> {
                work(due);
                return null;
              }));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    workers.shutdown();
  }

  private void work(ConcurrentLinkedQueue<Map.Entry<Integer, String>> due) throws Exception {
    try (var database = new FloorDatabase(settings)) {
      for (var next = due.poll(); next != null; next = due.poll()) {
        try (var mailbox =
            new FloorMailbox(
                settings.ews(), settings.user(), settings.password(), next.getValue(), BASE)) {
          synchronize(next.getKey(), mailbox, database);
        }
      }
    }
  }

  private void synchronize(int associate, FloorMailbox mailbox, FloorDatabase database)
      throws Exception {
    List<ItemId> items = mailbox.list();
    List<Diary> rows = database.read(associate, settings.from(), settings.to());
    for (List<ItemId> batch : batches(items)) {
      List<Appointment> read = mailbox.read(batch);
      List<Diary> entries = new ArrayList<>();
      List<Integer> records = new ArrayList<>();
      int first = database.take("appointment", read.size());
      for (Appointment item : read) {
        records.add(first + entries.size());
        entries.add(diary(item));
      }
      mailbox.mark(read, records);
      database.write(associate, first, entries);
    }
    for (List<Diary> batch : batches(rows)) {
      mailbox.create(batch);
    }
  }

  private static Diary diary(Appointment item) throws Exception {
    String body = item.getBody().toString();
    boolean allDay = item.getIsAllDayEvent();
    return new Diary(
        item.getSubject(),
        body == null ? "" : body,
        item.getLocation() == null ? "" : item.getLocation(),
        wall(item.getStart()),
        wall(item.getEnd()).minusDays(allDay ? 1 : 0),
        allDay,
        item.getLegacyFreeBusyStatus() == LegacyFreeBusyStatus.Free,
        item.getSensitivity() != Sensitivity.Normal,
        item.getIsReminderSet() ? item.getReminderMinutesBeforeStart() : 0,
        item.getCategories().toString());
  }

  private static LocalDateTime wall(Date moment) {
    return LocalDateTime.ofInstant(moment.toInstant(), BASE);
  }

  private <T> List<List<T>> batches(List<T> all) {
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += settings.batch()) {
      batches.add(all.subList(from, Math.min(all.size(), from + settings.batch())));
    }
    return batches;
  }
}
