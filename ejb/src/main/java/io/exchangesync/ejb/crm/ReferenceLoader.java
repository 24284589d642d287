package io.exchangesync.ejb.crm;

import io.exchangesync.core.port.CrmReferenceData;
import io.exchangesync.core.port.FollowUpType;
import io.exchangesync.ejb.crm.entity.AssociateEntity;
import io.exchangesync.ejb.crm.entity.BaseTzLocationEntity;
import io.exchangesync.ejb.crm.entity.PriorityEntity;
import io.exchangesync.ejb.crm.entity.TaskEntity;
import io.exchangesync.ejb.crm.entity.TravelCurrentEntity;
import io.exchangesync.ejb.crm.entity.UserPreferenceEntity;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads lists, zones, preferences and users through JPA. */
public final class ReferenceLoader implements Supplier<ReferenceSnapshot> {
  private final EntityManager entities;
  private final CrmSettings settings;
  private final Clock clock;

  public ReferenceLoader(EntityManager entities, CrmSettings settings, Clock clock) {
    this.entities = entities;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public ReferenceSnapshot get() {
    ZoneLoader zoneLoader = new ZoneLoader(entities, clock);
    Map<Integer, ZoneId> zones = zoneLoader.zones();
    int database =
        all(TravelCurrentEntity.class).stream()
            .mapToInt(TravelCurrentEntity::currentId)
            .findFirst()
            .orElse(0);
    CrmReferenceData data =
        new CrmReferenceData(baseZone(zones, database), types(), priorities(), zones);
    List<AssociateEntity> live =
        entities
            .createQuery(
                "select a from AssociateEntity a where a.type in (0, 1)"
                    + " and (a.deleted = 0 or a.deleted is null) order by a.id",
                AssociateEntity.class)
            .getResultList();
    Preferences preferences = new Preferences(preferenceRows(), database);
    OwnerMapper owners = new OwnerMapper(data, preferences, zoneLoader.codes());
    return new ReferenceSnapshot(
        data, owners.owners(live), new PeopleLoader(entities).associates(live));
  }

  /** The latest row that is valid now for this database; none = zones are off (rule 22). */
  private ZoneId baseZone(Map<Integer, ZoneId> zones, int database) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return all(BaseTzLocationEntity.class).stream()
        .filter(each -> each.databaseId() == database && !each.validFrom().isAfter(now))
        .max(Comparator.comparing(BaseTzLocationEntity::validFrom))
        .map(each -> zones.get(each.tzLocationId()))
        .orElse(settings.baseZoneIfOff());
  }

  private List<FollowUpType> types() {
    return all(TaskEntity.class).stream()
        .sorted(Comparator.comparingInt(TaskEntity::rank).thenComparingInt(TaskEntity::id))
        .map(
            each ->
                new FollowUpType(
                    each.id(),
                    ListName.in(settings.language(), each.name()),
                    each.rank(),
                    each.recordType(),
                    each.deleted() != 0))
        .toList();
  }

  private List<Integer> priorities() {
    return all(PriorityEntity.class).stream()
        .filter(each -> each.deleted() == 0)
        .sorted(Comparator.comparingInt(PriorityEntity::rank).thenComparingInt(PriorityEntity::id))
        .map(PriorityEntity::id)
        .toList();
  }

  private List<UserPreferenceEntity> preferenceRows() {
    return entities
        .createQuery(
            "select p from UserPreferenceEntity p where"
                + " (p.section = 'Defaults' and p.key = 'DefaultTimeZone') or"
                + " (p.section = 'DiaryView' and p.key in ('AllDayStartTime', 'AllDayEndTime'))",
            UserPreferenceEntity.class)
        .getResultList();
  }

  private <T> List<T> all(Class<T> type) {
    return entities
        .createQuery("select e from " + type.getSimpleName() + " e", type)
        .getResultList();
  }
}
