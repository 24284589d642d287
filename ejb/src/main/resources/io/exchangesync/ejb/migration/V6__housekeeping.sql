-- numbers of the re-application of settings asked for and completed
ALTER TABLE ${schema}.exsync_lease ADD reapply_asked int DEFAULT 0 NOT NULL;
ALTER TABLE ${schema}.exsync_lease ADD reapply_done int DEFAULT 0 NOT NULL;
-- a hold whose detail may tell of a private item
ALTER TABLE ${schema}.exsync_hold ADD confidential smallint DEFAULT 0 NOT NULL;
