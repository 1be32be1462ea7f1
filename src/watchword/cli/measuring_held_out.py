"""What the ledgers of held-out sets share: words that are typed, scores told, floors kept."""

from collections.abc import Callable

import typer

from watchword.cli.exits import ExitCode
from watchword.cli.measuring import LedgerOrder, changelog_of_checkout
from watchword.cli.screen import tell, tell_json, warn
from watchword.errors import SettingsError
from watchword.flow.running import Stand, Step, Watcher
from watchword.ledger.held_out_floors import FloorsFile, update_floors
from watchword.ledger.held_out_report import held_out_to_json, write_held_out_report
from watchword.ledger.measuring import HeldOutOutcome


def heads_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """The heads that were named, one by one or with commas.

    >>> heads_of(("trees,names", "events"))
    ('trees', 'names', 'events')
    """
    return tuple(head for given in words for word in given.split(",") if (head := word.strip()))


def refuse_sources_and_idle_reason(order: LedgerOrder, of: str) -> None:
    """Refuse what no ledger of held-out sets takes.

    Raises:
        SettingsError: if there is a path, or a reason for nothing.
    """
    if order.sources:
        raise SettingsError(f"{of} is measured on held-out sets alone", key=order.sources[0])
    if order.reason and not order.update:
        raise SettingsError("a reason is for --update", key="--reason")


def refuse_beside_and_shown(order: LedgerOrder) -> None:
    """Refuse what goes together with other ledgers alone.

    Raises:
        SettingsError: if it was asked for.
    """
    if order.beside is not None:
        raise SettingsError("that is for `watchword ledger model`", key="--beside")
    if order.shown is not None:
        raise SettingsError("failures are shown for claims, mutations and reading", key="--show")


def reading_stands(watch: Watcher) -> Callable[[int, int], None]:
    """Pass on how far the reading of a set is."""

    def pass_on(done: int, total: int) -> None:
        watch(Stand(step=Step.READING, done=done, total=total))

    return pass_on


def tell_scores(outcome: HeldOutOutcome, order: LedgerOrder, measured: str) -> None:
    """Print the scores."""
    if order.as_json:
        tell_json(held_out_to_json(outcome, measured), indent=2)
    else:
        tell(write_held_out_report(outcome).rstrip())


def keep_or_check(outcome: HeldOutOutcome, order: LedgerOrder, kept: FloorsFile) -> None:
    """Set the floors where that was asked for; otherwise end with 1 where a score sank."""
    if order.update:
        lowered = update_floors(
            outcome.measurements, kept, reason=order.reason, changelog=changelog_of_checkout()
        )
        warn(f"floors written: {kept.path}")
        for each in lowered:
            warn(f"  lowered: {each}")
    elif outcome.check.sunk:
        raise typer.Exit(ExitCode.FAILED_CHECK)
