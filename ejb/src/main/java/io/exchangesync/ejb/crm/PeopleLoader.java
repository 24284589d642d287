package io.exchangesync.ejb.crm;

import io.exchangesync.core.port.Associate;
import io.exchangesync.ejb.crm.entity.AssociateEntity;
import io.exchangesync.ejb.crm.entity.ContactEntity;
import io.exchangesync.ejb.crm.entity.EmailEntity;
import io.exchangesync.ejb.crm.entity.PersonEntity;
import io.exchangesync.ejb.crm.entity.UserGroupEntity;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads who the users are: person, company, primary address, group. */
final class PeopleLoader {
  private static final String USERS =
      "(select a.personId from AssociateEntity a where a.type = 0 and a.personId > 0)";

  private final EntityManager entities;

  PeopleLoader(EntityManager entities) {
    this.entities = entities;
  }

  List<Associate> associates(List<AssociateEntity> live) {
    Map<Integer, PersonEntity> persons =
        byId(
            query("select p from PersonEntity p where p.id in " + USERS, PersonEntity.class),
            PersonEntity::id);
    Map<Integer, ContactEntity> companies =
        byId(
            query(
                "select c from ContactEntity c where c.id in (select p.contactId from PersonEntity"
                    + " p where p.id in "
                    + USERS
                    + ")",
                ContactEntity.class),
            ContactEntity::id);
    Map<Integer, UserGroupEntity> groups =
        byId(query("select g from UserGroupEntity g", UserGroupEntity.class), UserGroupEntity::id);
    Map<Integer, String> emails = primaryEmails();
    return live.stream().map(each -> associate(each, persons, companies, groups, emails)).toList();
  }

  private static Associate associate(
      AssociateEntity each,
      Map<Integer, PersonEntity> persons,
      Map<Integer, ContactEntity> companies,
      Map<Integer, UserGroupEntity> groups,
      Map<Integer, String> emails) {
    boolean resource = each.type() == 1;
    PersonEntity person = resource ? null : persons.get(each.personId());
    ContactEntity company = person == null ? null : companies.get(person.contactId());
    UserGroupEntity group = groups.get(each.groupId());
    return new Associate(
        each.id(),
        each.name(),
        person == null ? each.tooltip() : fullName(person),
        resource ? Associate.Type.RESOURCE : Associate.Type.EMPLOYEE,
        group == null ? "" : group.name(),
        person == null ? "" : emails.getOrDefault(person.id(), ""),
        company == null ? "" : company.name());
  }

  private Map<Integer, String> primaryEmails() {
    Map<Integer, String> primary = new HashMap<>();
    query(
            "select e from EmailEntity e where e.type = 0 and e.personId in "
                + USERS
                + " order by e.rank, e.id",
            EmailEntity.class)
        .forEach(each -> primary.putIfAbsent(each.personId(), each.address().strip()));
    return primary;
  }

  private static String fullName(PersonEntity person) {
    return Stream.of(person.firstName(), person.middleName(), person.lastName())
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private <T> List<T> query(String jpql, Class<T> type) {
    return entities.createQuery(jpql, type).getResultList();
  }

  private static <T> Map<Integer, T> byId(List<T> all, Function<T, Integer> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity()));
  }
}
