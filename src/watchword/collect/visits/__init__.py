"""Visits to feeds, one small file for each kind; `visiting.py` is their door."""
