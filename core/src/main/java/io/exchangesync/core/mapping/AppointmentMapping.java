package io.exchangesync.core.mapping;

import io.exchangesync.core.model.*;

public final class AppointmentMapping implements ItemMapping {
  public AppointmentMapping(MappingContext c) {}

  public int version() {
    return 1;
  }

  public Travel travel(Field f) {
    return Travel.BOTH;
  }

  public When when(CrmAppointment r) {
    throw new IllegalStateException();
  }

  public FieldValues readCrm(CrmAppointment r) {
    return FieldValues.none();
  }

  public FieldValues readMailbox(MailboxAppointment i, java.util.Optional<Base> b) {
    return FieldValues.none();
  }

  public boolean agree(Field f, String a, String b) {
    return a.equals(b);
  }

  public CrmAppointment putCrm(FieldValues w, CrmAppointment o) {
    return o;
  }

  public MailboxAppointment putMailbox(FieldValues w, MailboxAppointment o) {
    return o;
  }

  public CrmAppointment newCrm(FieldValues w) {
    throw new IllegalStateException();
  }

  public MailboxAppointment newMailbox(FieldValues w, CrmAppointment r) {
    throw new IllegalStateException();
  }
}
