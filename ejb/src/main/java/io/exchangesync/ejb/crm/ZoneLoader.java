package io.exchangesync.ejb.crm;

import io.exchangesync.ejb.crm.entity.TzDstRuleEntity;
import io.exchangesync.ejb.crm.entity.TzLocationEntity;
import io.exchangesync.ejb.crm.entity.TzStdRuleEntity;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Gives SuperOffice's zones (table TZLocation) their IANA names: by code, else by the distance to
 * UTC in TZStdRule and TZDstRule.
 */
final class ZoneLoader {
  private static final ZoneCodes CODES = new ZoneCodes();

  private final EntityManager entities;
  private final Clock clock;
  private final List<TzLocationEntity> locations;

  ZoneLoader(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
    this.locations =
        entities
            .createQuery("select z from TzLocationEntity z", TzLocationEntity.class)
            .getResultList();
  }

  /** TZLocation_id by code, letter case ignored. */
  Map<String, Integer> codes() {
    Map<String, Integer> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    locations.forEach(each -> codes.put(each.code().strip(), each.id()));
    return codes;
  }

  Map<Integer, ZoneId> zones() {
    Map<Integer, ZoneId> zones = new HashMap<>();
    for (TzLocationEntity each : locations) {
      CODES.zone(each.code()).or(() -> byRules(each.id())).ifPresent(z -> zones.put(each.id(), z));
    }
    return zones;
  }

  private Optional<ZoneId> byRules(int location) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    Optional<Integer> standard =
        rules("TzStdRuleEntity", TzStdRuleEntity.class, location).stream()
            .filter(rule -> !rule.validFrom().isAfter(now))
            .max(Comparator.comparing(TzStdRuleEntity::validFrom))
            .map(TzStdRuleEntity::biasMinutes);
    OptionalInt summer =
        rules("TzDstRuleEntity", TzDstRuleEntity.class, location).stream()
            .filter(rule -> !rule.validFrom().isAfter(now))
            .max(Comparator.comparing(TzDstRuleEntity::validFrom))
            .map(rule -> OptionalInt.of(rule.biasMinutes()))
            .orElse(OptionalInt.empty());
    return standard.flatMap(minutes -> ZoneCodes.byOffsets(minutes, summer, clock.instant()));
  }

  private <T> List<T> rules(String entity, Class<T> type, int location) {
    return entities
        .createQuery("select r from " + entity + " r where r.tzLocationId = :location", type)
        .setParameter("location", location)
        .getResultList();
  }
}
