-- further rows of a link's record: the dates of a series, the children of a booking;
-- a delete of one of them in the change log is found through it
ALTER TABLE ${schema}.exsync_link ADD further_rows int DEFAULT 0 NOT NULL;

CREATE TABLE ${schema}.exsync_link_row (
  exsync_link_id int NOT NULL,
  appointment_id int NOT NULL,
  CONSTRAINT pk_exsync_link_row PRIMARY KEY (exsync_link_id, appointment_id)
);
CREATE INDEX ix_exsync_link_row_appointment ON ${schema}.exsync_link_row (appointment_id);
