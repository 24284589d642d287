package io.exchangesync.simulator;

import static io.exchangesync.simulator.Requests.calendarItem;
import static io.exchangesync.simulator.Requests.created;
import static io.exchangesync.simulator.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.Requests.Id;
import io.exchangesync.simulator.fields.Oddities;
import io.exchangesync.simulator.fields.Oddities.Extras;
import io.exchangesync.simulator.fields.Oddities.Fractions;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OdditiesTest extends RunningSimulator {

  @Test
  void textThatXmlCannotCarryLeavesAsACharacterReference() {
    Id id = created(anna, calendarItem("Tidy", NINE, TEN));
    simulator.tamper("anna@example.com", id.id(), "item:Subject", "Bad\u001aSubject");
    assertThat(raw(id)).contains("<t:Subject>Bad&#x1A;Subject</t:Subject>");
  }

  @Test
  void timesCanCarrySevenDigits() {
    Id id = created(anna, calendarItem("A", NINE, TEN));
    simulator.answerWith(new Oddities(Fractions.SEVEN_DIGITS, Extras.NONE, Set.of()));
    assertThat(raw(id)).contains("<t:Start>2026-03-10T09:00:00.0000001Z</t:Start>");
  }

  @Test
  void unknownElementsComeAndOptionalOnesGo() {
    Id id = created(anna, calendarItem("A", NINE, TEN));
    simulator.answerWith(
        new Oddities(Fractions.AS_NEEDED, Extras.UNKNOWN_ELEMENTS, Set.of("item:Importance")));
    assertThat(raw(id)).contains("ElementOfALaterVersion").doesNotContain("Importance");
    simulator.answerWith(Oddities.NONE);
    assertThat(raw(id)).doesNotContain("ElementOfALaterVersion").contains("Importance");
  }

  private String raw(Id id) {
    return new String(anna.send(get("AllProperties", "", id)).body(), StandardCharsets.UTF_8);
  }
}
