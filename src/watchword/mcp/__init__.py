"""The Model Context Protocol: what the desk shows, for assistants."""
