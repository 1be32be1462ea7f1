"""Words of what is told as not so and yet denies nothing: it is not ruled out, nobody knows."""

from watchword.text.similarity import stem

HOLLOW = frozenset(
    stem(word) for word in ("rule", "evidence", "confirm", "comment", "information", "know")
)
"""Stems: who does not rule a thing out, or has no evidence of it, does not say it is not so."""
