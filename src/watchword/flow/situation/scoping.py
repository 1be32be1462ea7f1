"""What a person names, as the part of the record that a view is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from watchword.flow.knowing import named_as
from watchword.flow.situation.searching import names_of
from watchword.model.scope import Scope
from watchword.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The part of what is known that a person asks about.

    Attributes:
        actors: names or keys of actors, each of which a report must speak of.
        places: names of places, each of which a report must speak of.
        either: names of actors or places, each of which a report must speak of.
        since: published then or later, aware UTC.
        until: published before, aware UTC.
        story: key of the story that a report must be in, None for any.
    """

    actors: Sequence[str] = ()
    places: Sequence[str] = ()
    either: Sequence[str] = ()
    since: datetime | None = None
    until: datetime | None = None
    story: str | None = None


def scope_in_words(asked: Asked) -> Scope:
    """The scope where no record knows the actors' other names."""
    return Scope(
        actors=tuple(named_as(name) for name in asked.actors),
        places=tuple(named_as(name) for name in asked.places),
        either=tuple(named_as(name) for name in asked.either),
        since=asked.since,
        until=asked.until,
        story=asked.story,
    )


def scope_in_record(store: Store, asked: Asked, as_of: datetime | None = None) -> Scope:
    """The scope with every name that the actors bear in the record.

    Raises:
        RefusedError: if several are called so.
    """
    actors, either = (
        tuple(named_as(name, *names_of(store, name, as_of)) for name in names)
        for names in (asked.actors, asked.either)
    )
    return replace(scope_in_words(asked), actors=actors, either=either)
