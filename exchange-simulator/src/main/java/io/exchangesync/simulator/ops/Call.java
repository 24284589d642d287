package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.auth.Access;
import io.exchangesync.simulator.fields.ItemWriter;
import io.exchangesync.simulator.fields.Shape;
import io.exchangesync.simulator.meetings.Delivery;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.soap.SoapRequest;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.zones.Times;
import io.exchangesync.simulator.zones.WindowsZones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.w3c.dom.Element;

/** One request being answered: what was asked, for whom, and where the answer goes. */
public record Call(SoapRequest request, Access access, XmlOut out, Services services) {

  public Element operation() {
    return request.operation();
  }

  public Element required(String child) {
    return Dom.required(operation(), child);
  }

  public Optional<Element> child(String name) {
    return Dom.child(operation(), name);
  }

  public Optional<String> attribute(String name) {
    return Dom.attribute(operation(), name);
  }

  public String requiredAttribute(String name) {
    return attribute(name)
        .orElseThrow(() -> SoapFault.schema("The required attribute '" + name + "' is missing."));
  }

  /** Counts one item and fails it when a fault rule says so. */
  public void beginItem() {
    countItem();
    failIfTold();
  }

  public void countItem() {
    services.stats().item(request.name(), access.actsFor());
  }

  /** Fails this response message when a fault rule says so. */
  public void failIfTold() {
    Optional<EwsError> fault = services.faults().forItem(request.name(), access.actsFor());
    if (fault.isPresent()) {
      throw fault.get();
    }
  }

  public ItemWriter writer(Shape shape) {
    return new ItemWriter(out, shape, request.version(), services.oddities().get());
  }

  /** Where times without offset stand: TimeZoneContext, else UTC. */
  public ZoneId zone() {
    return request
        .zoneId()
        .flatMap(WindowsZones::byId)
        .map(WindowsZones.WindowsZone::zone)
        .orElse(ZoneOffset.UTC);
  }

  public Instant now() {
    return services.clock().instant();
  }

  /** What carries meeting messages between mailboxes. */
  Delivery delivery() {
    return new Delivery(services.store(), services.outbox(), now());
  }

  /** The day it is where the client stands. */
  public LocalDate today() {
    return LocalDate.ofInstant(now(), zone());
  }

  public String nowText() {
    return Times.format(now());
  }
}
