"""What is found in reports as a table for a terminal, a report's rows at a time."""

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from watchword.cli.screen import one_line, width
from watchword.model.actor import Actor
from watchword.model.claim import Claim, Modality
from watchword.model.event import Event, EventType, Party
from watchword.model.position import Position, PositionKind
from watchword.model.read_report import ReadReport
from watchword.model.report import Report

OWN_VOICE = "outlet"
"""What stands for the chain of a claim that the outlet makes itself."""

_GAP = 2
_CLAIM_COLUMNS = (
    ("source", 21),
    ("modality", 11),
    ("who does what", 30),
    ("figure", 14),
    ("place", 12),
    ("time", 11),
)
"""Headings with their shares of the width in percent."""
_LEAST = {
    "modality": max(map(len, Modality)),
    "kind": max(map(len, PositionKind)),
    "event": max(map(len, EventType)),
}
"""Columns that are never narrower than their longest word."""
_IMPLICATION_COLUMNS = (
    ("source", 18),
    ("modality", 11),
    ("condition", 25),
    ("cue", 11),
    ("consequence", 25),
    ("when", 9),
)

_POSITION_COLUMNS = (
    ("source", 20),
    ("holder", 15),
    ("kind", 8),
    ("toward", 14),
    ("matter", 28),
    ("condition", 14),
)
_ACTOR_COLUMNS = (
    ("name", 26),
    ("actor", 12),
    ("country", 8),
    ("offices", 18),
    ("also called", 26),
    ("mentions", 9),
)

_EVENT_COLUMNS = (
    ("source", 18),
    ("actor", 20),
    ("event", 10),
    ("mode", 12),
    ("recipient", 20),
    ("place", 10),
    ("time", 9),
    ("modality", 11),
)

Row = tuple[str, ...]


class ClaimTable:
    """Prints the claims of reports: source chain, modality, who does what, figure, place, time."""

    def __init__(self) -> None:
        self._rows = _Rows(_CLAIM_COLUMNS)

    def print(self, found: ReadReport) -> int:
        """Print a report's claims, and give how many there are."""
        claims = found.extraction.claims
        self._rows.print(found.report, [_claim_row(claim) for claim in claims])
        return len(claims)


class ImplicationTable:
    """Prints what is claimed to follow from what."""

    def __init__(self) -> None:
        self._rows = _Rows(_IMPLICATION_COLUMNS)

    def print(self, found: ReadReport) -> int:
        """Print a report's implications, and give how many there are."""
        claims = {claim.key: claim for claim in found.extraction.claims}
        rows = []
        for each in found.extraction.implications:
            claim = claims[each.claim]
            when = each.horizon.words if each.horizon else ""
            said = (each.condition.quote, each.cue, each.consequence.quote, when)
            rows.append((_chain(claim), claim.modality.value, *said))
        self._rows.print(found.report, rows)
        return len(rows)


class PositionTable:
    """Prints what actors hold: source chain, holder, kind, toward whom, matter, condition."""

    def __init__(self) -> None:
        self._rows = _Rows(_POSITION_COLUMNS)

    def print(self, found: ReadReport) -> int:
        """Print a report's positions, and give how many there are."""
        claims = {claim.key: claim for claim in found.extraction.claims}
        positions = found.extraction.positions
        self._rows.print(
            found.report, [_position_row(each, claims[each.claim]) for each in positions]
        )
        return len(positions)


class EventTable:
    """Prints who did what to whom: source chain, both sides with their codes, type, where, when."""

    def __init__(self) -> None:
        self._rows = _Rows(_EVENT_COLUMNS)

    def print(self, found: ReadReport) -> int:
        """Print a report's events, and give how many there are."""
        self._rows.print(found.report, [_event_row(each) for each in found.events])
        return len(found.events)


