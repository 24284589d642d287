-- housekeeping forgets journal entries by their age
CREATE INDEX ix_exsync_journal_happened ON ${schema}.exsync_journal (happened_at);
