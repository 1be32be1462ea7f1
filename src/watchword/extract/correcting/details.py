"""The figure, the place and the time that a person gives a claim, read as a report's are."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from watchword.errors import SettingsError
from watchword.model.claim import Claim
from watchword.model.correction import ClaimField
from watchword.model.figure import Approx, Figure
from watchword.model.moment import Moment, Precision
from watchword.model.place import Place, PlaceKind
from watchword.model.report import Report
from watchword.text.number_roles import Role
from watchword.text.numbers import Number, find_numbers
from watchword.text.places import find_places
from watchword.text.times import find_moments
from watchword.text.units import to_plural

_COUNTED_ENDS = re.compile(r"\s+(?:in|at|near|from|of|for|who|that)\b.*$")
_STRETCH = re.compile(r"(\d{4}-\d{2}-\d{2})?\s*\.\.\s*(\d{4}-\d{2}-\d{2})?")
_DAY = timedelta(days=1)
_PERCENT = 100.0


def corrected_figures(claim: Claim, value: str, report: Report) -> tuple[Figure, ...]:
    """A claim's figures with another main one; none of them for an empty value.

    Raises:
        SettingsError: if the value is no quantity.
    """
    if not value:
        return ()
    found = [each for each in find_numbers(value, 0, len(value)) if each.is_figure]
    if len(found) != 1:
        raise SettingsError(
            f"'{value}' is not one quantity",
            key=ClaimField.FIGURE,
            mend="write it as a report would: about 12,000 troops",
        )
    number = found[0]
    stood = claim.figures[0] if claim.figures else _place_for(claim, number, report)
    counted = value[number.end :].removeprefix("%").strip() or stood.counted
    factor = _PERCENT if number.role is Role.SHARE else 1.0
    main = replace(
        stood,
        low=_times(number.low, factor),
        best=_times(number.best, factor),
        high=_times(number.high, factor),
        approx=number.approx,
        unit=_unit(number, counted, stood),
        counted=counted,
    )
    return (main, *claim.figures[1:])


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else round(value * factor, 4)


def _unit(number: Number, counted: str, stood: Figure) -> str:
    if number.currency or counted == stood.counted:
        return number.currency or stood.unit
    head = _COUNTED_ENDS.sub("", counted).split()
    return to_plural(head[-1]) if head else stood.unit


def _place_for(claim: Claim, number: Number, report: Report) -> Figure:
    """Where a claim without a figure has this number, else its own words as a whole."""
    sentence = claim.sentence
    there = find_numbers(report.text, sentence.start, sentence.end)
    wanted = (number.low, number.best, number.high)
    same = next((each for each in there if (each.low, each.best, each.high) == wanted), None)
    start, end = (same.start, same.end) if same else (claim.content.start, claim.content.end)
    return Figure(
        start=start,
        end=end,
        words=report.text[start:end],
        low=None,
        best=None,
        high=None,
        approx=Approx.EXACT,
        unit="",
        counted="",
    )


def corrected_place(claim: Claim, value: str, report: Report) -> Place | None:
    """A place by its name, with the report's words for it where it has them."""
    if not value:
        return None
    known = next(iter(find_places(f"in {value}")), None)
    kind = known.kind if known else PlaceKind.AREA
    name = known.name if known else value
    country = known.country if known else None
    start, end = _words_at(value, claim, report)
    words = report.text[start:end]
    return Place(start=start, end=end, words=words, name=name, kind=kind, country=country)


def _words_at(value: str, claim: Claim, report: Report) -> tuple[int, int]:
    """Where the words stand, in the claim's sentence first; at the claim, empty, for nowhere."""
    within = (claim.sentence.start, claim.sentence.end), (0, len(report.text))
    for start, end in within:
        at = report.text.find(value, start, end)
        if at >= 0:
            return at, at + len(value)
    return claim.content.start, claim.content.start


def corrected_time(claim: Claim, value: str, report: Report) -> Moment | None:
    """A time, with the words that the report has for it, if it has any.

    Args:
        claim: as it was found.
        value: a day, a stretch (2024-10-20..2024-11-01, the end excluded), or words as a report
            would have them, told from the day it was published.
        report: the report.

    Raises:
        SettingsError: if the value tells no time.
    """
    if not value:
        return None
    told = _stretch(value) or _in_words(value, report.published.at)
    if told is None:
        raise SettingsError(
            f"'{value}' tells no time", key=ClaimField.TIME, mend="write a day, as 2024-10-23"
        )
    since, until, precision = told
    stood = claim.time
    start, end = (stood.start, stood.end) if stood else _words_at(value, claim, report)
    words = report.text[start:end]
    return Moment(start=start, end=end, words=words, since=since, until=until, precision=precision)


_Told = tuple[datetime | None, datetime | None, Precision]


def _stretch(value: str) -> _Told | None:
    found = _STRETCH.fullmatch(value)
    if found is None or not (found[1] or found[2]):
        return None
    since, until = (_midnight(each) for each in found.groups())
    is_day = since is not None and until == since + _DAY
    return (
        since,
        until,
        Precision.DAY if is_day or since is None or until is None else _fine(until - since),
    )


def _fine(length: timedelta) -> Precision:
    steps = ((7, Precision.WEEK), (31, Precision.MONTH), (92, Precision.SEASON))
    return next((kind for days, kind in steps if length <= days * _DAY), Precision.YEAR)


def _midnight(day: str | None) -> datetime | None:
    """The beginning of a day.

    Raises:
        SettingsError: if there is no such day.
    """
    if not day:
        return None
    try:
        return datetime.fromisoformat(day).replace(tzinfo=UTC)
    except ValueError as error:
        raise SettingsError(f"'{day}' is no day", key=ClaimField.TIME) from error


def _in_words(value: str, published: datetime | None) -> _Told | None:
    anchor: date | None = published.date() if published else None
    found = find_moments(value, 0, len(value), anchor=anchor)
    only = found[0] if len(found) == 1 else None
    if only is None or (only.since is None and only.until is None):
        return None
    return only.since, only.until, only.precision
