CREATE TABLE indicator (
id BIGSERIAL NOT NULL,
key TEXT NOT NULL,
payload BYTEA,
known_at BIGINT NOT NULL,
PRIMARY KEY (id)
);
CREATE INDEX indicator_key ON indicator (key);
CREATE TABLE sighting (
id BIGSERIAL NOT NULL,
key TEXT NOT NULL,
indicator TEXT NOT NULL,
claim TEXT NOT NULL,
report TEXT NOT NULL,
payload BYTEA NOT NULL,
known_at BIGINT NOT NULL,
PRIMARY KEY (id),
UNIQUE (key)
);
CREATE INDEX sighting_indicator ON sighting (indicator);
CREATE INDEX sighting_report ON sighting (report);
CREATE TABLE alert (
id BIGSERIAL NOT NULL,
key TEXT NOT NULL,
indicator TEXT NOT NULL,
number BIGINT NOT NULL,
payload BYTEA NOT NULL,
known_at BIGINT NOT NULL,
PRIMARY KEY (id),
CONSTRAINT alert_once UNIQUE (indicator, number),
UNIQUE (key)
);
CREATE TABLE channel (
id BIGSERIAL NOT NULL,
key TEXT NOT NULL,
payload BYTEA,
known_at BIGINT NOT NULL,
PRIMARY KEY (id)
);
CREATE INDEX channel_key ON channel (key);
CREATE TABLE delivery (
key TEXT NOT NULL,
alert TEXT NOT NULL,
channel TEXT NOT NULL,
due_at BIGINT,
payload BYTEA NOT NULL,
PRIMARY KEY (key)
);
CREATE INDEX delivery_due ON delivery (channel, due_at);
CREATE TABLE assessment (
id BIGSERIAL NOT NULL,
kind TEXT NOT NULL,
subject TEXT NOT NULL,
payload BYTEA NOT NULL,
by TEXT NOT NULL,
known_at BIGINT NOT NULL,
PRIMARY KEY (id)
);
CREATE INDEX assessment_subject ON assessment (kind, subject);
