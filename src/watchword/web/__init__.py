"""The pages: what the desk shows, as HTML."""
