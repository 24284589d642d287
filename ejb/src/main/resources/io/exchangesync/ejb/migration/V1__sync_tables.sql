-- The sync tables, valid for SQL Server and for H2 in its SQL Server mode.
-- Only types SuperOffice's dictionary knows; keys are handed out by exsync_key; texts in which case counts are
-- looked up by their SHA-256 in hex, because SuperOffice's collation ignores case.

CREATE TABLE ${schema}.exsync_key (
  table_name nvarchar(60) NOT NULL,
  next_key int NOT NULL,
  CONSTRAINT pk_exsync_key PRIMARY KEY (table_name)
);
INSERT INTO ${schema}.exsync_key (table_name, next_key) VALUES
  ('exsync_mailbox', 1), ('exsync_setting', 1), ('exsync_link', 1),
  ('exsync_change', 1), ('exsync_journal', 1), ('exsync_hold', 1);

-- linked_no: 0 while linked, else the key, so that an associate has one linked mailbox
CREATE TABLE ${schema}.exsync_mailbox (
  exsync_mailbox_id int NOT NULL,
  associate_id int NOT NULL,
  linked_no int NOT NULL,
  address nvarchar(320) NOT NULL,
  back_end nvarchar(12) NOT NULL,
  kinds nvarchar(100) NOT NULL,
  serving_rank int NOT NULL,
  state nvarchar(20) NOT NULL,
  last_problem nvarchar(max) NULL,
  linked_at datetime NOT NULL,
  CONSTRAINT pk_exsync_mailbox PRIMARY KEY (exsync_mailbox_id)
);
CREATE UNIQUE INDEX ux_exsync_mailbox_associate ON ${schema}.exsync_mailbox (associate_id, linked_no);

-- marked_due: asked for during a claim; mark_count: grows with every mark, so that a claim notices one made meanwhile;
-- listing_*: numbers of the full listing asked for, begun, completed
CREATE TABLE ${schema}.exsync_lease (
  mailbox_id int NOT NULL,
  kind nvarchar(12) NOT NULL,
  due datetime NOT NULL,
  marked_due datetime NULL,
  mark_count int NOT NULL,
  owner nvarchar(100) NULL,
  epoch int NOT NULL,
  lease_until datetime NULL,
  listing_asked int NOT NULL,
  listing_begun int NOT NULL,
  listing_done int NOT NULL,
  CONSTRAINT pk_exsync_lease PRIMARY KEY (mailbox_id, kind)
);
CREATE INDEX ix_exsync_lease_due ON ${schema}.exsync_lease (kind, due);

-- associate_id: 0 = the system
CREATE TABLE ${schema}.exsync_setting (
  exsync_setting_id int NOT NULL,
  associate_id int NOT NULL,
  setting_key nvarchar(100) NOT NULL,
  setting_value nvarchar(max) NOT NULL,
  CONSTRAINT pk_exsync_setting PRIMARY KEY (exsync_setting_id)
);
CREATE UNIQUE INDEX ux_exsync_setting_key ON ${schema}.exsync_setting (associate_id, setting_key);

-- live_record, live_item: 0 while live, else the key, so that a record and an item have one live link per mailbox
CREATE TABLE ${schema}.exsync_link (
  exsync_link_id int NOT NULL,
  link_id nvarchar(100) NOT NULL,
  link_hash nvarchar(64) NOT NULL,
  mailbox_id int NOT NULL,
  kind nvarchar(12) NOT NULL,
  record_id int NOT NULL,
  live_record int NOT NULL,
  item_id nvarchar(1000) NOT NULL,
  item_hash nvarchar(64) NOT NULL,
  live_item int NOT NULL,
  change_key nvarchar(1000) NOT NULL,
  event_uid nvarchar(1000) NOT NULL,
  crm_version nvarchar(1000) NOT NULL,
  text_id int NOT NULL,
  agenda_text_id int NOT NULL,
  visible_for_id int NOT NULL,
  base_crm nvarchar(max) NOT NULL,
  base_mailbox nvarchar(max) NOT NULL,
  mapping_version int NOT NULL,
  state nvarchar(12) NOT NULL,
  CONSTRAINT pk_exsync_link PRIMARY KEY (exsync_link_id)
);
CREATE UNIQUE INDEX ux_exsync_link_record ON ${schema}.exsync_link (mailbox_id, kind, record_id, live_record);
CREATE UNIQUE INDEX ux_exsync_link_item ON ${schema}.exsync_link (mailbox_id, kind, item_hash, live_item);
CREATE INDEX ix_exsync_link_page ON ${schema}.exsync_link (mailbox_id, kind, exsync_link_id);
CREATE INDEX ix_exsync_link_any_mailbox ON ${schema}.exsync_link (record_id, kind);
CREATE INDEX ix_exsync_link_hash ON ${schema}.exsync_link (link_hash);
CREATE INDEX ix_exsync_link_text ON ${schema}.exsync_link (text_id);
CREATE INDEX ix_exsync_link_agenda ON ${schema}.exsync_link (agenda_text_id);
CREATE INDEX ix_exsync_link_visible ON ${schema}.exsync_link (visible_for_id);

