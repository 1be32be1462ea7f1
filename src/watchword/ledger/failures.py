"""What went wrong, the failures that matter most first.

The weights order the report, they are in no score. A wrong chain puts words into the wrong
mouth, a wrong modality makes a guess firm, a wrong figure is repeated; a claim missed misleads
less than a claim told wrongly, and a place or time left out least of all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from watchword.ledger.record import ClaimRecord
from watchword.ledger.scores import ClaimScores
from watchword.ledger.verdicts import Verdict


class Fault(StrEnum):
    """One thing wrong with a claim."""

    CHAIN = "wrong chain"
    MODALITY = "wrong modality"
    FIGURE = "wrong figure"
    MISSED = "missed claim"
    PLACE = "wrong place"
    TIME = "wrong time"
    EXTRA = "claim without a label"


WEIGHTS = {
    Fault.CHAIN: 32,
    Fault.MODALITY: 16,
    Fault.FIGURE: 8,
    Fault.MISSED: 4,
    Fault.PLACE: 1,
    Fault.TIME: 1,
    Fault.EXTRA: 0,
}
"""Powers of two: a heavier fault outweighs every lighter one together."""

_CHECKS: tuple[tuple[Fault, Callable[[Verdict], bool]], ...] = (
    (Fault.CHAIN, lambda verdict: verdict.chain_relaxed),
    (Fault.MODALITY, lambda verdict: verdict.modality),
    (Fault.FIGURE, lambda verdict: verdict.figure.right),
    (Fault.PLACE, lambda verdict: verdict.place.right),
    (Fault.TIME, lambda verdict: verdict.time.right),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A claim with what is wrong about it.

    Attributes:
        faults: what is wrong, heaviest first.
        gold: the labelled claim, None for a claim without a label.
        found: the found claim, None for a missed one.
    """

    faults: tuple[Fault, ...]
    gold: ClaimRecord | None
    found: ClaimRecord | None

    @property
    def weight(self) -> int:
        """How much it matters."""
        return sum(WEIGHTS[fault] for fault in self.faults)

    @property
    def claim(self) -> ClaimRecord:
        """The labelled claim, or the found one where there is no label."""
        claim = self.gold or self.found
        if claim is None:
            message = "a failure has a labelled or a found claim"
            raise ValueError(message)
        return claim


def rank_failures(scores: ClaimScores) -> tuple[Failure, ...]:
    """List every failure, the one that matters most first."""
    failures = []
    for verdict in scores.verdicts:
        faults = tuple(fault for fault, is_right in _CHECKS if not is_right(verdict))
        if faults:
            failures.append(Failure(faults=faults, gold=verdict.gold, found=verdict.found))
    failures += [Failure(faults=(Fault.MISSED,), gold=each, found=None) for each in scores.missed]
    failures += [Failure(faults=(Fault.EXTRA,), gold=None, found=each) for each in scores.extra]
    return tuple(sorted(failures, key=_rank))


def _rank(failure: Failure) -> tuple[int, str, str, str, str]:
    claim = failure.claim
    return (-failure.weight, claim.report_id, claim.claim_id, claim.sentence, claim.action)
