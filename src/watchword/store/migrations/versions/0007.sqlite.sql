CREATE TABLE story_shelf (
trace_id INTEGER NOT NULL,
told INTEGER NOT NULL,
ruled INTEGER NOT NULL,
made_by TEXT NOT NULL,
payload BLOB NOT NULL,
PRIMARY KEY (trace_id),
FOREIGN KEY(trace_id) REFERENCES story_trace (id)
)
STRICT;
