"""Where it happens: the places of claims or events, by day."""

from typing import Literal

from watchword.desk.ask import Ask, Scoped
from watchword.desk.entries import DeskFile, DeskView, Made
from watchword.desk.scoping import scope_of
from watchword.desk.seen import Seen
from watchword.errors import MissingError
from watchword.flow.place_records import PlacesWanted, place_records
from watchword.flow.span_records import Record
from watchword.model.event import EventType
from watchword.model.toponym import Precision


class MapAsk(Scoped):
    """What is asked of the map.

    Attributes:
        event: PLOVER type of the events that are shown, "*" for all of them; claims where empty.
        by: whether a day is the one on which it was told, or is told to happen.
        precision: how narrow a place must be told to be shown; any where empty.
    """

    event: EventType | Literal["", "*"] = ""
    by: Literal["told", "happened"] = "told"
    precision: Precision | Literal[""] = ""


def find_map(seen: Seen, ask: MapAsk) -> Record:
    """The places, those that the most texts tell of first."""
    scope = scope_of(ask)
    known, standing = seen.known(scope), seen.standing(scope)
    wanted = PlacesWanted(event=str(ask.event) or None, when_told=ask.by == "told")
    found = place_records(standing.read, known, wanted)
    narrow = ask.precision
    return {
        "places": [each for each in found.places if not narrow or each["precision"] == narrow],
        "outlines": "carried" if seen.settings.outlines is None else "own",
        "unplaced": found.unplaced,
        "reports": len(known.reports),
    }


def make_outlines(seen: Seen, _ask: Ask) -> Made:
    """The outlines of countries that the server was given for the map.

    Raises:
        MissingError: if it was given none, or the file cannot be read.
    """
    place = seen.settings.outlines
    if place is None:
        raise MissingError("the map has no outlines of its own here", key="WATCHWORD_OUTLINES")
    try:
        content = place.read_bytes()
    except OSError as error:
        raise MissingError(
            "the outlines cannot be read", key="WATCHWORD_OUTLINES", mend="name a TopoJSON file"
        ) from error
    return Made(content=content, media="application/json", name="outlines.json")


MAP = DeskView(
    name="map",
    summary="Where claims or events are told to be, by day and by how narrowly it is told",
    asks=MapAsk,
    find=find_map,
    is_heavy=True,
)
OUTLINES = DeskFile(
    name="outlines.json",
    summary="The outlines of countries that the map draws, where the server was given its own",
    asks=Ask,
    make=make_outlines,
)
