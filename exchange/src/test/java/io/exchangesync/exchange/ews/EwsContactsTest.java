package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.port.ContactContract;
import io.exchangesync.core.port.MailboxFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Contacts by EWS. */
class EwsContactsTest extends ContactContract {
  @Override
  protected MailboxFixture fixture() {
    return SimulatorFixture.basic(Access.IMPERSONATION);
  }

  @Test
  void aBirthdayIsTheSameDayWhoeverWroteIt() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    LocalDate day = LocalDate.of(1980, 5, 17);
    assertThat(ContactReader.birthday(Instant.parse("1980-05-17T11:59:00Z"), berlin))
        .isEqualTo(day);
    assertThat(ContactReader.birthday(day.atStartOfDay(berlin).toInstant(), berlin)).isEqualTo(day);
    assertThat(ContactReader.birthday(Instant.parse("1980-05-17T00:00:00Z"), berlin))
        .isEqualTo(day);
  }
}
