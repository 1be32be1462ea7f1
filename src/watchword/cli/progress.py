"""Progress on standard error, where somebody watches; nothing at all where nobody does."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from watchword.cli.screen import is_watched, many
from watchword.flow.running import Stand, Step, Watcher, unwatched

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


@contextmanager
def watching(*, beside_output: bool = False) -> Iterator[Watcher]:
    """Show how far a run has come: a bar where the total is known, else counts that move.

    Args:
        beside_output: whether output is written at the same time; on a terminal it then shows
            by itself how far the run has come, and nothing else is shown.
    """
    if not is_watched() or (beside_output and sys.stdout.isatty()):
        yield unwatched
        return
    with _bars() as bars:
        yield _Display(bars).show


class _Display:
    """One line a step; a step that is over goes away."""

    def __init__(self, bars: "Progress") -> None:
        self._bars = bars
        self._step: Step | None = None
        self._task: TaskID | None = None

    def show(self, stand: Stand) -> None:
        if self._task is None or stand.step is not self._step:
            if self._task is not None:
                self._bars.remove_task(self._task)
            self._step = stand.step
            self._task = self._bars.add_task(stand.step.value.capitalize(), counts="")
        self._bars.update(
            self._task, total=stand.total, completed=stand.done, counts=counts_of(stand)
        )


def counts_of(stand: Stand) -> str:
    """The counts of a stand in words, those of nothing left out."""
    of = f" of {stand.total:,}" if stand.total is not None else ""
    told = [f"{stand.done:,}{of}"] if stand.done or of else []
    told += [many(stand.claims, "claim")] if stand.claims else []
    told += [f"{stand.unread:,} unread"] if stand.unread else []
    return ", ".join(told)


def _bars() -> "Progress":
    from rich.console import Console  # noqa: PLC0415 - only where somebody watches
    from rich.progress import (  # noqa: PLC0415 - only where somebody watches
        BarColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[counts]}", markup=False),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
