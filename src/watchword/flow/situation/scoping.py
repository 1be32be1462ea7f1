"""What a person names, as the part of the record that a view is made of."""

from collections.abc import Iterator, Mapping, Sequence
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


def asked_in_words(asked: Asked, story: str = "") -> str:
    """What is asked, as it follows "reports"; empty where nothing is.

    Args:
        asked: what is asked.
        story: what the story is called, where one is asked for.

    >>> asked_in_words(Asked(actors=("Russia",), places=("Kursk",)))
    'speaking of Russia and Kursk'
    """
    return ", ".join(_each_wish(asked, story))


def _each_wish(asked: Asked, story: str) -> Iterator[str]:
    if names := (*asked.actors, *asked.places, *asked.either):
        yield f"speaking of {' and '.join(names)}"
    if asked.story is not None:
        yield f"of the story “{story or asked.story}”"
    if asked.since is not None:
        yield f"published on {asked.since:%Y-%m-%d} or later"
    if asked.until is not None:
        yield f"published on {asked.until:%Y-%m-%d} or earlier"


def record_asked(asked: Asked) -> dict[str, object]:
    """What is asked, as plain values to keep; what is not asked is left out."""
    kept: dict[str, object] = {
        "actors": list(asked.actors),
        "places": list(asked.places),
        "either": list(asked.either),
        "since": None if asked.since is None else asked.since.isoformat(),
        "until": None if asked.until is None else asked.until.isoformat(),
        "story": asked.story,
    }
    return {name: value for name, value in kept.items() if value}


def asked_from(kept: Mapping[str, object]) -> Asked:
    """What was asked, from what was kept of it."""
    since, until, story = (kept.get(name) for name in ("since", "until", "story"))
    return Asked(
        actors=_names(kept.get("actors")),
        places=_names(kept.get("places")),
        either=_names(kept.get("either")),
        since=datetime.fromisoformat(str(since)) if since else None,
        until=datetime.fromisoformat(str(until)) if until else None,
        story=str(story) if story else None,
    )


def _names(kept: object) -> tuple[str, ...]:
    return tuple(map(str, kept)) if isinstance(kept, list) else ()


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
