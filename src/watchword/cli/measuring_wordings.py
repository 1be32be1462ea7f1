"""`watchword ledger wordings`: what a lying language model could put into a brief."""

from collections.abc import Iterator, Sequence

import typer

from watchword.cli.exits import ExitCode
from watchword.cli.measuring import (
    LedgerOrder,
    briefs_in,
    example_situation,
    refuse_what_is_for_the_model,
)
from watchword.cli.progress import watching
from watchword.cli.screen import one_line, tell, tell_json
from watchword.config import read_settings
from watchword.errors import SettingsError
from watchword.flow.consulting import judge_of_wordings
from watchword.flow.running import Stand, Step
from watchword.ledger.scores import Share
from watchword.ledger.table import SHOWN
from watchword.ledger.wordings import (
    LEAST_DROPPED,
    LEAST_KEPT,
    Misjudged,
    WordingScores,
    score_wordings,
    total_of,
    write_wordings,
)


def measure_wordings(order: LedgerOrder) -> None:
    """Word the sentences of briefs falsely and faithfully, and count what is judged rightly.

    Ends with 1 where that is too little.
    """
    if order.update or order.reason:
        raise SettingsError("the shares of wordings have one floor each", key="--update")
    refuse_what_is_for_the_model(order)
    with watching() as watch:
        briefs = briefs_in(order.sources or (example_situation(),), read_settings(), watch)
        scores = score_wordings(
            briefs, judge_of_wordings(), lambda done: watch(Stand(step=Step.ALTERING, done=done))
        )
    shown = scores.misjudged[: SHOWN if order.shown is None else order.shown]
    if order.as_json:
        tell_json(_record(scores, shown), indent=2)
    else:
        tell(write_wordings(scores).rstrip())
        for line in _lines(shown, len(scores.misjudged)):
            tell(line)
    if not scores.passed:
        raise typer.Exit(ExitCode.FAILED_CHECK)


def _record(scores: WordingScores, shown: Sequence[Misjudged]) -> dict[str, object]:
    return {
        "briefs": scores.briefs,
        "passed": scores.passed,
        "dropped": _shares(scores.dropped, LEAST_DROPPED),
        "kept": _shares(scores.kept, LEAST_KEPT),
        "misjudged": [
            {
                "kind": each.kind,
                "before": each.before,
                "after": each.after,
                "faults": list(each.faults),
            }
            for each in shown
        ],
    }


def _shares(shares: dict[str, Share], floor: float) -> dict[str, object]:
    return {
        "floor": floor,
        "share": total_of(shares).value,
        "by_kind": {
            kind: {"hits": share.hits, "of": share.of, "value": share.value}
            for kind, share in shares.items()
        },
    }


def _lines(shown: Sequence[Misjudged], count: int) -> Iterator[str]:
    if not shown:
        return
    yield f"Judged wrongly, {len(shown)} of {count}:"
    for each in shown:
        yield f"  {each.kind}"
        yield f"    before: {one_line(each.before)}"
        yield f"    after:  {one_line(each.after)}"
        for fault in each.faults:
            yield f"    found:  {one_line(fault)}"
