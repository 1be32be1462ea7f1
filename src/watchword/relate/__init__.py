"""Claims into findings and tracks of contested figures."""
