CREATE TABLE brief (
id INTEGER NOT NULL,
"key" TEXT NOT NULL,
title TEXT NOT NULL,
as_of INTEGER NOT NULL,
request BLOB NOT NULL,
document BLOB NOT NULL,
known_at INTEGER NOT NULL,
PRIMARY KEY (id)
)
STRICT;
CREATE INDEX brief_key ON brief ("key");
CREATE TABLE clock (
id INTEGER NOT NULL,
at INTEGER NOT NULL,
PRIMARY KEY (id)
)
STRICT;
CREATE TABLE decision (
id INTEGER NOT NULL,
"key" TEXT NOT NULL,
kind TEXT NOT NULL,
subject TEXT NOT NULL,
value TEXT,
why TEXT NOT NULL,
"by" TEXT NOT NULL,
undoes TEXT,
known_at INTEGER NOT NULL,
PRIMARY KEY (id),
UNIQUE ("key")
)
STRICT;
CREATE INDEX decision_subject ON decision (subject, kind);
CREATE TABLE feed (
id INTEGER NOT NULL,
"key" TEXT NOT NULL,
payload BLOB,
known_at INTEGER NOT NULL,
PRIMARY KEY (id)
)
STRICT;
CREATE INDEX feed_key ON feed ("key");
CREATE TABLE feed_state (
feed TEXT NOT NULL,
due_at INTEGER,
payload BLOB NOT NULL,
PRIMARY KEY (feed)
)
STRICT;
CREATE TABLE identity (
id INTEGER NOT NULL,
kind TEXT NOT NULL,
"key" TEXT NOT NULL,
subject TEXT NOT NULL,
payload BLOB NOT NULL,
known_at INTEGER NOT NULL,
PRIMARY KEY (id)
)
STRICT;
CREATE INDEX identity_key ON identity ("key");
CREATE INDEX identity_subject ON identity (subject);
CREATE TABLE lease (
name TEXT NOT NULL,
holder TEXT NOT NULL,
until INTEGER NOT NULL,
PRIMARY KEY (name)
)
STRICT;
CREATE TABLE meta (
name TEXT NOT NULL,
value TEXT NOT NULL,
PRIMARY KEY (name)
)
STRICT;
CREATE TABLE report (
id INTEGER NOT NULL,
"key" TEXT NOT NULL,
report_id TEXT NOT NULL,
form TEXT NOT NULL,
found_at TEXT NOT NULL,
outlet TEXT,
title TEXT,
bylines TEXT NOT NULL,
published_at INTEGER,
published_how TEXT NOT NULL,
day_only INTEGER NOT NULL,
language TEXT,
address TEXT,
status TEXT NOT NULL,
note TEXT,
version TEXT,
text_sha256 BLOB NOT NULL,
raw_sha256 BLOB NOT NULL,
text BLOB NOT NULL,
feed TEXT,
known_at INTEGER NOT NULL,
PRIMARY KEY (id),
UNIQUE ("key")
)
STRICT;
CREATE INDEX report_address ON report (address);
CREATE INDEX report_given ON report (report_id, outlet);
CREATE INDEX report_known ON report (known_at);
CREATE INDEX report_outlet ON report (outlet);
CREATE INDEX report_published ON report (published_at);
CREATE TABLE story_step (
id INTEGER NOT NULL,
"key" TEXT NOT NULL,
step TEXT NOT NULL,
story TEXT NOT NULL,
report TEXT,
other TEXT,
payload BLOB NOT NULL,
known_at INTEGER NOT NULL,
PRIMARY KEY (id)
)
STRICT;
CREATE INDEX story_step_report ON story_step (report);
CREATE INDEX story_step_story ON story_step (story);
CREATE TABLE unread (
id INTEGER NOT NULL,
found_at TEXT NOT NULL,
reason TEXT NOT NULL,
count INTEGER NOT NULL,
feed TEXT,
known_at INTEGER NOT NULL,
PRIMARY KEY (id)
)
STRICT;
CREATE INDEX unread_feed ON unread (feed, known_at);
CREATE TABLE visit (
id INTEGER NOT NULL,
feed TEXT NOT NULL,
payload BLOB NOT NULL,
known_at INTEGER NOT NULL,
PRIMARY KEY (id)
)
STRICT;
CREATE INDEX visit_feed ON visit (feed, known_at);
CREATE TABLE placing (
id INTEGER NOT NULL,
report_id INTEGER NOT NULL,
origin TEXT NOT NULL,
payload BLOB NOT NULL,
trace BLOB,
known_at INTEGER NOT NULL,
PRIMARY KEY (id),
UNIQUE (report_id),
FOREIGN KEY(report_id) REFERENCES report (id)
)
STRICT;
CREATE INDEX placing_origin ON placing (origin);
CREATE TABLE reading (
id INTEGER NOT NULL,
report_id INTEGER NOT NULL,
made_by TEXT NOT NULL,
failure TEXT,
payload BLOB,
claims INTEGER NOT NULL,
known_at INTEGER NOT NULL,
PRIMARY KEY (id),
CONSTRAINT reading_once UNIQUE (report_id, made_by),
FOREIGN KEY(report_id) REFERENCES report (id)
)
STRICT;
CREATE INDEX ix_reading_report_id ON reading (report_id);
CREATE TABLE story_trace (
id INTEGER NOT NULL,
report_id INTEGER NOT NULL,
at INTEGER NOT NULL,
trace BLOB NOT NULL,
PRIMARY KEY (id),
UNIQUE (report_id),
FOREIGN KEY(report_id) REFERENCES report (id)
)
STRICT;
CREATE INDEX story_trace_at ON story_trace (at);
CREATE TABLE succession (
id INTEGER NOT NULL,
report_id INTEGER NOT NULL,
previous TEXT NOT NULL,
payload BLOB NOT NULL,
known_at INTEGER NOT NULL,
PRIMARY KEY (id),
UNIQUE (report_id),
FOREIGN KEY(report_id) REFERENCES report (id)
)
STRICT;
CREATE INDEX succession_previous ON succession (previous);
CREATE TABLE claim (
id INTEGER NOT NULL,
"key" TEXT NOT NULL,
reading_id INTEGER NOT NULL,
report_id INTEGER NOT NULL,
ordinal INTEGER NOT NULL,
sentence_start INTEGER NOT NULL,
start INTEGER NOT NULL,
"end" INTEGER NOT NULL,
modality TEXT NOT NULL,
event TEXT,
actor TEXT,
recipient TEXT,
source TEXT,
place TEXT,
country TEXT,
since INTEGER,
until INTEGER,
PRIMARY KEY (id),
CONSTRAINT claim_once UNIQUE (reading_id, ordinal),
FOREIGN KEY(reading_id) REFERENCES reading (id),
FOREIGN KEY(report_id) REFERENCES report (id)
)
STRICT;
CREATE INDEX claim_actor ON claim (actor);
CREATE INDEX claim_key ON claim ("key");
CREATE INDEX claim_source ON claim (source);
CREATE INDEX ix_claim_report_id ON claim (report_id);
CREATE TABLE mention (
id INTEGER NOT NULL,
reading_id INTEGER NOT NULL,
report_id INTEGER NOT NULL,
kind TEXT NOT NULL,
name TEXT NOT NULL,
country TEXT,
geonames_id INTEGER,
PRIMARY KEY (id),
FOREIGN KEY(reading_id) REFERENCES reading (id),
FOREIGN KEY(report_id) REFERENCES report (id)
)
STRICT;
CREATE INDEX ix_mention_report_id ON mention (report_id);
CREATE INDEX mention_name ON mention (name, kind);
CREATE TABLE vector (
id INTEGER NOT NULL,
reading_id INTEGER NOT NULL,
report_id INTEGER NOT NULL,
sentence_start INTEGER,
codes BLOB NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(reading_id) REFERENCES reading (id),
FOREIGN KEY(report_id) REFERENCES report (id)
)
STRICT;
CREATE INDEX ix_vector_report_id ON vector (report_id);
CREATE TABLE sign (
id INTEGER NOT NULL,
bits BLOB NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(id) REFERENCES vector (id)
)
STRICT;
INSERT INTO clock (id, at) VALUES (1, 0);
CREATE VIRTUAL TABLE report_words USING fts5(words, content='', tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE claim_words USING fts5(words, content='', tokenize='porter unicode61 remove_diacritics 2');
