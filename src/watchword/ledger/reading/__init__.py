"""How well reports are read: claims found in held-out texts, against what people labelled there."""
