"""Events between two into happenings: one deed, however often and by whomever it is told.

The same way, day, type and place are one happening. What is told without a place is told of the
day's only or best-told deed of that sort. What is told as historical, ahead, hypothetical or not
done is no deed, and is kept apart with the reason.

Invariant: an event is in one happening a way, or apart, and never in both; events of reports that
no longer count are in neither.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from watchword.model.claim import Modality
from watchword.model.event import Event, EventType, Party, Standing
from watchword.model.known import Known
from watchword.model.relation import Apart, Happening, Quad, Side, Telling, ToldApart, Way
from watchword.model.report import Report
from watchword.relate.relations.sides import is_side, is_somebody
from watchword.relate.relations.texts import Text
from watchword.text.gazetteer import country_by_code

_STANDINGS = {
    Standing.NEGATION: Apart.NEGATION,
    Standing.HYPOTHETICAL: Apart.HYPOTHETICAL,
    Standing.FUTURE: Apart.FUTURE,
    Standing.HISTORICAL: Apart.HISTORICAL,
}
_MODALITIES = {
    Modality.DENIED: Apart.NEGATION,
    Modality.UNCONFIRMED: Apart.UNCONFIRMED,
}
AT_A_PLACE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})
"""Deeds that are done to a state by being done in it, where nobody else is told to suffer them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """An event as it goes one way between the two.

    Attributes:
        way: from whom to whom.
        event: the event.
        by_place: whether the recipient is told by the place alone.
    """

    way: Way
    event: Event
    by_place: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told between two.

    Attributes:
        happenings: deeds, by day.
        apart: what is no deed of a period, by report.
    """

    happenings: tuple[Happening, ...]
    apart: tuple[ToldApart, ...]


def find_passing(events: Iterable[Event], one: Side, other: Side) -> Iterator[Passing]:
    """Each way that each event goes between two; what both do together goes both ways."""
    for event in events:
        for way, giver, taker in ((Way.FORTH, one, other), (Way.BACK, other, one)):
            goes = _goes(event, giver, taker)
            if goes is not None:
                yield Passing(way=way, event=event, by_place=goes)


def tell_happenings(
    passing: Sequence[Passing], known: Known, texts: Mapping[str, Text], first: date
) -> Told:
    """Put events that tell the same deed together, and set apart what is no deed.

    Args:
        passing: events between the two.
        known: everything that is known.
        texts: the text that each report prints, by report; those that count.
        first: first day that counts: what is told of days before it is no part of a period.
    """
    apart: list[ToldApart] = []
    deeds: list[tuple[date, Passing, Telling]] = []
    for each in passing:
        text = texts.get(each.event.report)
        if text is None:
            continue
        report = known.reports[each.event.report]
        day = day_of(each.event, report)
        why = _why_apart(each.event, day, report, first)
        telling = telling_of(each.event, text)
        if why is None and day is not None:
            deeds.append((day, each, telling))
        elif why is not None:
            told = ToldApart(way=each.way, why=why, day=day, type=each.event.type, telling=telling)
            apart.append(told)
    deeds.sort(key=lambda deed: (deed[0], deed[2].event))
    return Told(happenings=tuple(_gather(deeds)), apart=tuple(apart))


def day_of(event: Event, report: Report) -> date | None:
    """The day of an event: as told, else the day it was told.

    Of a longer stretch ("in October") it is the day of the report where that is in it, else the
    stretch's last day.
    """
    published = report.published.at
    told = published.astimezone(UTC).date() if published else None
    moment = event.time
    if moment is None or moment.since is None:
        return told
    since = _day(moment.since)
    if moment.until is None:
        return since if told is None else max(since, told)
    last = _day(moment.until - timedelta(microseconds=1))
    if told is None:
        return since if since == last else None
    return min(max(told, since), last)


def _day(at: datetime) -> date:
    return at.astimezone(UTC).date()


def _goes(event: Event, giver: Side, taker: Side) -> bool | None:
    """Whether an event goes from one to the other: True where the place alone tells whom to."""
    if not any(is_side(party, giver, acting=True) for party in event.actors):
        return None
    if event.recipients:
        if any(_takes(party, taker, event) for party in event.recipients):
            return False
        if any(party.code for party in event.recipients):
            return None
    elif len(event.actors) > 1 and any(is_side(each, taker, acting=True) for each in event.actors):
        return False
    return True if event.type in AT_A_PLACE and _is_in(event, taker) else None


def _takes(party: Party, taker: Side, event: Event) -> bool:
    """Whether a deed is done to a side: harm to its things too, good to somebody alone."""
    if not is_side(party, taker, acting=False):
        return False
    is_good = event.type.quad <= Quad.MATERIAL_COOPERATION
    return not is_good or taker.code is None or is_somebody(party)


def _is_in(event: Event, side: Side) -> bool:
    country = country_by_code().get(event.place.country or "") if event.place else None
    return country is not None and country.code3 == side.code and not side.alone


def _why_apart(event: Event, day: date | None, report: Report, first: date) -> Apart | None:
    for standing, why in _STANDINGS.items():
        if standing in event.standing:
            return why
    if event.modality in _MODALITIES:
        return _MODALITIES[event.modality]
    if day is None:
        return Apart.UNDATED
    published = report.published.at
    if published is not None and day > _day(published):
        return Apart.FUTURE
    return Apart.BEFORE if day < first else None


def telling_of(event: Event, text: Text) -> Telling:
    """One event as the text that has it tells it."""
    return Telling(
        event=event.key,
        claim=event.claim,
        report=event.report,
        origin=text.origin,
        outlet=text.outlet,
        chain=event.chain,
        deed=event.deed,
    )


Deed = tuple[date, Passing, Telling]


def _gather(deeds: Sequence[Deed]) -> Iterator[Happening]:
    days: dict[tuple[date, Way, EventType], list[Deed]] = {}
    for deed in deeds:
        days.setdefault((deed[0], deed[1].way, deed[1].event.type), []).append(deed)
    for same in days.values():
        places: dict[str | None, list[Deed]] = {}
        for deed in same:
            places.setdefault(_place(deed[1].event), []).append(deed)
        loose = places.pop(None, [])
        if loose:
            best = max(places, key=lambda place: (len(places[place]), place or ""), default=None)
            places.setdefault(best, []).extend(loose)
        for place in sorted(places, key=str):
            yield _happening(places[place], place)


def _place(event: Event) -> str | None:
    """The place by name; a whole country tells no deed from another."""
    if event.place is None:
        return None
    country = country_by_code().get(event.place.country or "")
    is_whole = country is not None and event.place.name == country.name
    return None if is_whole else event.place.name


def _happening(deeds: Sequence[Deed], place: str | None) -> Happening:
    day, passing, _ = deeds[0]
    tellings = sorted((deed[2] for deed in deeds), key=lambda each: (each.origin, each.event))
    events = [deed[1].event for deed in deeds]
    seal = "|".join(["happening", passing.way, *sorted(event.key for event in events)])
    return Happening(
        key=sha256(seal.encode()).hexdigest()[:16],
        way=passing.way,
        day=day,
        type=passing.event.type,
        modes=tuple(sorted({mode for event in events for mode in event.modes})),
        place=place,
        by_place=all(deed[1].by_place for deed in deeds),
        tellings=tuple(tellings),
    )
