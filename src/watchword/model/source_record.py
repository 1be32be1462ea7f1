"""What became of a source's claims, and the grade that this record earns it."""

from dataclasses import dataclass
from enum import StrEnum

from watchword.model.source import Reliability


class Outcome(StrEnum):
    """What became of a claim."""

    CONFIRMED = "confirmed"
    """Later told by a source that is independent of it and no party, or by the side that it is
    told against."""
    CONTRADICTED = "contradicted"
    """Later denied by such a source, or told by two of them with a lower figure."""
    CORRECTED = "corrected"
    """A newer version of the outlet's report does not say it any more."""
    WITHDRAWN = "withdrawn"
    """The outlet took the report back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """A claim of a source of which it is known what became of it.

    Attributes:
        source: canonical name of the source.
        claim: key of its claim.
        outcome: what became of it.
        by: keys of the claims that settle it; empty where the outlet took it back itself.
        reason: why, in words.
    """

    source: str
    claim: str
    outcome: Outcome
    by: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """What became of a source's claims.

    Attributes:
        name: canonical name of the source.
        settled: claims of which it is known what became of them, the newest first; a thing that
            it says more than once is there once.
        claims: keys of all of its claims, the newest first.
        things: how many different things it claims.
    """

    name: str
    settled: tuple[Settlement, ...]
    claims: tuple[str, ...]
    things: int

    def count(self, outcome: Outcome) -> int:
        """How many of its claims came to this."""
        return sum(each.outcome is outcome for each in self.settled)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGrade:
    """How reliable a source is, and by what.

    Attributes:
        record: what became of its claims.
        reliability: the grade that holds: a person's, else the record's.
        given: a person's grade, None where nobody gave one.
        earned: the record's grade; F where too little is settled.
        basis: why, in words.
        made_by: name and version of what found the record's grade.
    """

    record: SourceRecord
    reliability: Reliability
    given: Reliability | None
    earned: Reliability
    basis: str
    made_by: str
