"""brat's annotation files, parsed: stretches of a text, and the events that hold them together.

https://brat.nlplab.org/standoff.html. Of a file's lines, those of stretches (`T`) and events (`E`)
are read; notes (`#`) are not, nor the rest of a stretch's text where that has a line end in it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from watchword.errors import UnreadableError
from watchword.ledger.corpora.sentence import Stretch
from watchword.ledger.corpora.tables import MEND

_STRETCH = re.compile(r"(?P<name>T\d+)\t(?P<label>\S+) (?P<pieces>\d+ \d+(?:;\d+ \d+)*)\t")
_EVENT = re.compile(r"E\d+\t(?P<roles>\S+:T\d+(?: \S+:T\d+)*) *")


@dataclass(frozen=True, slots=True, kw_only=True)
class BratPart:
    """What has a role in an event.

    Attributes:
        role: such as `Source`.
        label: the label of the stretch, most often the role's name too.
        pieces: first character and the character after the last, of each piece; in text order.
    """

    role: str
    label: str
    pieces: tuple[Stretch, ...]


def read_events(content: str, key: str) -> Iterator[tuple[BratPart, ...]]:
    """The events of an annotation file, each as its parts, in file order.

    Args:
        content: the content of the file.
        key: what to call the file in an error.

    Raises:
        UnreadableError: if a line is of neither kind, or a role has no stretch.
    """
    lines = content.split("\n")
    stretches = _stretches(lines, key)
    for number, line in enumerate(lines, start=1):
        event = _EVENT.fullmatch(line)
        if not event:
            continue
        parts = [role.split(":") for role in event["roles"].split()]
        absent = [name for _, name in parts if name not in stretches]
        if absent:
            message = f"no stretch {', '.join(absent)}"
            raise UnreadableError(message, key=f"{key}:{number}", mend=MEND)
        yield tuple(
            BratPart(role=role, label=stretches[name][0], pieces=stretches[name][1])
            for role, name in parts
        )


def _stretches(lines: list[str], key: str) -> Mapping[str, tuple[str, tuple[Stretch, ...]]]:
    stretches: dict[str, tuple[str, tuple[Stretch, ...]]] = {}
    goes_on = False
    for number, line in enumerate(lines, start=1):
        stretch = _STRETCH.match(line)
        if stretch:
            stretches[stretch["name"]] = stretch["label"], _pieces(stretch["pieces"])
            goes_on = True
        elif line.startswith("#") or _EVENT.fullmatch(line):
            goes_on = False
        elif line.strip() and not goes_on:
            message = "neither a stretch nor an event"
            raise UnreadableError(message, key=f"{key}:{number}", mend=MEND)
    return stretches


def _pieces(text: str) -> tuple[Stretch, ...]:
    pairs = (piece.split(" ") for piece in text.split(";"))
    return tuple(sorted((int(start), int(end)) for start, end in pairs))
