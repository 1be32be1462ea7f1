"""Turns of a simulated relation while feeds come, go and change: how many are false, how many seen.

    PYTHONPATH=src:. python benchmarks/feeds.py [worlds]

Each row is a change of feeds, or of what happens, in week 30 of 52; each world is drawn anew.
Prints for each the worlds with any turn, those with one within a week of week 30, and how many
turns there were elsewhere, by the thresholds of `relate/relations/turning.py`. The lines at the
end are the sums for these and for other thresholds.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tests.relate.relations.worlds import Feed, simulate

from watchword.relate.relations import RelationQuery, find_relation, find_side, turning
from watchword.relate.turning import find_turns

AT = 30
BEFORE, AFTER = (0, AT), (AT, 52)
MIXED = [Feed(outlet=f"Old {n}", texts=20, share=0.05 * (1 + n % 3)) for n in range(5)]
SAME = [replace(MIXED[n % 5], outlet=f"New {n}", weeks=AFTER) for n in range(10)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What changes in week 30.

    Attributes:
        name: in words.
        feeds: who prints.
        level: how many times the usual happens since; 1 where nothing does.
    """

    name: str
    feeds: Sequence[Feed]
    level: float = 1.0


def fresh(count: int, texts: float, share: float) -> list[Feed]:
    """New feeds."""
    return [Feed(outlet=f"New {n}", texts=texts, share=share, weeks=AFTER) for n in range(count)]


def until(feeds: Sequence[Feed]) -> list[Feed]:
    """Feeds that end."""
    return [replace(feed, weeks=BEFORE) for feed in feeds]


CHANGES = (
    Change(name="nothing", feeds=MIXED),
    Change(name="tripled, same mix", feeds=[*MIXED, *SAME]),
    Change(name="tripled, other mix", feeds=[*MIXED, *fresh(10, 20, 0.5)]),
    Change(name="tripled, on nothing else", feeds=[*MIXED, *fresh(10, 20, 1.0)]),
    Change(name="many small feeds", feeds=[*MIXED, *fresh(300, 0.3, 0.3)]),
    Change(
        name="same outlets, three times the texts",
        feeds=[*until(MIXED), *(replace(f, weeks=AFTER, texts=60) for f in MIXED)],
    ),
    Change(name="three of five feeds end", feeds=[*MIXED[:2], *until(MIXED[2:])]),
    Change(name="all replaced", feeds=[*until(MIXED), *fresh(5, 20, 0.5)]),
    Change(
        name="great story elsewhere",
        feeds=[*MIXED, *(replace(f, share=0, weeks=AFTER) for f in MIXED)],
    ),
    Change(name="four times as much", feeds=MIXED, level=4),
    Change(name="twice as much", feeds=MIXED, level=2),
    Change(name="a quarter", feeds=MIXED, level=0.25),
    Change(name="four times as much, tripled", feeds=[*MIXED, *SAME], level=4),
    Change(name="a quarter, tripled", feeds=[*MIXED, *SAME], level=0.25),
    Change(
        name="four times as much, on nothing else",
        feeds=[Feed(outlet=f"Old {n}", texts=5, share=1) for n in range(5)],
        level=4,
    ),
)


SETTINGS = ((1.0, 1.5), (0.6, 1.2), (0.6, 1.5), (0.8, 1.5), (1.2, 1.5))
"""Shares of the universal threshold, and least ratios; the first is in use."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was counted of one change by one setting.

    Attributes:
        turned: worlds with a turn.
        timely: worlds with one within a week of week 30.
        elsewhere: turns that are not.
    """

    turned: int = 0
    timely: int = 0
    elsewhere: int = 0


def main() -> None:
    """Print the table."""
    worlds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    tallies = [tally(change, worlds) for change in CHANGES]
    print(f"{worlds} worlds a row                           turned  on time  elsewhere")
    for change, (used, *_) in zip(CHANGES, tallies, strict=True):
        print(f"{change.name:38}{used.turned:8}{used.timely:9}{used.elsewhere:11}")
    for place, (share, ratio) in enumerate(SETTINGS):
        rows = [(change, each[place]) for change, each in zip(CHANGES, tallies, strict=True)]
        still = [each.turned for change, each in rows if change.level == 1]
        moved = [each.timely for change, each in rows if change.level != 1]
        elsewhere = sum(each.elsewhere for change, each in rows if change.level != 1)
        print(
            f"threshold {share}, ratio {ratio}: false in {sum(still)} of {worlds * len(still)},"
            f" seen in {sum(moved)} of {worlds * len(moved)}, {elsewhere} elsewhere"
        )


def tally(change: Change, worlds: int) -> list[Tally]:
    """What each setting finds in the worlds of one change."""
    query = RelationQuery(one=find_side("Norway"), other=find_side("Sweden"), find=find_turns)
    found = [Tally() for _ in SETTINGS]
    for seed in range(worlds):
        what = simulate(change.feeds, level_of(change.level), seed=seed)
        for each, (share, ratio) in zip(found, SETTINGS, strict=True):
            turning.BEYOND, turning.LEAST_RATIO = share, ratio
            turns = find_relation(what, query).turns or ()
            near = [turn for turn in turns if abs(turn.at - AT) <= 1]
            each.turned += bool(turns)
            each.timely += bool(near)
            each.elsewhere += len(turns) - len(near)
    return found


def level_of(level: float) -> Callable[[int], float]:
    """How much happens in each week."""
    return lambda week: 1.0 if week < AT else level


if __name__ == "__main__":
    main()
