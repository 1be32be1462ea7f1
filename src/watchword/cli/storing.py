"""`watchword store`: copies of the record, its rows for other programs, and whether it is sound."""

from pathlib import Path

import typer

from watchword.cli.exits import ExitCode
from watchword.cli.screen import put_lines, tell, warn
from watchword.config import read_settings
from watchword.store import create_store, open_store
from watchword.store.backup import back_up, copy_rows, each_line
from watchword.store.dialect import check, size_of
from watchword.store.thinning import thin
from watchword.store.tidying import tidy
from watchword.text.instants import moment_of


def back_up_to(store: str | None, file: Path) -> None:
    """Copy the record into a new file, while others use it."""
    opened = open_store(store or read_settings().store)
    try:
        back_up(opened, file)
    finally:
        opened.close()
    tell(f"written: {file}")


def copy_to(store: str | None, other: str) -> None:
    """Copy the record into a new store of either kind."""
    opened = open_store(store or read_settings().store)
    made = create_store(other, title="")
    try:
        copy_rows(opened, made)
    finally:
        made.close()
        opened.close()
    tell(f"copied to {made.location}")


def export(store: str | None, as_of: str | None) -> None:
    """Print every row of the record, one JSON object a line."""
    opened = open_store(store or read_settings().store)
    try:
        with opened.viewing(None if as_of is None else moment_of(as_of)) as view:
            for line in each_line(view):
                put_lines([line])
    finally:
        opened.close()


def look_over(store: str | None) -> None:
    """Say whether the record is sound, and how large it is."""
    opened = open_store(store or read_settings().store)
    try:
        with opened.viewing() as view:
            faults, size = check(view.connection), size_of(view.connection)
    finally:
        opened.close()
    for fault in faults:
        warn(fault)
    tell(f"{opened.location}: {'sound' if not faults else 'DAMAGED'}, {size:,} bytes")
    if faults:
        raise typer.Exit(ExitCode.FAILED_CHECK)


def thin_to(store: str | None, other: str, since: str) -> None:
    """Make a smaller record, and say what is left in the whole one."""
    first = moment_of(f"{since}T00:00", option="--since")
    opened = open_store(store or read_settings().store)
    try:
        made = create_store(other, title="")
        try:
            came = thin(opened, made, since=first)
        finally:
            made.close()
    finally:
        opened.close()
    tell(
        f"{made.location}: {came.kept:,} reports, {came.older:,} of them older, since something"
        f" rests on them; {came.left:,} are in {opened.location} alone: keep it"
    )


def tidy_up(store: str | None) -> None:
    """Give back room, and say how much."""
    opened = open_store(store or read_settings().store)
    try:
        came = tidy(opened)
    finally:
        opened.close()
    tell(f"{opened.location}: {came.after:,} bytes, {came.before - came.after:,} given back")
