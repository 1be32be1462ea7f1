"""Everything that is measured of support, in the order in which it is printed."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from watchword.brief.support import BORNE_OUT, HOLDS
from watchword.ledger.held_out import HeldOut
from watchword.ledger.measurement import Form, Score
from watchword.ledger.measuring import Task
from watchword.ledger.model.correlation import area_under_curve, average_precision
from watchword.ledger.scores import Detection
from watchword.ledger.support.asked import AskedClaim, ask_named, ask_pages
from watchword.ledger.support.bench import Ask, SupportBench
from watchword.ledger.support.held_out import NAMED, PAGES

ScoreEach = Callable[[SupportBench, Sequence[AskedClaim]], list[float]]
HEADS: tuple[tuple[str, ScoreEach], ...] = (
    ("support", SupportBench.judged),
    ("holds", SupportBench.held),
    ("words", SupportBench.covered),
    ("embedding", SupportBench.likened),
)
"""What the product says of a sentence, and what it is held beside."""
LEAST = {"support": BORNE_OUT, "holds": HOLDS}
"""From which score a claim counts as found supported; chosen on other texts than these."""
SETS: tuple[tuple[HeldOut, Ask], ...] = ((PAGES, ask_pages), (NAMED, ask_named))


def _score(bench: SupportBench, head: str, score_each: ScoreEach, ask: Ask) -> Iterable[Score]:
    asked = bench.asked(ask)
    scores, are_borne = score_each(bench, asked), [each.is_borne for each in asked]
    counts = {"claims": len(asked), "supported": sum(are_borne)}
    for metric, value in (
        ("AUROC", area_under_curve(scores, are_borne)),
        ("average precision", average_precision(scores, are_borne)),
    ):
        is_floored = head in LEAST
        yield Score(metric=metric, value=value, counts=counts, form=Form.DEGREE, floored=is_floored)
    if head in LEAST:
        yield _f1([score >= LEAST[head] for score in scores], are_borne)


def _f1(found: Sequence[bool], are_borne: Sequence[bool]) -> Score:
    """F1 above the score from which a sentence counts as borne out."""
    both = sum(one and other for one, other in zip(found, are_borne, strict=True))
    counted = Detection(hits=both, found=sum(found), labelled=sum(are_borne))
    return Score(
        metric="F1",
        value=counted.f1,
        counts={"hits": both, "found": sum(found), "labelled": sum(are_borne)},
        floored=False,
    )


TASKS: tuple[Task[SupportBench], ...] = tuple(
    Task(head=head, held=held, run=partial(_score, head=head, score_each=each, ask=ask))
    for head, each in HEADS
    for held, ask in SETS
)
"""Every measurement."""
