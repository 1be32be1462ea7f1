"""Progress of an archive on standard error: shards, reports and words a second, time left."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from watchword.cli.screen import is_watched
from watchword.flow.archive.driving import Headway, Onlooker, nobody


@contextmanager
def watching_shards() -> Iterator[Onlooker]:
    """Show how far an archive is read, where somebody watches; the bar goes away in the end."""
    if not is_watched():
        yield nobody
        return
    from rich.console import Console  # noqa: PLC0415 - only where somebody watches
    from rich.progress import (  # noqa: PLC0415 - only where somebody watches
        BarColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    with Progress(
        SpinnerColumn(),
        TextColumn("Reading shards"),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[counts]}", markup=False),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bars:
        task = bars.add_task("", total=None, counts="planning")
        began = monotonic()

        def show(headway: Headway) -> None:
            counts = counts_of(headway, monotonic() - began)
            bars.update(
                task, total=headway.shards, completed=headway.done + headway.aside, counts=counts
            )

        yield show


def counts_of(headway: Headway, seconds: float) -> str:
    """How far and how fast, in words.

    >>> counts_of(Headway(shards=4, done=1), 9.0)
    '1 of 4'
    """
    told = [f"{headway.done:,} of {headway.shards:,}"]
    if headway.fresh and seconds > 0:
        reports, words = headway.counts.reports / seconds, headway.counts.words / seconds
        told += [f"{reports:,.1f} reports/s", f"{words:,.0f} words/s"]
    told += [f"{headway.aside:,} set aside"] if headway.aside else []
    return ", ".join(told)
