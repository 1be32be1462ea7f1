"""Numbers and dates against the cited words, by value, the qualifier included."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from watchword.brief.verify.dates import Calendar
from watchword.brief.verify.evidence import Evidence, outlet_names, published_on
from watchword.brief.verify.problem import Rule
from watchword.brief.verify.tokens import Wording, content_keys
from watchword.brief.verify.wording import Found
from watchword.model.claim import Claim
from watchword.model.figure import Approx, Figure
from watchword.text.gazetteer import country_named, split_owner
from watchword.text.lexicon import lexicon
from watchword.text.numbers import Number

_MORE = lexicon("another additional more further extra fresh increase increased rise rose new")
_NEAR_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

_WHOSE = re.compile(r"\s(?:[a-z-]+\s)?((?:North |South )?[A-Z][a-z]+)\b")

Value = tuple[float | None, float | None, float | None, Approx]


def value_of(quantity: Number | Figure) -> Value:
    """Low, best, high and qualifier."""
    return quantity.low, quantity.best, quantity.high, quantity.approx


def check_numbers(wording: Wording, evidence: Evidence) -> Iterator[Found]:
    """Find numbers that no cited claim gives, and qualifiers that are lost or added."""
    allowed = {value_of(figure) for claim in evidence.claims for figure in claim.figures}
    allowed |= {value_of(number) for quote in evidence.quotes for number in quote.numbers}
    named = {value[1] for value in allowed}
    outlets = {key for report in evidence.reports for key in content_keys(report.outlet or "")}
    for number in wording.numbers:
        if value_of(number) in allowed or _spans(number, named):
            continue
        if set(content_keys(number.words)) <= outlets:
            continue
        if number.best is not None and number.best in named:
            yield Rule.NUMBER, f"“{number.words}” is qualified otherwise in the cited claims"
        else:
            yield Rule.NUMBER, f"“{number.words}” is given by no cited claim"
    yield from _check_changes(wording, evidence)
    yield from _check_counted(wording, evidence)


def check_dates(wording: Wording, evidence: Evidence) -> Iterator[Found]:
    """Find dates that are neither in the cited words nor when a cited report was published."""
    for day in wording.dates:
        outlets = _outlets_beside(wording, day, evidence)
        if outlets and not any(day.fits(known) for known in outlets):
            words = wording.text[day.start : day.end]
            yield Rule.DATE, f"“{words}” is not when the outlet beside it published"
        elif not is_dated(day, evidence) or _replaces(day, wording, evidence):
            words = wording.text[day.start : day.end]
            yield Rule.DATE, f"“{words}” is no date of the cited claims or reports"


def _replaces(day: Calendar, wording: Wording, evidence: Evidence) -> bool:
    """Whether a day of publication stands where the cited words have another date."""
    is_bracketed = wording.text.rfind("(", 0, day.start) > wording.text.rfind(")", 0, day.start)
    theirs = [date for quote in evidence.quotes for date in quote.dates if date.day]
    if is_bracketed or any(day.agrees(date) for date in theirs):
        return False
    kept = [date for date in theirs if any(date.agrees(other) for other in wording.dates)]
    return len(kept) < len(theirs)


def _outlets_beside(wording: Wording, day: Calendar, evidence: Evidence) -> list[date]:
    """When the outlets published that share a bracket with a date: "(The Post, 19 October)"."""
    opening = wording.text.rfind("(", 0, day.start)
    closing = wording.text.find(")", opening)
    if opening < 0 or closing < day.end:
        return []
    beside = wording.text[opening:closing]
    return [
        known
        for report in evidence.reports
        if any(name in beside for name in outlet_names(report)) and (known := published_on(report))
    ]


def is_dated(day: Calendar, evidence: Evidence) -> bool:
    """Whether a date is a publication day, a claim's day, or the cited words' own."""
    if any(day.fits(known) for known in evidence.days):
        return True
    for quote in evidence.quotes:
        if any(day.agrees(other) for other in quote.dates) and _has_sane_year(day, evidence):
            return True
    return any(_is_told_relatively(near, evidence) for near in _each_day_near(day, evidence))


def _spans(number: Number, named: set[float | None]) -> bool:
    """Whether a range runs from one cited figure to another."""
    if number.approx is not Approx.RANGE:
        return False
    return number.low in named and number.high in named


def _check_changes(wording: Wording, evidence: Evidence) -> Iterator[Found]:
    for claim in evidence.claims:
        for figure in claim.figures:
            is_used = any(value_of(number) == value_of(figure) for number in wording.numbers)
            if figure.change and is_used and _adds(claim.sentence.quote) > _adds(wording.text):
                yield Rule.NUMBER, f"“{figure.words}” is a change in the report, not a total"


def _check_counted(wording: Wording, evidence: Evidence) -> Iterator[Found]:
    """As in "3,000 Russians" where the cited claim counts 3,000 North Koreans."""
    for number in wording.numbers:
        whose = _country_after(wording.text, number.end)
        figures = [
            (claim, figure)
            for claim in evidence.claims
            for figure in claim.figures
            if value_of(figure) == value_of(number)
        ]
        told = {code for claim, figure in figures if (code := _counted_of(claim, figure))}
        if whose and told and whose not in told:
            words = wording.text[number.start : number.end + 20]
            yield Rule.NUMBER, f"“{words}…” is not who the cited figure counts"


def _counted_of(claim: Claim, figure: Figure) -> str:
    """Code of the country whose people or things a figure counts, empty where none is told."""
    named = country_named(figure.counted) or split_owner(figure.counted)[0]
    if named is not None:
        return named.code
    return _country_after(claim.sentence.quote, figure.end - claim.sentence.start)


def _country_after(text: str, end: int) -> str:
    """Code of the country that the words right behind a number name, empty where none is."""
    match = _WHOSE.match(text, end)
    country = country_named(match.group(1)) if match else None
    return country.code if country else ""


def _adds(text: str) -> bool:
    """Whether a text says that something comes on top."""
    return bool(_MORE.intersection(re.findall(r"[a-z]+", text.lower())))


def _has_sane_year(day: Calendar, evidence: Evidence) -> bool:
    if day.year is None:
        return True
    given = {other.year for quote in evidence.quotes for other in quote.dates if other.year}
    if given:
        return day.year in given
    return not evidence.published or any(
        abs(day.year - known.year) <= 1 for known in evidence.published
    )


def _each_day_near(day: Calendar, evidence: Evidence) -> Iterator[tuple[date, date]]:
    """Days within a week of a publication that a wording can mean, with that publication."""
    for published in sorted(evidence.published):
        for distance in range(-7, 8):
            near = published + timedelta(days=distance)
            if day.day is not None and day.fits(near):
                yield near, published


def _is_told_relatively(near: tuple[date, date], evidence: Evidence) -> bool:
    day, published = near
    for quote in evidence.quotes:
        if day.weekday() in quote.weekdays:
            return True
        if any((day - published).days == _NEAR_DAYS.get(word) for word in quote.lowered):
            return True
    return False
