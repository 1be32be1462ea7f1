"""`watchword read`: the claims of reports, printed as they are found and then let go."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from watchword.cli.asking import inputs_of
from watchword.cli.printing import print_each
from watchword.cli.progress import watching
from watchword.cli.screen import put_lines
from watchword.cli.table import ClaimTable, ImplicationTable
from watchword.collect import keep
from watchword.config import read_settings
from watchword.engines import ReadingEngine
from watchword.errors import SettingsError
from watchword.flow.implication_records import implication_record_of
from watchword.flow.reading import ReadReport
from watchword.flow.records import record_of
from watchword.flow.running import each_read
from watchword.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOrder:
    """What was asked for, as typed.

    Attributes:
        sources: what to read.
        columns: names of columns.
        keep: folder for the bytes and texts of the reports.
        as_json: whether to print JSON lines.
        implications: whether to print implications instead of claims.
    """

    sources: tuple[str, ...]
    columns: str | None = None
    keep: Path | None = None
    as_json: bool = False
    implications: bool = False


class Printer(Protocol):
    """Prints what was found in one report."""

    def print(self, found: ReadReport) -> int:
        """Print it, and give how many claims or implications it had."""
        ...


def show(order: ReadOrder) -> None:
    """Print what the reports claim, report by report, and what could not be read."""
    inputs = inputs_of(order.sources, order.columns, read_settings())
    printer = _printer(order)

    def take(found: ReadReport) -> int:
        _keep(found.report, order.keep)
        return printer.print(found)

    with watching(beside_output=True) as watch:
        print_each(each_read(inputs, ReadingEngine(), watch), take, f"{_noun(order)} found")


class _Lines:
    """One record a line."""

    def __init__(self, *, implications: bool) -> None:
        self._implications = implications

    def print(self, found: ReadReport) -> int:
        report, claims = found.report, found.extraction.claims
        if self._implications:
            by_key = {claim.key: claim for claim in claims}
            tied = found.extraction.implications
            return put_lines(implication_record_of(i, by_key[i.claim], report) for i in tied)
        return put_lines(record_of(claim, report, found.toponyms) for claim in claims)


def _printer(order: ReadOrder) -> Printer:
    if order.as_json:
        return _Lines(implications=order.implications)
    return ImplicationTable() if order.implications else ClaimTable()


def _noun(order: ReadOrder) -> str:
    return "implications" if order.implications else "claims"


def _keep(report: Report, folder: Path | None) -> None:
    if folder is None:
        return
    try:
        keep(report, folder)
    except OSError as error:
        raise SettingsError(
            f"it cannot be written: {error.strerror}", key=str(error.filename or folder)
        ) from error
