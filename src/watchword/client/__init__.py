"""A small typed client of the API."""
