CREATE TABLE indicator (
id INTEGER NOT NULL,
"key" TEXT NOT NULL,
payload BLOB,
known_at INTEGER NOT NULL,
PRIMARY KEY (id)
)
STRICT;
CREATE INDEX indicator_key ON indicator ("key");
CREATE TABLE sighting (
id INTEGER NOT NULL,
"key" TEXT NOT NULL,
indicator TEXT NOT NULL,
claim TEXT NOT NULL,
report TEXT NOT NULL,
payload BLOB NOT NULL,
known_at INTEGER NOT NULL,
PRIMARY KEY (id),
UNIQUE ("key")
)
STRICT;
CREATE INDEX sighting_indicator ON sighting (indicator);
CREATE INDEX sighting_report ON sighting (report);
CREATE TABLE alert (
id INTEGER NOT NULL,
"key" TEXT NOT NULL,
indicator TEXT NOT NULL,
number INTEGER NOT NULL,
payload BLOB NOT NULL,
known_at INTEGER NOT NULL,
PRIMARY KEY (id),
CONSTRAINT alert_once UNIQUE (indicator, number),
UNIQUE ("key")
)
STRICT;
CREATE TABLE channel (
id INTEGER NOT NULL,
"key" TEXT NOT NULL,
payload BLOB,
known_at INTEGER NOT NULL,
PRIMARY KEY (id)
)
STRICT;
CREATE INDEX channel_key ON channel ("key");
CREATE TABLE delivery (
"key" TEXT NOT NULL,
alert TEXT NOT NULL,
channel TEXT NOT NULL,
due_at INTEGER,
payload BLOB NOT NULL,
PRIMARY KEY ("key")
)
STRICT;
CREATE INDEX delivery_due ON delivery (channel, due_at);
CREATE TABLE assessment (
id INTEGER NOT NULL,
kind TEXT NOT NULL,
subject TEXT NOT NULL,
payload BLOB NOT NULL,
"by" TEXT NOT NULL,
known_at INTEGER NOT NULL,
PRIMARY KEY (id)
)
STRICT;
CREATE INDEX assessment_subject ON assessment (kind, subject);
