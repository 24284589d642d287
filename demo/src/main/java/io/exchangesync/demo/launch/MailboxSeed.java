package io.exchangesync.demo.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Enters appointments and tasks into mailboxes as Outlook would, in batches over EWS. Every item is
 * new: seed a mailbox once.
 */
public final class MailboxSeed {
  private static final int BATCH = 50;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI ews;
  private final String authorization;

  /**
   * @param user an account that may impersonate the mailboxes' owners
   */
  public MailboxSeed(URI ews, String user, String password) {
    this.ews = ews;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Creates the items in the calendar of the mailbox.
   *
   * @throws IllegalStateException if Exchange refuses one of them
   */
  public void create(String mailbox, List<SeedItem> items) {
    create(mailbox, items, SeedSoap::createItems);
  }

  /**
   * Creates the tasks in the task folder of the mailbox.
   *
   * @throws IllegalStateException if Exchange refuses one of them
   */
  public void createTasks(String mailbox, List<SeedTask> tasks) {
    create(mailbox, tasks, SeedSoap::createTasks);
  }

  private <T> void create(
      String mailbox, List<T> items, BiFunction<String, List<T>, String> request) {
    for (int from = 0; from < items.size(); from += BATCH) {
      List<T> batch = items.subList(from, Math.min(items.size(), from + BATCH));
      String answer = post(mailbox, request.apply(mailbox, batch));
      int created = count(answer, "ResponseClass=\"Success\"");
      if (created != batch.size()) {
        throw new IllegalStateException(
            "created " + created + " of " + batch.size() + " items in " + mailbox + ": " + answer);
      }
    }
  }

  private String post(String mailbox, String soap) {
    var request =
        HttpRequest.newBuilder(ews)
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", authorization)
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("X-AnchorMailbox", mailbox)
            .POST(HttpRequest.BodyPublishers.ofString(soap))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException("CreateItem at " + ews, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
