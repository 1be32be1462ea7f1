"""As many reports as are asked for, made of fewer: other figures, other names, other hours.

Each report of a stream is told once in each of several worlds, all on its day: the first keeps its
words, the others have digits and every second name changed, letter for letter, so that a text keeps
its length and a name is the same all through its world; as good as no two texts are alike.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from math import ceil
from pathlib import Path
from zlib import crc32

from watchword.ledger.corpora.streams import read_current_events

Told = tuple[datetime, str]
"""When a report was published, and its text."""
_CHANGED = re.compile(r"(?<![\w-])[A-Z][a-z]{3,}(?![\w])|\d+")
_DIGITS = re.compile(r"\d")
_VOWELS, _OTHERS = "aeiou", "bcdfghklmnprstvz"
_KEPT = frozenset(
    """
    About After Again Among Another Around Because Before Between Both During Each Eight Every
    First Five Following Four From Having However Many More Most Nearly Nine Other Over Seven
    Several Since Some Than That Their There These They This Those Three Through Under Until What
    When Where Which While With Within
    """.split()  # noqa: SIM905 - a list of words is read as words
)


def each_varied(data: Path, count: int) -> Iterator[Told]:
    """Reports made of the current-events stream, in the order of their days.

    Args:
        data: the folder of the corpora.
        count: how many.
    """
    events = [
        (datetime.combine(event.date, time(), UTC), event.text)
        for event in read_current_events(data)
    ]
    worlds = ceil(count / len(events))
    wanted = events[: ceil(count / worlds)]
    for number, told in enumerate(vary(wanted, worlds)):
        if number == count:
            return
        yield told


def vary(events: Iterable[Told], worlds: int) -> Iterator[Told]:
    """Each report in each of so many worlds, an hour or less after the other."""
    pause = timedelta(hours=24) / max(worlds, 24)
    for at, text in events:
        for world in range(worlds):
            yield at + pause * world, _told_in(world, text) if world else text


def _told_in(world: int, text: str) -> str:
    told = _CHANGED.sub(lambda found: _changed(world, found.group()), text)
    if _DIGITS.sub("", told) != _DIGITS.sub("", text):
        return told
    longest = max(re.findall(r"\w+", text), key=len, default="")  # no name: another word, then
    return told.replace(longest, _renamed(crc32(f"{world} {text}".encode()), longest))


@lru_cache(maxsize=400_000)
def _changed(world: int, word: str) -> str:
    drawn = crc32(f"{world} {word}".encode())
    if word.isdigit():
        return _figure(drawn, word)
    if word in _KEPT or drawn % 2:
        return word
    return _renamed(drawn, word)


def _renamed(drawn: int, word: str) -> str:
    letters = []
    for letter in word:
        drawn = (drawn * 1_103_515_245 + 12_345) % 2**31
        of = _VOWELS if letter.lower() in _VOWELS else _OTHERS
        new = of[drawn // 65_536 % len(of)]
        letters.append(new.upper() if letter.isupper() else new)
    return "".join(letters)


def _figure(drawn: int, word: str) -> str:
    """A number of as many digits; a year stays one."""
    if len(word) == 4 and word[:2] in {"19", "20"}:
        return f"{word[:2]}{drawn % 24:02}"
    lowest = 10 ** (len(word) - 1)
    return str(lowest + drawn % (9 * lowest))
