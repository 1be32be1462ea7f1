CREATE TABLE brief (
id BIGSERIAL NOT NULL,
key TEXT NOT NULL,
title TEXT NOT NULL,
as_of BIGINT NOT NULL,
request BYTEA NOT NULL,
document BYTEA NOT NULL,
known_at BIGINT NOT NULL,
PRIMARY KEY (id)
);
CREATE INDEX brief_key ON brief (key);
CREATE TABLE clock (
id BIGSERIAL NOT NULL,
at BIGINT NOT NULL,
PRIMARY KEY (id)
);
CREATE TABLE decision (
id BIGSERIAL NOT NULL,
key TEXT NOT NULL,
kind TEXT NOT NULL,
subject TEXT NOT NULL,
value TEXT,
why TEXT NOT NULL,
by TEXT NOT NULL,
undoes TEXT,
known_at BIGINT NOT NULL,
PRIMARY KEY (id),
UNIQUE (key)
);
CREATE INDEX decision_subject ON decision (subject, kind);
CREATE TABLE feed (
id BIGSERIAL NOT NULL,
key TEXT NOT NULL,
payload BYTEA,
known_at BIGINT NOT NULL,
PRIMARY KEY (id)
);
CREATE INDEX feed_key ON feed (key);
CREATE TABLE feed_state (
feed TEXT NOT NULL,
due_at BIGINT,
payload BYTEA NOT NULL,
PRIMARY KEY (feed)
);
CREATE TABLE identity (
id BIGSERIAL NOT NULL,
kind TEXT NOT NULL,
key TEXT NOT NULL,
subject TEXT NOT NULL,
payload BYTEA NOT NULL,
known_at BIGINT NOT NULL,
PRIMARY KEY (id)
);
CREATE INDEX identity_key ON identity (key);
CREATE INDEX identity_subject ON identity (subject);
CREATE TABLE lease (
name TEXT NOT NULL,
holder TEXT NOT NULL,
until BIGINT NOT NULL,
PRIMARY KEY (name)
);
CREATE TABLE meta (
name TEXT NOT NULL,
value TEXT NOT NULL,
PRIMARY KEY (name)
);
CREATE TABLE report (
id BIGSERIAL NOT NULL,
key TEXT NOT NULL,
report_id TEXT NOT NULL,
form TEXT NOT NULL,
found_at TEXT NOT NULL,
outlet TEXT,
title TEXT,
bylines TEXT NOT NULL,
published_at BIGINT,
published_how TEXT NOT NULL,
day_only INTEGER NOT NULL,
language TEXT,
address TEXT,
status TEXT NOT NULL,
note TEXT,
version TEXT,
text_sha256 BYTEA NOT NULL,
raw_sha256 BYTEA NOT NULL,
text BYTEA NOT NULL,
feed TEXT,
known_at BIGINT NOT NULL,
PRIMARY KEY (id),
UNIQUE (key)
);
CREATE INDEX report_address ON report (address);
CREATE INDEX report_given ON report (report_id, outlet);
CREATE INDEX report_known ON report (known_at);
CREATE INDEX report_outlet ON report (outlet);
CREATE INDEX report_published ON report (published_at);
CREATE TABLE story_step (
id BIGSERIAL NOT NULL,
key TEXT NOT NULL,
step TEXT NOT NULL,
story TEXT NOT NULL,
report TEXT,
other TEXT,
payload BYTEA NOT NULL,
known_at BIGINT NOT NULL,
PRIMARY KEY (id)
);
CREATE INDEX story_step_report ON story_step (report);
CREATE INDEX story_step_story ON story_step (story);
CREATE TABLE unread (
id BIGSERIAL NOT NULL,
found_at TEXT NOT NULL,
reason TEXT NOT NULL,
count BIGINT NOT NULL,
feed TEXT,
known_at BIGINT NOT NULL,
PRIMARY KEY (id)
);
CREATE INDEX unread_feed ON unread (feed, known_at);
CREATE TABLE visit (
id BIGSERIAL NOT NULL,
feed TEXT NOT NULL,
payload BYTEA NOT NULL,
known_at BIGINT NOT NULL,
PRIMARY KEY (id)
);
CREATE INDEX visit_feed ON visit (feed, known_at);
CREATE TABLE "placing" (
id BIGSERIAL NOT NULL,
report_id BIGINT NOT NULL,
origin TEXT NOT NULL,
payload BYTEA NOT NULL,
trace BYTEA,
known_at BIGINT NOT NULL,
PRIMARY KEY (id),
UNIQUE (report_id),
FOREIGN KEY(report_id) REFERENCES report (id)
);
CREATE INDEX placing_origin ON "placing" (origin);
CREATE TABLE reading (
id BIGSERIAL NOT NULL,
report_id BIGINT NOT NULL,
made_by TEXT NOT NULL,
failure TEXT,
payload BYTEA,
claims BIGINT NOT NULL,
known_at BIGINT NOT NULL,
PRIMARY KEY (id),
CONSTRAINT reading_once UNIQUE (report_id, made_by),
FOREIGN KEY(report_id) REFERENCES report (id)
);
CREATE INDEX ix_reading_report_id ON reading (report_id);
CREATE TABLE story_trace (
id BIGSERIAL NOT NULL,
report_id BIGINT NOT NULL,
at BIGINT NOT NULL,
trace BYTEA NOT NULL,
PRIMARY KEY (id),
UNIQUE (report_id),
FOREIGN KEY(report_id) REFERENCES report (id)
);
CREATE INDEX story_trace_at ON story_trace (at);
CREATE TABLE succession (
id BIGSERIAL NOT NULL,
report_id BIGINT NOT NULL,
previous TEXT NOT NULL,
payload BYTEA NOT NULL,
known_at BIGINT NOT NULL,
PRIMARY KEY (id),
UNIQUE (report_id),
FOREIGN KEY(report_id) REFERENCES report (id)
);
CREATE INDEX succession_previous ON succession (previous);
CREATE TABLE claim (
id BIGSERIAL NOT NULL,
key TEXT NOT NULL,
reading_id BIGINT NOT NULL,
report_id BIGINT NOT NULL,
ordinal BIGINT NOT NULL,
sentence_start BIGINT NOT NULL,
start BIGINT NOT NULL,
"end" BIGINT NOT NULL,
modality TEXT NOT NULL,
event TEXT,
actor TEXT,
recipient TEXT,
source TEXT,
place TEXT,
country TEXT,
since BIGINT,
until BIGINT,
PRIMARY KEY (id),
CONSTRAINT claim_once UNIQUE (reading_id, ordinal),
FOREIGN KEY(reading_id) REFERENCES reading (id),
FOREIGN KEY(report_id) REFERENCES report (id)
);
CREATE INDEX claim_actor ON claim (actor);
CREATE INDEX claim_key ON claim (key);
CREATE INDEX claim_source ON claim (source);
CREATE INDEX ix_claim_report_id ON claim (report_id);
CREATE TABLE mention (
id BIGSERIAL NOT NULL,
reading_id BIGINT NOT NULL,
report_id BIGINT NOT NULL,
kind TEXT NOT NULL,
name TEXT NOT NULL,
country TEXT,
geonames_id BIGINT,
PRIMARY KEY (id),
FOREIGN KEY(reading_id) REFERENCES reading (id),
FOREIGN KEY(report_id) REFERENCES report (id)
);
CREATE INDEX ix_mention_report_id ON mention (report_id);
CREATE INDEX mention_name ON mention (name, kind);
CREATE TABLE vector (
id BIGSERIAL NOT NULL,
reading_id BIGINT NOT NULL,
report_id BIGINT NOT NULL,
sentence_start BIGINT,
codes BYTEA NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(reading_id) REFERENCES reading (id),
FOREIGN KEY(report_id) REFERENCES report (id)
);
CREATE INDEX ix_vector_report_id ON vector (report_id);
CREATE TABLE sign (
id BIGINT NOT NULL,
bits BYTEA NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(id) REFERENCES vector (id)
);
INSERT INTO clock (id, at) VALUES (1, 0);
CREATE TABLE report_words (id BIGINT PRIMARY KEY REFERENCES report (id), words TSVECTOR NOT NULL);
CREATE INDEX report_words_words ON report_words USING gin (words);
CREATE TABLE claim_words (id BIGINT PRIMARY KEY REFERENCES claim (id), words TSVECTOR NOT NULL);
CREATE INDEX claim_words_words ON claim_words USING gin (words);
