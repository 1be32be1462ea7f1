DROP INDEX ix_vector_report_id;
CREATE INDEX vector_place ON vector (report_id, reading_id, sentence_start);
CREATE INDEX reading_known ON reading (known_at);
CREATE INDEX claim_place ON claim (place);
CREATE INDEX claim_modality ON claim (modality);
CREATE INDEX claim_event ON claim (event);
CREATE INDEX report_feed ON report (feed);
CREATE INDEX report_newest ON report (published_at DESC NULLS LAST, id DESC);
