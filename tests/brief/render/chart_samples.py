"""A chart of every kind, composed for tests, each on claims of a brief."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from watchword.model.chart import Chart, ChartKind, ChartPoint
from watchword.model.plan import Part

MONDAY = datetime(2024, 10, 7, tzinfo=UTC)


def make_charts(claims: Sequence[str]) -> tuple[Chart, ...]:
    """One of each kind; each point stands on one of the claims in turn."""
    return (
        _chart(ChartKind.TIMELINE, Part.OVERVIEW, _days(claims)),
        _chart(ChartKind.MAP, Part.OVERVIEW, _places(claims)),
        _chart(ChartKind.NETWORK, Part.RELATIONS, _links(claims)),
        _chart(ChartKind.RELATION, Part.RELATIONS, _periods(claims)),
        _chart(ChartKind.CALIBRATION, Part.FORECASTS, _bands()),
        _chart(ChartKind.SCENARIO, Part.SCENARIOS, _states(claims)),
    )


def chart_of(kind: ChartKind) -> Chart:
    """The chart of one kind, on claims that are only named."""
    return next(
        one for one in make_charts([f"{place:016x}" for place in range(9)]) if one.kind is kind
    )


def _chart(kind: ChartKind, part: Part, points: tuple[ChartPoint, ...]) -> Chart:
    return Chart(
        kind=kind, part=part, title=f"A {kind} of the dispatch", note="What is left out.",
        points=points, made_by="test/1",
    )  # fmt: skip


def _days(claims: Sequence[str]) -> tuple[ChartPoint, ...]:
    told = (
        ("North Korea ships shells", "North Korea", -400, 0, 2, ""),
        ("the first soldiers arrive by ship", "North Korea", 1, 0, 3, ""),
        ("they train", "North Korea", 1, 20, 1, ""),
        ("units are to be at the front", "Others, or nobody named", 30, 0, 1, "planned"),
        ("the council meets", "South Korea", 2, 0, 1, ""),
    )
    return tuple(
        ChartPoint(
            label=label, series=who, when=MONDAY + timedelta(days=start), value=float(origins),
            until=MONDAY + timedelta(days=start + long) if long else None, sort=sort,
            claims=(claims[place % len(claims)],),
        )
        for place, (label, who, start, long, origins, sort) in enumerate(told)
    )  # fmt: skip


def _places(claims: Sequence[str]) -> tuple[ChartPoint, ...]:
    told = (
        ("Kursk region", 36.0, 51.6, 6.0, "region"),
        ("Vladivostok", 131.9, 43.1, 2.0, "city"),
        ("Pyongyang", 125.8, 39.0, 1.0, "city"),
    )
    return tuple(
        ChartPoint(
            label=label, longitude=east, latitude=north, value=value, count=3, sort=sort,
            claims=(claims[place % len(claims)],),
        )
        for place, (label, east, north, value, sort) in enumerate(told)
    )  # fmt: skip


def _links(claims: Sequence[str]) -> tuple[ChartPoint, ...]:
    told = (
        ("North Korea", "Russia", "arms, troops", 7.0, "cooperation"),
        ("Russia", "North Korea", "fuel", 2.0, "cooperation"),
        ("Russia", "South Korea", "threat", 2.0, "conflict"),
        ("South Korea", "Ukraine", "money", 1.0, "cooperation"),
        ("United States", "Russia", "accusation", 3.0, "conflict"),
    )
    return tuple(
        ChartPoint(
            label=label, series=one, other=other, value=value, sort=sort,
            claims=(claims[place % len(claims)],),
        )
        for place, (one, other, label, value, sort) in enumerate(told)
    )  # fmt: skip


def _periods(claims: Sequence[str]) -> tuple[ChartPoint, ...]:
    way = "From North Korea to Russia"
    told = (
        (0, "material cooperation", 3.0), (0, "verbal cooperation", 1.0),
        (1, "material cooperation", 0.0), (1, "verbal conflict", 1.0),
        (2, "material cooperation", 5.0), (2, "material conflict", 1.0),
    )  # fmt: skip
    bars = (
        ChartPoint(
            label=sort, series=way, when=MONDAY + timedelta(weeks=week), value=value, sort=sort,
            until=MONDAY + timedelta(days=7 * week + 6), claims=(claims[place % len(claims)],),
        )
        for place, (week, sort, value) in enumerate(told)
    )  # fmt: skip
    turn = ChartPoint(
        label="material cooperation rises", when=MONDAY + timedelta(weeks=2), sort="turn",
        claims=(claims[0],),
    )  # fmt: skip
    return (*bars, turn)


def _bands() -> tuple[ChartPoint, ...]:
    told = (
        ("unlikely", 0.3, 0.25, 0.1, 0.5, 12),
        ("likely", 0.7, 0.75, 0.55, 0.9, 20),
        ("almost certainly", 0.97, 0.9, 0.6, 0.98, 10),
    )
    return tuple(
        ChartPoint(
            label=label, series=who, across=said + shift, value=came, low=low, high=high, count=many
        )
        for who, shift in (("Ana", 0.0), ("base-rate", -0.06))
        for label, said, came, low, high, many in told
    )


def _states(claims: Sequence[str]) -> tuple[ChartPoint, ...]:
    states = (
        ("fight", "the troops fight", 0.9, ""),
        ("skill", "the troops gain experience of modern combat", 0.48, ""),
        ("arms", "Seoul sends weapons", 0.5, "untold"),
        ("threat", "the troops are a greater threat when they return", 0.56, ""),
    )
    arrows = (
        ("fight", "skill", 0.7, ""), ("skill", "threat", 0.5, ""),
        ("fight", "threat", None, ""), ("arms", "skill", 0.2, "prevents"),
    )  # fmt: skip
    return (
        *(
            ChartPoint(label=label, series=name, value=value, sort=sort)
            for name, label, value, sort in states
        ),
        *(
            ChartPoint(
                label="leads to it", series=one, other=other, value=value, sort=sort,
                claims=(claims[place % len(claims)],),
            )
            for place, (one, other, value, sort) in enumerate(arrows)
        ),
    )  # fmt: skip
