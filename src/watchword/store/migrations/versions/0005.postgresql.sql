CREATE TABLE account (
id BIGSERIAL NOT NULL,
name TEXT NOT NULL,
payload BYTEA,
known_at BIGINT NOT NULL,
PRIMARY KEY (id)
);
CREATE INDEX account_name ON account (name);
CREATE TABLE credential (
name TEXT NOT NULL,
hash TEXT NOT NULL,
changed_at BIGINT NOT NULL,
PRIMARY KEY (name)
);
CREATE TABLE token (
key TEXT NOT NULL,
person TEXT NOT NULL,
payload BYTEA NOT NULL,
PRIMARY KEY (key)
);
CREATE INDEX token_person ON token (person);
CREATE TABLE session (
key TEXT NOT NULL,
person TEXT NOT NULL,
ends_at BIGINT NOT NULL,
payload BYTEA NOT NULL,
PRIMARY KEY (key)
);
CREATE INDEX session_ends ON session (ends_at);
CREATE INDEX session_person ON session (person);
CREATE TABLE attempt (
key TEXT NOT NULL,
failures BIGINT NOT NULL,
wait_until BIGINT NOT NULL,
last_at BIGINT NOT NULL,
PRIMARY KEY (key)
);
CREATE TABLE used_form (
key TEXT NOT NULL,
until BIGINT NOT NULL,
PRIMARY KEY (key)
);
CREATE INDEX used_form_until ON used_form (until);
CREATE TABLE secret (
name TEXT NOT NULL,
value BYTEA NOT NULL,
PRIMARY KEY (name)
);
CREATE TABLE audit (
id BIGSERIAL NOT NULL,
by TEXT NOT NULL,
deed TEXT NOT NULL,
payload BYTEA NOT NULL,
known_at BIGINT NOT NULL,
PRIMARY KEY (id)
);
CREATE INDEX audit_by ON audit (by);
