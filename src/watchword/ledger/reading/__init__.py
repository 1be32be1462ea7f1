"""How well reports are read: each finding of a sentence against sets that others labelled."""
