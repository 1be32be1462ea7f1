"""Labels that were given against labels that are right: accuracy, macro-F1, F1 of yes."""

from collections import Counter
from collections.abc import Sequence

from watchword.ledger.scores import Detection, Share


def accuracy(gold: Sequence[str], found: Sequence[str]) -> Share:
    """How many labels are right.

    >>> accuracy("abba", "abbb")
    Share(hits=3, of=4)
    """
    hits = sum(one == other for one, other in zip(gold, found, strict=True))
    return Share(hits=hits, of=len(gold))


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float | None:
    """Mean F1 of the labels that `gold` has, each weighing the same; None without any.

    A label that is found and never right costs the labels in whose place it stands, and is no
    class of its own.

    >>> macro_f1("aab", "aac")
    0.5
    """
    meant, given = Counter(gold), Counter(found)
    hits = Counter(one for one, other in zip(gold, found, strict=True) if one == other)
    scores = [2 * hits[label] / (meant[label] + given[label]) for label in sorted(meant)]
    return sum(scores) / len(scores) if scores else None


def count_yes(gold: Sequence[bool], found: Sequence[bool]) -> Detection:
    """Judgements: those found to hold, of those that do."""
    hits = sum(one and other for one, other in zip(gold, found, strict=True))
    return Detection(hits=hits, found=sum(found), labelled=sum(gold))
