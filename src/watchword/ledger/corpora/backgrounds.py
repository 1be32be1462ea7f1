"""Timelines of ten events as three people each rewrote them, with a background to each update.

Pratapa, Small and Dreyer, "Background Summarization of Event Timelines", 2023. An update tells in a
few sentences what is new on a day; the background, what a newcomer has to know of the days before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.tables import MEND, read_text

FILES = "timelines/background-summaries/events/*/annotator*.tsv"
_ROW = re.compile(r"\[(?P<day>\d{4}-\d\d-\d\d)\]\t(?P<update>[^\t]*)\t(?P<background>[^\t]*)")
_HEADER = "Date\tUpdate\tBackground"


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A day of a timeline.

    Attributes:
        day: the day.
        update: what is new on it.
        background: what came before; empty on the first day.
    """

    day: date
    update: str
    background: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTimeline:
    """The timeline of an event as one person wrote it.

    Attributes:
        event: the event, as its folder is called.
        person: who wrote it, as the file is called.
        updates: the days, the earliest first.
    """

    event: str
    person: str
    updates: tuple[Update, ...]


def read_backgrounds(data: Path) -> Iterator[WrittenTimeline]:
    """Read every person's timeline of every event.

    Raises:
        UnreadableError: if there is none, or a line is not a day with its update.
    """
    paths = sorted(data.glob(FILES))
    if not paths:
        raise UnreadableError("no timelines here", key=str(data / FILES), mend=MEND)
    for path in paths:
        yield WrittenTimeline(
            event=path.parent.name, person=path.stem, updates=tuple(_each_update(path))
        )


def _each_update(path: Path) -> Iterator[Update]:
    """Read line by line: some files have lone quotation marks, which end no cell."""
    header, *lines = read_text(path).split("\n")
    if header != _HEADER:
        raise UnreadableError("not the columns of a timeline", key=str(path), mend=MEND)
    for number, line in enumerate(lines, start=2):
        if not line:
            continue
        row = _ROW.fullmatch(line)
        try:
            day = date.fromisoformat(row["day"] if row else "")
        except ValueError as error:
            key = f"{path}:{number}"
            raise UnreadableError("not a day of a timeline", key=key, mend=MEND) from error
        if row:
            yield Update(day=day, update=_cell(row["update"]), background=_cell(row["background"]))


def _cell(words: str) -> str:
    """A cell without the marks that quote it."""
    quoted = len(words) > 1 and words.startswith('"') and words.endswith('"')
    return (words[1:-1] if quoted else words).replace('""', '"').strip()
