"""Figures over time: the tracks of what is known, and one of them in full."""

from watchword.desk.ask import Key, Scoped
from watchword.desk.entries import DeskView
from watchword.desk.scoping import scope_of
from watchword.desk.seen import Seen
from watchword.errors import MissingError
from watchword.flow.span_records import Record
from watchword.flow.track_records import chosen, track_record
from watchword.model.known import Known
from watchword.model.track import Track
from watchword.relate.tracks import find_tracks


class TracksAsk(Scoped):
    """What is asked of the list of tracks.

    Attributes:
        least: claims that tell a track which is listed, at least.
    """

    least: int = 2


class TrackAsk(Scoped):
    """Which track is asked for.

    Attributes:
        key: its key, or words of its title.
    """

    key: Key


def find_all(seen: Seen, ask: TracksAsk) -> Record:
    """The tracks that enough claims tell, those with the most points first."""
    known = seen.known(scope_of(ask))
    tracks = _tracks(known)
    told = [track for track in tracks if _tellings(track) >= ask.least]
    return {
        "tracks": [track_record(track, known) for track in told],
        "fewer": len(tracks) - len(told),
        "reports": len(known.reports),
    }


def find_one(seen: Seen, ask: TrackAsk) -> Record:
    """One track in full.

    Raises:
        MissingError: if no track, or several, bear the name.
    """
    known = seen.known(scope_of(ask))
    found = chosen(_tracks(known), ask.key)
    if len(found) != 1:
        raise MissingError(
            "several tracks bear this name" if found else "no such track", key=ask.key
        )
    return {"track": track_record(found[0], known)}


def _tracks(known: Known) -> tuple[Track, ...]:
    return tuple(find_tracks(tuple(known.claims.values()), known.reports, known.origins))


def _tellings(track: Track) -> int:
    return len({point.claim for point in track.points})


TRACKS = DeskView(
    name="tracks",
    summary="Contested figures over time: who said how many of what, when",
    asks=TracksAsk,
    find=find_all,
    is_heavy=True,
)
TRACK = DeskView(
    name="track",
    summary="One contested figure: every value that was given, by whom",
    asks=TrackAsk,
    find=find_one,
    is_heavy=True,
)
