"""Findings into likelihood and confidence."""
