-- a person as a member of a selection: the record key of its contact in the selection's folder is the negative of this key
CREATE TABLE ${schema}.exsync_selection_member (
  exsync_selection_member_id int NOT NULL,
  selection_id int NOT NULL,
  person_id int NOT NULL,
  CONSTRAINT pk_exsync_selection_member PRIMARY KEY (exsync_selection_member_id)
);
CREATE UNIQUE INDEX ux_exsync_selection_member ON ${schema}.exsync_selection_member (selection_id, person_id);
CREATE INDEX ix_exsync_selection_member_person ON ${schema}.exsync_selection_member (person_id);
INSERT INTO ${schema}.exsync_key (table_name, next_key) VALUES ('exsync_selection_member', 1);
