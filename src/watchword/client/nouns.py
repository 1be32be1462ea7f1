"""What a server answers, typed; `record` has all that was told, so that nothing is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationTold:
    """A situation that may be read.

    Attributes:
        name: what addresses call it.
        title: what it is called.
        as_of: the last instant of its record.
        may: what may be done in it: "read", "decide", "publish", "manage".
    """

    name: str
    title: str
    as_of: datetime
    may: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a view shows.

    Attributes:
        as_of: the instant that it is shown as of.
        is_behind: whether the record has moved on.
        next: cursor of the next page, None on the last.
        record: what it shows.
    """

    as_of: datetime
    is_behind: bool
    next: str | None
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundClaim:
    """A claim or a report that was found.

    Attributes:
        key: of the claim; None for a report.
        report: key of the report.
        content: words of the claim; None for a report.
        source: whom the claim comes from first.
        modality: how firmly it is claimed.
        outlet: who published the report.
        title: of the report.
        published: when; None where that is not known.
        snippet: words of the report about what was found.
        record: all that was told.
    """

    key: str | None
    report: str
    content: str | None
    source: str | None
    modality: str | None
    outlet: str | None
    title: str | None
    published: datetime | None
    snippet: str
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackTold:
    """The history of one contested figure.

    Attributes:
        key: content key.
        title: what is counted, where.
        points: how many values were given.
        record: all that was told.
    """

    key: str
    title: str
    points: int
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done.

    Attributes:
        said: in words.
        decision: key of the decision that `undo` takes back; None where there is none.
        record: all that was told.
    """

    said: str
    decision: str | None
    record: Record


def situation_of(record: Record) -> SituationTold:
    """A situation as the API tells it."""
    return SituationTold(
        name=record["name"],
        title=record["title"],
        as_of=datetime.fromisoformat(record["as_of"]),
        may=frozenset(record["may"]),
    )


def looked_of(answer: Record) -> Looked:
    """What a view shows, as the API tells it."""
    return Looked(
        as_of=datetime.fromisoformat(answer["as_of"]),
        is_behind=answer["is_behind"],
        next=answer["next"],
        record=answer["record"],
    )


def claim_of(record: Record) -> FoundClaim:
    """A hit as the API tells it."""
    published = record.get("published")
    return FoundClaim(
        key=record.get("claim"),
        report=record["report"],
        content=record.get("content"),
        source=record.get("source"),
        modality=record.get("modality"),
        outlet=record.get("outlet"),
        title=record.get("title"),
        published=datetime.fromisoformat(published) if published else None,
        snippet=record.get("snippet") or "",
        record=record,
    )


def track_of(record: Record) -> TrackTold:
    """A track as the API tells it."""
    return TrackTold(
        key=record["track_id"],
        title=record["title"],
        points=record["points"],
        record=record,
    )


def done_of(record: Record) -> Done:
    """What was done, as the API tells it."""
    return Done(said=record["said"], decision=record.get("decision"), record=record)
