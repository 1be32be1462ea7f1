"""What a brief draws: only what it cites, each thing once, and why not where it is too little."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.relate.claims import KURSK, RUSSIA, claim, on, report

from watchword.brief.charting import NOBODY, Drawable, charts_of
from watchword.model.brief import Brief
from watchword.model.chart import Chart, ChartKind
from watchword.model.claim import Claim, Modality
from watchword.model.moment import Moment, Precision
from watchword.model.origin import Origin
from watchword.model.place import Place, PlaceKind
from watchword.model.plan import FULL, Length, Part
from watchword.model.toponym import Location
from watchword.model.toponym import Precision as Width

VLADIVOSTOK = Place(
    start=0, end=11, words="Vladivostok", name="Vladivostok", kind=PlaceKind.CITY, country="RU"
)


def brief_on(claims: Sequence[Claim], *, length: Length = Length.FULL) -> Brief:
    reports = [report(key) for key in dict.fromkeys(one.report for one in claims)]
    return Brief(
        title="t", as_of=on(30), made_by="test/1", headline=None, judgments=(), overview=(),
        sections=(), contests=(), changes=(), since=None, watch=(), notices=(), sources=(),
        claims=tuple(claims), reports=tuple(reports), refused=(), unread=(), length=length,
        origins=tuple(
            Origin(key=f"o{one.key}", name=one.key, reports=(one.key,), reasons=("own text",))
            for one in reports
        ),
    )  # fmt: skip


def drawn(
    claims: Sequence[Claim], kind: ChartKind, locations: dict[str, Location] | None = None
) -> Chart:
    drawable = Drawable(brief=brief_on(claims), locations=locations or {})
    return next(one for one in charts_of(drawable) if one.kind is kind)


def when(
    since: datetime | None, until: datetime | None, precision: Precision = Precision.DAY
) -> Moment:
    return Moment(start=0, end=1, words="w", since=since, until=until, precision=precision)


def dated(key: str, day: int, **told: object) -> Claim:
    time = when(on(day), on(day) + timedelta(days=1))
    return replace(claim(key, "troops arrive", of=f"r{day}", **told), time=time)


def lies(east: float, north: float, width: Width) -> Location:
    return Location(
        geonames_id=None, name="n", country="RU", division=None, latitude=north, longitude=east,
        precision=width,
    )  # fmt: skip


def test_a_row_is_the_state_that_acts_and_what_names_nobody_comes_last() -> None:
    chart = drawn(
        [
            dated("a", 1, actor="units"),
            dated("b", 2, actor="North Korean soldiers"),
            dated("c", 3, actor="Seoul"),
        ],
        ChartKind.TIMELINE,
    )
    assert [one.series for one in chart.points] == ["North Korea", "South Korea", NOBODY]
    assert chart.part is Part.OVERVIEW


def test_what_is_planned_says_so_and_what_is_told_as_so_says_nothing() -> None:
    planned = dated("b", 2, modality=Modality.PLANNED)
    chart = drawn([dated("a", 1), planned, dated("c", 3)], ChartKind.TIMELINE)
    assert [one.sort for one in chart.points] == ["", "planned", ""]


@pytest.mark.parametrize(
    ("time", "first", "last"),
    [
        (when(on(5), on(6)), on(5), None),
        (when(on(1), None, Precision.MONTH), on(1), on(31)),
        (when(None, on(1, 12), Precision.MONTH), on(1, 11), on(30, 11)),
        (when(on(1), on(21), Precision.MONTH), on(1), on(20)),
    ],
)
def test_a_month_is_drawn_as_long_as_it_is(
    time: Moment, first: datetime, last: datetime | None
) -> None:
    told = replace(claim("x", "troops arrive"), time=time)
    chart = drawn([told, dated("a", 1), dated("b", 2)], ChartKind.TIMELINE)
    (point,) = (one for one in chart.points if one.claims == ("x",))
    assert (point.when, point.until) == (first, last)


def test_a_time_that_is_told_vaguely_is_left_out_and_counted() -> None:
    time = when(on(1), None, Precision.VAGUE)
    vague = replace(claim("x", "troops arrive soon"), time=time)
    chart = drawn([vague, dated("a", 1), dated("b", 2), dated("c", 3)], ChartKind.TIMELINE)
    assert len(chart.points) == 3
    assert "1 thing that is cited names no day" in chart.note


def test_what_says_the_same_is_one_mark_by_the_origins_that_tell_it() -> None:
    claims = [dated("a", 1), dated("b", 2), dated("c", 3), dated("d", 4)]
    drawable = Drawable(brief=brief_on(claims), findings={"a": "f", "b": "f"})
    chart = charts_of(drawable)[0]
    assert [(one.claims, one.value) for one in chart.points] == [
        (("a", "b"), 2.0),
        (("c",), 1.0),
        (("d",), 1.0),
    ]


def test_too_little_is_not_drawn_and_the_note_says_why() -> None:
    for chart in charts_of(Drawable(brief=brief_on([dated("a", 1)]))):
        assert chart.points == ()
        assert chart.note.startswith("No ")


def test_a_place_is_drawn_once_and_a_whole_country_is_left_out_and_counted() -> None:
    claims = [
        claim("a", "troops are in Kursk", place=KURSK, of="r1"),
        claim("b", "troops fight in Kursk", place=KURSK, of="r2"),
        claim("c", "troops land", place=VLADIVOSTOK, of="r2"),
        claim("d", "troops are in Russia", place=RUSSIA, of="r3"),
    ]
    chart = drawn(
        claims,
        ChartKind.MAP,
        {
            "a": lies(36.0, 51.6, Width.REGION),
            "b": lies(36.0, 51.6, Width.REGION),
            "c": lies(131.9, 43.1, Width.CITY),
            "d": lies(65.3, 59.7, Width.COUNTRY),
        },
    )
    assert [(one.label, one.value, one.sort) for one in chart.points] == [
        ("Kursk region", 2.0, "region"),
        ("Vladivostok", 1.0, "city"),
    ]
    assert "Left out: 1 that name" in chart.note


def test_a_network_counts_what_is_told_as_done_and_neither_plans_nor_marches() -> None:
    def towards(key: str, one: str, other: str, event: str, **told: object) -> Claim:
        return claim(key, "x", actor=one, recipient=other, event=event, **told)

    chart = drawn(
        [
            towards("a", "Pyongyang", "Russia", "AID"),
            towards("b", "Moscow", "North Korea", "AID"),
            towards("c", "Seoul", "Russian army", "ACCUSE"),
            towards("d", "Seoul", "Ukraine", "AID", modality=Modality.PLANNED),
            towards("e", "North Korea", "Russia", "MOBILIZE"),
            towards("f", "North Korean troops", "North Korea", "AID"),
        ],
        ChartKind.NETWORK,
    )
    assert [(one.series, one.other, one.sort, one.label) for one in chart.points] == [
        ("North Korea", "Russia", "cooperation", "aid"),
        ("Russia", "North Korea", "cooperation", "aid"),
        ("South Korea", "Russia", "conflict", "accusation"),
    ]


def test_a_brief_on_one_screen_draws_nothing_and_one_of_two_pages_a_timeline() -> None:
    claims = [dated("a", 1), dated("b", 2), dated("c", 3)]
    kinds = {
        length: [one.kind for one in charts_of(Drawable(brief=brief_on(claims, length=length)))]
        for length in Length
    }
    assert kinds[Length.SCREEN] == []
    assert kinds[Length.PAGES] == [ChartKind.TIMELINE]
    assert kinds[Length.FULL] == [ChartKind.TIMELINE, ChartKind.MAP, ChartKind.NETWORK]


def test_a_chart_stands_in_a_part_that_the_brief_holds() -> None:
    claims = [dated("a", 1), dated("b", 2), dated("c", 3)]
    brief = brief_on(claims)
    planned = replace(brief, parts=(Part.TIMELINE, Part.SECTIONS))
    assert [one.part for one in charts_of(Drawable(brief=planned))] == [Part.TIMELINE] * 2
    assert Part.OVERVIEW in {each.part for each in FULL.parts}
    assert charts_of(Drawable(brief=replace(brief, parts=(Part.WATCH,)))) == ()
