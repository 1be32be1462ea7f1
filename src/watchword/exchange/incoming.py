"""Reports that other programs hand over: of a STIX 2.1 bundle, or of MISP events, with their marks.

A report keeps the mark that it came with, or, where that is not known here, the strictest there is:
what somebody marked never becomes free by being taken in.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType

from watchword.errors import UnreadableError
from watchword.exchange.stix_marks import TLP_MARKS
from watchword.model.tlp import Tlp, strictest

MOST_REPORTS = 100_000
_FIRST_TLP = {
    "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9": Tlp.CLEAR,
    "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da": Tlp.GREEN,
    "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82": Tlp.AMBER,
    "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed": Tlp.RED,
}
_BY_ID: Mapping[str, Tlp] = MappingProxyType(
    {**{identifier: mark for mark, identifier in TLP_MARKS.items()}, **_FIRST_TLP}
)
"""The marks of TLP 2.0 and of the first TLP, by the identifiers that OASIS gives them."""
_BY_TAG: Mapping[str, Tlp] = MappingProxyType(
    {**{mark.value.lower(): mark for mark in Tlp}, "tlp:white": Tlp.CLEAR}
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>#!|~@])")

Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingReport:
    """A report that was handed over.

    Attributes:
        identifier: what the other program calls it.
        title: its name.
        text: its words.
        published: when it was published, as ISO 8601; empty where that is not told.
        outlet: who made it; empty where that is not told.
        language: BCP 47 code; empty where that is not told.
        address: web address; empty where none is told.
        mark: how far it may go; None where it bears no mark.
    """

    identifier: str
    title: str
    text: str
    published: str = ""
    outlet: str = ""
    language: str = ""
    address: str = ""
    mark: Tlp | None = None


def read_incoming(content: bytes) -> tuple[IncomingReport, ...]:
    """The reports of a STIX bundle or of MISP events; those without words are left out.

    Raises:
        UnreadableError: if it is neither, or there are too many.
    """
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("this is no JSON") from error
    found = tuple(each for each in _each(whole) if each.text.strip())
    if len(found) > MOST_REPORTS:
        raise UnreadableError(f"more than {MOST_REPORTS:,} reports")
    return found


def as_record(report: IncomingReport) -> bytes:
    """A report as a line of JSON in the columns that are read by default."""
    told = {
        "id": report.identifier,
        "url": report.address,
        "outlet": report.outlet,
        "title": report.title,
        "date": report.published,
        "language": report.language,
        "text": report.text,
    }
    kept = {name: value for name, value in told.items() if value}
    return json.dumps(kept).encode() + b"\n"


def _each(whole: object) -> Iterator[IncomingReport]:
    fields = _fields(whole)
    if fields.get("type") == "bundle":
        yield from _each_of_stix(_listed(fields.get("objects")))
        return
    wrapped = _listed(fields.get("response")) or _listed(whole) or [whole]
    events = [_fields(_fields(each).get("Event")) for each in wrapped]
    if not any(events):
        raise UnreadableError("neither a STIX bundle nor MISP events")
    for event in events:
        yield from _each_of_misp(event)


def _each_of_stix(objects: Sequence[object]) -> Iterator[IncomingReport]:
    told = [_fields(each) for each in objects]
    names = {_text(each, "id"): _text(each, "name") for each in told}
    notes: dict[str, list[str]] = {}
    for each in told:
        if each.get("type") == "note":
            for ref in _listed(each.get("object_refs")):
                notes.setdefault(str(ref), []).append(_text(each, "content"))
    for each in told:
        if each.get("type") == "report":
            yield _of_stix(each, names, notes)


def _of_stix(
    report: Fields, names: Mapping[str, str], notes: Mapping[str, list[str]]
) -> IncomingReport:
    identifier = _text(report, "id")
    references = [_fields(each) for each in _listed(report.get("external_references"))]
    first = references[0] if references else {}
    noted = "\n\n".join(dict.fromkeys(notes.get(identifier, [])))
    return IncomingReport(
        identifier=identifier,
        title=_text(report, "name"),
        text=_text(report, "description") or noted,
        published=_text(report, "published"),
        outlet=_text(first, "source_name") or names.get(_text(report, "created_by_ref"), ""),
        language=_text(report, "lang"),
        address=next((url for each in references if (url := _text(each, "url"))), ""),
        mark=_mark([_BY_ID.get(str(ref)) for ref in _listed(report.get("object_marking_refs"))]),
    )


def _each_of_misp(event: Fields) -> Iterator[IncomingReport]:
    outlet = _text(_fields(event.get("Orgc")), "name")
    for each in _listed(event.get("EventReport")):
        report = _fields(each)
        if report.get("deleted") in (True, "1"):
            continue
        tags = [*_tags(event), *_tags(report)]
        yield IncomingReport(
            identifier=_text(report, "uuid"),
            title=_text(report, "name"),
            text=_ESCAPED.sub(r"\1", _text(report, "content")),
            published=_instant(_text(report, "timestamp")) or _text(event, "date"),
            outlet=outlet,
            mark=_mark([_BY_TAG.get(tag) for tag in tags if tag.startswith("tlp:")]),
        )


def _tags(fields: Fields) -> list[str]:
    return [_text(_fields(each), "name").lower() for each in _listed(fields.get("Tag"))]


def _mark(found: list[Tlp | None]) -> Tlp | None:
    """The strictest of some marks; one that is not known here counts as the strictest there is."""
    return strictest(*(each or Tlp.RED for each in found)) if found else None


def _instant(seconds: str) -> str:
    try:
        return datetime.fromtimestamp(int(seconds), UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


def _fields(value: object) -> Fields:
    return value if isinstance(value, dict) else {}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""
