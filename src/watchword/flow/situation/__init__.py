"""A situation that grows: reports into the record, read, grouped, and briefed as of any instant."""
