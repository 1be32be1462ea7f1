"""Mentions into actors and places."""
