"""Competing hypotheses: evidence held against each, weighed, and what the ranking hangs on."""
