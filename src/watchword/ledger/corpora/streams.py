"""Reports as they came, unlabelled; and pairs of them, of one story or of two, to measure with.

Invariant: nothing is trained on the pairs.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.tables import MEND, read_field, read_objects

FEWEST = 3
"""Events that a story needs to be measured with."""
NEAR = timedelta(days=7)
"""How far apart two events of different stories may lie to be a hard pair."""

Pair = tuple[str, str, bool]
"""Two texts, and whether they are of one story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamEvent:
    """A happening as the current-events pages tell it.

    Attributes:
        event_id: its identifier in the set.
        date: the day it stands under.
        headers: the stories it stands under, the widest first.
        first_under_header: whether the headers are gold.
        text: one or two sentences.
    """

    event_id: str
    date: date
    headers: tuple[str, ...]
    first_under_header: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPairs:
    """Pairs to measure similarity with.

    Attributes:
        headlines: a story's title and the text of an event.
        leads: the texts of two events.
    """

    headlines: tuple[Pair, ...]
    leads: tuple[Pair, ...]


def read_current_events(data: Path) -> Iterator[StreamEvent]:
    """Read the current-events stream in the order of its file, which is that of time.

    Raises:
        UnreadableError: if the file is missing or broken.
    """
    for key, row in read_objects(data / "reports" / "current-events" / "until-2023.jsonl"):
        headers, first = row.get("headers"), row.get("first_under_header")
        if not isinstance(headers, list) or not isinstance(first, bool):
            raise UnreadableError("headers or first_under_header missing", key=key, mend=MEND)
        try:
            day = date.fromisoformat(read_field(row, "date", key))
        except ValueError as error:
            raise UnreadableError("not a day", key=key, mend=MEND) from error
        yield StreamEvent(
            event_id=read_field(row, "id", key),
            date=day,
            headers=tuple(str(header) for header in headers),
            first_under_header=first,
            text=read_field(row, "text", key),
        )


def read_white_house(data: Path) -> Iterator[tuple[str, str]]:
    """Read identifier and text of each White House briefing.

    Raises:
        UnreadableError: if the file is missing or broken.
    """
    for key, row in read_objects(data / "reports" / "white-house" / "reports.jsonl"):
        yield read_field(row, "id", key), read_field(row, "text", key)


def story_pairs(events: Iterable[StreamEvent], limit: int, seed: int) -> StoryPairs:
    """Pair titles with events, and events with events, of one story and of two.

    A story is what stands under one last header, where headers are gold, and has `FEWEST` events
    or more. Each story gives at most one pair of each sort to each list. Two events of one story
    follow one another; two of different stories lie within `NEAR`. Stories that share a header
    are never paired as different.

    Args:
        events: the stream.
        limit: most pairs in a list; half of them are of one story, or a few less.
        seed: picks other pairs when it differs; the same one picks the same on every machine.
    """
    stories = _stories(events)
    dealt = sorted(stories, key=lambda title: _lot(title, seed))
    told = [event for title in dealt for event in stories[title]]
    told.sort(key=lambda event: event.date)
    headlines: list[Pair] = []
    leads: list[Pair] = []
    for number, title in enumerate(dealt[: limit // 2]):
        members = stories[title]
        at = _lot(title, seed) % (len(members) - 1)
        event, following = members[at], members[at + 1]
        headlines.append((title, event.text, True))
        leads.append((event.text, following.text, True))
        around = (*dealt[number + 1 :], *dealt[:number])
        stranger = _first_apart(members, (stories[other][0] for other in around))
        if stranger:
            headlines.append((title, stranger.text, False))
        near = _near(told, event.date)
        neighbour = _first_apart(members, sorted(near, key=lambda each: _lot(each.event_id, seed)))
        if neighbour:
            leads.append((event.text, neighbour.text, False))
    return StoryPairs(headlines=tuple(headlines), leads=tuple(leads))


def _stories(events: Iterable[StreamEvent]) -> dict[str, list[StreamEvent]]:
    found: dict[str, dict[str, StreamEvent]] = {}
    for event in events:
        if event.first_under_header and event.headers:
            found.setdefault(event.headers[-1], {}).setdefault(event.text, event)
    return {
        title: sorted(told.values(), key=lambda event: event.date)
        for title, told in found.items()
        if len(told) >= FEWEST
    }


def _lot(name: str, seed: int) -> int:
    return int(sha256(f"{seed} {name}".encode()).hexdigest(), 16)


def _near(told: Sequence[StreamEvent], day: date) -> Sequence[StreamEvent]:
    first = bisect_left(told, day - NEAR, key=lambda event: event.date)
    return told[first : bisect_right(told, day + NEAR, key=lambda event: event.date)]


def _first_apart(
    members: Sequence[StreamEvent], others: Iterable[StreamEvent]
) -> StreamEvent | None:
    headers = {header for member in members for header in member.headers}
    texts = {member.text for member in members}
    return next(
        (each for each in others if headers.isdisjoint(each.headers) and each.text not in texts),
        None,
    )
