package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.auth.Access;
import io.exchangesync.simulator.soap.Envelope;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.soap.SoapRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All operations this server knows; a request for another is refused as Exchange does. */
public final class Operations {
  private final Services services;
  private final Map<String, Operation> byName;

  public Operations(Services services) {
    this.services = services;
    this.byName =
        List.of(
                new GetFolder(),
                new FindFolder(),
                new CreateFolder(),
                new UpdateFolder(),
                new MoveFolder(),
                new EmptyFolder(),
                new DeleteFolder(),
                new SyncFolderHierarchy(),
                new SyncFolderItems(),
                new FindItem(),
                new GetItem(),
                new CreateItem(),
                new UpdateItem(),
                new DeleteItem(),
                new MoveItem(),
                new CopyItem(),
                new CreateAttachment(),
                new GetAttachment(),
                new DeleteAttachment(),
                new ExpandDl(),
                new ResolveNames(),
                new GetUserAvailability(),
                new GetServerTimeZones(),
                new ConvertId())
            .stream()
            .collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));
  }

  /** Counts a request, also one that a fault rule is going to strike. */
  public void count(SoapRequest request, Access access) {
    services.stats().request(request.name(), access.actsFor());
  }

  /**
   * The SOAP answer.
   *
   * @throws SoapFault when the whole request fails
   */
  public byte[] answer(SoapRequest request, Access access) {
    Operation operation = byName.get(request.name());
    if (operation == null) {
      throw SoapFault.schema("The operation '" + request.name() + "' is not known here.");
    }
    try {
      return Envelope.answer(out -> operation.answer(new Call(request, access, out, services)));
    } catch (EwsError outsideOfItems) {
      throw new SoapFault(
          outsideOfItems.code(), outsideOfItems.getMessage(), outsideOfItems.details());
    }
  }
}
