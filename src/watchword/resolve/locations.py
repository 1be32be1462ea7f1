"""Where the toponyms of a report lie: of each name's candidates the one that fits the others best.

A name means one place throughout a report, unless the report says otherwise ("Paris, Texas").
Candidates are weighed by themselves (`candidates.py`), by what they are told to lie in
("Alexandria, La."), and then, some rounds, by the other names' candidates: how many lie in the
same country, the same first and second division, and how near the nearest is. All names settle
together; this is mean-field inference over the names of one report.

Invariant: a location is one that the gazetteer knows under the words of the toponym.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from watchword.model.toponym import LocatedToponym, Location, Precision, Toponym
from watchword.resolve.candidates import Candidate, candidates_of
from watchword.text.geonames import Kind, Known, key_of, place_at, place_numbered
from watchword.text.globe import EARTH_KM

PLACES_KEPT = 20_000
"""Places of which it is kept what they lie in."""
ROUNDS = 3
LIES_IN, LIES_ELSEWHERE = 6.0, -4.0
LAND, COUNTRY, FIRST, SECOND, NEAR = 3.0, 1.2, 3.5, 1.0, 1.5
NEAR_KM = 80.0
"""Set by hand on every third text of LGL and GeoWebNews, as were the scores of candidates: there
resolution is 82 and 80 of 100. LAND is for a country in which others lie, COUNTRY, FIRST and
SECOND for a narrower place with others in the same, NEAR for one beside another."""

Weights = NDArray[np.float64]
Flags = NDArray[np.bool_]


def locate_toponyms(
    text: str, toponyms: Sequence[Toponym], *, home: Location | None = None
) -> tuple[LocatedToponym, ...]:
    """Find where each toponym of a report lies; one answer a toponym, in order.

    Args:
        text: the report's text.
        toponyms: its toponyms, in order.
        home: where the outlet is at home, if that is known; it counts like one more name.
    """
    mentions = [
        _Mention(toponym=toponym, candidates=candidates_of(text, toponym)) for toponym in toponyms
    ]
    names = _names(text, mentions)
    found = _settled([*names, *_at_home(home)]) if names else []
    places = {
        index: place for name, place in zip(names, found, strict=False) for index in name.mentions
    }
    return tuple(
        LocatedToponym(toponym=toponym, location=_location(places.get(index)))
        for index, toponym in enumerate(toponyms)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    toponym: Toponym
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """Mentions that mean one place, by their numbers, and what that could be."""

    mentions: tuple[int, ...]
    candidates: tuple[Candidate, ...]


_JOINT = re.compile(r",\s+|\s\(|,? in (?:the )?|,? of ")
_OWNER = re.compile(r"(?:'s|\u2019s)\s")
_PRECISIONS = {
    Kind.AREA: Precision.AREA,
    Kind.COUNTRY: Precision.COUNTRY,
    Kind.FIRST: Precision.REGION,
    Kind.SECOND: Precision.DISTRICT,
    Kind.CITY: Precision.CITY,
}


def _names(text: str, mentions: Sequence[_Mention]) -> list[_Name]:
    """Mentions by what they mean: those of one key go together, but for those told apart."""
    wholes = [_whole_of(text, mentions, index) for index in range(len(mentions))]
    parts = {whole: index for index, whole in enumerate(wholes) if whole is not None}
    told = {
        key_of(mentions[index].toponym.words): _group(mentions, index, whole, None)
        for index, whole in reversed(list(enumerate(wholes)))
        if whole is not None
    }
    groups: dict[tuple[str, ...], list[int]] = {}
    for index in range(len(mentions)):
        group = _group(mentions, index, wholes[index], parts.get(index))
        groups.setdefault(told.get(group[0], group) if len(group) == 1 else group, []).append(index)
    return [
        _Name(mentions=tuple(group), candidates=tuple(_weighed(mentions, group, wholes, parts)))
        for group in groups.values()
        if any(mentions[index].candidates for index in group)
    ]


def _group(
    mentions: Sequence[_Mention], index: int, whole: int | None, part: int | None
) -> tuple[str, ...]:
    """What a mention shares with those of one meaning: its key, and what it is told with."""
    key = key_of(mentions[index].toponym.words)
    if whole is not None:
        return key, "in", key_of(mentions[whole].toponym.words)
    if part is not None:
        return key, "holds", key_of(mentions[part].toponym.words)
    return (key,)


def _whole_of(text: str, mentions: Sequence[_Mention], index: int) -> int | None:
    """The neighbour that a mention is told to lie in: after ", ", or before as its owner."""
    here = mentions[index]
    for other, joint in ((index + 1, _JOINT), (index - 1, _OWNER)):
        if not 0 <= other < len(mentions):
            continue
        first, second = sorted((here.toponym, mentions[other].toponym), key=lambda each: each.start)
        if joint.fullmatch(text, first.end, second.start) and _could_lie_in(here, mentions[other]):
            return other
    return None


def _could_lie_in(part: _Mention, whole: _Mention) -> bool:
    wholes = {each.place.index for each in whole.candidates}
    return any(not wholes.isdisjoint(each.place.within) for each in part.candidates)


def _weighed(
    mentions: Sequence[_Mention],
    group: Sequence[int],
    wholes: Sequence[int | None],
    parts: Mapping[int, int],
) -> Iterator[Candidate]:
    """The candidates of a name with their best scores, more for those that lie as they are told."""
    best: dict[int, Candidate] = {}
    for index in group:
        for each in mentions[index].candidates:
            if each.place.index not in best or best[each.place.index].score < each.score:
                best[each.place.index] = each
    first = group[0]
    around, held = _rows_of(mentions, wholes[first]), _rows_held(mentions, parts.get(first))
    for each in best.values():
        more = 0.0
        if around is not None:
            more = LIES_ELSEWHERE if around.isdisjoint(each.place.within) else LIES_IN
        elif held is not None:
            more = LIES_IN if each.place.index in held else LIES_ELSEWHERE
        yield Candidate(place=each.place, score=each.score + more)


def _rows_of(mentions: Sequence[_Mention], whole: int | None) -> set[int] | None:
    if whole is None:
        return None
    return {each.place.index for each in mentions[whole].candidates}


def _rows_held(mentions: Sequence[_Mention], part: int | None) -> set[int] | None:
    """Rows of all that any candidate of a part lies in."""
    if part is None:
        return None
    return {row for each in mentions[part].candidates for row in each.place.within}


def _at_home(home: Location | None) -> Iterator[_Name]:
    place = place_numbered(home.geonames_id) if home and home.geonames_id else None
    if place:
        yield _Name(mentions=(), candidates=(Candidate(place=place, score=0.0),))


def _settled(names: Sequence[_Name]) -> list[Known]:
    """The place of each name after all rounds; a name alone has none that could speak for it."""
    if len(names) == 1 or all(len(name.candidates) == 1 for name in names):
        return [_likeliest(name) for name in names]
    field = _Field(names)
    scores = field.scores
    for _ in range(ROUNDS):
        scores = field.scores + field.support(field.weights(scores))
    found = []
    for number, name in enumerate(names):
        rows = np.flatnonzero(field.owners == number)
        found.append(name.candidates[int(scores[rows].argmax())].place)
    return found


def _likeliest(name: _Name) -> Known:
    return max(name.candidates, key=lambda each: each.score).place


class _Field:
    """The candidates of all names of a report, one a row."""

    def __init__(self, names: Sequence[_Name]) -> None:
        each = [candidate for name in names for candidate in name.candidates]
        places = [candidate.place for candidate in each]
        self.owners = np.repeat(np.arange(len(names)), [len(name.candidates) for name in names])
        self.scores: Weights = np.array([candidate.score for candidate in each])
        others: Flags = self.owners[:, None] != self.owners[None, :]
        self._others = others.astype(np.float64)
        codes = {place.country: number for number, place in enumerate(places) if place.country}
        countries = np.array([codes.get(place.country, -1) for place in places])
        kinds = np.array([place.kind for place in places])
        self._narrow: Flags = kinds > Kind.COUNTRY
        self._lies_on_land = countries >= 0
        self._same_country = _same(countries, others)
        firsts = np.array([_division(place, Kind.FIRST) for place in places])
        seconds = np.array([_division(place, Kind.SECOND) for place in places])
        self._same_first = _same(firsts, others)
        self._same_second = _same(seconds, others)
        is_spot = kinds >= Kind.SECOND
        self._closeness = np.where(
            others & is_spot[:, None] & is_spot[None, :], _closeness(places), 0.0
        )

    def weights(self, scores: Weights) -> Weights:
        """How likely each candidate is among those of its name."""
        best = np.full(int(self.owners.max()) + 1, -np.inf)
        np.maximum.at(best, self.owners, scores)
        likely = np.exp(scores - best[self.owners])
        shares: Weights = likely / np.bincount(self.owners, likely)[self.owners]
        return shares

    def support(self, weights: Weights) -> Weights:
        """What the other names' candidates say for each."""
        lands = weights * self._lies_on_land
        total = np.maximum(1.0, self._others @ lands)
        country = self._same_country @ weights
        first = self._same_first @ weights
        second = np.minimum(1.0, self._same_second @ weights)
        near = (self._closeness * weights).max(axis=1)
        land = np.minimum(1.0, country / 2) * (0.5 + country / total)
        narrow = (
            COUNTRY * land
            + FIRST * np.minimum(1.0, first / 2) * (0.5 + first / total)
            + SECOND * second
            + NEAR * near
        )
        support: Weights = np.where(self._narrow, narrow, LAND * land)
        return support


