"""What one claim does to another: supports it, denies it, or tells it with another detail.

Two claims are at odds over a detail where they are of one happening and clash in that detail alone:
the same deed by the same actor, nearly the same content. What is merely alike is no contradiction:
one source may count the killed in one town and another those in the next.

Invariant: what is planned, weighed, hung on a condition or unconfirmed never supports a deed.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from watchword.model.corroboration import Bearing
from watchword.model.place import Place, PlaceKind
from watchword.relate.counted_where import is_broad
from watchword.relate.gist import Gist, Mood, content_words, is_country, names_in
from watchword.relate.happening import POSTED, count_over_one_time, goes_on, has_time, times_fit
from watchword.relate.sameness import (
    count_the_same,
    denies,
    is_alike,
    is_anchored,
    is_one_happening,
    is_same_thing,
    names_clash,
    parties_fit,
    places_fit,
)
from watchword.text.similarity import stem, weighted_overlap

SAME_COUNT = 0.45
"""Least likeness of two claims that give different figures for one thing."""

SAME_POSTED = 0.2
"""The same where both count the people that one state has sent, readied or stationed."""

SAME_BUT_PLACE = 0.7
"""Least likeness, the places' words aside, of two claims that put one happening elsewhere."""

SAME_BUT_TIME = 0.75
"""Least likeness of two claims that put one happening at another time."""

TELLING_FIGURE = 5
"""From this figure on, that two claims give the same one shows that they are of one happening."""

BOTH_SIDES = 3
"""Parts of names in common that two people's names have at least."""

SAME_NEWS = timedelta(days=7)
"""Within this time two claims that differ in place or time are told, to be of one happening."""

_AS_FIRM: Mapping[Mood, frozenset[Mood]] = {
    Mood.TOLD: frozenset({Mood.TOLD, Mood.DENIED}),
    Mood.ESTIMATED: frozenset({Mood.ESTIMATED, Mood.TOLD}),
    Mood.UNCONFIRMED: frozenset({Mood.UNCONFIRMED, Mood.ESTIMATED, Mood.TOLD}),
    Mood.PLANNED: frozenset({Mood.PLANNED}),
    Mood.OPEN: frozenset({Mood.OPEN, Mood.PLANNED}),
    Mood.DENIED: frozenset({Mood.DENIED, Mood.TOLD}),
}
"""For each mood, those that say at least as much: who tells a thing bears out who estimates it.

"Denied" and "told" are one among claims that something is not so, and never meet otherwise.
"""

_GROWING = frozenset(
    stem(word) for word in ("toll", "increase", "rise", "climb", "surpass", "pass", "reach")
)
_COUNTING = frozenset({Mood.TOLD, Mood.ESTIMATED})


def bearing_of(other: Gist, claim: Gist, weights: Mapping[str, float]) -> Bearing | None:
    """What another claim does to a claim, None where it has nothing to do with it.

    Args:
        other: what another source says.
        claim: what is looked at.
        weights: inverse document frequency of words, as `weigh_words` gives it.
    """
    if denies(other, claim) or denies(claim, other):
        return Bearing.DENIES
    if other.negated is not claim.negated or not parties_fit(other, claim):
        return None
    if supports(other, claim, weights):
        return Bearing.SUPPORTS
    if claim.negated:
        return None
    return _odds(other, claim, weights)


def supports(other: Gist, claim: Gist, weights: Mapping[str, float]) -> bool:
    """Whether another claim says what a claim says, or more: with a figure, or more firmly."""
    if is_same_thing(other, claim, weights):
        return True
    if other.negated is not claim.negated or other.mood not in _AS_FIRM[claim.mood]:
        return False
    if not (parties_fit(other, claim) and is_one_happening(other, claim)):
        return False
    return _says_as_many(other, claim) and is_alike(other, claim, weights)


def figures_clash(one: Gist, other: Gist) -> bool:
    """Whether two figures of one kind cannot both be true."""
    if one.amount is None or other.amount is None or one.amount.kind != other.amount.kind:
        return False
    return _is_below(one, other) or _is_below(other, one)


def places_clash(one: Place | None, other: Place | None) -> bool:
    """Whether two places are told and cannot be one: two countries, two towns, two regions."""
    if one is None or other is None or places_fit(one, other):
        return False
    if one.country and other.country and one.country != other.country:
        return True
    here, there = content_words(one.name), content_words(other.name)
    if here <= there or there <= here or is_broad(one) or is_broad(other):
        return False
    return one.kind is other.kind and one.kind in {PlaceKind.CITY, PlaceKind.REGION}


def _is_below(one: Gist, other: Gist) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _says_as_many(other: Gist, claim: Gist) -> bool:
    """Whether what another counts makes what a claim counts true."""
    if claim.amount is None:
        return other.amount is None or claim.deed is other.deed
    if other.amount is None or not _count_one_thing(other, claim):
        return False
    if claim.low is not None and (other.low is None or other.low < claim.low):
        return False
    return claim.high is None or (other.high is not None and other.high <= claim.high)


def _count_one_thing(one: Gist, other: Gist) -> bool:
    if one.amount is None or other.amount is None or one.amount.kind != other.amount.kind:
        return False
    if _count_posted(one, other):
        return True
    if one.counted is None or other.counted is None:
        return one.deed is other.deed and one.counted is other.counted
    mine, theirs = one.counted, other.counted
    whose = not mine.whose or not theirs.whose or mine.whose == theirs.whose
    return whose and mine.deed == theirs.deed and mine.more is theirs.more


