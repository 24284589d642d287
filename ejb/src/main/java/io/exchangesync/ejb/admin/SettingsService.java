package io.exchangesync.ejb.admin;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.CrmDirectory;
import io.exchangesync.core.port.CrmPersons;
import io.exchangesync.core.port.LeaseStore;
import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.core.settings.SettingKey;
import io.exchangesync.core.settings.SettingKey.Effect;
import io.exchangesync.core.settings.SettingProblem;
import io.exchangesync.core.settings.SettingsParser;
import io.exchangesync.ejb.store.SettingStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What administrators decide, on two levels; an invalid value is never stored. */
@Stateless
public class SettingsService {
  /** In the place of an associate's id: the whole installation. */
  public static final int SYSTEM = SettingStore.SYSTEM;

  private static final int PAGE = 500;

  @Inject SettingStore store;
  @Inject CrmDirectory directory;
  @Inject MailboxStore mailboxes;
  @Inject LeaseStore leases;
  @Inject CrmPersons persons;

  /** Where an effective value comes from. */
  public enum Origin {
    DEFAULT,
    SYSTEM,
    ASSOCIATE
  }

  /** A setting with the value that applies. */
  public record Effective(String key, String value, Origin origin, String text, String allowed) {}

  /**
   * Every setting with the value that applies to an associate.
   *
   * @param associateId or {@link #SYSTEM}
   * @throws AdminException.NotFound if there is no such associate
   */
  public List<Effective> effective(int associateId) {
    known(associateId);
    Map<String, String> system = ours(SYSTEM);
    Map<String, String> associate = associateId == SYSTEM ? Map.of() : ours(associateId);
    return Arrays.stream(SettingKey.values())
        .map(key -> effective(key, system, associate))
        .toList();
  }

  /**
   * That a change can be re-applied to what is linked already; without that it holds from now on.
   *
   * @param settings keys whose value is another one now and read differently on linked things
   * @param mailboxes how many linked mailboxes have the new value
   */
  public record Offer(List<String> settings, int mailboxes) {
    public Offer {
      settings = List.copyOf(settings);
    }
  }

  /**
   * Changes settings; where they decide what is followed, the mailboxes they apply to are compared
   * completely at their next run.
   *
   * @param values by key; null puts a setting back to what it inherits
   * @return what can be re-applied, if anything
   * @throws AdminException.Rejected if a key is unknown or a value not allowed
   */
  public Optional<Offer> change(int associateId, Map<String, String> values) {
    known(associateId);
    List<Effective> before = effective(associateId);
    Map<String, String> wanted = new HashMap<>(ours(associateId));
    values.forEach(
        (key, value) -> {
          if (SettingKey.find(key).isEmpty()) {
            throw new AdminException.Rejected(key, "no such setting");
          }
          if (value == null) {
            wanted.remove(key);
          } else {
            wanted.put(key, value);
          }
        });
    List<SettingProblem> problems =
        associateId == SYSTEM
            ? SettingsParser.problems(wanted, Map.of())
            : SettingsParser.problems(ours(SYSTEM), wanted);
    if (!problems.isEmpty()) {
      throw new AdminException.Rejected(problems.get(0).key(), problems.get(0).text());
    }
    Optional.ofNullable(values.get(SettingKey.CONTACTS_JOB_TITLE.key()))
        .ifPresent(this::fieldExists);
    List<String> back = new ArrayList<>();
    values.forEach(
        (key, value) -> {
          if (value == null) {
            back.add(key);
          } else {
            store.put(associateId, key, value);
          }
        });
    back.forEach(key -> store.remove(associateId, key));
    Set<SettingKey> changed = differing(before, effective(associateId));
    List<Mailbox> concerned = mailboxesWith(associateId, changed);
    if (changed.stream().anyMatch(key -> key.effect() != Effect.FROM_NOW_ON)) {
      compareAgain(concerned);
    }
    return offer(changed, concerned);
  }

