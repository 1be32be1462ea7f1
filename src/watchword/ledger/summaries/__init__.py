"""How near a digest of one report comes to what people wrote of it, beside plain rivals."""