def _count_posted(one: Gist, other: Gist) -> bool:
    """Whether both count people of one state who are somewhere, sent, in training or at war."""
    return all(goes_on(gist) and _is_total_abroad(gist) for gist in (one, other)) and any(
        is_country(word) for word in one.words & other.words
    )


def _is_total_abroad(gist: Gist) -> bool:
    if gist.amount is None or gist.amount.kind not in POSTED:
        return False
    if gist.counted is None:
        return gist.deed is None
    return gist.counted.deed == "abroad" and not gist.counted.more


def _odds(other: Gist, claim: Gist, weights: Mapping[str, float]) -> Bearing | None:
    """In which one detail two claims of one happening are at odds, None where in none or more."""
    moods = {other.mood, claim.mood}
    if (len(moods) > 1 and not moods <= _COUNTING) or not _is_one_deed(other, claim):
        return None
    if names_clash(_placeless(other), _placeless(claim)) or not is_anchored(other, claim):
        return None
    where = places_clash(other.place, claim.place)
    when = not times_fit(other, claim)
    how_many = figures_clash(other, claim)
    if how_many and not where and not when:
        return Bearing.OTHER_FIGURE if _is_one_count(other, claim, weights) else None
    if where and not when and not how_many:
        return Bearing.OTHER_PLACE if _is_one_but_place(other, claim, weights) else None
    if when and not where and not how_many:
        return Bearing.OTHER_TIME if _is_one_but_time(other, claim, weights) else None
    return None


def _placeless(gist: Gist) -> Gist:
    """A gist without the names of its place: those may be what is at odds."""
    if gist.place is None:
        return gist
    return replace(gist, names=gist.names - names_in(f"{gist.place.words} {gist.place.name}"))


def _is_one_deed(one: Gist, other: Gist) -> bool:
    return one.deed is other.deed or _count_posted(one, other)


def _is_growing(one: Gist, other: Gist) -> bool:
    """Whether the later of two figures is the higher one of a toll that rises."""
    if one.said_at is None or other.said_at is None or not (one.words | other.words) & _GROWING:
        return False
    older, newer = sorted((one, other), key=lambda gist: (gist.said_at, gist.claim))
    return _is_below(older, newer)


def _is_one_count(one: Gist, other: Gist, weights: Mapping[str, float]) -> bool:
    if one.adds or other.adds or not _count_one_thing(one, other):
        return False
    if not _is_one_place(one, other):
        return False
    if not count_over_one_time(one, other) or _is_growing(one, other):
        return False
    least = SAME_POSTED if _count_posted(one, other) else SAME_COUNT
    return weighted_overlap(one.words, other.words, weights) >= least


def _is_one_place(one: Gist, other: Gist) -> bool:
    """Whether two counts are of one place: who counts in a region counts fewer than in a state."""
    if one.counted is not None and other.counted is not None:
        here, there = one.counted.where, other.counted.where
        if here and there and here != there:
            return False
    if one.place is None or other.place is None:
        return True
    same = one.place.name.casefold() == other.place.name.casefold()
    return same or (is_broad(one.place) and is_broad(other.place) and _is_one_state(one, other))


def _is_one_state(one: Gist, other: Gist) -> bool:
    if one.place is None or other.place is None:
        return False
    return one.place.country is not None and one.place.country == other.place.country


def _is_one_but_place(one: Gist, other: Gist, weights: Mapping[str, float]) -> bool:
    if not _is_one_news(one, other) or not (one.actor and other.actor):
        return False
    if not (_give_one_telling_figure(one, other) or _is_singular(one, other)):
        return False
    barred = _place_words(one) | _place_words(other)
    return weighted_overlap(one.words - barred, other.words - barred, weights) >= SAME_BUT_PLACE


def _is_one_but_time(one: Gist, other: Gist, weights: Mapping[str, float]) -> bool:
    if not (has_time(one) and has_time(other)) or not _is_one_news(one, other):
        return False
    if not (_give_one_telling_figure(one, other) or _is_singular(one, other)):
        return False
    if not places_fit(one.place, other.place):
        return False
    return weighted_overlap(one.words, other.words, weights) >= SAME_BUT_TIME


def _is_one_news(one: Gist, other: Gist) -> bool:
    if one.said_at is None or other.said_at is None:
        return False
    return abs(one.said_at - other.said_at) <= SAME_NEWS


def _give_one_telling_figure(one: Gist, other: Gist) -> bool:
    if one.amount is None or not count_the_same(one, other):
        return False
    return one.amount.best >= TELLING_FIGURE


def _is_singular(one: Gist, other: Gist) -> bool:
    """Whether two claims name both sides of a deed, and the same ones."""
    if one.amount is not None or other.amount is not None or not one.actor & other.actor:
        return False
    return bool(one.recipient & other.recipient) or len(one.names & other.names) >= BOTH_SIDES


def _place_words(gist: Gist) -> frozenset[str]:
    return (
        content_words(gist.place.words) | content_words(gist.place.name)
        if gist.place
        else (frozenset())
    )