  /**
   * Lets the settings as they are now reach what is linked already, at once: of all linked
   * mailboxes, or of an associate's.
   *
   * @return how many mailboxes
   */
  public int reapply(int associateId) {
    known(associateId);
    List<Integer> ids =
        mailboxesWith(associateId, Set.of()).stream()
            .filter(SettingsService::hasLinks)
            .map(Mailbox::id)
            .toList();
    for (Kind kind : Kind.values()) {
      leases.askReapply(kind, ids);
      leases.markDue(kind, ids, Instant.now());
    }
    return ids.size();
  }

  private void fieldExists(String jobTitle) {
    if (SettingsParser.fieldOf(jobTitle).filter(id -> !persons.hasTextField(id)).isPresent()) {
      throw new AdminException.Rejected(
          SettingKey.CONTACTS_JOB_TITLE.key(),
          "persons have no user-defined text field of this programmatic id; SuperOffice's"
              + " administration shows the ids, and a new field has to be published first");
    }
  }

  private static Set<SettingKey> differing(List<Effective> before, List<Effective> after) {
    Set<SettingKey> changed = EnumSet.noneOf(SettingKey.class);
    for (SettingKey key : SettingKey.values()) {
      if (!before.get(key.ordinal()).value().equals(after.get(key.ordinal()).value())) {
        changed.add(key);
      }
    }
    return changed;
  }

  private static Optional<Offer> offer(Set<SettingKey> changed, List<Mailbox> concerned) {
    List<String> keys =
        changed.stream()
            .filter(key -> key.effect() == Effect.HOW_IT_READS)
            .map(SettingKey::key)
            .toList();
    int mailboxes = (int) concerned.stream().filter(SettingsService::hasLinks).count();
    return keys.isEmpty() || mailboxes == 0
        ? Optional.empty()
        : Optional.of(new Offer(keys, mailboxes));
  }

  private static boolean hasLinks(Mailbox mailbox) {
    return mailbox.state() != Mailbox.State.FIRST_LINK;
  }

  /** What was set on one level; other texts of the installation are kept at the same place. */
  private Map<String, String> ours(int level) {
    Map<String, String> set = new HashMap<>(store.on(level));
    set.keySet().removeIf(key -> SettingKey.find(key).isEmpty());
    return set;
  }

  private void compareAgain(List<Mailbox> concerned) {
    List<Integer> ids = concerned.stream().map(Mailbox::id).toList();
    for (Kind kind : Kind.values()) {
      leases.askFullListing(kind, ids);
      leases.markDue(kind, ids, Instant.now());
    }
  }

  /**
   * Linked mailboxes of a level for which not every one of these settings is overridden; all of
   * them if none is named.
   */
  private List<Mailbox> mailboxesWith(int associateId, Set<SettingKey> settings) {
    Map<Integer, Map<String, String>> levels = store.all();
    List<Mailbox> affected = new ArrayList<>();
    int after = 0;
    List<Mailbox> page;
    do {
      page = mailboxes.page(after, PAGE);
      for (Mailbox mailbox : page) {
        after = mailbox.id();
        Set<String> own = levels.getOrDefault(mailbox.associateId(), Map.of()).keySet();
        boolean follows =
            associateId == SYSTEM
                ? settings.isEmpty() || settings.stream().anyMatch(key -> !own.contains(key.key()))
                : mailbox.associateId() == associateId;
        if (mailbox.state() != Mailbox.State.UNLINKED && follows) {
          affected.add(mailbox);
        }
      }
    } while (page.size() == PAGE);
    return affected;
  }

  private void known(int associateId) {
    if (associateId != SYSTEM && directory.associate(associateId).isEmpty()) {
      throw new AdminException.NotFound("SuperOffice has no associate " + associateId + ".");
    }
  }

  private static Effective effective(
      SettingKey key, Map<String, String> system, Map<String, String> associate) {
    Optional<String> own = Optional.ofNullable(associate.get(key.key()));
    Optional<String> shared = Optional.ofNullable(system.get(key.key()));
    Origin origin =
        own.isPresent() ? Origin.ASSOCIATE : shared.isPresent() ? Origin.SYSTEM : Origin.DEFAULT;
    return new Effective(
        key.key(),
        own.or(() -> shared).orElse(key.defaultValue()),
        origin,
        key.description(),
        key.allowed());
  }
}
