"""Scores of a grouping: B-cubed (Bagga and Baldwin, 1998), and pairs that are in one story.

Only reports that have a labelled story are judged; what else a found story holds is not.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from math import comb

from watchword.ledger.measurement import Score, f1_score
from watchword.ledger.scores import Detection


def grouping_scores(labelled: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Score]:
    """B-cubed F1, precision and recall, and the same of pairs.

    Args:
        labelled: the story of each report that is judged.
        found: the story that each report was put in.
    """
    counts = {"reports": len(labelled), "stories": len(set(labelled.values()))}
    counts["found stories"] = len({found[key] for key in labelled})
    precision, recall = b_cubed(labelled, found)
    total = precision + recall
    f1 = 2 * precision * recall / total if total else None
    yield Score(metric="B3 F1", value=f1, counts=counts)
    yield Score(metric="B3 precision", value=precision, counts=counts, floored=False)
    yield Score(metric="B3 recall", value=recall, counts=counts, floored=False)
    pairs = pairs_of(labelled, found)
    yield f1_score("pairs F1", pairs)
    for side, share in (("precision", pairs.precision), ("recall", pairs.recall)):
        hits = {"hits": share.hits, "of": share.of}
        yield Score(metric=f"pairs {side}", value=share.value, counts=hits, floored=False)


def b_cubed(labelled: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall: means over the reports; 0 where there are none.

    >>> labels = {"a": "quake", "b": "quake", "c": "flood", "d": "flood"}
    >>> b_cubed(labels, {"a": "1", "b": "1", "c": "1", "d": "2"})
    (0.6666666666666666, 0.75)
    """
    if not labelled:
        return 0.0, 0.0
    both, of_label, of_found = _counts(labelled, found)
    shares = [(count, of_label[label], of_found[story]) for (label, story), count in both.items()]
    precision = sum(count * count / told for count, _, told in shares)
    recall = sum(count * count / true for count, true, _ in shares)
    return precision / len(labelled), recall / len(labelled)


def pairs_of(labelled: Mapping[str, str], found: Mapping[str, str]) -> Detection:
    """Pairs of reports that are in one story, as labelled and as found."""
    both, of_label, of_found = _counts(labelled, found)
    hits, stories, labels = (
        sum(comb(count, 2) for count in counts.values()) for counts in (both, of_found, of_label)
    )
    return Detection(hits=hits, found=stories, labelled=labels)


def _counts(
    labelled: Mapping[str, str], found: Mapping[str, str]
) -> tuple[Counter[tuple[str, str]], Counter[str], Counter[str]]:
    both = Counter((label, found[key]) for key, label in labelled.items())
    of_found = Counter(found[key] for key in labelled)
    return both, Counter(labelled.values()), of_found
