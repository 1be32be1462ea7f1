"""How near digests and chronologies come to the backgrounds that people wrote."""
