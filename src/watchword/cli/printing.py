"""What is found is printed report by report and let go; what is unread is told at the end."""

import sys
from collections.abc import Callable, Iterable
from typing import TypeVar

import typer

from watchword.cli.exits import ExitCode
from watchword.cli.screen import is_watched, warn
from watchword.cli.unread import UnreadList
from watchword.model.report import Unread

Found = TypeVar("Found")


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
        warn(f"{reports:,} reports read, {printed:,} {done}")
    unread.warn()
    if not reports:
        warn("watchword: nothing could be read")
        raise typer.Exit(ExitCode.NOTHING_READ)
