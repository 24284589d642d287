package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.zones.WindowsZones;
import io.exchangesync.simulator.zones.ZoneDefinition;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists the time zones of the server, by name or with their rules. */
final class GetServerTimeZones implements Operation {
  @Override
  public String name() {
    return "GetServerTimeZones";
  }

  @Override
  public void answer(Call call) {
    boolean full = call.attribute("ReturnFullTimeZoneData").map("true"::equals).orElse(true);
    Optional<Set<String>> ids =
        call.child("Ids")
            .map(
                e ->
                    Dom.children(e, "Id").stream()
                        .map(id -> id.getTextContent().strip())
                        .collect(Collectors.toSet()));
    Responses.single(
        call.out(),
        name(),
        "<m:TimeZoneDefinitions/>",
        () -> {
          call.out().open("m:TimeZoneDefinitions");
          for (WindowsZones.WindowsZone zone : WindowsZones.all()) {
            if (ids.map(wanted -> wanted.contains(zone.id())).orElse(true)) {
              if (full) {
                ZoneDefinition.write(call.out(), zone, call.now());
              } else {
                call.out()
                    .empty("t:TimeZoneDefinition", "Id", zone.id(), "Name", zone.displayName());
              }
            }
          }
          call.out().close("m:TimeZoneDefinitions");
        });
  }
}
