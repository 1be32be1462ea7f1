"""Which reports a view is made of: those that speak of some actors and places, in some time."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody, or somewhere, under every name.

    Attributes:
        names: the names, one of which a report must give.
        country: ISO 3166-1 alpha-2 code; whoever belongs to it, or lies in it, counts too. None
            where it is no country.
    """

    names: tuple[str, ...]
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a report must speak of, and when it must be published; nothing asked is every report.

    Attributes:
        actors: the report speaks of each of them.
        places: the report speaks of each of them.
        either: the report speaks of each of them, as somebody or as somewhere.
        since: published then or later, aware UTC.
        until: published before, aware UTC.
        story: key of the story that the report is in; of a record alone.
    """

    actors: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    either: tuple[Named, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    story: str | None = None
