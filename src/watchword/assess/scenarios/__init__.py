"""Scenarios: what is claimed to lead to what, completed by a person, and computed."""
