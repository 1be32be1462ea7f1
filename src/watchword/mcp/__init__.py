"""The door for assistants: what the desk shows, by the Model Context Protocol, as quoted words."""
