-- when both sides were last listed completely, so that it is done again in time
ALTER TABLE ${schema}.exsync_lease ADD listed_at datetime NULL;