def _same(values: NDArray[np.int64], others: Flags) -> Weights:
    """One for each pair of candidates of two names with the same value, which is none below 0."""
    same: Flags = (values[:, None] == values[None, :]) & (values >= 0)[:, None] & others
    return same.astype(np.float64)


def _division(place: Known, kind: Kind) -> int:
    """The row of the division of a kind that a place is or lies in, -1 where there is none."""
    return _divisions(place.index).get(kind, -1)


@lru_cache(maxsize=PLACES_KEPT)
def _divisions(index: int) -> dict[Kind, int]:
    """The rows of the narrowest place of each kind that the place in a row is or lies in."""
    rows = (index, *place_at(index).within)
    return {place_at(row).kind: row for row in reversed(rows)}


def _closeness(places: Iterable[Known]) -> Weights:
    """How near each is to each: 1 for one spot, about a third at 80 kilometres, 0 far away."""
    spots = np.radians([(place.latitude, place.longitude) for place in places])
    half = np.sin((spots[:, None] - spots[None, :]) / 2) ** 2
    level = np.cos(spots[:, 0])
    chord = half[..., 0] + level[:, None] * level[None, :] * half[..., 1]
    distance = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(chord, 0.0, 1.0)))
    closeness: Weights = np.exp(-distance / NEAR_KM)
    return closeness


def _location(place: Known | None) -> Location | None:
    if place is None:
        return None
    first = _division(place, Kind.FIRST)
    return Location(
        geonames_id=place.geonames_id if place.geonames_id > 0 else None,
        name=place.name,
        country=place.country or None,
        division=place_at(first).name if first >= 0 else None,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=_PRECISIONS[place.kind],
    )
