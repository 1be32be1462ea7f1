"""Searches that are kept: which there are, and how they are shared, seen and dropped."""

from urllib.parse import parse_qs, urlencode

from watchword.desk.ask import Ask, Key, Line, OptionalKey, parse
from watchword.desk.entries import Action, DeskView, Doing
from watchword.desk.reading.claims import ClaimsAsk, told_at
from watchword.desk.seen import Seen
from watchword.flow.situation.saved_searches import (
    drop_search,
    find_search,
    looked_at,
    note_looked,
    save_search,
    searches_for,
)
from watchword.flow.span_records import Record
from watchword.model.principal import Right
from watchword.model.saved_search import SavedSearch

_NOT_KEPT = frozenset({"as_of", "cursor", "saved", "limit", "part"})


class SearchesAsk(Ask):
    """Which searches are asked for.

    Attributes:
        saved: key of the one that is made again.
    """

    saved: OptionalKey = None


class SaveAsk(Ask):
    """A search that is kept.

    Attributes:
        name: what it is called.
        asked: what is asked, as the part of an address behind its question mark.
    """

    name: Key
    asked: Line = ""


class SavedAsk(Ask):
    """Which saved search is meant.

    Attributes:
        search: its key.
    """

    search: Key


def find_searches(seen: Seen, ask: SearchesAsk) -> Record:
    """The saved searches that somebody sees, and when they last saw what one of them finds.

    Raises:
        RefusedError: if the one that is asked for is none of them.
    """
    with seen.view() as view:
        if ask.saved is not None:
            find_search(view, ask.saved, seen.by)
        since = looked_at(view, seen.by, ask.saved) if ask.saved else None
        return {
            "saved": [
                {
                    "key": each.key,
                    "name": each.name,
                    "asked": each.asked,
                    "by": each.by,
                    "is_shared": each.is_shared,
                    "is_own": each.by == seen.by,
                    "is_asked": each.key == ask.saved,
                }
                for each in searches_for(view, seen.by)
            ],
            "since": told_at(since) if since else None,
        }


def save(doing: Doing, ask: SaveAsk) -> Record:
    """Keep a search for oneself.

    Raises:
        SettingsError: if it asks what cannot be.
    """
    made = _save(doing, ask.name, _plain(ask.asked), is_shared=False)
    return {"said": f"kept as {made.name}", "at": f"/claims?{made.asked}&saved={made.key}"}


def share(doing: Doing, ask: SavedAsk) -> Record:
    """Let everybody in the situation see a search of one's own.

    Raises:
        RefusedError: if there is no such search.
    """
    with doing.bench.store.viewing() as view:
        found = find_search(view, ask.search, doing.by)
    made = _save(doing, found.name, found.asked, is_shared=True)
    return {"said": f"{made.name} is shared"}


def drop(doing: Doing, ask: SavedAsk) -> Record:
    """Keep a search no more.

    Raises:
        RefusedError: if there is no such search.
    """
    made = drop_search(doing.bench.store, ask.search, doing.by)
    return {"said": f"{made.name} is kept no more", "at": "/claims"}


def look(doing: Doing, ask: SavedAsk) -> Record:
    """Note that what a search finds was seen.

    Raises:
        RefusedError: if there is no such search.
    """
    with doing.bench.store.viewing() as view:
        found = find_search(view, ask.search, doing.by)
    note_looked(doing.bench.store, doing.by, found.key)
    return {"said": f"what {found.name} finds is seen"}


def _save(doing: Doing, name: str, asked: str, *, is_shared: bool) -> SavedSearch:
    wanted = SavedSearch(
        key="", name=name, asked=asked, by=doing.by, is_shared=is_shared, at=doing.seen.as_of
    )
    return save_search(doing.bench.store, wanted)


def _plain(asked: str) -> str:
    """What a search asks, without the page and the instant that it was on."""
    given = parse_qs(asked.removeprefix("?"))
    kept = {name: values for name, values in given.items() if name not in _NOT_KEPT}
    parse(ClaimsAsk, {name: one[0] if len(one) == 1 else one for name, one in kept.items()})
    return urlencode(kept, doseq=True)


SEARCHES = DeskView(
    name="searches",
    summary="Saved searches, one's own and shared ones",
    asks=SearchesAsk,
    find=find_searches,
    is_personal=True,
)
SAVE = Action(name="save-search", summary="Keep a search", asks=SaveAsk, do=save, right=Right.READ)
SHARE = Action(name="share-search", summary="Let everybody see a search", asks=SavedAsk, do=share)
DROP = Action(
    name="drop-search", summary="Keep a search no more", asks=SavedAsk, do=drop, right=Right.READ
)
LOOK = Action(
    name="look-at-search",
    summary="Note that what a search finds was seen",
    asks=SavedAsk,
    do=look,
    right=Right.READ,
)
