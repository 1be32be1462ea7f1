"""Figures that leave open whose, where or what they count, put with the one track they fit."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from watchword.model.counted import Counted
from watchword.relate.counted_where import is_country_code
from watchword.relate.deeds import HARM, Deed
from watchword.relate.kinds import SOLDIERS

CLEAR = 4
"""A track is where an open figure belongs if it has so many times the points of all others that
would fit."""
_Shelf = tuple[bool, str, bool, str, str]
"""Where a thing is looked for: what has to be the same, its place, and its deed; empty for any."""
_HARMS = frozenset(deed.value for deed in HARM)


def find_homes(sizes: Mapping[Counted, int]) -> dict[Counted, Counted]:
    """For each thing that is counted, the track it is put in; none for one without a deed.

    Args:
        sizes: how many figures count each thing.
    """
    shelves: dict[_Shelf, list[Counted]] = defaultdict(list)
    known = [thing for thing in sorted(sizes) if thing.deed != Deed.OTHER]
    for thing in filter(_is_told, known):
        for deed in (thing.deed, ""):
            shelves[_shelf(thing, thing.where, deed)].append(thing)
            if is_country_code(thing.where):
                shelves[_shelf(thing, "", deed)].append(thing)
    homes: dict[Counted, Counted] = {}
    for thing in sorted(known, key=_open_terms):
        fits: dict[Counted, int] = defaultdict(int)
        for full in shelves[_shelf(thing, thing.where, thing.deed)]:
            if _fits(full, thing):
                fits[homes[full]] += sizes[full]
        home = _clear_choice(fits) or (thing if _is_told(thing) else None)
        if home is not None:
            homes[thing] = home
    return homes


def _shelf(thing: Counted, where: str, deed: str) -> _Shelf:
    return (thing.more, thing.per, thing.part, where, deed)


def _is_told(thing: Counted) -> bool:
    return bool(thing.kind) and thing.deed not in {"", Deed.OTHER}


def _clear_choice(fits: Mapping[Counted, int]) -> Counted | None:
    if not fits:
        return None
    best = min(fits, key=lambda full: (-fits[full], full))
    return best if fits[best] >= CLEAR * (sum(fits.values()) - fits[best]) else None


def _open_terms(thing: Counted) -> int:
    unknown = thing.kind in {"", "people"}
    return unknown + (not thing.whose) + (not thing.deed) + (not thing.where)


def _fits(full: Counted, thing: Counted) -> bool:
    """Whether one counts the same as another and tells what the other leaves open."""
    if full == thing or _open_terms(full) >= _open_terms(thing):
        return False
    if not thing.deed and (full.deed in _HARMS or not (thing.whose or thing.where)):
        return False
    if not thing.where and full.where and not is_country_code(full.where):
        return False
    if thing.deed in _HARMS and not (thing.whose or thing.where):
        return thing.kind in SOLDIERS and bool(full.whose) and full == _filled(thing, full)
    return full == _filled(thing, full)


def _filled(thing: Counted, full: Counted) -> Counted:
    return replace(
        thing,
        kind=full.kind if thing.kind in {"", "people"} else thing.kind,
        whose=thing.whose or full.whose,
        deed=thing.deed or full.deed,
        where=thing.where or full.where,
    )
