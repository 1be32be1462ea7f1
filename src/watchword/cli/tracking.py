"""`watchword tracks`: who said how many of one thing, when; a list, one in full, and its plot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text

from watchword.brief.render.plot import draw_picture
from watchword.cli.outputs import write_whole
from watchword.cli.printing import print_table
from watchword.cli.screen import many, one_line, put_lines, tell, warn
from watchword.cli.viewing import EVERYTHING, ViewOrder, see
from watchword.errors import SettingsError
from watchword.flow.situation.scoping import Asked
from watchword.flow.track_records import chosen, track_record
from watchword.model.claim import Modality
from watchword.model.known import Known
from watchword.model.track import Outlier, Point, Standing, Track, TrackSum
from watchword.relate.track_sums import sum_track
from watchword.relate.tracks import find_tracks

_INDENT = "    "
PICTURES = (".svg", ".png")


@dataclass(frozen=True, slots=True, kw_only=True)
class TracksOrder:
    """What was asked for, as typed.

    Attributes:
        view: what is looked at.
        name: key or words of the title of the track to print in full, None for the list.
        asked: the part that is looked at.
        least: how many claims at least tell a track that is listed.
        plot: where the plot of the one track goes, None for none.
    """

    view: ViewOrder
    name: str | None = None
    asked: Asked = EVERYTHING
    least: int = 2
    plot: Path | None = None


def show(order: TracksOrder) -> None:
    """Print the tracks, or one of them in full.

    Raises:
        SettingsError: if no track or several bear the name, or the plot cannot be drawn.
    """
    _check_plot(order)
    known = see(order.view, order.asked)
    tracks = find_tracks(tuple(known.claims.values()), known.reports, known.origins)
    shown = _chosen(tracks, order)
    if order.view.as_json:
        put_lines(track_record(track, known) for track in shown)
    elif order.name is None:
        _print_list(shown, known)
    else:
        for line in _each_line(shown[0], known):
            tell(line)
    if order.plot is not None:
        _draw(shown[0], order.plot)
    if order.name is None:
        few = len(tracks) - len(shown)
        fewer = f"; {few:,} more are told by fewer than {order.least} claims" if few else ""
        warn(f"{many(len(shown), 'track')} as of {known.as_of:%Y-%m-%d %H:%M} UTC{fewer}")


def _check_plot(order: TracksOrder) -> None:
    if order.plot is None:
        return
    if order.name is None:
        mend = "name the track: watchword tracks 'troops in Kursk' --plot kursk.svg"
        raise SettingsError("a plot is of one track", key="--plot", mend=mend)
    if order.plot.suffix.lower() not in PICTURES:
        mend = f"use {' or '.join(PICTURES)}"
        raise SettingsError("its suffix tells no picture", key=str(order.plot), mend=mend)


def _chosen(tracks: Sequence[Track], order: TracksOrder) -> tuple[Track, ...]:
    if order.name is None:
        return tuple(track for track in tracks if _tellings(track) >= order.least)
    found = chosen(tracks, order.name)
    if not found:
        raise SettingsError(
            "no track bears this name", key=order.name, mend="see `watchword tracks --least 1`"
        )
    if len(found) > 1:
        named = "; ".join(f"{track.title} ({track.key})" for track in found[:6])
        raise SettingsError(
            f"{len(found)} tracks bear this name: {named}",
            key=order.name,
            mend="name one by its key",
        )
    return found


def _tellings(track: Track) -> int:
    """How many claims give a figure of it: two of one claim are one telling."""
    return len({point.claim for point in track.points})


def _print_list(tracks: Sequence[Track], known: Known) -> None:
    if not tracks:
        tell("No figure is given twice.")
        return
    rows = []
    for track in tracks:
        total = sum_track(track, known.claims, known.reports)
        newest = _newest(total)
        cells = (track.title, f"{len(track.points):,}", range_in_words(total), newest, track.key)
        rows.append([Text(one_line(cell)) for cell in cells])
    print_table(("what is counted", "points", "stands today", "newest", "track"), rows)


def _newest(total: TrackSum) -> str:
    if not total.newest:
        return ""
    point = total.newest[0]
    day = f", {point.said_at:%Y-%m-%d}" if point.said_at else ""
    return f"{point.figure.words} ({point.source}{day})"


def range_in_words(total: TrackSum) -> str:
    """The range of what stands: "1,500 to 12,000", "at least 3,000", "8,000"."""
    if total.low is None or total.high is None:
        return "nothing stands"
    low, high = (f"{value:,.15g}" for value in (total.low, total.high))
    if total.low == total.high:
        return f"at least {low}" if total.open_above else low
    return f"{low} to {high}" + (" or more" if total.open_above else "")


def _each_line(track: Track, known: Known) -> Iterator[str]:
    total = sum_track(track, known.claims, known.reports)
    outliers = {(each.claim, each.start): each for each in total.outliers}
    yield one_line(track.title)
    yield f"track {track.key}, {many(len(track.points), 'point')}"
    yield f"stands today: {range_in_words(total)}"
    for point in total.newest:
        yield one_line(f"newest of {point.source}: {point.figure.words}, {_day(point)}")
    yield ""
    for point in track.points:
        yield from _point_lines(point, known, outliers.get((point.claim, point.figure.start)))


def _day(point: Point) -> str:
    return f"{point.said_at:%Y-%m-%d}" if point.said_at else "undated"


def _point_lines(point: Point, known: Known, outlier: Outlier | None) -> Iterator[str]:
    claim = known.claims[point.claim]
    report = known.reports[claim.report]
    chain = " < ".join(link.name for link in claim.attribution.links) or "outlet"
    told = [] if claim.modality is Modality.ASSERTED else [claim.modality.value]
    told += [] if point.standing is Standing.STANDS else [point.standing.value]
    how = f" [{', '.join(told)}]" if told else ""
    outlet = report.outlet or "outlet not named"
    unit = point.figure.unit or "(told before)"
    yield one_line(f"{_day(point)} {point.figure.words} {unit}{how} {chain} ({outlet})")
    yield _INDENT + one_line(f"{claim.key} “{claim.content.quote}”")
    if claim.time is not None:
        yield _INDENT + one_line(f"as of: {claim.time.words}")
    if claim.condition is not None:
        yield _INDENT + one_line(f"if: {claim.condition.quote}")
    if outlier is not None:
        yield _INDENT + one_line(f"stands apart: {outlier.reason}")


def _draw(track: Track, place: Path) -> None:
    picture = draw_picture(track, form=place.suffix.lower().removeprefix("."))
    if picture is None:
        raise SettingsError("fewer than two of its points can be drawn", key=track.title)
    write_whole(place, picture)
    warn(f"plot written to {place}")
