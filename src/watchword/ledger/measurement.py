"""What a measurement on a held-out set gives: a score, its counts, and how it is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.ledger.scores import Detection, Share
from watchword.model.reading import Reading

Pair = tuple[LabelledSentence, Reading]
"""A sentence as people labelled it and as an engine read it; both have the same words."""


class Form(StrEnum):
    """How a score is written; the values are Python's format specifications."""

    SHARE = ".2%"
    DEGREE = ".4f"
    ERROR = ".5f"
    RATE = ",.0f"
    SECONDS = ".2f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One number, and what it was counted from.

    Attributes:
        metric: what it is, such as `LAS` or `source F1`.
        value: the number; None where there was nothing to judge.
        counts: what it was counted from, by name.
        form: how it is written.
        floored: whether it may have a floor: from 0 to 1, the more the better, the same on every
            machine.
    """

    metric: str
    value: float | None
    counts: Mapping[str, int]
    form: Form = Form.SHARE
    floored: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What is wanted of a score.

    Attributes:
        aim: what it should be.
        least: what is good enough.
    """

    aim: float
    least: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A score of one head on one held-out set.

    Attributes:
        head: what is measured: a head of the model, such as `trees`, or a kind of finding.
        data: name of the held-out set.
        digest: SHA-256 of the set's files, hexadecimal.
        score: the score.
        beside: that of what it is held beside; None where there is nothing.
    """

    head: str
    data: str
    digest: str
    score: Score
    beside: Score | None = None

    @property
    def place(self) -> tuple[str, str, str]:
        """Head, data and metric, by which floors and aims are found."""
        return self.head, self.data, self.score.metric


def f1_score(metric: str, detection: Detection) -> Score:
    """The F1 of a detection; precision and recall follow from its counts."""
    return Score(metric=metric, value=detection.f1, counts=_counts(detection))


def detection_scores(name: str, detection: Detection) -> tuple[Score, Score, Score]:
    """F1, precision and recall of a detection; the last two may trade, and have no floors."""
    counts = _counts(detection)
    sides = (("precision", detection.precision), ("recall", detection.recall))
    precision, recall = (
        Score(metric=f"{name} {side}", value=share.value, counts=counts, floored=False)
        for side, share in sides
    )
    return f1_score(f"{name} F1", detection), precision, recall


def share_score(metric: str, share: Share, *, floored: bool = True) -> Score:
    """A share of what was judged."""
    counts = {"hits": share.hits, "of": share.of}
    return Score(metric=metric, value=share.value, counts=counts, floored=floored)


def _counts(detection: Detection) -> Mapping[str, int]:
    return {
        "hits": detection.hits,
        "found": detection.found,
        "labelled": detection.labelled,
    }
