"""How well places are read: their names found, each laid on the globe, and both at once.

- Recognition: toponyms found, edge by edge, against those that people gave a GeoNames number. Of
  what was found, what touches a toponym that they gave none counts on neither side.
- Resolution: of the toponyms that people numbered, handed over as they are, the share that gets
  the same number, and the share that gets the same or lies within 161 kilometres (100 miles).
- End to end: toponyms found and given the same number, with the same edges, or overlapping as
  Mordecai 3 is scored. Each label counts once, and what was found
  but given no number counts not.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from watchword.ledger.corpora.toponyms import MarkedText, MarkedToponym
from watchword.ledger.scores import Detection, Share
from watchword.model.toponym import LocatedToponym, Location, Toponym
from watchword.resolve.candidates import candidates_of
from watchword.text.geonames import place_numbered
from watchword.text.globe import kilometres_between

NEAR_KM = 161.0
"""A hundred miles, the usual measure of the field."""

Find = Callable[[str], Sequence[LocatedToponym]]
"""Finds and locates the toponyms of a text."""
Locate = Callable[[str, Sequence[Toponym]], Sequence[LocatedToponym]]
"""Locates given toponyms of a text, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMisses:
    """What went wrong end to end, by kind.

    Attributes:
        not_found: labels whose words, or any of them, were not found.
        cut_otherwise: labels of which something overlapping was found, but not the words.
        not_in_gazetteer: labels found, whose number the gazetteer has not.
        under_another_name: labels found, whose place the gazetteer has not under these words.
        mistaken: labels found and given another place than theirs, which was a candidate.
        spurious: toponyms given a number that touch no label.
    """

    not_found: int = 0
    cut_otherwise: int = 0
    not_in_gazetteer: int = 0
    under_another_name: int = 0
    mistaken: int = 0
    spurious: int = 0

    def __add__(self, other: "PlaceMisses") -> "PlaceMisses":
        return PlaceMisses(
            **{name: getattr(self, name) + getattr(other, name) for name in self.__slots__}
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceScores:
    """How well the places of some texts were read.

    Attributes:
        texts: how many texts.
        recognition: toponyms found, edge by edge.
        resolution: numbered toponyms that got their number.
        near: numbered toponyms that got their number or a place within 161 kilometres.
        exact: toponyms found edge by edge and given their number.
        overlapping: toponyms found in part at least and given their number.
        misses: what went wrong end to end.
    """

    texts: int
    recognition: Detection
    resolution: Share
    near: Share
    exact: Detection
    overlapping: Detection
    misses: PlaceMisses

    def __add__(self, other: "PlaceScores") -> "PlaceScores":
        return PlaceScores(
            texts=self.texts + other.texts,
            recognition=_both(self.recognition, other.recognition),
            resolution=_shares(self.resolution, other.resolution),
            near=_shares(self.near, other.near),
            exact=_both(self.exact, other.exact),
            overlapping=_both(self.overlapping, other.overlapping),
            misses=self.misses + other.misses,
        )


def score_places(texts: Iterable[MarkedText], find: Find, locate: Locate) -> PlaceScores:
    """Score what is found in each text, and where given toponyms are laid."""
    each = (_score(text, find(text.text), locate) for text in texts)
    return reduce(add, each, _nothing())


def _score(text: MarkedText, found: Sequence[LocatedToponym], locate: Locate) -> PlaceScores:
    labels = [label for label in text.toponyms if label.geonames_id is not None]
    unnumbered = [label for label in text.toponyms if label.geonames_id is None]
    judged = [each for each in found if _is_label(each, labels) or not _touches(each, unnumbered)]
    located = [each for each in judged if each.location and each.location.geonames_id]
    given = locate(text.text, [_toponym(label) for label in labels])
    return PlaceScores(
        texts=1,
        recognition=Detection(
            hits=sum(_is_label(each, labels) for each in judged),
            found=len(judged),
            labelled=len(labels),
        ),
        resolution=_share(_is_right(one, two) for one, two in zip(given, labels, strict=True)),
        near=_share(_is_near(one, two) for one, two in zip(given, labels, strict=True)),
        exact=_paired([each for each in located if _is_label(each, labels)], located, labels),
        overlapping=_paired(located, located, labels),
        misses=_misses(text, judged, labels),
    )


def _nothing() -> PlaceScores:
    none = Detection(hits=0, found=0, labelled=0)
    return PlaceScores(
        texts=0,
        recognition=none,
        resolution=Share(hits=0, of=0),
        near=Share(hits=0, of=0),
        exact=none,
        overlapping=none,
        misses=PlaceMisses(),
    )


def _both(one: Detection, other: Detection) -> Detection:
    return Detection(
        hits=one.hits + other.hits,
        found=one.found + other.found,
        labelled=one.labelled + other.labelled,
    )


def _shares(one: Share, other: Share) -> Share:
    return Share(hits=one.hits + other.hits, of=one.of + other.of)


def _share(rights: Iterable[bool]) -> Share:
    each = list(rights)
    return Share(hits=sum(each), of=len(each))


def _toponym(label: MarkedToponym) -> Toponym:
    return Toponym(start=label.start, end=label.end, words=label.words)


def _edges(found: LocatedToponym) -> tuple[int, int]:
    return found.toponym.start, found.toponym.end


def _is_label(found: LocatedToponym, labels: Iterable[MarkedToponym]) -> bool:
    return any(_edges(found) == (label.start, label.end) for label in labels)


def _touches(found: LocatedToponym, labels: Iterable[MarkedToponym]) -> bool:
    return any(_overlap(found, label) for label in labels)


def _overlap(found: LocatedToponym, label: MarkedToponym) -> bool:
    return found.toponym.start < label.end and label.start < found.toponym.end


def _is_right(found: LocatedToponym, label: MarkedToponym) -> bool:
    return found.location is not None and found.location.geonames_id == label.geonames_id


def _is_near(found: LocatedToponym, label: MarkedToponym) -> bool:
    if _is_right(found, label):
        return True
    if found.location is None or label.latitude is None or label.longitude is None:
        return False
    return _distance(found.location, label.latitude, label.longitude) <= NEAR_KM


def _distance(location: Location, latitude: float, longitude: float) -> float:
    return kilometres_between((location.latitude, location.longitude), (latitude, longitude))


def _paired(
    right: Iterable[LocatedToponym],
    located: Sequence[LocatedToponym],
    labels: Sequence[MarkedToponym],
) -> Detection:
    """Pair each of some findings with a label that it overlaps and whose number it has."""
    left = list(labels)
    hits = 0
    for each in right:
        label = next((one for one in left if _overlap(each, one) and _is_right(each, one)), None)
        if label:
            left.remove(label)
            hits += 1
    return Detection(hits=hits, found=len(located), labelled=len(labels))


def _misses(
    text: MarkedText, found: Sequence[LocatedToponym], labels: Sequence[MarkedToponym]
) -> PlaceMisses:
    kinds = list(_each_miss(text, found, labels))
    located = (each for each in found if each.location and each.location.geonames_id)
    spurious = sum(not _touches(each, labels) for each in located)
    return PlaceMisses(
        not_found=kinds.count("not_found"),
        cut_otherwise=kinds.count("cut_otherwise"),
        not_in_gazetteer=kinds.count("not_in_gazetteer"),
        under_another_name=kinds.count("under_another_name"),
        mistaken=kinds.count("mistaken"),
        spurious=spurious,
    )


def _each_miss(
    text: MarkedText, found: Sequence[LocatedToponym], labels: Sequence[MarkedToponym]
) -> Iterator[str]:
    by_edges = {_edges(each): each for each in found}
    for label in labels:
        each = by_edges.get((label.start, label.end))
        if each is None:
            is_cut = any(_overlap(other, label) for other in found)
            yield "cut_otherwise" if is_cut else "not_found"
        elif not _is_right(each, label):
            yield _mistake(text.text, label)


def _mistake(text: str, label: MarkedToponym) -> str:
    if place_numbered(label.geonames_id or 0) is None:
        return "not_in_gazetteer"
    candidates = {each.place.geonames_id for each in candidates_of(text, _toponym(label))}
    return "mistaken" if label.geonames_id in candidates else "under_another_name"
