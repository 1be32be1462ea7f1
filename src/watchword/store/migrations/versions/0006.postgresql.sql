CREATE TABLE tally (
kind TEXT NOT NULL,
name TEXT COLLATE "C" NOT NULL,
mark TEXT COLLATE "C" NOT NULL,
folded TEXT COLLATE "C" NOT NULL,
reports BIGINT NOT NULL,
claims BIGINT NOT NULL,
PRIMARY KEY (kind, name, mark)
);
CREATE INDEX tally_claims ON tally (kind, claims DESC, name);
CREATE INDEX tally_folded ON tally (kind, folded);
CREATE INDEX tally_reports ON tally (kind, reports DESC, name);
CREATE TABLE story_member (
id BIGSERIAL NOT NULL,
report_id BIGINT NOT NULL,
story TEXT NOT NULL,
known_at BIGINT NOT NULL,
until BIGINT,
PRIMARY KEY (id),
FOREIGN KEY(report_id) REFERENCES report (id)
);
CREATE INDEX story_member_report ON story_member (report_id, known_at);
CREATE INDEX story_member_story ON story_member (story, report_id);
