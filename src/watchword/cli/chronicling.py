"""`watchword timeline` and `watchword digest`: what happened when, and what a reader needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from watchword.brief.chronology import Wanted
from watchword.brief.digest import digest_of
from watchword.brief.render.chronology import how_dated, render_chronology
from watchword.cli.printing import print_table
from watchword.cli.screen import many, one_line, put, put_lines, tell, warn
from watchword.cli.viewing import EVERYTHING, ViewOrder, see
from watchword.errors import SettingsError
from watchword.flow.chronicling import chronicle
from watchword.flow.chronology_records import chronology_records, digest_records
from watchword.flow.situation.scoping import Asked
from watchword.model.chronology import Chronology, Day
from watchword.model.digest import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineOrder:
    """What was asked for, as typed.

    Attributes:
        view: what is looked at.
        asked: the part that is looked at.
        since: the first day, None for the beginning.
        until: the last day, None for the end.
        days: how many days at most.
        per_day: how many sentences a day at most.
        as_markdown: whether to print Markdown.
    """

    view: ViewOrder
    asked: Asked = EVERYTHING
    since: str | None = None
    until: str | None = None
    days: int = 20
    per_day: int = 3
    as_markdown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestOrder:
    """What was asked for, as typed.

    Attributes:
        view: what is looked at.
        asked: the part that is looked at.
        words: about how long it may be.
    """

    view: ViewOrder
    asked: Asked = EVERYTHING
    words: int = 120


def show_timeline(order: TimelineOrder) -> None:
    """Print the days that matter, the earliest first.

    Raises:
        SettingsError: if a day is none, or two forms are asked for.
    """
    wanted = _wanted(order)
    known = see(order.view, order.asked)
    chronology = chronicle(known, wanted)
    if order.view.as_json:
        put_lines(chronology_records(chronology, known))
    elif order.as_markdown:
        put(render_chronology(chronology, known).encode(errors="replace"))
    elif chronology.days:
        rows = (row for day in chronology.days for row in _each_row(day))
        print_table(("day", "what", "dated", "origins", "claims"), rows)
    _count_days(chronology)


def show_digest(order: DigestOrder) -> None:
    """Print the sentences that a reader needs."""
    known = see(order.view, order.asked)
    digest = digest_of(known, order.words)
    if order.view.as_json:
        put_lines(digest_records(digest, known))
    else:
        for line in digest.lines:
            tell(one_line(f"{line.sentence.text} [{' '.join(line.sentence.claims)}]"))
    _count_sentences(digest)


def _wanted(order: TimelineOrder) -> Wanted:
    if order.as_markdown and order.view.as_json:
        raise SettingsError("print JSON or Markdown, not both", key="--markdown")
    since, until = _day(order.since, "--since"), _day(order.until, "--until")
    if since is not None and until is not None and until < since:
        raise SettingsError("the last day lies before the first", key="--until")
    return Wanted(since=since, until=until, days=order.days, per_day=order.per_day)


def _day(words: str | None, option: str) -> date | None:
    if words is None:
        return None
    try:
        return date.fromisoformat(words.strip())
    except ValueError as error:
        raise SettingsError(f"'{words}' is no day", key=option, mend="use 2024-10-25") from error


def _each_row(day: Day) -> Iterator[tuple[Text, ...]]:
    """A row for each line; the day and who speaks of it stand on the first."""
    later = f", {len(day.later):,} of them later" if day.later else ""
    for place, line in enumerate(day.lines):
        cells = (
            day.day.isoformat() if place == 0 else "",
            line.sentence.text,
            how_dated(line),
            f"{len(day.origins):,}{later}" if place == 0 else "",
            " ".join(line.sentence.claims),
        )
        yield tuple(Text(one_line(cell)) for cell in cells)


def _count_days(chronology: Chronology) -> None:
    if not chronology.days:
        warn("nothing that is told can be put on a day")
    left = f"; {many(chronology.left_out, 'more day')} with --days" if chronology.left_out else ""
    warn(f"{many(len(chronology.days), 'day')} as of {chronology.as_of:%Y-%m-%d %H:%M} UTC{left}")
    if chronology.undated:
        warn(f"{many(chronology.undated, 'finding')} on no single day, and so not told")
    if chronology.refused:
        warn(f"{many(chronology.refused, 'finding')} without a sentence that passes the check")


def _count_sentences(digest: Digest) -> None:
    if not digest.lines:
        warn("no sentence passes the check, so there is no digest")
    told = f"{many(len(digest.lines), 'sentence')} of {many(digest.reports, 'report')}"
    warn(f"{told} as of {digest.as_of:%Y-%m-%d %H:%M} UTC; {digest.left_out:,} left out")
    if digest.refused:
        warn(f"{many(digest.refused, 'sentence')} that no checked wording tells")
