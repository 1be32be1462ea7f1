"""Places as plain records: where claims or events are told to be, by day, counted by text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date

from watchword.flow.span_records import Record
from watchword.model.claim import Claim
from watchword.model.event import Event
from watchword.model.known import Known
from watchword.model.moment import Moment
from watchword.model.place import Place
from watchword.model.read_report import ReadReport
from watchword.model.report import Report, Status
from watchword.model.toponym import Location, location_of
from watchword.text.gazetteer import country_by_code

NEWEST = 5
"""Claims that a place names."""
_Told = tuple[str, date | None, str]
"""Key of a claim, the day that it tells of, and the text that tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesWanted:
    """What is looked for on a map.

    Attributes:
        event: PLOVER type of the events that are wanted, "*" for all; claims where None.
        when_told: whether a day is the one on which it was published, and not the one on which
            it is told to happen.
    """

    event: str | None = None
    when_told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesFound:
    """Where things are told to be.

    Attributes:
        places: the places, those that the most texts tell of first.
        unplaced: claims, or events, of a place that no gazetteer knows, or of none.
    """

    places: tuple[Record, ...]
    unplaced: int


@dataclass(slots=True)
class _Here:
    location: Location
    told: list[_Told] = field(default_factory=list)


def place_records(read: Iterable[ReadReport], known: Known, wanted: PlacesWanted) -> PlacesFound:
    """Where claims, or events of a type, are told to be; ten prints of one text count once.

    Args:
        read: reports with what was found in them; withdrawn ones are passed over.
        known: the same reports, with the texts that they print.
        wanted: what is looked for.
    """
    origins = {report: origin.key for origin in known.origins for report in origin.reports}
    here: dict[str, _Here] = {}
    unplaced = 0
    for each in read:
        if each.report.status is not Status.USABLE:
            continue
        for place, told in _each_told(each, origins.get(each.report.key, ""), wanted):
            location = location_of(place, each.toponyms) if place else None
            if location is None:
                unplaced += 1
            else:
                here.setdefault(key_of(location), _Here(location)).told.append(told)
    made = [_record(key, found) for key, found in here.items()]
    made.sort(key=lambda record: (-_count(record), str(record["key"])))
    return PlacesFound(places=tuple(made), unplaced=unplaced)


def key_of(location: Location) -> str:
    """What makes places one: GeoNames' number, else the name."""
    number = location.geonames_id
    return str(number) if number is not None else location.name.casefold()


def _each_told(
    each: ReadReport, origin: str, wanted: PlacesWanted
) -> Iterator[tuple[Place | None, _Told]]:
    found: Sequence[Claim | Event] = (
        each.extraction.claims
        if wanted.event is None
        else [told for told in each.events if wanted.event in {"*", told.type.value}]
    )
    for told in found:
        claim = told.key if isinstance(told, Claim) else told.claim
        moment = None if wanted.when_told else told.time
        yield told.place, (claim, _day(moment, each.report), origin)


def _day(moment: Moment | None, report: Report) -> date | None:
    told = moment.since if moment else None
    at = told or report.published.at
    return at.astimezone(UTC).date() if at else None


def _record(key: str, here: _Here) -> Record:
    location = here.location
    days = _first_days(here.told)
    country = country_by_code().get(location.country or "")
    newest = sorted(here.told, key=lambda told: (told[1] or date.min, told[0]), reverse=True)
    return {
        "key": key,
        "geonames_id": location.geonames_id,
        "name": location.name,
        "division": location.division,
        "country": location.country,
        "country_name": country.name if country else None,
        "a3": country.code3 if country else None,
        "latitude": location.latitude,
        "longitude": location.longitude,
        "precision": location.precision.value,
        "texts": len({origin for _, _, origin in here.told}),
        "claims": len({claim for claim, _, _ in here.told}),
        "days": [[day.isoformat(), count] for day, count in sorted(days.items())],
        "newest": list(dict.fromkeys(claim for claim, _, _ in newest))[:NEWEST],
    }


def _first_days(told: Iterable[_Told]) -> Mapping[date, int]:
    """How many texts tell of a place first on each day: a text counts on one day alone."""
    first: dict[str, date] = {}
    for _, day, origin in told:
        if day is not None:
            first[origin] = min(day, first.get(origin, day))
    return Counter(first.values())


def _count(record: Record) -> int:
    texts = record["texts"]
    return texts if isinstance(texts, int) else 0
