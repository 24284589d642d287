package io.exchangesync.core.memory;

import io.exchangesync.core.model.CrmCompany;
import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.PersonPhone;
import io.exchangesync.core.model.PersonReasons;
import io.exchangesync.core.model.PostalAddress;
import io.exchangesync.core.port.CrmPersons;
import io.exchangesync.core.port.CrmPersonsContract;
import io.exchangesync.core.port.CrmSamples;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.port.PersonFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

class MemoryCrmPersonsTest extends CrmPersonsContract {
  private final PersonFixture fixture = new Fixture();

  @Override
  protected PersonFixture crm() {
    return fixture;
  }

  private static final class Fixture implements PersonFixture {
    private static final int ASSOCIATE = 7;
    private static final int FIRST = 100;

    private final MutableClock clock = new MutableClock(Instant.parse("2031-05-01T08:00:00Z"));
    private final MemoryCrmGateway crm = new MemoryCrmGateway(clock);
    private final MemoryCrmPersons persons = new MemoryCrmPersons(crm, clock);
    private final List<Integer> selections = new ArrayList<>();

    Fixture() {
      crm.addOwner(ASSOCIATE);
    }

    @Override
    public CrmPersons persons() {
      return persons;
    }

    @Override
    public DiaryOwner owner() {
      return crm.owner(ASSOCIATE).orElseThrow();
    }

    @Override
    public <T> T committed(Supplier<T> work) {
      return work.get();
    }

    @Override
    public int person(int number) {
      int id = FIRST + number;
      if (persons.stored(id) == null) {
        persons.userWrites(blank(id));
      }
      return id;
    }

    private static CrmPerson blank(int id) {
      return new CrmPerson(
          id,
          "",
          "P" + id,
          "",
          "Berg",
          "",
          Optional.empty(),
          Map.of(PersonPhone.DIRECT, "1" + id, PersonPhone.MOBILE, "2" + id),
          List.of("p" + id + "@kunde.example"),
          PostalAddress.NONE,
          CrmCompany.NONE,
          CrmPerson.Life.LIVE,
          PersonReasons.NONE,
          Instant.EPOCH,
          "");
    }

    @Override
    public void retires(int personId) {
      persons.userEdits(personId, person -> person.life(CrmPerson.Life.RETIRED));
    }

    @Override
    public void meets(int personId, int days) {
      crm.userCreates(
          CrmSamples.meetingAt(ASSOCIATE, DAY.plusDays(days).atTime(10, 0))
              .with()
              .references(new CrmReferences(1, personId, 0, 0))
              .build());
    }

    @Override
    public int selects(String name, List<Integer> personIds) {
      selections.add(1);
      persons.select(selections.size(), name, personIds);
      return selections.size();
    }

    @Override
    public void adds(int selectionId, int personId) {
      List<Integer> members = members(selectionId);
      members.add(personId);
      persons.select(selectionId, name(selectionId), members);
    }

    @Override
    public void removes(int selectionId, int personId) {
      List<Integer> members = members(selectionId);
      members.remove((Integer) personId);
      persons.select(selectionId, name(selectionId), members);
    }

    private List<Integer> members(int id) {
      return new ArrayList<>(persons.selections(List.of(id), owner()).get(id).persons());
    }

    private String name(int id) {
      return persons.selections(List.of(id), owner()).get(id).name();
    }

    @Override
    public void renames(int selectionId, String name) {
      persons.select(selectionId, name, members(selectionId));
    }

    @Override
    public String field(Map<Integer, String> values) {
      persons.field("Acme:role", values);
      return "Acme:role";
    }

    @Override
    public int selectsDynamically(String name) {
      selections.add(1);
      persons.selectDynamic(selections.size(), name);
      return selections.size();
    }
  }
}