class ActorTable:
    """Prints who acts or speaks: name, kind, country, offices, other names, mentions."""

    def __init__(self) -> None:
        self._rows = _Rows(_ACTOR_COLUMNS)

    def print(self, found: ReadReport) -> int:
        """Print a report's actors, and give how many there are."""
        self._rows.print(found.report, [_actor_row(actor) for actor in found.actors])
        return len(found.actors)


class _Rows:
    """A table whose columns are settled before its rows are known, so that rows can be let go."""

    def __init__(self, columns: Sequence[tuple[str, int]]) -> None:
        self._console = Console(
            file=sys.stdout, width=width(), markup=False, highlight=False, emoji=False
        )
        room = self._console.width - _GAP * len(columns)
        self._columns = _widths(columns, room)
        self._begun = False

    def print(self, report: Report, rows: Sequence[Row]) -> None:
        if not rows:
            return
        if not self._begun:
            self._console.print(self._table([], show_header=True))
        self._begun = True
        self._console.print(Text(f"\n{_report(report)}", style="bold"))
        self._console.print(self._table(rows, show_header=False))

    def _table(self, rows: Sequence[Row], *, show_header: bool) -> Table:
        table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, show_header=show_header)
        for name, characters in self._columns.items():
            table.add_column(name, width=characters, overflow="fold")
        for row in rows:
            table.add_row(*(Text(one_line(cell)) for cell in row))
        return table


def _widths(columns: Sequence[tuple[str, int]], room: int) -> dict[str, int]:
    """Characters for each column: its share, or what its longest word needs."""
    widths = {
        name: max(_LEAST.get(name, len(name)), room * share // 100) for name, share in columns
    }
    while sum(widths.values()) > room:
        loose = [name for name in widths if name not in _LEAST]
        widths[max(loose, key=lambda name: widths[name])] -= 1
    return widths


def _claim_row(claim: Claim) -> Row:
    return (
        _chain(claim),
        claim.modality.value,
        _deed(claim),
        _figure(claim),
        claim.place.words if claim.place else "",
        claim.time.words if claim.time else "",
    )


def _event_row(event: Event) -> Row:
    return (
        " < ".join(event.chain) or OWN_VOICE,
        "; ".join(map(_party, event.actors)),
        event.type.value,
        ", ".join(event.modes),
        "; ".join(map(_party, event.recipients)),
        event.place.words if event.place else "",
        event.time.words if event.time else "",
        event.modality.value,
    )


def _party(party: Party) -> str:
    codes = " ".join(filter(None, (party.code, party.sector)))
    return f"{party.name} [{codes}]" if codes else party.name


def _position_row(position: Position, claim: Claim) -> Row:
    return (
        _chain(claim),
        position.holder,
        position.kind.value,
        position.toward.quote if position.toward else "",
        position.matter.quote,
        position.condition.quote if position.condition else "",
    )


def _actor_row(actor: Actor) -> Row:
    others = (alias for alias in actor.aliases if alias != actor.name)
    return (
        actor.name,
        actor.kind.value,
        actor.country or "",
        ", ".join(actor.offices),
        ", ".join(others),
        str(len(actor.mentions)),
    )


def _chain(claim: Claim) -> str:
    return " < ".join(link.name for link in claim.attribution.links) or OWN_VOICE


def _deed(claim: Claim) -> str:
    who = f"{claim.actor}: " if claim.actor else ""
    whom = f" (to {claim.recipient})" if claim.recipient else ""
    return f"{who}{claim.action}{whom}"


def _figure(claim: Claim) -> str:
    if not claim.figures:
        return ""
    figure = claim.figures[0]
    told = figure.words if figure.unit in figure.words else f"{figure.words} {figure.unit}"
    return f"{told} {figure.fate}" if figure.fate and figure.fate not in told else told


def _report(report: Report) -> str:
    at = report.published.at
    told = (
        report.outlet,
        at.date().isoformat() if at else "undated",
        report.title,
        report.report_id,
    )
    return ", ".join(one_line(words) for words in told if words)
