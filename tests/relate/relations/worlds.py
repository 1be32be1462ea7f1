"""Composed worlds: who prints how much, and what happens between Avaria and Borland meanwhile.

The two are called Norway and Sweden, so that they have codes; nothing here happened.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import numpy as np

from watchword.model.claim import Modality
from watchword.model.event import Event, EventType, Goods, Party, Standing, Transfer
from watchword.model.figure import Figure
from watchword.model.known import Known
from watchword.model.moment import Moment, Precision
from watchword.model.origin import Origin
from watchword.model.place import Place, PlaceKind
from watchword.model.report import DateSource, Published, Report
from watchword.model.span import Span

BEGIN = datetime(2023, 1, 2, tzinfo=UTC)
"""A Monday."""
NORWAY, SWEDEN = "NOR", "SWE"
NAMES = {"NOR": "Norway", "SWE": "Sweden", "DNK": "Denmark"}


def span(words: str, report: str = "r") -> Span:
    return Span(report=report, start=0, end=len(words), quote=words)


def party(code: str | None, name: str = "", sector: str | None = None) -> Party:
    told = name or NAMES.get(code or "", "somebody")
    return Party(span=span(told), name=told, code=code, sector=sector)


def place(name: str, country: str) -> Place:
    return Place(
        start=0, end=len(name), words=name, name=name, kind=PlaceKind.CITY, country=country
    )


def on_day(day: datetime) -> Moment:
    return Moment(
        start=0,
        end=1,
        words="x",
        since=day,
        until=day + timedelta(days=1),
        precision=Precision.DAY,
    )


def event(key: str, report: str, **told: object) -> Event:
    """Norway attacks Sweden, unless the test says otherwise."""
    fields: dict[str, object] = {
        "key": key,
        "report": report,
        "claim": f"claim-{key}",
        "chain": (),
        "deed": span("struck", report),
        "type": EventType.ASSAULT,
        "modes": (),
        "contexts": (),
        "standing": (),
        "modality": Modality.ASSERTED,
        "actors": (party(NORWAY),),
        "recipients": (party(SWEDEN),),
        "place": None,
        "time": None,
        "transfers": (),
        "killed": None,
        "wounded": None,
        "size": None,
        "confidence": None,
        "made_by": "test",
    }
    return Event(**{**fields, **told})  # type: ignore[arg-type]


def transfer(
    goods: Goods, words: str, *, figure: Figure | None = None, back: bool = False
) -> Transfer:
    """Something that moves; what is given back stands elsewhere in the sentence."""
    told = replace(span(words), start=100, end=100 + len(words)) if back else span(words)
    return Transfer(goods=goods, span=told, figure=figure, in_return=back)


def report(key: str, at: datetime, outlet: str | None = "The Fjord Post") -> Report:
    text = f"Report {key}."
    return Report(
        key=key,
        report_id=key,
        text=text,
        text_sha256=sha256(text.encode()).hexdigest(),
        raw_sha256="",
        raw=b"",
        form="text",
        found_at=f"{key}.txt",
        outlet=outlet,
        published=Published(at=at, how=DateSource.HEADER, day_only=True),
    )


def known(
    reports: Sequence[Report], events: Sequence[Event], copies: Sequence[Sequence[str]] = ()
) -> Known:
    """What is known from some reports; each its own origin, but for those that are copies."""
    copied = {key for prints in copies for key in prints}
    prints = [*map(tuple, copies), *((each.key,) for each in reports if each.key not in copied)]
    return Known(
        as_of=max(each.published.at for each in reports if each.published.at),
        reports={each.key: each for each in reports},
        claims={},
        events=tuple(events),
        positions=(),
        implications=(),
        origins=tuple(
            Origin(key=keys[0], name=keys[0], reports=tuple(keys), reasons=("",) * len(keys))
            for keys in prints
        ),
        grades={},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """An outlet of a simulated world.

    Attributes:
        outlet: its name, None for reports without one.
        texts: texts a week.
        share: share of them that tell of the two while as much happens as on average.
        weeks: first week, and the week after the last.
    """

    outlet: str | None
    texts: float
    share: float
    weeks: tuple[int, int] = (0, 1000)


def simulate(
    feeds: Sequence[Feed],
    happening: Callable[[int], float],
    *,
    weeks: int = 52,
    seed: int = 1,
) -> Known:
    """Weeks in which feeds print texts, some of them on what happens between the two.

    Args:
        feeds: who prints.
        happening: how many times the usual happens in a week.
        weeks: how many weeks.
        seed: another one gives another world.
    """
    chance = np.random.default_rng(seed)
    drawn = random.Random(seed)  # noqa: S311 - a simulation
    reports: list[Report] = []
    events: list[Event] = []
    for week in range(weeks):
        for number, feed in enumerate(feeds):
            if not feed.weeks[0] <= week < feed.weeks[1]:
                continue
            telling = chance.poisson(feed.texts * feed.share * happening(week))
            beside = chance.poisson(feed.texts * (1 - feed.share))
            for text in range(telling + beside):
                day = BEGIN + timedelta(days=7 * week + drawn.randrange(7))
                key = f"{week}-{number}-{text}"
                reports.append(report(key, day, feed.outlet))
                if text < telling:
                    where = place(f"town {drawn.randrange(10_000)}", "SE")
                    events.append(event(f"e-{key}", key, place=where))
    return known(reports, events)


def as_retold(told: Event, key: str, report_key: str) -> Event:
    """The same deed as another report tells it."""
    return replace(told, key=key, report=report_key, claim=f"claim-{key}")


FUTURE = (Standing.FUTURE,)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStep:
    """A step that the stand-in finder found."""

    at: int


def find_by_halving(values: Sequence[float | None]) -> tuple[FoundStep, ...]:
    """A plain finder of steps: the best parting, then the best of each part, by squared error.

    It is readier to see a step than the one in use, so that what guards against false turns is
    tested.
    """
    places = [place for place, value in enumerate(values) if value is not None]
    seen = np.array([values[place] for place in places], dtype=float)
    found: list[int] = []
    waiting = [(0, len(seen))]
    while waiting:
        first, end = waiting.pop()
        step = _best_step(seen[first:end])
        if step is not None:
            found.append(places[first + step])
            waiting += [(first, first + step), (first + step, end)]
    return tuple(FoundStep(at=at) for at in sorted(found))


def _best_step(values: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> int | None:
    if len(values) < 6:
        return None
    noise = max(float(np.var(np.diff(values))) / 2, 1e-9)
    gains = {}
    for at in range(3, len(values) - 2):
        here, there = values[:at], values[at:]
        weight = len(here) * len(there) / len(values)
        gains[at] = weight * (here.mean() - there.mean()) ** 2 / noise
    best = max(gains, key=lambda at: gains[at])
    return best if gains[best] > 2 * np.log(len(values)) else None
