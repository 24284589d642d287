-- several connections to Exchange, each mailbox on one of them; what was set up so far is number 1
ALTER TABLE ${schema}.exsync_mailbox ADD connection_id int DEFAULT 1 NOT NULL;
ALTER TABLE ${schema}.exsync_connection ADD connection_id int DEFAULT 1 NOT NULL;
ALTER TABLE ${schema}.exsync_connection DROP CONSTRAINT pk_exsync_connection;
ALTER TABLE ${schema}.exsync_connection ADD CONSTRAINT pk_exsync_connection PRIMARY KEY (connection_id, setting_key);
INSERT INTO ${schema}.exsync_key (table_name, next_key) VALUES ('exsync_connection', 2);
