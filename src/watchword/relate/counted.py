"""What a figure counts, so that "1,500 special-forces soldiers" meets "3,000 troops"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from watchword.model.claim import Claim
from watchword.model.figure import Approx, Figure
from watchword.model.place import Place, PlaceKind
from watchword.relate.deeds import ABROAD, HARM, Deed, deed_in, deed_of
from watchword.text.gazetteer import country_named
from watchword.text.similarity import stem, words_in

ABOUT = 0.1
"""Share by which what is told as "about" may be more or less."""

_KINDS = {
    "troops": """troops soldiers servicemen servicewomen personnel forces fighters infantrymen
        infantry commandos paratroopers recruits conscripts men combatants""",
    "officers": "officers generals commanders",
    "workers": "workers labourers laborers engineers builders technicians",
    "civilians": "civilians residents inhabitants people persons",
    "children": "children minors",
    "prisoners": "prisoners captives hostages detainees",
    "drones": "drones uavs shaheds",
    "missiles": "missiles rockets",
    "shells": "shells rounds munitions",
    "vehicles": "vehicles tanks trucks",
    "aircraft": "aircraft planes jets helicopters warplanes",
    "US dollars": "dollars usd",
}
_PEOPLE = frozenset({"troops", "officers", "workers", "civilians", "children", "prisoners"})
_BROAD = ("east", "west", "north", "south", "far", "central", "interior", "border", "occupied")
_AGAINST = re.compile(r"\bagainst\s+((?:[\w'\u2019-]+\s*){1,3})")
_FATES = {
    "killed": Deed.KILL,
    "dead": Deed.KILL,
    "wounded": Deed.WOUND,
    "injured": Deed.WOUND,
    "captured": Deed.CAPTURE,
    "missing": Deed.MISS,
}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Amount:
    """A quantity without its words: two figures of one amount say the same number.

    Attributes:
        kind: what is counted, synonyms evened out ("troops").
        low: lowest value, -1 where the words set no floor.
        best: the value named, -1 for a range or a vague number.
        high: highest value, -1 where the words set no ceiling.
    """

    kind: str
    low: float
    best: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Counted:
    """What a figure counts; figures of one `Counted` are points of one track.

    Attributes:
        kind: what is counted, synonyms evened out ("troops").
        whose: country code of whom is counted, else of the actor, empty where not told.
        deed: what is done to them; deeds that count the same people are one ("abroad").
        where: country code or region where, empty where not told.
        more: whether it counts an addition ("another 1,500") and not a total.
    """

    kind: str
    whose: str
    deed: str
    where: str
    more: bool


def amount_of(figure: Figure) -> Amount:
    """A figure's quantity; a named value stands for its bounds, so "about" does not part."""
    kind = kind_counted(figure)
    if figure.best is not None:
        return Amount(kind=kind, low=-1, best=figure.best, high=-1)
    low = -1 if figure.low is None else figure.low
    high = -1 if figure.high is None else figure.high
    return Amount(kind=kind, low=low, best=-1, high=high)


def bounds_of(figure: Figure) -> tuple[float | None, float | None]:
    """The lowest and the highest value that a figure's words allow; None where they set no bound.

    "About" allows a tenth more or less.
    """
    if figure.approx is Approx.ABOUT and figure.best is not None:
        return figure.best * (1 - ABOUT), figure.best * (1 + ABOUT)
    if figure.approx is Approx.EXACT and figure.best is not None:
        return figure.best, figure.best
    return figure.low, figure.high


def counted_by(claim: Claim, figure: Figure) -> Counted | None:
    """What a figure of a claim counts, None where the claim tells no deed done to it."""
    deed = _FATES.get(figure.fate or "") or deed_in(figure.counted) or deed_of(claim)
    if deed is None:
        return None
    kind = kind_counted(figure)
    whose = country_in(figure.counted) or _side_of_actor(claim, deed, kind)
    return Counted(
        kind=kind,
        whose=whose,
        deed="abroad" if deed in ABROAD and kind in _PEOPLE else deed.value,
        where=_where(claim, whose),
        more=figure.change,
    )


def kind_counted(figure: Figure) -> str:
    """What a figure counts with synonyms evened out: "soldiers" are "troops"."""
    for word in reversed(words_in(figure.unit)):
        kind = _kinds().get(stem(word))
        if kind is not None:
            return kind
    return " ".join(stem(word) for word in words_in(figure.unit))


def country_in(words: str) -> str:
    """Code of the first country that some words name, empty where they name none."""
    pieces = words.split()
    for start, piece in enumerate(pieces):
        if not piece[:1].isupper():
            continue
        for length in (3, 2, 1):
            named = " ".join(pieces[start : start + length]).strip(".,;:")
            country = country_named(named, around="")
            if country is not None:
                return country.code
    return ""


def is_broad(place: Place) -> bool:
    """Whether a place is a country or a wide part of one ("eastern Russia")."""
    if place.kind in {PlaceKind.COUNTRY, PlaceKind.AREA}:
        return True
    return any(word.startswith(_BROAD) for word in words_in(place.name))


def _where(claim: Claim, whose: str) -> str:
    """The region told, else the country: cities are stops on the way, home is no destination."""
    place = claim.place
    if place is not None and place.kind is PlaceKind.REGION and not is_broad(place):
        return place.name
    lies_in = (place.country or country_in(place.name)) if place is not None else ""
    told = (country_in(claim.recipient or ""), lies_in)
    barred = {whose, *_opponents(claim.content.quote)}
    return next((code for code in told if code and code not in barred), "")


def _opponents(words: str) -> Iterator[str]:
    """Countries that something is done against: sent against Ukraine is not sent to Ukraine."""
    for match in _AGAINST.finditer(words):
        yield country_in(match.group(1))


def _side_of_actor(claim: Claim, deed: Deed, kind: str) -> str:
    """The actor's country; where harm is done, only if the actor is who is harmed."""
    actor = claim.actor or ""
    harmed = {_kinds().get(stem(word)) for word in words_in(actor)}
    return "" if deed in HARM and kind not in harmed else country_in(actor)


@cache
def _kinds() -> dict[str, str]:
    return {stem(word): kind for kind, words in _KINDS.items() for word in words.split()}
