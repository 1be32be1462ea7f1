"""`watchword ledger forecasts`: how a crowd and a base rate score on questions with answers."""

from watchword.cli.measuring import LedgerOrder
from watchword.cli.measuring_held_out import (
    heads_of,
    keep_or_check,
    refuse_beside_and_shown,
    refuse_sources_and_idle_reason,
    tell_scores,
)
from watchword.config import read_settings
from watchword.ledger.forecasts.floors import FLOORS
from watchword.ledger.forecasts.tasks import TASKS, ForecastBench
from watchword.ledger.held_out_floors import read_floors
from watchword.ledger.measuring import chosen_tasks, measure_held_out, no_aim


def measure_forecasts(order: LedgerOrder) -> None:
    """Score predictions on questions with known answers; ends with 1 where a score sank."""
    refuse_sources_and_idle_reason(order, FLOORS.of)
    refuse_beside_and_shown(order)
    tasks = chosen_tasks(TASKS, heads_of(order.only), of=FLOORS.of)
    bench = ForecastBench(data=read_settings().data)
    outcome = measure_held_out(tasks, bench, read_floors(FLOORS.path), aim_of=no_aim)
    tell_scores(outcome, order, "scoring")
    keep_or_check(outcome, order, FLOORS)
