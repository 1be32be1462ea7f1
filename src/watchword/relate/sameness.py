"""Whether two claims say the same thing, and whether one denies what the other says.

Who, what, how many, where and when must not clash; what one claim leaves open does not clash. On
top of that the claims must be alike in content: Dice's measure over the stems of their words, each
weighed by its inverse document frequency among the given claims.
"""

from collections.abc import Mapping
from dataclasses import replace

from watchword.model.place import Place, PlaceKind
from watchword.relate.counted_where import is_broad
from watchword.relate.gist import Gist, Mood, is_country
from watchword.relate.happening import denial_times_fit, times_fit
from watchword.text.hollow_denials import HOLLOW
from watchword.text.similarity import stem, weighted_overlap

ALIKE = 0.5
"""Least likeness of two claims that share no figure."""

ALIKE_WITH_FIGURE = 0.3
"""Least likeness of two claims that give the same quantity of the same thing."""

ALIKE_ACROSS_DEEDS = 0.75
"""Least likeness of two claims whose verbs name different deeds."""

ALIKE_UNNAMED = 0.9
"""Least likeness of a denial and what it denies where they name nobody in common."""

LEAST_SHARED = 3
"""Words that two claims have in common at least, of those that have so many."""

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
    if one.amount != other.amount or not parties_fit(one, other):
        return False
    return is_one_happening(one, other) and is_alike(one, other, weights)


def is_one_happening(one: Gist, other: Gist) -> bool:
    """Whether two claims may be of one happening: place, time and names do not clash.

    Two claims that each name somebody whom the other does not are of two happenings. A figure
    shows nothing unless the claims name a state, a place or somebody in common.
    """
    if not places_fit(one.place, other.place) or not times_fit(one, other):
        return False
    if names_clash(one, other):
        return False
    if one.amount is not None or other.amount is not None:
        return is_anchored(one, other)
    return True


def names_clash(one: Gist, other: Gist) -> bool:
    """Whether each of two claims names somebody or something that the other does not."""
    return bool(one.names - other.names and other.names - one.names)


def is_anchored(one: Gist, other: Gist) -> bool:
    """Whether two claims name a state, somebody or a place in common."""
    if one.names & other.names or any(is_country(word) for word in one.words & other.words):
        return True
    if one.place is None or other.place is None:
        return False
    return one.place.name.casefold() == other.place.name.casefold()


def denies(denial: Gist, other: Gist) -> bool:
    """Whether a claim told as not so denies another.

    A denial with a figure denies that figure; one without denies every figure of the thing.
    That a thing was done is denied, not that it is planned, unless the denial speaks of plans.
    "Not yet" denies nothing, nor does who rules nothing out, has no evidence or cannot confirm.
    A place that the denial does not name is no bar, and neither is the other's recipient.
    """
    if not denial.negated or denial.so_far or not _is_deniable(denial, other):
        return False
    if denial.amount is not None and denial.amount != other.amount:
        return False
    if not _may_be_denied(denial, other):
        return False
    if not _is_of_one_thing(denial, other):
        return False
    return _says_what(denial) and _share_covered(denial, other) >= DENIED_SHARE


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


def parties_fit(one: Gist, other: Gist) -> bool:
    """Whether who does it and to whom may be the same in two claims.

    Two states that each tell of somebody unnamed tell of themselves.
    """
    if (
        not (one.actor or other.actor)
        and one.teller
        and other.teller
        and one.teller != other.teller
    ):
        return False
    return words_fit(one.actor, other.actor) and words_fit(one.recipient, other.recipient)


def _may_be_denied(denial: Gist, other: Gist) -> bool:
    """Whether a denial and what is told do not clash in deed, actor, place, time or names."""
    return (
        denial.deed in {None, other.deed}
        and not names_clash(denial, other)
        and words_fit(denial.actor, other.actor)
        and places_fit(denial.place, other.place)
        and denial_times_fit(denial, other)
        and _acts_in(denial, other)
    )


def _is_deniable(denial: Gist, other: Gist) -> bool:
    if other.negated:
        return False
    if other.mood is Mood.PLANNED:
        return bool(denial.words & _PLANNING)
    return other.mood in _DENIABLE


def count_the_same(one: Gist, other: Gist) -> bool:
    """Whether both give one quantity of one thing, wherever it is."""
    if one.amount is None or one.amount != other.amount:
        return False
    if one.counted is None or other.counted is None:
        return one.deed is other.deed
    mine, theirs = replace(one.counted, where=""), replace(other.counted, where="")
    return mine == theirs


def is_alike(one: Gist, other: Gist, weights: Mapping[str, float]) -> bool:
    """Whether two claims have enough of their content in common."""
    if len(one.words & other.words) < min(LEAST_SHARED, len(one.words), len(other.words)):
        return False
    if count_the_same(one, other):
        return weighted_overlap(one.words, other.words, weights) >= ALIKE_WITH_FIGURE
    if one.deed is not None and other.deed is not None and one.deed is not other.deed:
        # The parties fit already: naming them again would hide that the deeds differ.
        mine, theirs = without_countries(one), without_countries(other)
        return weighted_overlap(mine, theirs, weights) >= ALIKE_ACROSS_DEEDS
    return weighted_overlap(one.words, other.words, weights) >= ALIKE


def without_countries(gist: Gist) -> frozenset[str]:
    """Its words without the codes of states."""
    return frozenset(word for word in gist.words if not is_country(word))


def _acts_in(denial: Gist, other: Gist) -> bool:
    """Whether whose deed is denied is in what is said, and no state as whom it is done to."""
    states = {word for word in denial.actor if is_country(word)}
    if not states:
        return not denial.actor or bool(denial.actor & other.words)
    return bool(states & (other.actor | (other.words - other.recipient)))


def _is_of_one_thing(denial: Gist, other: Gist) -> bool:
    """Whether a denial names somebody of what it denies, or is very like it.

    Unless it answers somebody ("denied") on a known deed it must be like it in any case: "we are
    not given any" is not about everybody who was given something.
    """
    alike = weighted_overlap(without_countries(denial), without_countries(other), {})
    if not (is_anchored(denial, other) or denial.actor & other.actor):
        return len(denial.words & other.words) >= LEAST_SHARED and alike >= ALIKE_UNNAMED
    if denial.deed is None:
        return alike >= DENIED_SHARE
    return denial.disputes or alike >= ALIKE


def _says_what(denial: Gist) -> bool:
    """Whether a denial says what is not so: "the reports" is too little to tell."""
    content = without_countries(denial)
    return len(content) > 1 and not content & HOLLOW


def _share_covered(denial: Gist, other: Gist) -> float:
    content = without_countries(denial)
    return len(content & other.words) / len(content) if content else 0.0
