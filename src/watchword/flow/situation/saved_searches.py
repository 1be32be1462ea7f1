"""Searches that people keep: their own, and those that somebody shares."""

from dataclasses import replace
from datetime import datetime

from watchword.errors import RefusedError, SettingsError
from watchword.model.saved_search import SavedSearch, search_key
from watchword.store import Store, View
from watchword.store.assessments import add_assessment, each_assessment
from watchword.store.looks import last_look, note_look

LONGEST = 2_000
"""Characters of what a saved search asks."""


def searches_for(view: View, who: str) -> tuple[SavedSearch, ...]:
    """The searches that somebody sees: their own and shared ones, by name."""
    return tuple(each for each in kept_searches(view) if each.by == who or each.is_shared)


def kept_searches(view: View) -> tuple[SavedSearch, ...]:
    """Every search that is kept, by name."""
    last = {each.key: each for each in each_assessment(view, SavedSearch)}
    kept = (each for each in last.values() if not each.is_dropped)
    return tuple(sorted(kept, key=lambda each: (each.name.casefold(), each.key)))


def save_search(store: Store, wanted: SavedSearch) -> SavedSearch:
    """Keep a search, in place of the one of the same name and person.

    Args:
        store: the record.
        wanted: its name, what it asks, whose it is, and whether it is shared.

    Raises:
        SettingsError: if it has no name, or asks too much.
    """
    if not wanted.name or len(wanted.asked) > LONGEST:
        raise SettingsError("a saved search has a name, and asks little enough", key="name")
    with store.writing() as writing:
        key = search_key(wanted.by, wanted.name)
        made = replace(wanted, key=key, at=writing.at)
        add_assessment(writing, made, by=made.by)
    return made


def drop_search(store: Store, key: str, who: str) -> SavedSearch:
    """Keep a search no more.

    Raises:
        RefusedError: if it is none that they see.
    """
    with store.viewing() as view:
        found = find_search(view, key, who)
    with store.writing() as writing:
        made = replace(found, is_dropped=True, at=writing.at)
        add_assessment(writing, made, by=who)
    return made


def find_search(view: View, key: str, who: str) -> SavedSearch:
    """A search by its key.

    Raises:
        RefusedError: if it is none that they see.
    """
    found = next((each for each in searches_for(view, who) if each.key == key), None)
    if found is None:
        raise RefusedError("there is no such saved search", key=key)
    return found


def looked_at(view: View, who: str, key: str) -> datetime | None:
    """Up to which instant somebody has seen what a search finds; None where they never have."""
    return last_look(view, _looker(who, key))


def note_looked(store: Store, who: str, key: str) -> None:
    """Note that somebody has seen what a search finds now."""
    with store.writing() as writing:
        note_look(writing, _looker(who, key), writing.at)


def _looker(who: str, key: str) -> str:
    return f"{who} at search {key}"
