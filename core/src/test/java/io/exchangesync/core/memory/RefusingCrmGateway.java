package io.exchangesync.core.memory;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.Window;
import io.exchangesync.core.port.CrmCapabilities;
import io.exchangesync.core.port.CrmChanges;
import io.exchangesync.core.port.CrmGateway;
import io.exchangesync.core.port.CrmHead;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmReferenceData;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.port.LogPosition;
import io.exchangesync.core.port.WriteRefused;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A CRM side whose database does not take some writes, as one with a constraint or a trigger. */
public final class RefusingCrmGateway implements CrmGateway {
  private final CrmGateway crm;
  private final Predicate<CrmWrite> refused;
  private int asked;

  public RefusingCrmGateway(CrmGateway crm, Predicate<CrmWrite> refused) {
    this.crm = crm;
    this.refused = refused;
  }

  /** How often the database was asked to write. */
  public int asked() {
    return asked;
  }

  @Override
  public List<CrmOutcome> apply(List<CrmWrite> writes) {
    asked++;
    if (writes.stream().anyMatch(refused)) {
      throw new WriteRefused("SQL state 23513", "check constraint no_thirteenth", null);
    }
    return crm.apply(writes);
  }

  @Override
  public CrmCapabilities capabilities() {
    return crm.capabilities();
  }

  @Override
  public CrmReferenceData referenceData() {
    return crm.referenceData();
  }

  @Override
  public Optional<DiaryOwner> owner(int associateId) {
    return crm.owner(associateId);
  }

  @Override
  public LogPosition logEnd() {
    return crm.logEnd();
  }

  @Override
  public CrmChanges changesSince(LogPosition position) {
    return crm.changesSince(position);
  }

  @Override
  public Map<Integer, CrmAppointment> read(Collection<Integer> recordIds) {
    return crm.read(recordIds);
  }

  @Override
  public Map<Integer, CrmAppointment> readIn(int associateId, Collection<Integer> recordIds) {
    return crm.readIn(associateId, recordIds);
  }

  @Override
  public List<CrmHead> list(Kind kind, int associateId, Window window) {
    return crm.list(kind, associateId, window);
  }

  @Override
  public Map<Integer, Stamp> stamps(Kind kind, int associateId) {
    return crm.stamps(kind, associateId);
  }

  @Override
  public Map<String, CrmBooking.Participant> people(Collection<String> addresses) {
    return crm.people(addresses);
  }

  @Override
  public List<Integer> reserveSeries(int count) {
    return crm.reserveSeries(count);
  }

  @Override
  public List<Integer> reserve(int count) {
    return crm.reserve(count);
  }
}
