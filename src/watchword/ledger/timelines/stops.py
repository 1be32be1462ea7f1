"""Days of a timeline at which a person wrote what came before, and which days that person named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date

from watchword.collect.piece import Draft
from watchword.ledger.corpora.backgrounds import WrittenTimeline
from watchword.ledger.reader import finish_labelled
from watchword.model.moment import Precision
from watchword.model.report import Report
from watchword.text.times import find_moments

STOPS = 10
"""Days at which a timeline is judged, evenly spread, so that a long one weighs no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A day at which people wrote what a newcomer has to know.

    Attributes:
        earlier: how many updates lie before it.
        backgrounds: what each person wrote there.
        named: the days before it that this timeline's person names in so many words.
    """

    earlier: int
    backgrounds: tuple[str, ...]
    named: frozenset[date]


def each_stop(timeline: WrittenTimeline, others: Sequence[WrittenTimeline]) -> Iterator[Stop]:
    """The days at which a timeline is judged.

    Args:
        timeline: the timeline of one person.
        others: those of everybody on the same event, this one among them.
    """
    for place in spread(len(timeline.updates)):
        day = timeline.updates[place].day
        written = [each for other in others for each in other.updates if each.day == day]
        yield Stop(
            earlier=place,
            backgrounds=tuple(each.background for each in written if each.background),
            named=named_days(timeline.updates[place].background, day),
        )


def spread(count: int) -> tuple[int, ...]:
    """Places evenly spread over some days, the last among them and the first not.

    >>> spread(21), spread(4)
    ((2, 4, 6, 8, 10, 12, 14, 16, 18, 20), (1, 2, 3))
    """
    last = count - 1
    return tuple(sorted({round(last * part / STOPS) for part in range(1, STOPS + 1)} - {0}))


def named_days(background: str, day: date) -> frozenset[date]:
    """The single days before a day that a text names ("On June 25th, 2009").

    >>> sorted(map(str, named_days("It sank on 3 May 2011; in June they left.", date(2011, 9, 1))))
    ['2011-05-03']
    """
    found = find_moments(background, 0, len(background), anchor=day)
    days = (
        each.since.astimezone(UTC).date()
        for each in found
        if each.since is not None and each.precision is Precision.DAY
    )
    return frozenset(each for each in days if each < day)


def reports_of(timelines: Sequence[WrittenTimeline]) -> Iterator[Report]:
    """Each update as a report of its day, without an outlet.

    Raises:
        UnreadableError: if one has no words.
    """
    for timeline in timelines:
        for update in timeline.updates:
            yield finish_labelled(
                Draft(
                    text=update.update,
                    report_id=f"{timeline.event}/{timeline.person}/{update.day}",
                    published=update.day.isoformat(),
                )
            )
