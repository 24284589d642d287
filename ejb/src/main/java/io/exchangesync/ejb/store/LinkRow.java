package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One row of exsync_link; {@code live_record} and {@code live_item} are 0 exactly while live. */
@Entity
@Table(name = "exsync_link")
class LinkRow {
  /** Stands for a base of the mailbox side that is equal to that of the CRM side, as most are. */
  private static final String SAME = "=";

  static final RowInserts INSERTS =
      new RowInserts(
          "exsync_link",
          List.of(
              "exsync_link_id",
              "link_id",
              "link_hash",
              "mailbox_id",
              "kind",
              "record_id",
              "live_record",
              "item_id",
              "item_hash",
              "live_item",
              "change_key",
              "event_uid",
              "crm_version",
              "text_id",
              "agenda_text_id",
              "visible_for_id",
              "base_crm",
              "base_mailbox",
              "mapping_version",
              "state",
              "further_rows",
              "uid_hash",
              "given_fields"),
          Set.of());

  @Id
  @Column(name = "exsync_link_id")
  int id;

  @Column(name = "link_id")
  String linkId;

  @Column(name = "link_hash")
  String linkHash;

  @Column(name = "mailbox_id")
  int mailboxId;

  @Column(name = "kind")
  String kind;

  @Column(name = "record_id")
  int recordId;

  @Column(name = "live_record")
  int liveRecord;

  @Column(name = "item_id")
  String itemId;

  @Column(name = "item_hash")
  String itemHash;

  @Column(name = "live_item")
  int liveItem;

  @Column(name = "change_key")
  String changeKey;

  @Column(name = "event_uid")
  String uid;

  @Column(name = "crm_version")
  String crmVersion;

  @Column(name = "text_id")
  int textId;

  @Column(name = "agenda_text_id")
  int agendaTextId;

  @Column(name = "visible_for_id")
  int visibleForId;

  @Column(name = "base_crm")
  String baseCrm;

  @Column(name = "base_mailbox")
  String baseMailbox;

  @Column(name = "mapping_version")
  int mappingVersion;

  @Column(name = "state")
  String state;

  @Column(name = "further_rows")
  int furtherRows;

  @Column(name = "uid_hash")
  int uidHash;

  @Column(name = "given_fields")
  int givenFields;

  /** In the order of the columns of {@link #INSERTS}. */
  List<Object> values() {
    return List.of(
        id,
        linkId,
        linkHash,
        mailboxId,
        kind,
        recordId,
        liveRecord,
        itemId,
        itemHash,
        liveItem,
        changeKey,
        uid,
        crmVersion,
        textId,
        agendaTextId,
        visibleForId,
        baseCrm,
        baseMailbox,
        mappingVersion,
        state,
        furtherRows,
        uidHash,
        givenFields);
  }

  /** What links are looked up by for their UID: equal for equal UIDs, 0 for "". */
  static int uidHash(String uid) {
    return uid.hashCode();
  }

  static LinkRow of(Link link, int key) {
    LinkRow row = new LinkRow();
    row.id = key;
    row.take(link);
    return row;
  }

  /** Takes over everything but the key. */
  void take(Link link) {
    boolean live = link.state() == Link.State.LIVE;
    linkId = link.linkId();
    linkHash = ItemId.sha256(link.linkId());
    mailboxId = link.mailboxId();
    kind = link.kind().name();
    recordId = link.recordId();
    liveRecord = live && link.recordId() != 0 ? 0 : id;
    itemId = link.item().map(v -> v.id().value()).orElse("");
    itemHash = link.item().map(v -> v.id().hash()).orElse("");
    liveItem = live && link.item().isPresent() ? 0 : id;
    changeKey = link.item().map(ItemVersion::changeKey).orElse("");
    uid = link.uid();
    crmVersion = link.crmVersion();
    textId = link.recordKeys().textId();
    agendaTextId = link.recordKeys().agendaTextId();
    visibleForId = link.recordKeys().visibleForId();
    baseCrm = FieldValuesJson.write(link.base().crm());
    baseMailbox = same(link.base()) ? SAME : FieldValuesJson.write(link.base().mailbox());
    mappingVersion = link.base().mappingVersion();
    state = link.state().name();
    furtherRows = link.recordKeys().rows().size();
    uidHash = uidHash(link.uid());
    givenFields = GivenFields.bits(link.base().given());
  }

  private static boolean same(Base base) {
    return base.mailbox().equals(base.crm());
  }

  private Base base() {
    FieldValues crm = FieldValuesJson.read(baseCrm);
    FieldValues mailbox = baseMailbox.equals(SAME) ? crm : FieldValuesJson.read(baseMailbox);
    return new Base(crm, mailbox, mappingVersion, GivenFields.of(givenFields));
  }

  /**
   * @param rows the further rows of the record
   */
  Link toLink(List<Integer> rows) {
    return new Link(
        id,
        linkId,
        mailboxId,
        Kind.valueOf(kind),
        recordId,
        itemId.isEmpty()
            ? Optional.empty()
            : Optional.of(new ItemVersion(new ItemId(itemId), changeKey)),
        uid,
        crmVersion,
        new CrmKeys(textId, agendaTextId, visibleForId, rows),
        base(),
        Link.State.valueOf(state));
  }
}
