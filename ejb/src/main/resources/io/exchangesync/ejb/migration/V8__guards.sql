-- fields of the mailbox whose value SuperOffice gave: bits subject 1, body 2, location 4, dates of a series 8, privacy 16
ALTER TABLE ${schema}.exsync_link ADD given_fields int DEFAULT 0 NOT NULL;
-- mails that Exchange sent because of it
ALTER TABLE ${schema}.exsync_journal ADD mails int DEFAULT 0 NOT NULL;
-- begun by the first synchronization, which sends no mail
ALTER TABLE ${schema}.exsync_change ADD silent smallint DEFAULT 0 NOT NULL;
ALTER TABLE ${schema}.exsync_hold ADD silent smallint DEFAULT 0 NOT NULL;
-- key of the last pair that a re-application has looked at
ALTER TABLE ${schema}.exsync_lease ADD reapply_from int DEFAULT 0 NOT NULL;
-- nobody knows any more whether a hold opened before version 6 tells of a private item
UPDATE ${schema}.exsync_hold SET confidential = 1;
