DROP TABLE "placing";
DROP TABLE succession;
DROP TABLE story_step;
DROP TABLE story_trace;
CREATE TABLE entry (
feed TEXT NOT NULL,
"key" TEXT NOT NULL,
PRIMARY KEY (feed, "key")
)
STRICT;
CREATE TABLE copy_trace (
id INTEGER NOT NULL,
report_id INTEGER NOT NULL,
day INTEGER,
digest TEXT NOT NULL,
trace BLOB NOT NULL,
PRIMARY KEY (id),
UNIQUE (report_id),
FOREIGN KEY(report_id) REFERENCES report (id)
)
STRICT;
CREATE INDEX copy_trace_day ON copy_trace (day);
CREATE INDEX copy_trace_digest ON copy_trace (digest);
CREATE TABLE placement (
id INTEGER NOT NULL,
report_id INTEGER NOT NULL,
origin TEXT NOT NULL,
payload BLOB NOT NULL,
known_at INTEGER NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(report_id) REFERENCES report (id)
)
STRICT;
CREATE INDEX ix_placement_report_id ON placement (report_id);
CREATE INDEX placement_origin ON placement (origin);
CREATE TABLE succession (
id INTEGER NOT NULL,
report_id INTEGER NOT NULL,
older TEXT,
newer TEXT,
payload BLOB NOT NULL,
known_at INTEGER NOT NULL,
PRIMARY KEY (id),
UNIQUE (report_id),
FOREIGN KEY(report_id) REFERENCES report (id)
)
STRICT;
CREATE INDEX succession_newer ON succession (newer);
CREATE INDEX succession_older ON succession (older);
CREATE TABLE story_trace (
id INTEGER NOT NULL,
report_id INTEGER,
trace BLOB NOT NULL,
PRIMARY KEY (id),
UNIQUE (report_id),
FOREIGN KEY(report_id) REFERENCES report (id)
)
STRICT;
CREATE TABLE story_step (
id INTEGER NOT NULL,
trace_id INTEGER NOT NULL,
"key" TEXT NOT NULL,
step TEXT NOT NULL,
story TEXT NOT NULL,
report TEXT,
other TEXT,
payload BLOB NOT NULL,
known_at INTEGER NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(trace_id) REFERENCES story_trace (id)
)
STRICT;
CREATE INDEX story_step_report ON story_step (report);
CREATE INDEX story_step_story ON story_step (story);
CREATE INDEX story_step_trace ON story_step (trace_id);