-- mailbox 0, kind '': the position in SuperOffice's change log
CREATE TABLE ${schema}.exsync_cursor (
  mailbox_id int NOT NULL,
  kind nvarchar(12) NOT NULL,
  sync_position nvarchar(max) NOT NULL,
  CONSTRAINT pk_exsync_cursor PRIMARY KEY (mailbox_id, kind)
);

CREATE TABLE ${schema}.exsync_change (
  exsync_change_id int NOT NULL,
  mailbox_id int NOT NULL,
  kind nvarchar(12) NOT NULL,
  record_id int NOT NULL,
  item_id nvarchar(1000) NOT NULL,
  item_hash nvarchar(64) NOT NULL,
  deleted smallint NOT NULL,
  not_before datetime NOT NULL,
  CONSTRAINT pk_exsync_change PRIMARY KEY (exsync_change_id)
);
CREATE UNIQUE INDEX ux_exsync_change_thing ON ${schema}.exsync_change (mailbox_id, kind, record_id, item_hash);
CREATE INDEX ix_exsync_change_record ON ${schema}.exsync_change (record_id);
CREATE INDEX ix_exsync_change_item ON ${schema}.exsync_change (item_hash);

CREATE TABLE ${schema}.exsync_node (
  node nvarchar(60) NOT NULL,
  heartbeat datetime NOT NULL,
  CONSTRAINT pk_exsync_node PRIMARY KEY (node)
);

-- effect: 0 nothing was written, 1 written, 2 deleted
CREATE TABLE ${schema}.exsync_journal (
  exsync_journal_id int NOT NULL,
  run_id int NOT NULL,
  mailbox_id int NOT NULL,
  kind nvarchar(12) NOT NULL,
  link_key int NOT NULL,
  record_id int NOT NULL,
  item_id nvarchar(1000) NOT NULL,
  item_hash nvarchar(64) NOT NULL,
  decision nvarchar(60) NOT NULL,
  reason nvarchar(60) NOT NULL,
  effect smallint NOT NULL,
  before_image nvarchar(max) NOT NULL,
  after_image nvarchar(max) NOT NULL,
  error_text nvarchar(max) NULL,
  confidential smallint NOT NULL,
  happened_at datetime NOT NULL,
  CONSTRAINT pk_exsync_journal PRIMARY KEY (exsync_journal_id)
);
CREATE INDEX ix_exsync_journal_run ON ${schema}.exsync_journal (run_id, exsync_journal_id);
CREATE INDEX ix_exsync_journal_mailbox ON ${schema}.exsync_journal (mailbox_id, happened_at);
CREATE INDEX ix_exsync_journal_link ON ${schema}.exsync_journal (link_key, happened_at);
CREATE INDEX ix_exsync_journal_record ON ${schema}.exsync_journal (record_id);

CREATE TABLE ${schema}.exsync_hold (
  exsync_hold_id int NOT NULL,
  mailbox_id int NOT NULL,
  kind nvarchar(12) NOT NULL,
  link_key int NOT NULL,
  record_id int NOT NULL,
  item_id nvarchar(1000) NOT NULL,
  reason nvarchar(60) NOT NULL,
  detail nvarchar(max) NOT NULL,
  state nvarchar(12) NOT NULL,
  held_since datetime NOT NULL,
  CONSTRAINT pk_exsync_hold PRIMARY KEY (exsync_hold_id)
);
CREATE INDEX ix_exsync_hold_mailbox ON ${schema}.exsync_hold (mailbox_id, kind, state);
CREATE INDEX ix_exsync_hold_state ON ${schema}.exsync_hold (state, exsync_hold_id);

CREATE TABLE ${schema}.exsync_run_count (
  run_id int NOT NULL,
  mailbox_id int NOT NULL,
  kind nvarchar(12) NOT NULL,
  decision nvarchar(60) NOT NULL,
  reason nvarchar(60) NOT NULL,
  n int NOT NULL,
  CONSTRAINT pk_exsync_run_count PRIMARY KEY (run_id, mailbox_id, kind, decision, reason)
);

-- job '*': all jobs
CREATE TABLE ${schema}.exsync_schedule (
  job nvarchar(60) NOT NULL,
  enabled smallint NOT NULL,
  interval_seconds int NOT NULL,
  CONSTRAINT pk_exsync_schedule PRIMARY KEY (job)
);

CREATE TABLE ${schema}.exsync_connection (
  setting_key nvarchar(60) NOT NULL,
  setting_value nvarchar(max) NOT NULL,
  CONSTRAINT pk_exsync_connection PRIMARY KEY (setting_key)
);

-- sealed by AES-GCM with a key that is not in the database; the name is authenticated with it
CREATE TABLE ${schema}.exsync_secret (
  secret_name nvarchar(100) NOT NULL,
  nonce varbinary(max) NOT NULL,
  sealed varbinary(max) NOT NULL,
  written_at datetime NOT NULL,
  CONSTRAINT pk_exsync_secret PRIMARY KEY (secret_name)
);
