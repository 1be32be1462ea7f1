"""How well reports are read: what is found in held-out texts, against what people labelled."""
