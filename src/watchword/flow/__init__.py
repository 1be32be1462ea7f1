"""The order of the work, as one list to read aloud."""
