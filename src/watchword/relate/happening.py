"""Whether two claims may be of one happening, by when it happened and when it was told.

A time that the words tell decides. Where they tell none, a deed that is over at once (a strike, a
killing, a signature), like one that is not known, happened shortly before it was told; a deed that
goes on (sending troops, training them) may be told for weeks.
"""

from datetime import datetime, timedelta

from watchword.model.place import PlaceKind
from watchword.relate.deeds import HARM, Deed
from watchword.relate.gist import Gist, Mood

ZONES = timedelta(days=1)
"""How far apart two told times may lie and still be one: a day here is yesterday elsewhere."""

FRESH = timedelta(days=3)
"""How long after it happened a deed that is over at once is told without a time."""

NEWS = timedelta(days=7)
"""The same for its denial, and the longest time that one happening takes."""

LASTING = timedelta(days=60)
"""How long a deed that goes on is told as the same."""

DENIABLE_FOR = timedelta(days=30)
"""How long after a claim its denial comes, at most, where neither tells when it happened and the
deed is not over at once."""

POSTED = frozenset({"troops", "officers", "workers"})
"""Kinds of people who are somewhere for weeks, so that their count goes on."""

_STATES = frozenset({"be", "remain", "stay", "serve"})
_AT_ONCE = HARM | {Deed.LAUNCH, Deed.SIGN}
_AHEAD = frozenset({Mood.PLANNED, Mood.OPEN})


def times_fit(one: Gist, other: Gist) -> bool:
    """Whether two claims may be of one happening, as far as times tell."""
    if has_time(one) and has_time(other):
        return _overlap(_told(one), _told(other))
    if one.said_at is None or other.said_at is None:
        return True
    if has_time(one) or has_time(other):
        return _overlap(_stretch(one), _stretch(other))
    return abs(one.said_at - other.said_at) <= _news_for(one, other)


def denial_times_fit(denial: Gist, other: Gist) -> bool:
    """Whether a denial may be of what a claim says, as far as times tell.

    One that answers nobody ("it has not fallen") denies what was told just before: what is told
    later may have come about since.
    """
    if has_time(denial) and has_time(other):
        return _overlap(_told(denial), _told(other))
    if denial.said_at is None or other.said_at is None:
        return True
    after = denial.said_at - other.said_at
    if not denial.disputes:
        return -ZONES <= after <= (DENIABLE_FOR if goes_on(denial) else NEWS)
    return abs(after) <= (NEWS if _is_over_at_once(denial, other) else DENIABLE_FOR)


def count_over_one_time(one: Gist, other: Gist) -> bool:
    """Whether two figures are counted over one time, so that they cannot both be true.

    Counts of each day are told day by day, so the very day must be the same; and who counts since
    the beginning of a war counts more than who counts in one night.
    """
    if not _is_one_news(one, other):
        return False
    if has_time(one) and has_time(other):
        return _is_long(one) is _is_long(other) and _meet(_told(one), _told(other))
    if (has_time(one) or has_time(other)) and _is_over_at_once(one, other):
        return not (_is_long(one) or _is_long(other))
    return True


def has_time(gist: Gist) -> bool:
    """Whether its words tell when."""
    return gist.since is not None or gist.until is not None


def goes_on(gist: Gist) -> bool:
    """Whether it tells a deed that goes on, or counts people who are somewhere for weeks."""
    if gist.deed is not None:
        return gist.deed not in _AT_ONCE
    if gist.amount is not None:
        return gist.amount.kind in POSTED
    return gist.verb in _STATES and "troops" in gist.words


_Stretch = tuple[datetime | None, datetime | None]


def _told(gist: Gist) -> _Stretch:
    return gist.since, gist.until


def _overlap(one: _Stretch, other: _Stretch) -> bool:
    return _begins_before(one, other) and _begins_before(other, one)


def _is_one_news(one: Gist, other: Gist) -> bool:
    """Whether two figures are told so near in time that they may be of one count."""
    if one.said_at is None or other.said_at is None:
        return True
    lasts = goes_on(one) and goes_on(other) and _counts_posted(one) and _counts_posted(other)
    if lasts:
        return abs(one.said_at - other.said_at) <= LASTING
    apart = abs(one.said_at - other.said_at)
    return apart <= ZONES if _is_in_one_town(one, other) else apart < ZONES


def _is_in_one_town(one: Gist, other: Gist) -> bool:
    if one.place is None or other.place is None or one.place.kind is not PlaceKind.CITY:
        return False
    return one.place.name.casefold() == other.place.name.casefold()


def _counts_posted(gist: Gist) -> bool:
    return gist.amount is not None and gist.amount.kind in POSTED


def _meet(one: _Stretch, other: _Stretch) -> bool:
    """Whether two stretches have some time in common, zones aside."""
    latest = max((since for since in (one[0], other[0]) if since is not None), default=None)
    earliest = min((until for until in (one[1], other[1]) if until is not None), default=None)
    return latest is None or earliest is None or latest < earliest


def _is_long(gist: Gist) -> bool:
    """Whether its words tell of more than a week, or of a time without beginning or end."""
    if gist.since is None or gist.until is None:
        return has_time(gist)
    return gist.until - gist.since > NEWS


def _is_over_at_once(one: Gist, other: Gist) -> bool:
    return bool({one.deed, other.deed} & _AT_ONCE)


def _begins_before(one: _Stretch, other: _Stretch) -> bool:
    since, until = one[0], other[1]
    return since is None or until is None or since < until + ZONES


def _stretch(gist: Gist) -> _Stretch:
    """When it happened, as told, else as follows from when it was told."""
    if has_time(gist) or gist.said_at is None or gist.mood in _AHEAD:
        return _told(gist)
    if goes_on(gist):
        return None, gist.said_at
    return gist.said_at - FRESH, gist.said_at


def _news_for(one: Gist, other: Gist) -> timedelta:
    lasts = one.mood in _AHEAD or (goes_on(one) and goes_on(other))
    return LASTING if lasts else FRESH
