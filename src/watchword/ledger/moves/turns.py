"""How well turns of series are found: where people see them, and where history knows them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from watchword.ledger.corpora.series import (
    AnnotatedSeries,
    WeeklyTotals,
    read_turing,
    read_weekly_totals,
)
from watchword.ledger.held_out import HeldOut
from watchword.ledger.measurement import Aim, Form, Score
from watchword.ledger.measuring import Place, Task
from watchword.ledger.moves.bench import MoveBench
from watchword.ledger.moves.partings import cover, f1, precision_recall
from watchword.model.series_turn import JointTurn
from watchword.relate.turning import find_joint_turns, rank_turns

TURING_SET = HeldOut(
    name="TCPD",
    files=("turns/tcpd/annotations.json", "turns/tcpd/datasets/*/*.json"),
    origin="Turing Change Point Dataset, MIT",
)
GOLDSTEIN_SET = HeldOut(
    name="Levant 1979-2003",
    files=("turns/israel-palestine/weekly-goldstein.csv",),
    origin="weekly Goldstein totals of the Kansas event data, MIT",
)
COMPOSED = "quality_control"
"""How names of series begin that the set's makers composed; published means leave them out."""
FIRST_NAMED = 5
"""How many turns are the first ones named."""
NEAR_WEEKS = 13
"""How far a turn may lie from what is known to be that one: a quarter of a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTurn:
    """A turn that history knows.

    Attributes:
        name: month and year.
        day: when what turned it began.
    """

    name: str
    day: date


KNOWN_TURNS = (
    KnownTurn(name="December 1987", day=date(1987, 12, 9)),
    KnownTurn(name="September 1993", day=date(1993, 9, 13)),
    KnownTurn(name="September 2000", day=date(2000, 9, 28)),
)
"""The first intifada, the Declaration of Principles, the second intifada."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """How a known turn was found.

    Attributes:
        rank: its place among the turns by gain, from 1; None where it was not found.
        weeks: how many weeks it was named too late; below 0 too early; None likewise.
    """

    rank: int | None
    weeks: int | None


def score_annotated(bench: MoveBench) -> Iterator[Score]:
    """Cover and F1 over the series of one column, and beside them of the others."""
    every = tuple(read_turing(bench.data))
    single = [each for each in every if len(each.columns) == 1]
    real = [each for each in single if not each.name.startswith(COMPOSED)]
    yield from _means("", real, floored=True)
    yield from _means(
        " of no turns at all", real, floored=False, turns={each.name: () for each in real}
    )
    composed = [each for each in single if each.name.startswith(COMPOSED)]
    yield from _means(" of composed series", composed, floored=False)
    several = [each for each in every if len(each.columns) > 1]
    yield from _means(" of several columns", several, floored=False)


def score_known(bench: MoveBench) -> Iterator[Score]:
    """Where the known turns stand among those found, and how far off they are."""
    totals = read_weekly_totals(bench.data)
    turns = rank_turns(find_joint_turns(totals.columns))
    named = {known.name: find_named(known.day, turns, totals) for known in KNOWN_TURNS}
    first = sum(1 for each in named.values() if each.rank and each.rank <= FIRST_NAMED)
    counts = {"turns": len(turns), "known": len(named), "among the first": first}
    yield Score(metric="named first", value=first / len(named), counts=counts)
    for name, each in named.items():
        for what, value in (("rank", each.rank), ("weeks off", each.weeks)):
            yield Score(
                metric=f"{name}, {what}",
                value=None if value is None else float(value),
                counts=counts,
                form=Form.RATE,
                floored=False,
            )


def find_named(day: date, ranked: Sequence[JointTurn], totals: WeeklyTotals) -> Named:
    """The highest-ranked turn near a day.

    Args:
        day: when the known turn was.
        ranked: turns by gain.
        totals: the weeks they stand in.
    """
    week = (day - totals.first).days // 7
    for rank, turn in enumerate(ranked, start=1):
        if abs(turn.at - week) <= NEAR_WEEKS:
            return Named(rank=rank, weeks=turn.at - week)
    return Named(rank=None, weeks=None)


def _means(
    of: str,
    series: Sequence[AnnotatedSeries],
    *,
    floored: bool,
    turns: Mapping[str, tuple[int, ...]] | None = None,
) -> Iterable[Score]:
    """Means over series; each series counts alike, as published."""
    found = turns or {
        each.name: tuple(turn.at for turn in find_joint_turns(each.columns)) for each in series
    }
    counts = {"series": len(series), "turns": sum(len(each) for each in found.values())}
    values: dict[str, list[float]] = {"cover": [], "F1": [], "precision": [], "recall": []}
    for each in series:
        judged = each.marks, found[each.name]
        values["cover"].append(cover(*judged, len(each)))
        values["F1"].append(f1(*judged))
        for side, share in zip(("precision", "recall"), precision_recall(*judged), strict=True):
            values[side].append(share)
    for metric, shares in values.items():
        yield Score(
            metric=f"{metric}{of}",
            value=sum(shares) / len(shares) if shares else None,
            counts=counts,
            floored=floored and metric in {"cover", "F1"},
        )


TASKS: tuple[Task[MoveBench], ...] = (
    Task(head="tcpd", held=TURING_SET, run=score_annotated),
    Task(head="israel-palestine", held=GOLDSTEIN_SET, run=score_known),
)
AIMS: Mapping[Place, Aim] = {
    ("tcpd", TURING_SET.name, "cover"): Aim(aim=0.70, least=0.672),
    ("tcpd", TURING_SET.name, "F1"): Aim(aim=0.72, least=0.698),
    ("israel-palestine", GOLDSTEIN_SET.name, "named first"): Aim(aim=1.0, least=1.0),
}
"""By head, data and metric; the least on TCPD is the best published for default settings."""
