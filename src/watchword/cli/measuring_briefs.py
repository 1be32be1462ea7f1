"""`watchword ledger briefs`: whether briefs hold what was written of situations at the time."""

from watchword.cli.measuring import LedgerOrder
from watchword.cli.measuring_held_out import (
    heads_of,
    keep_or_check,
    reading_stands,
    refuse_beside_and_shown,
    refuse_sources_and_idle_reason,
    tell_scores,
)
from watchword.cli.progress import watching
from watchword.cli.screen import one_line, tell
from watchword.config import read_settings
from watchword.flow.running import engine_of
from watchword.ledger.briefs.floors import FLOORS
from watchword.ledger.briefs.tasks import TASKS, BriefBench
from watchword.ledger.held_out_floors import read_floors
from watchword.ledger.measuring import chosen_tasks, measure_held_out, no_aim


def measure_briefs(order: LedgerOrder) -> None:
    """Brief three situations and look for what is wanted; ends with 1 where a score sank."""
    refuse_sources_and_idle_reason(order, FLOORS.of)
    refuse_beside_and_shown(order)
    tasks = chosen_tasks(TASKS, heads_of(order.only), of=FLOORS.of)
    with watching() as watch:
        bench = BriefBench(
            data=read_settings().data,
            engine=engine_of(read_settings()),
            missed={},
            watch=reading_stands(watch),
        )
        outcome = measure_held_out(tasks, bench, read_floors(FLOORS.path), aim_of=no_aim)
    tell_scores(outcome, order, "engine")
    if not order.as_json:
        for name, missed in bench.missed.items():
            for each in missed:
                tell(f"not told in “{name}”: {one_line(each.wanted.what)}")
    keep_or_check(outcome, order, FLOORS)
