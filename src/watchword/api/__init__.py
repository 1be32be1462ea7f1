"""JSON over HTTP: what the desk shows and does."""
