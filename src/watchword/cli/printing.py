"""What is found is printed report by report and let go; what is unread is told at the end."""

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from watchword.cli.exits import ExitCode
from watchword.cli.screen import is_watched, many, warn, width
from watchword.cli.unread import UnreadList
from watchword.model.report import Unread

Found = TypeVar("Found")


def print_table(names: Sequence[str], rows: Iterable[Sequence[Text]]) -> None:
    """Print rows under their names, as wide as the terminal."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for name in names:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*row)
    console = Console(file=sys.stdout, width=width(), markup=False, highlight=False, emoji=False)
    console.print(table)


def print_each(found: Iterable[Found | Unread], take: Callable[[Found], int], done: str) -> None:
    """Print what was found in each report, and end the command if nothing could be read.

    Args:
        found: reports as they are worked on, and inputs that could not be read.
        take: prints what was found in one report, and gives how much that was.
        done: what was found and what was done with it, as `claims found`.

    Raises:
        typer.Exit: if nothing could be read.
    """
    unread, reports, printed = UnreadList(), 0, 0
    for each in found:
        if isinstance(each, Unread):
            unread.add(each)
            continue
        printed += take(each)
        reports += 1
    sys.stdout.flush()
    if is_watched() or unread.count:
        warn(f"{many(reports, 'report')} read, {printed:,} {done}")
    unread.warn()
    if not reports:
        warn("watchword: nothing could be read")
        raise typer.Exit(ExitCode.NOTHING_READ)
