"""`watchword ledger reading`: how well claims are found in held-out texts, from the texts again."""

from collections.abc import Sequence

from watchword.cli.measuring import LedgerOrder
from watchword.cli.measuring_held_out import (
    heads_of,
    keep_or_check,
    reading_stands,
    refuse_sources_and_idle_reason,
    tell_scores,
)
from watchword.cli.progress import watching
from watchword.cli.screen import one_line, tell
from watchword.config import read_settings
from watchword.errors import SettingsError
from watchword.flow.running import engine_of
from watchword.ledger.held_out_floors import read_floors
from watchword.ledger.measuring import chosen_tasks, measure_held_out
from watchword.ledger.reading.aims import aim_of
from watchword.ledger.reading.bench import ReadingBench
from watchword.ledger.reading.floors import FLOORS
from watchword.ledger.reading.misses import Miss
from watchword.ledger.reading.tasks import TASKS, misses_of


def measure_reading(order: LedgerOrder) -> None:
    """Score what is read in the held-out texts; ends with 1 where a score sank."""
    refuse_sources_and_idle_reason(order, FLOORS.of)
    if order.beside is not None:
        raise SettingsError("that is for `watchword ledger model`", key="--beside")
    if order.shown and order.as_json:
        raise SettingsError("texts of others are shown on the screen alone", key="--show")
    tasks = chosen_tasks(TASKS, heads_of(order.only), of=FLOORS.of)
    with watching() as watch:
        settings = read_settings()
        bench = ReadingBench(engine_of(settings), settings.data, reading_stands(watch))
        outcome = measure_held_out(tasks, bench, read_floors(FLOORS.path), aim_of=aim_of)
    tell_scores(outcome, order, "engine")
    if order.shown:
        _tell_misses(misses_of(tasks, bench), order.shown)
    keep_or_check(outcome, order, FLOORS)


def _tell_misses(misses: Sequence[Miss], shown: int) -> None:
    tell(f"Failures that matter most, {min(shown, len(misses))} of {len(misses)}:")
    for number, miss in enumerate(misses[:shown], start=1):
        tell(f"{number:>3}. {miss.fault} [{miss.document}]")
        for name, side in (("label", miss.labelled), ("found", miss.found)):
            tell(f"     {name}: {' | '.join(map(one_line, side)) if side else 'nothing'}")
