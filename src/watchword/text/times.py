"""Finds the times that a text speaks of and places them from the report's date.

Rules for the calendar and for times told from another time propose words; the leftmost, then
the longest, win; ends of ranges are joined and "by", "since", "until" opened. No rule looks
further than its own words, so the time is linear in the length of the text.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from watchword.model.moment import Moment, Precision
from watchword.text import clocks, dates, deadlines, feasts, relative_times, years
from watchword.text.capitals import in_small_letters
from watchword.text.stretches import UNKNOWN, Stretch, midnight
from watchword.text.time_rules import Needs, Resolver, Setting, has_one

RULES = (
    *dates.RULES,
    *years.RULES,
    *feasts.RULES,
    *clocks.RULES,
    *deadlines.RULES,
    *relative_times.RULES,
)
_Waiting = tuple[tuple[Needs, tuple[tuple[int, re.Pattern[str], Resolver, list[Needs]], ...]], ...]
_WAITING: _Waiting = tuple(
    (
        first,
        tuple(
            (place, pattern, resolve, further)
            for place, (pattern, resolve, needs) in enumerate(RULES)
            for each, *further in (needs,)
            if each == first
        ),
    )
    for first in dict.fromkeys(needs[0] for _, _, needs in RULES)
)
"""The rules by what they need first, each with its place among all."""


def find_moments(
    text: str, start: int, end: int, *, anchor: date | None, future: bool = False
) -> tuple[Moment, ...]:
    """Find the times in a stretch of text, in order, none overlapping another.

    A plain "on", "in" or "at" before a time is not among its words; "by", "since", "until",
    "after", "toward" and "between" are. Times told from the anchor are found without it too, and
    then not placed. "By" and "until" leave the beginning open, "since" and "after" the end. A
    stretch in capitals is read as if it were in small letters.

    Args:
        text: the report's text.
        start: first character of the stretch, usually a sentence.
        end: the character after it.
        anchor: the day the report was published, None where unknown.
        future: whether the times are of something planned, so that "on Friday" is the next one.
    """
    read = in_small_letters(text, start, end) if text[start:end].isupper() else text
    found = list(_each_time(read, start, end, Setting(anchor, future)))
    joined = _join(read, found, anchor)
    moments = []
    lower = start
    for time in joined:
        opened = _open_ended(read, time, lower)
        lower = opened.end
        moments.append(
            Moment(
                start=opened.start,
                end=opened.end,
                words=text[opened.start : opened.end],
                since=opened.stretch.since,
                until=opened.stretch.until,
                precision=opened.stretch.precision,
            )
        )
    return tuple(moments)


class _Time(NamedTuple):
    """Words that name a time, placed."""

    start: int
    end: int
    stretch: Stretch
    is_clock: bool = False


_SENTENCE_END = re.compile(r"[.!?][\"'\u2019\u201d)]?\s+[\"'\u2018\u201c(]?[A-Z]")
_TO = re.compile(r"\s(?:to|through|until|till)\s(?:the\s)?|\s?[-\u2013]\s?")
_AND = re.compile(r"\sand\s(?:the\s)?")
_AT = re.compile(r",?\s(?:at\s)?(?:about\s|around\s)?|,?\son\s")
_BETWEEN = re.compile(r"\b[Bb]etween\s(?:the\s)?\Z")
_OPENING = re.compile(
    r"\b(by|since|until|till|before|after|towards?|through|as\sof|starting(?:\sfrom)?|"
    r"no\slater\sthan|ahead\sof|prior\sto|around|about|between)\s{1,2}"
    r"(?:(?:around|about|roughly|approximately|at\sleast|the|late|early)\s){0,2}\Z",
    re.IGNORECASE,
)
_OPENING_LENGTH = 48
_UNTIL_ITS_END = {"by", "until", "till", "through", "no later than"}
_UNTIL_ITS_START = {"before", "ahead of", "prior to"}
_SINCE_ITS_START = {"since", "as of", "starting", "starting from"}


def _each_time(text: str, start: int, end: int, setting: Setting) -> Iterator[_Time]:
    last = start
    previous_end = start
    for match, resolve in _proposals(text, start, end):
        if match.start() < last:
            continue
        group: int | str = "at" if "at" in match.re.groupindex else 0
        if _SENTENCE_END.search(text, previous_end, match.start()):
            setting = setting._replace(previous=None)
        previous_end = match.start()
        stretch = resolve(match, setting)
        if stretch is None:
            continue
        last = match.end()
        is_clock = resolve is clocks.place_clock
        if stretch.is_resolved and not is_clock:
            setting = setting._replace(previous=stretch)
        yield _Time(match.start(group), match.end(group), stretch, is_clock)


def _proposals(text: str, start: int, end: int) -> list[tuple[re.Match[str], Resolver]]:
    """Every rule's matches, the leftmost first, of several the longest."""
    stretch = text[start:end]
    matches = [
        (match.start(), -match.end(), place, match, resolve)
        for first, waiting in _waiting_in(text)
        if has_one(stretch, first)
        for place, pattern, resolve, further in waiting
        if all(has_one(stretch, needs) for needs in further)
        for match in pattern.finditer(text, start, end)
    ]
    matches.sort(key=itemgetter(0, 1, 2))
    return [(match, resolve) for *_, match, resolve in matches]


