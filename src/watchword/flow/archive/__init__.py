"""Archives, shard by shard: planned once, read by many processes or hosts, resumed at any time."""
