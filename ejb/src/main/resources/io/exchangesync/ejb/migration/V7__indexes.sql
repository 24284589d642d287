-- texts and VisibleFor rows of the change log are found through SuperOffice's own tables;
-- the unique index answers both for one mailbox and for any
DROP INDEX ix_exsync_link_text ON ${schema}.exsync_link;
DROP INDEX ix_exsync_link_agenda ON ${schema}.exsync_link;
DROP INDEX ix_exsync_link_visible ON ${schema}.exsync_link;
DROP INDEX ix_exsync_link_any_mailbox ON ${schema}.exsync_link;
DROP INDEX ux_exsync_link_record ON ${schema}.exsync_link;
CREATE UNIQUE INDEX ux_exsync_link_record ON ${schema}.exsync_link (record_id, kind, mailbox_id, live_record);

-- the last entry of a mailbox and kind is one step into the index
DROP INDEX ix_exsync_journal_mailbox ON ${schema}.exsync_journal;
CREATE INDEX ix_exsync_journal_mailbox ON ${schema}.exsync_journal (mailbox_id, kind, happened_at);
