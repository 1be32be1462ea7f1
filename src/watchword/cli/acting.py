"""`watchword actors`: who the reports speak of, who they turn out to be, and what is proposed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from rich.text import Text

from watchword.cli.printing import print_table
from watchword.cli.screen import one_line, put_lines, tell, tell_json, warn
from watchword.config import read_settings
from watchword.flow.situation.actors import (
    choose_identity,
    open_proposals,
    register_as_of,
)
from watchword.model.identity import Identity
from watchword.model.proposal import Proposal
from watchword.resolve.register import Register
from watchword.store import View
from watchword.store.readings import names_mentioned
from watchword.text.instants import moment_of
from watchword.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorOrder:
    """What was asked for, as typed.

    Attributes:
        store: where the record is.
        name: a name or key, None for those the reports speak of most.
        as_of: a day or a time.
        limit: how many to print at most.
        as_json: whether to print JSON.
    """

    store: str | None
    name: str | None = None
    as_of: str | None = None
    limit: int = 40
    as_json: bool = False


def show(order: ActorOrder) -> None:
    """Print one actor in full, or those the reports speak of most."""
    settings = read_settings()
    instant = None if order.as_of is None else moment_of(order.as_of)
    with (
        Workbench.open(order.store or settings.store, settings) as bench,
        bench.store.viewing(instant) as view,
    ):
        register = register_as_of(view)
        if order.name is not None:
            _show_one(choose_identity(register, order.name), register, order)
            return
        rows = list(islice(_each_mentioned(view, register), order.limit))
    if order.as_json:
        put_lines(rows)
        return
    names = ("reports", "name", "kind", "country", "key")
    print_table(names, (tuple(_cell(row[name]) for name in names) for row in rows))


def show_proposals(order: ActorOrder) -> None:
    """Print what is proposed and nobody has decided on, the surest first."""
    settings = read_settings()
    instant = None if order.as_of is None else moment_of(order.as_of)
    with (
        Workbench.open(order.store or settings.store, settings) as bench,
        bench.store.viewing(instant) as view,
    ):
        register = register_as_of(view)
        found = open_proposals(view, register)
    shown = found[: order.limit]
    if order.as_json:
        put_lines(_record(each, register) for each in shown)
        return
    for each in shown:
        tell(f"{each.key}  {each.confidence:.2f}  {one_line(_told(each, register))}")
        for reason in each.reasons:
            tell(f"{'':24}{one_line(reason)}")
    warn(f"{len(shown):,} of {len(found):,}; watchword decide accept KEY, or refuse KEY")


def _show_one(identity: Identity, register: Register, order: ActorOrder) -> None:
    if order.as_json:
        tell_json(_described(identity, register))
        return
    tell(f"{identity.name} ({identity.kind.value}, {identity.country or 'no country'})")
    tell(f"key {identity.key}" + (f", Wikidata {identity.qid}" if identity.qid else ""))
    for key in register.lineage(identity.key):
        tell(f"part of {register.name(key)}")
    for tenure in register.offices_of(identity.key):
        days = f"{_day(tenure.since)} to {_day(tenure.until)}"
        tell(f"{tenure.office} of {register.name(tenure.of)}, {days} ({tenure.source})")
    for alias in register.aliases_of(identity.key):
        tell(f"“{one_line(alias.words)}” {alias.confidence:.2f}: {one_line(alias.reason)}")


def _described(identity: Identity, register: Register) -> dict[str, object]:
    return {
        "key": identity.key,
        "name": identity.name,
        "kind": identity.kind.value,
        "country": identity.country,
        "wikidata": identity.qid,
        "part_of": [register.name(key) for key in register.lineage(identity.key)],
        "offices": [
            {
                "office": tenure.office,
                "of": register.name(tenure.of),
                "since": _stamp(tenure.since),
                "until": _stamp(tenure.until),
                "source": tenure.source,
            }
            for tenure in register.offices_of(identity.key)
        ],
        "aliases": [
            {"words": alias.words, "confidence": alias.confidence, "reason": alias.reason}
            for alias in register.aliases_of(identity.key)
        ],
    }


def _each_mentioned(view: View, register: Register) -> Iterator[dict[str, object]]:
    for name, country, count in names_mentioned(view):
        identity = _identity_of(name, country, register)
        yield {
            "reports": count,
            "name": identity.name if identity else name,
            "written": name,
            "kind": identity.kind.value if identity else None,
            "country": identity.country if identity else country,
            "key": identity.key if identity else None,
        }


def _identity_of(name: str, country: str | None, register: Register) -> Identity | None:
    """The one identity of this name, or the one of this country; None where it cannot be told."""
    keys = (*register.people_named(name), *register.bodies_named(name))
    known = {each.key: each for key in keys if (each := register.identity(key)) is not None}
    fitting = [each for each in known.values() if each.country == country]
    chosen = fitting if len(known) > 1 else list(known.values())
    return chosen[0] if len(chosen) == 1 else None


def _record(proposal: Proposal, register: Register) -> dict[str, object]:
    return {
        "key": proposal.key,
        "kind": proposal.kind.value,
        "identity": proposal.identity,
        "other": proposal.other,
        "words": proposal.words,
        "confidence": proposal.confidence,
        "told": _told(proposal, register),
        "reasons": list(proposal.reasons),
        "seen": _stamp(proposal.seen),
    }


def _told(proposal: Proposal, register: Register) -> str:
    one, other = register.name(proposal.identity), register.name(proposal.other or "")
    return {
        "same": f"{one} is {other}",
        "alias": f"“{proposal.words}” is {one}",
        "tenure": f"{one} is {proposal.words} of {other}",
        "parent": f"{one} is part of {other}",
    }[proposal.kind.value]


def _cell(value: object) -> Text:
    return Text("" if value is None else one_line(str(value)))


def _day(day: date | None) -> str:
    return "?" if day is None else day.isoformat()


def _stamp(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
