"""The commands that show a view of what is known; the work behind each is loaded when asked for."""
