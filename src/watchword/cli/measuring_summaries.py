"""`watchword ledger summaries` and `timelines`: how near digests come to what people wrote."""

from collections.abc import Sequence

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
from watchword.config import read_settings
from watchword.flow.running import engine_of
from watchword.ledger.held_out_floors import FloorsFile, read_floors
from watchword.ledger.measuring import Task, chosen_tasks, measure_held_out, no_aim
from watchword.ledger.summaries import floors as of_summaries
from watchword.ledger.summaries import tasks as on_reports
from watchword.ledger.summaries.bench import SummaryBench
from watchword.ledger.timelines import floors as of_timelines
from watchword.ledger.timelines import tasks as on_timelines


def measure_summaries(order: LedgerOrder) -> None:
    """Score digests of single reports; ends with 1 where a score sank."""
    _measure(order, on_reports.TASKS, of_summaries.FLOORS)


def measure_timelines(order: LedgerOrder) -> None:
    """Score digests and chronologies of timelines; ends with 1 where a score sank."""
    _measure(order, on_timelines.TASKS, of_timelines.FLOORS)


def _measure(order: LedgerOrder, known: Sequence[Task[SummaryBench]], floors: FloorsFile) -> None:
    refuse_sources_and_idle_reason(order, floors.of)
    refuse_beside_and_shown(order)
    tasks = chosen_tasks(known, heads_of(order.only), of=floors.of)
    settings = read_settings()
    with watching() as watch:
        bench = SummaryBench(
            engine_of(settings), settings.data, reading_stands(watch), processes=settings.processes
        )
        outcome = measure_held_out(tasks, bench, read_floors(floors.path), aim_of=no_aim)
    tell_scores(outcome, order, "engine")
    keep_or_check(outcome, order, floors)
