"""`watchword ledger support`: how well it is told what cited pages bear out."""

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
from watchword.engines import ReadingEngine
from watchword.engines.support import SupportEngine
from watchword.ledger.held_out_floors import read_floors
from watchword.ledger.measuring import chosen_tasks, measure_held_out
from watchword.ledger.support.aims import aim_of
from watchword.ledger.support.bench import SupportBench
from watchword.ledger.support.floors import FLOORS
from watchword.ledger.support.tasks import TASKS


def measure_support(order: LedgerOrder) -> None:
    """Score what is told of cited claims; ends with 1 where a score sank."""
    refuse_sources_and_idle_reason(order, FLOORS.of)
    refuse_beside_and_shown(order)
    tasks = chosen_tasks(TASKS, heads_of(order.only), of=FLOORS.of)
    with watching() as watch:
        bench = SupportBench(
            SupportEngine(), ReadingEngine(), read_settings().data, reading_stands(watch)
        )
        outcome = measure_held_out(tasks, bench, read_floors(FLOORS.path), aim_of=aim_of)
    tell_scores(outcome, order, "engine")
    keep_or_check(outcome, order, FLOORS)
