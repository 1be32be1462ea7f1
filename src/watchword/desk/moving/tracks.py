"""Figures over time: the tracks of what is known, and one of them in full."""

from watchword.desk.ask import Key, Page, Scoped
from watchword.desk.entries import DeskView
from watchword.desk.paging import page_of
from watchword.desk.scoping import scope_of
from watchword.desk.seen import Seen
from watchword.errors import MissingError
from watchword.flow.span_records import Record
from watchword.flow.track_records import chosen, is_contested, track_record, track_summary
from watchword.model.known import Known
from watchword.model.track import Track
from watchword.relate.track_sums import sum_track
from watchword.relate.tracks import find_tracks


class TracksAsk(Page, Scoped):
    """What is asked of the list of tracks.

    Attributes:
        least: claims that tell a track which is listed, at least.
        contested: whether those alone are listed where several sources stand by different figures.
    """

    least: int = 2
    contested: bool = False


class TrackAsk(Scoped):
    """Which track is asked for.

    Attributes:
        key: its key, or words of its title.
    """

    key: Key


def find_all(seen: Seen, ask: TracksAsk) -> Record:
    """The tracks that enough claims tell: contested ones first, then those with the most points.

    Raises:
        SettingsError: if the cursor is none that an answer gave.
    """
    known = seen.known(scope_of(ask))
    tracks = _tracks(known)
    contested = {
        track.key for track in tracks if is_contested(sum_track(track, known.claims, known.reports))
    }
    told = [
        track
        for track in tracks
        if _tellings(track) >= ask.least and (track.key in contested or not ask.contested)
    ]
    told.sort(key=lambda track: (track.key not in contested, -len(track.points), track.key))
    shown, after = page_of(told, ask)
    return {
        "tracks": [track_summary(track, known) for track in shown],
        "next": after,
        "count": len(told),
        "contested": len(contested),
        "fewer": sum(_tellings(track) < ask.least for track in tracks),
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
            "several tracks bear this name" if found else "no such track is known as of then",
            key=ask.key,
            mend="see all figures",
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
