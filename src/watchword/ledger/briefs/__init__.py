"""Whether a brief holds what people who followed the situation wrote of it at the time."""
