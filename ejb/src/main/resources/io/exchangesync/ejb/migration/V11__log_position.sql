-- The position in SuperOffice's change log has its row from the beginning, '' until it is known:
-- two who read the log for the first time update one row instead of inserting it twice.
INSERT INTO ${schema}.exsync_cursor (mailbox_id, kind, sync_position)
SELECT 0, '', '' WHERE NOT EXISTS (SELECT 1 FROM ${schema}.exsync_cursor WHERE mailbox_id = 0 AND kind = '');