@lru_cache(maxsize=4)
def _waiting_in(text: str) -> _Waiting:
    """The rules of which a text has what they need first, with those pieces that it has."""
    told = [(tuple(filter(text.__contains__, first)), waiting) for first, waiting in _WAITING]
    return tuple((first, waiting) for first, waiting in told if first)


def _join(text: str, found: list[_Time], anchor: date | None) -> list[_Time]:
    """Join the ends of ranges, and days with their clock times."""
    joined: list[_Time] = []
    for time in found:
        pair = _as_one(text, joined[-1], time, anchor) if joined else None
        if pair is None:
            joined.append(time)
        else:
            joined[-1] = pair
    return joined


def _as_one(text: str, first: _Time, second: _Time, anchor: date | None) -> _Time | None:
    if second.start - first.end > 12:
        return None
    if first.is_clock != second.is_clock:
        return _day_with_clock(text, first, second, anchor)
    if first.stretch is UNKNOWN or second.stretch is UNKNOWN:
        return None
    opened = _BETWEEN.search(text[max(0, first.start - 14) : first.start])
    joint = _AND if opened else _TO
    if not joint.fullmatch(text, first.end, second.start):
        return None
    return _Time(first.start, second.end, _spanned(first.stretch, second.stretch))


def _day_with_clock(text: str, first: _Time, second: _Time, anchor: date | None) -> _Time | None:
    """Join "Friday" and "10:30 a.m. EDT": the day itself where the clock's zone is not told."""
    day, clock = (
        (second.stretch, first.stretch) if first.is_clock else (first.stretch, second.stretch)
    )
    if not _AT.fullmatch(text, first.end, second.start) or day.precision is not Precision.DAY:
        return None
    if day.since is None or day.until is None or clock.since is None or clock.until is None:
        return _Time(first.start, second.end, day)
    if day.until - day.since != timedelta(days=1):
        return None
    if clock.precision is not Precision.MINUTE or anchor is None:
        return _Time(first.start, second.end, day)
    shift = day.since - midnight(anchor)
    minute = Stretch(clock.since + shift, clock.until + shift, Precision.MINUTE)
    return _Time(first.start, second.end, minute)


def _spanned(first: Stretch, second: Stretch) -> Stretch:
    since, until = first.since, second.until
    if since is not None and until is not None and since >= until:
        since = None
    return Stretch(since, until, first.precision)


def _open_ended(text: str, time: _Time, lower: int) -> _Time:
    """The time with "by", "since", "between" before it taken into its words and its ends."""
    window = text[max(lower, time.start - _OPENING_LENGTH) : time.start]
    match = _OPENING.search(window)
    if match is None:
        return time
    word = re.sub(r"\s+", " ", match.group(1).lower())
    stretch = time.stretch
    if word in _UNTIL_ITS_END:
        stretch = Stretch(None, stretch.until, stretch.precision)
    elif word in _UNTIL_ITS_START:
        stretch = Stretch(None, stretch.since, stretch.precision)
    elif word in _SINCE_ITS_START:
        stretch = Stretch(stretch.since, None, stretch.precision)
    elif word == "after":
        stretch = Stretch(stretch.until, None, stretch.precision)
    return time._replace(start=time.start - len(window) + match.start(), stretch=stretch)
