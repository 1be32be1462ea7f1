"""`watchword ledger moves`: how well it is told what moves."""

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
from watchword.ledger.held_out_floors import read_floors
from watchword.ledger.measuring import chosen_tasks, measure_held_out
from watchword.ledger.moves.bench import MoveBench
from watchword.ledger.moves.floors import FLOORS
from watchword.ledger.moves.tasks import TASKS, aim_of


def measure_moves(order: LedgerOrder) -> None:
    """Score what is found to move in held-out sets; ends with 1 where a score sank."""
    refuse_sources_and_idle_reason(order, FLOORS.of)
    refuse_beside_and_shown(order)
    tasks = chosen_tasks(TASKS, heads_of(order.only), of=FLOORS.of)
    settings = read_settings()
    with watching() as watch:
        bench = MoveBench(
            engine_of(settings), settings.data, reading_stands(watch), processes=settings.processes
        )
        outcome = measure_held_out(tasks, bench, read_floors(FLOORS.path), aim_of=aim_of)
    tell_scores(outcome, order, "engine")
    keep_or_check(outcome, order, FLOORS)
