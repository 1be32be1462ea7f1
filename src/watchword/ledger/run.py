"""Measure: read the labelled reports, score what was found, hold it against the floors."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from watchword.errors import WatchwordError
from watchword.ledger.changelog import keep_floors
from watchword.ledger.failures import Failure, rank_failures
from watchword.ledger.floors import (
    PACKAGED,
    FloorCheck,
    Floors,
    check_floors,
    raise_floors,
    read_floors,
    write_floors,
)
from watchword.ledger.floors_file import Sinking
from watchword.ledger.labelled import LabelledReport, LabelledSet
from watchword.ledger.record import ClaimRecord, parse_record
from watchword.ledger.scores import ClaimScores, score_claims

Reader = Callable[[Sequence[LabelledReport]], Iterable[ClaimRecord | Mapping[str, object]]]
"""What finds claims in reports: records, or the lines of `watchword read --json` decoded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One measurement.

    Attributes:
        digest: of the labelled data.
        reports: how many reports were read.
        scores: the scores.
        failures: what went wrong, what matters most first.
        check: whether the floors hold.
    """

    digest: str
    reports: int
    scores: ClaimScores
    failures: tuple[Failure, ...]
    check: FloorCheck


def measure(labelled: LabelledSet, read: Reader, floors: Floors | None = None) -> Outcome:
    """Score what a reader finds in the labelled reports.

    Args:
        labelled: reports and labels.
        read: finds claims in reports.
        floors: what the scores are held against; the packaged floors where None.

    Raises:
        UnreadableError: if the reader gives something that is not a claim record.
    """
    scores = score_claims(labelled.claims, _each_record(read(labelled.reports)))
    return Outcome(
        digest=labelled.digest,
        reports=len(labelled.reports),
        scores=scores,
        failures=rank_failures(scores),
        check=check_floors(scores, labelled.digest, floors or read_floors()),
    )


def update(
    outcome: Outcome, *, reason: str = "", path: Path = PACKAGED, changelog: Path
) -> tuple[Sinking, ...]:
    """Write the scores as the new floors, and the reason for each lower one to the changelog.

    Returns:
        The floors that were set lower.

    Raises:
        RefusedError: if a floor would sink and no reason is given, or a file cannot be written.
        UnreadableError: if the old floors cannot be read.
    """
    floors, lowered = raise_floors(outcome.scores, outcome.digest, read_floors(path), reason=reason)
    keep_floors(path, write_floors(floors), lowered, reason=reason, changelog=changelog)
    return lowered


def _each_record(found: Iterable[ClaimRecord | Mapping[str, object]]) -> Iterable[ClaimRecord]:
    for number, each in enumerate(found, start=1):
        if isinstance(each, ClaimRecord):
            yield each
        elif isinstance(each, Mapping):
            yield parse_record(each, key=f"found claim {number}")
        else:
            raise WatchwordError("neither a claim record nor a line", key=f"found claim {number}")
