"""Searching a record as a person asks: by words and their meaning, for actors under all names."""

from dataclasses import dataclass, replace
from datetime import datetime

from watchword.engines import ReadingEngine
from watchword.errors import RefusedError
from watchword.flow.situation.actor_names import names_told
from watchword.flow.situation.actors import choose_identity, register_as_of
from watchword.flow.situation.stories import story_named
from watchword.model.search import Hit, Query
from watchword.store import Store
from watchword.store.search import search
from watchword.text.words import find_words

MEANT = 3
"""Words from which a search is by meaning too: of one or two the direction says little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person looks for.

    Attributes:
        query: the words and filters; its direction and its actors are filled in here.
        actor: name or key of an actor, None for anybody.
        by_meaning: whether what lies near in meaning is found, too.
        as_of: nothing learnt later is found; as things are now where None.
    """

    query: Query
    actor: str | None = None
    by_meaning: bool = True
    as_of: datetime | None = None


def search_record(store: Store, wanted: Wanted, engine: ReadingEngine) -> tuple[Hit, ...]:
    """Look for claims or reports, best first.

    Args:
        store: the record.
        wanted: what to look for.
        engine: gives the direction of the words; it is loaded where that is asked for.

    Raises:
        RefusedError: if an actor's name is borne by several, or there is no such story.
        StoreError: if the database fails.
    """
    query = wanted.query
    if wanted.actor is not None:
        query = replace(query, actors=names_of(store, wanted.actor, wanted.as_of))
    if query.story is not None:
        with store.viewing(wanted.as_of) as view:
            query = replace(query, story=story_named(view, query.story))
    if wanted.by_meaning and len(query.words.split()) >= MEANT:
        query = replace(query, near=direction_of(query.words, engine))
    return search(store, query, as_of=wanted.as_of)


def names_of(store: Store, name: str, as_of: datetime | None) -> tuple[str, ...]:
    """Every name that an actor bears in the record; the name itself where nobody is known so.

    Raises:
        RefusedError: if several are called so.
    """
    with store.viewing(as_of) as view:
        register = register_as_of(view)
        try:
            found = choose_identity(register, name)
        except RefusedError as error:
            if error.mend:
                raise
            return (name,)
        return tuple(dict.fromkeys((*names_told(view, register, found), name)))


def direction_of(words: str, engine: ReadingEngine) -> bytes | None:
    """The direction of the meaning of some words, as `Reading.embedding`."""
    cut = find_words(words, 0, len(words))
    readings = engine.read([cut]) if cut else ()
    return readings[0].embedding if readings else None
