"""Findings into a brief: outline, write, cite, verify, render."""
