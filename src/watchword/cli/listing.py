"""`watchword read`: the claims of reports, printed as they are found and then let go."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from watchword.cli.asking import inputs_of
from watchword.cli.printing import print_each
from watchword.cli.progress import watching
from watchword.cli.screen import put_lines
from watchword.cli.table import (
    ActorTable,
    ClaimTable,
    EventTable,
    ImplicationTable,
    PositionTable,
)
from watchword.collect import keep
from watchword.config import read_settings
from watchword.errors import SettingsError
from watchword.flow.actor_records import actor_record_of
from watchword.flow.event_records import event_record_of
from watchword.flow.implication_records import implication_record_of
from watchword.flow.position_records import position_record_of
from watchword.flow.records import record_of
from watchword.flow.running import each_read, engine_of
from watchword.flow.span_records import Record
from watchword.model.read_report import ReadReport
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
        positions: whether to print positions instead of claims.
        events: whether to print events instead of claims.
        actors: whether to print actors instead of claims.
    """

    sources: tuple[str, ...]
    columns: str | None = None
    keep: Path | None = None
    as_json: bool = False
    implications: bool = False
    positions: bool = False
    events: bool = False
    actors: bool = False

    @property
    def noun(self) -> str:
        """What is printed, one kind for all reports.

        Raises:
            SettingsError: if several are asked for.
        """
        nouns = {
            "implications": self.implications,
            "positions": self.positions,
            "events": self.events,
            "actors": self.actors,
        }
        asked = [noun for noun, is_asked in nouns.items() if is_asked]
        if len(asked) > 1:
            raise SettingsError("ask for one of them", key=", ".join(f"--{noun}" for noun in asked))
        return asked[0] if asked else "claims"


class Printer(Protocol):
    """Prints what was found in one report."""

    def print(self, found: ReadReport) -> int:
        """Print it, and give how many it had."""
        ...


def show(order: ReadOrder) -> None:
    """Print what the reports claim, report by report, and what could not be read."""
    settings = read_settings()
    inputs = inputs_of(order.sources, order.columns, settings)
    printer = _Lines(order.noun) if order.as_json else _TABLES[order.noun]()

    def take(found: ReadReport) -> int:
        _keep(found.report, order.keep)
        return printer.print(found)

    with watching(beside_output=True) as watch:
        engine = engine_of(settings)
        read = each_read(inputs, engine, watch, events=engine if order.events else None)
        print_each(read, take, f"{order.noun} found")


class _Lines:
    """One record a line."""

    def __init__(self, noun: str) -> None:
        self._records = _RECORDS[noun]

    def print(self, found: ReadReport) -> int:
        return put_lines(self._records(found))


def _claims(found: ReadReport) -> Iterator[Record]:
    told = found.extraction
    for claim in told.claims:
        yield record_of(claim, found.report, found.toponyms, told.positions)


def _implications(found: ReadReport) -> Iterator[Record]:
    claims = {claim.key: claim for claim in found.extraction.claims}
    for each in found.extraction.implications:
        yield implication_record_of(each, claims[each.claim], found.report)


def _positions(found: ReadReport) -> Iterator[Record]:
    claims = {claim.key: claim for claim in found.extraction.claims}
    for each in found.extraction.positions:
        yield position_record_of(each, claims[each.claim], found.report)


def _events(found: ReadReport) -> Iterator[Record]:
    for each in found.events:
        yield event_record_of(each, found.report, found.toponyms)


def _actors(found: ReadReport) -> Iterator[Record]:
    for each in found.actors:
        yield actor_record_of(each, found.report)


_RECORDS: Mapping[str, Callable[[ReadReport], Iterator[Record]]] = {
    "claims": _claims,
    "implications": _implications,
    "positions": _positions,
    "events": _events,
    "actors": _actors,
}
_TABLES: Mapping[str, Callable[[], Printer]] = {
    "claims": ClaimTable,
    "implications": ImplicationTable,
    "positions": PositionTable,
    "events": EventTable,
    "actors": ActorTable,
}


def _keep(report: Report, folder: Path | None) -> None:
    if folder is None:
        return
    try:
        keep(report, folder)
    except OSError as error:
        raise SettingsError(
            f"it cannot be written: {error.strerror}", key=str(error.filename or folder)
        ) from error
