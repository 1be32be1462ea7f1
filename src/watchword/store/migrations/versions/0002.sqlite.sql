CREATE TABLE entry (
feed TEXT NOT NULL,
"key" TEXT NOT NULL,
PRIMARY KEY (feed, "key")
)
STRICT;
