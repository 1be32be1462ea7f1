"""How many altered briefs the check catches: the share by kind of alteration.

The alterations and the check belong to `brief`; this counts their outcomes over many briefs.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from watchword.ledger.scores import Share
from watchword.model.brief import Brief

FLOOR = 0.95
"""Least share of alterations that the check has to catch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MutationScores:
    """What was caught.

    Attributes:
        briefs: how many briefs were altered.
        by_kind: the share caught, by kind of alteration, in alphabetical order.
    """

    briefs: int
    by_kind: dict[str, Share]

    @property
    def total(self) -> Share:
        """The share caught of all alterations."""
        return Share(
            hits=sum(share.hits for share in self.by_kind.values()),
            of=sum(share.of for share in self.by_kind.values()),
        )

    @property
    def passed(self) -> bool:
        """Whether there was anything to catch and enough of it was caught."""
        return (self.total.value or 0.0) >= FLOOR


def score_mutations(
    briefs: Iterable[Brief], check: Callable[[Brief], Iterable[tuple[str, bool]]]
) -> MutationScores:
    """Count what a check catches over many briefs.

    Args:
        briefs: the briefs to alter.
        check: alters one brief in many ways, and gives for each alteration its kind and
            whether it was caught.
    """
    made: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    count = 0
    for brief in briefs:
        count += 1
        for kind, was_caught in check(brief):
            made[kind] += 1
            caught[kind] += was_caught
    return MutationScores(
        briefs=count,
        by_kind={kind: Share(hits=caught[kind], of=made[kind]) for kind in sorted(made)},
    )


def write_mutations(scores: MutationScores) -> str:
    """Give the shares as lines of text, the total last."""
    rows = [*scores.by_kind.items(), ("all", scores.total)]
    width = max(len(kind) for kind, _ in rows)
    lines = [f"Alterations caught, over {scores.briefs} briefs (at least {FLOOR:.0%} needed):"]
    for kind, share in rows:
        told = "nothing to alter" if share.value is None else f"{share.value:6.1%}"
        lines.append(f"  {kind:<{width}}  {told}  {share.hits}/{share.of}")
    return "\n".join(lines) + "\n"
