"""The sentences of one report, or of several, that a reader needs."""

from dataclasses import dataclass
from datetime import datetime

from watchword.model.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLine:
    """One sentence of a digest.

    Attributes:
        sentence: the sentence, with the claims that it stands on.
        bare: the sentence without outlet and day in brackets.
        report: key of the report that it is from.
        place: how many sentences with a claim stand before it in the report.
        weight: how much it matters, from 0 up.
    """

    sentence: Sentence
    bare: str
    report: str
    place: int
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What a reader needs of some reports.

    Attributes:
        as_of: nothing learnt later is in it.
        lines: the sentences, by time of publication and by place in the report.
        reports: how many reports it is of.
        left_out: how many sentences with a claim stand in none of its lines.
        refused: how many sentences that mattered no checked wording tells.
    """

    as_of: datetime
    lines: tuple[DigestLine, ...]
    reports: int
    left_out: int
    refused: int
