CREATE TABLE account (
id INTEGER NOT NULL,
name TEXT NOT NULL,
payload BLOB,
known_at INTEGER NOT NULL,
PRIMARY KEY (id)
)
STRICT;
CREATE INDEX account_name ON account (name);
CREATE TABLE credential (
name TEXT NOT NULL,
hash TEXT NOT NULL,
changed_at INTEGER NOT NULL,
PRIMARY KEY (name)
)
STRICT;
CREATE TABLE token (
"key" TEXT NOT NULL,
person TEXT NOT NULL,
payload BLOB NOT NULL,
PRIMARY KEY ("key")
)
STRICT;
CREATE INDEX token_person ON token (person);
CREATE TABLE session (
"key" TEXT NOT NULL,
person TEXT NOT NULL,
ends_at INTEGER NOT NULL,
payload BLOB NOT NULL,
PRIMARY KEY ("key")
)
STRICT;
CREATE INDEX session_ends ON session (ends_at);
CREATE INDEX session_person ON session (person);
CREATE TABLE attempt (
"key" TEXT NOT NULL,
failures INTEGER NOT NULL,
wait_until INTEGER NOT NULL,
last_at INTEGER NOT NULL,
PRIMARY KEY ("key")
)
STRICT;
CREATE TABLE used_form (
"key" TEXT NOT NULL,
until INTEGER NOT NULL,
PRIMARY KEY ("key")
)
STRICT;
CREATE INDEX used_form_until ON used_form (until);
CREATE TABLE secret (
name TEXT NOT NULL,
value BLOB NOT NULL,
PRIMARY KEY (name)
)
STRICT;
CREATE TABLE audit (
id INTEGER NOT NULL,
"by" TEXT NOT NULL,
deed TEXT NOT NULL,
payload BLOB NOT NULL,
known_at INTEGER NOT NULL,
PRIMARY KEY (id)
)
STRICT;
CREATE INDEX audit_by ON audit ("by");
