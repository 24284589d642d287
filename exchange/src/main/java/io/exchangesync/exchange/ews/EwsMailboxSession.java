package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.MailboxChanges;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One mailbox's folder by EWS: one service of the library, used by one thread. */
final class EwsMailboxSession implements MailboxSession {
  private final EwsService service;
  private final EwsOperations operations;
  private final EwsReader reader;
  private final EwsWriter writer;

  EwsMailboxSession(EwsService service, ItemCodec codec) {
    this.service = service;
    this.operations =
        new EwsOperations(
            codec,
            service.connection().access() == Access.DELEGATION
                ? Optional.of(service.mailbox())
                : Optional.empty());
    this.reader = new EwsReader(service, operations, codec);
    this.writer = new EwsWriter(service, operations, reader, codec);
  }

  @Override
  public MailboxChanges changes(Optional<String> since) {
    return translated(() -> reader.changes(since));
  }

  @Override
  public List<Answer<MailboxItem>> read(List<ItemId> ids) {
    return translated(() -> reader.read(ids));
  }

  @Override
  public List<Answer<ItemVersion>> apply(List<MailboxWrite> writes) {
    return translated(() -> writer.apply(writes));
  }

  @Override
  public void probe() {
    translated(() -> EwsMessages.single(EwsCall.send(service, operations.getFolder())));
  }

  @Override
  public Duration clockSkew() {
    return service.clockSkew();
  }

  @Override
  public void close() {
    service.close();
  }

  private static <T> T translated(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (EwsFailure e) {
      throw EwsErrors.syncException(e);
    }
  }
}
