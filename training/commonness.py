"""Count in how many reports each word, pair of words and name stands.

Usage: commonness.py features.jsonl; the counts are written beside the gazetteers of `text`.
"""
