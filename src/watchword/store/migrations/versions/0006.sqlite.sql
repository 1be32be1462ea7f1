CREATE TABLE tally (
kind TEXT NOT NULL,
name TEXT NOT NULL,
mark TEXT NOT NULL,
folded TEXT NOT NULL,
reports INTEGER NOT NULL,
claims INTEGER NOT NULL,
PRIMARY KEY (kind, name, mark)
)
STRICT;
CREATE INDEX tally_claims ON tally (kind, claims DESC, name);
CREATE INDEX tally_folded ON tally (kind, folded);
CREATE INDEX tally_reports ON tally (kind, reports DESC, name);
CREATE TABLE story_member (
id INTEGER NOT NULL,
report_id INTEGER NOT NULL,
story TEXT NOT NULL,
known_at INTEGER NOT NULL,
until INTEGER,
PRIMARY KEY (id),
FOREIGN KEY(report_id) REFERENCES report (id)
)
STRICT;
CREATE INDEX story_member_report ON story_member (report_id, known_at);
CREATE INDEX story_member_story ON story_member (story, report_id);
