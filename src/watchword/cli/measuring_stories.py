"""`watchword ledger stories`: how well reports are put into stories, from the reports again."""

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
from watchword.ledger.stories.aims import aim_of
from watchword.ledger.stories.bench import StoryBench
from watchword.ledger.stories.floors import FLOORS
from watchword.ledger.stories.tasks import TASKS


def measure_stories(order: LedgerOrder) -> None:
    """Score the stories that held-out reports are put into; ends with 1 where a score sank."""
    refuse_sources_and_idle_reason(order, FLOORS.of)
    refuse_beside_and_shown(order)
    tasks = chosen_tasks(TASKS, heads_of(order.only), of=FLOORS.of)
    settings = read_settings()
    with watching() as watch:
        bench = StoryBench(
            engine_of(settings), settings.data, reading_stands(watch), processes=settings.processes
        )
        outcome = measure_held_out(tasks, bench, read_floors(FLOORS.path), aim_of=aim_of)
    tell_scores(outcome, order, "engine")
    keep_or_check(outcome, order, FLOORS)
