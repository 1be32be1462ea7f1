CREATE TABLE story_shelf (
trace_id BIGINT NOT NULL,
told BIGINT NOT NULL,
ruled BIGINT NOT NULL,
made_by TEXT NOT NULL,
payload BYTEA NOT NULL,
PRIMARY KEY (trace_id),
FOREIGN KEY(trace_id) REFERENCES story_trace (id)
);
