"""Where the place of a claim or an event lies."""

from collections.abc import Sequence

from watchword.model.place import Place
from watchword.model.toponym import LocatedToponym, Location


def location_of(place: Place, toponyms: Sequence[LocatedToponym]) -> Location | None:
    """Where a place lies: the last name in its words ("Russia's Kursk region")."""
    return next(
        (
            each.location
            for each in reversed(toponyms)
            if each.location and place.start <= each.toponym.start and each.toponym.end <= place.end
        ),
        None,
    )
