"""Whether two claims say the same thing, and whether one denies what the other says.

Who, what, how many and where must not clash; what one claim leaves open does not clash. On top
of that the claims must be alike in content: Dice's measure over the stems of their words, each
weighed by its inverse document frequency among the given claims.
"""

from collections.abc import Mapping
from dataclasses import replace

from watchword.model.place import Place, PlaceKind
from watchword.relate.counted import is_broad
from watchword.relate.gist import Gist, Mood, is_country
from watchword.text.similarity import stem, weighted_overlap

ALIKE = 0.5
"""Least likeness of two claims that share no figure."""

ALIKE_WITH_FIGURE = 0.3
"""Least likeness of two claims that give the same quantity of the same thing."""

ALIKE_ACROSS_DEEDS = 0.75
"""Least likeness of two claims whose verbs name different deeds."""

DENIED_SHARE = 0.6
"""Least share of a denial's content, countries aside, that a claim it denies has.

Not weighed by rarity: what a denial adds in passing ("to the operation") is rare and beside the
point; who and which deed must fit anyway.
"""

_DENIABLE = frozenset({Mood.TOLD, Mood.ESTIMATED})
_PLANNING = frozenset(stem(word) for word in ("plan", "intend", "intention", "will", "decide"))


def is_same_thing(one: Gist, other: Gist, weights: Mapping[str, float]) -> bool:
    """Whether two claims say the same thing in compatible moods.

    Asserted and reported claims are compatible; so are considered and conditional ones. A plan is
    never the deed, an estimate never the report. Figures must be of one amount; that a thing
    was done is not yet that it was done so many times, so a claim without the figure does not
    support the figure.
    """
    if one.mood is not other.mood or one.negated is not other.negated:
        return False
    if one.amount != other.amount or not _parties_fit(one, other):
        return False
    if not places_fit(one.place, other.place):
        return False
    return _is_alike(one, other, weights)


def denies(denial: Gist, other: Gist) -> bool:
    """Whether a claim told as not so denies another.

    A denial with a figure denies that figure; one without denies every figure of the thing.
    That a thing was done is denied, not that it is planned, unless the denial speaks of plans.
    "Not yet" denies nothing.
    A place that the denial does not name is no bar, and neither is the other's recipient.
    """
    if not denial.negated or denial.so_far or not _is_deniable(denial, other):
        return False
    if denial.amount is not None and denial.amount != other.amount:
        return False
    if not words_fit(denial.actor, other.actor) or not places_fit(denial.place, other.place):
        return False
    if denial.deed not in {None, other.deed}:
        return False
    return _share_covered(denial, other) >= DENIED_SHARE


def words_fit(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two actors or recipients may be the same: one is open, or they share a name."""
    if not one or not other:
        return True
    here = {word for word in one if is_country(word)}
    there = {word for word in other if is_country(word)}
    if here and there:
        return bool(here & there)
    return bool(one & other) or bool(here) != bool(there)


def places_fit(one: Place | None, other: Place | None) -> bool:
    """Whether two places may be one: one is open, lies in the other, or has its name."""
    if one is None or other is None or one.name.casefold() == other.name.casefold():
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if PlaceKind.COUNTRY in {one.kind, other.kind} or PlaceKind.AREA in {one.kind, other.kind}:
        return True
    return is_broad(one) or is_broad(other)


def _parties_fit(one: Gist, other: Gist) -> bool:
    return words_fit(one.actor, other.actor) and words_fit(one.recipient, other.recipient)


def _is_deniable(denial: Gist, other: Gist) -> bool:
    if other.negated:
        return False
    if other.mood is Mood.PLANNED:
        return bool(denial.words & _PLANNING)
    return other.mood in _DENIABLE


def _count_the_same(one: Gist, other: Gist) -> bool:
    """Whether both give one quantity of one thing, wherever it is."""
    if one.amount is None or one.amount != other.amount:
        return False
    if one.counted is None or other.counted is None:
        return one.deed is other.deed
    mine, theirs = replace(one.counted, where=""), replace(other.counted, where="")
    return mine == theirs


def _is_alike(one: Gist, other: Gist, weights: Mapping[str, float]) -> bool:
    if _count_the_same(one, other):
        return weighted_overlap(one.words, other.words, weights) >= ALIKE_WITH_FIGURE
    if one.deed is not None and other.deed is not None and one.deed is not other.deed:
        # The parties fit already: naming them again would hide that the deeds differ.
        mine, theirs = _without_countries(one), _without_countries(other)
        return weighted_overlap(mine, theirs, weights) >= ALIKE_ACROSS_DEEDS
    return weighted_overlap(one.words, other.words, weights) >= ALIKE


def _without_countries(gist: Gist) -> frozenset[str]:
    return frozenset(word for word in gist.words if not is_country(word))


def _share_covered(denial: Gist, other: Gist) -> float:
    content = _without_countries(denial)
    return len(content & other.words) / len(content) if content else 0.0
