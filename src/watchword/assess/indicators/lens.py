"""An indicator and a claim made ready to be compared: stems, parties, places, counted things.

How words become stems is given by the caller, so that an indicator is read as claims are.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from watchword.model.claim import Claim
from watchword.model.event import Event, EventType, Party, Standing
from watchword.model.figure import Figure
from watchword.model.indicator import Indicator
from watchword.model.position import Position, PositionKind
from watchword.text.commonness import rarity
from watchword.text.gazetteer import country_named

Stems = Callable[[str], frozenset[str]]
"""Gives the stems of some words, countries by their code ("@KP")."""

_AHEAD = frozenset({Standing.FUTURE, Standing.HYPOTHETICAL})
_COUNTRY_WEIGHT = 3.0
"""A country is about as telling as a word that one report in twenty has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """An indicator, ready to look at claims.

    Attributes:
        indicator: what is watched for.
        weights: how telling each stem of its words is.
        names: the stems of the names among its words, none of which a claim may lack.
        actors: of each actor the stems of every name that it bears.
        places: the stems of each place.
        countries: codes of the places that are countries.
        counted: stems of what is counted.
    """

    indicator: Indicator
    weights: Mapping[str, float]
    names: frozenset[str]
    actors: tuple[tuple[frozenset[str], ...], ...]
    places: tuple[frozenset[str], ...]
    countries: frozenset[str]
    counted: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim, ready to be looked at.

    Attributes:
        claim: the claim.
        words: stems of its content, its cue ("declared"), its actor, its recipient, its places.
        sides: the stems of each name that takes part.
        deed: the stems of its main verb.
        events: what sorts of deed it tells.
        places: the stems of each place it names.
        countries: codes of the countries that these lie in.
        positions: kinds of position, each with the stems of its question.
        figures: its figures, each with the stems of what it counts, and how that fared.
        is_ahead: whether every deed that it tells lies ahead, or is supposed.
        is_historical: whether every deed that it tells lies long ago.
    """

    claim: Claim
    words: frozenset[str]
    sides: tuple[frozenset[str], ...]
    deed: frozenset[str]
    events: frozenset[EventType]
    places: tuple[frozenset[str], ...]
    countries: frozenset[str]
    positions: tuple[tuple[PositionKind, frozenset[str]], ...]
    figures: tuple[tuple[Figure, frozenset[str]], ...]
    is_ahead: bool = False
    is_historical: bool = False


def make_lens(
    indicator: Indicator, stems: Stems, aliases: Mapping[str, Iterable[str]] | None = None
) -> Lens:
    """Make an indicator ready.

    Args:
        indicator: what is watched for.
        stems: gives the stems of words.
        aliases: every name of an actor, by the name that the indicator gives it.
    """
    known = aliases or {}
    named = [stems(place) for place in indicator.places]
    codes = (country_named(place, around="") for place in indicator.places)
    return Lens(
        indicator=indicator,
        weights={word: _weight(word) for word in sorted(stems(indicator.words))},
        names=_names(indicator.words, stems),
        actors=tuple(
            tuple(filter(None, dict.fromkeys(map(stems, (actor, *known.get(actor, ()))))))
            for actor in indicator.actors
        ),
        places=tuple(filter(None, named)),
        countries=frozenset(country.code for country in codes if country),
        counted=stems(indicator.threshold.counted) if indicator.threshold else frozenset(),
    )


def told_of(
    claim: Claim, events: Iterable[Event], positions: Iterable[Position], stems: Stems
) -> Told:
    """Make a claim ready.

    Args:
        claim: the claim.
        events: the events that it tells.
        positions: the positions that it tells.
        stems: gives the stems of words.
    """
    told = tuple(events)
    held = tuple(positions)
    names = [claim.actor or "", claim.recipient or "", *(each.holder for each in held)]
    names += [party.name for each in told for party in (*each.actors, *each.recipients)]
    sides = tuple(filter(None, dict.fromkeys(map(stems, names))))
    where = [each for each in (claim.place, *(event.place for event in told)) if each]
    places = tuple(filter(None, dict.fromkeys(stems(place.name) for place in where)))
    words = stems(f"{claim.attribution.cue} {claim.content.quote}") | stems(claim.action)
    return Told(
        claim=claim,
        words=words.union(*sides[:2], *places),
        sides=(*sides, *_states(told)),
        deed=stems(claim.verb or ""),
        events=frozenset([*(each.type for each in told), *_types(claim.event)]),
        places=places,
        countries=frozenset(place.country for place in where if place.country),
        positions=tuple((each.kind, stems(each.matter.quote)) for each in held),
        figures=tuple(
            (each, stems(f"{each.counted} {each.unit} {each.fate or ''}")) for each in claim.figures
        ),
        is_ahead=bool(told) and all(_AHEAD.intersection(each.standing) for each in told),
        is_historical=bool(told) and all(Standing.HISTORICAL in each.standing for each in told),
    )


def _states(events: Iterable[Event]) -> Iterable[frozenset[str]]:
    """The states that parties are or belong to, as stems."""
    parties: dict[str, Party] = {}
    for event in events:
        for party in (*event.actors, *event.recipients):
            if party.code:
                parties.setdefault(party.code, party)
    for party in parties.values():
        country = country_named(party.name, around="")
        if country:
            yield frozenset({f"@{country.code}"})


def _types(event: str | None) -> Iterable[EventType]:
    return (EventType(event),) if event in set(EventType) else ()


def _names(words: str, stems: Stems) -> frozenset[str]:
    """The stems that its plain words do not give: names, and what is written as one.

    A capital at the beginning makes no name; a country is one wherever it stands.
    """
    first, *others = words.split() or [""]
    plain = [each for each in others if not each[:1].isupper()]
    plain += [] if first[1:2].isupper() else [first.lower()]
    return stems(words) - stems(" ".join(plain))


def _weight(word: str) -> float:
    """How telling a stem is: the logarithm of how rare it is in news."""
    if word.startswith("@"):
        return _COUNTRY_WEIGHT
    # What stands for several words ("troops" for soldiers) is no stem itself.
    return rarity(word)
