"""Never seen, not looked for, and no longer counted are three things."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.store.records import read_of

from watchword.flow.knowing import known_of
from watchword.flow.panels import Watched, indicator_gaps, indicator_panel
from watchword.flow.panels.indicators import NEVER, NOT_LOOKED
from watchword.flow.panels.rows import Before
from watchword.model.alert import Alert, AlertTurn, Status
from watchword.model.indicator import Importance, Indicator, indicator_key
from watchword.model.known import Known
from watchword.model.sighting import Manner, Sighting

BEGAN = datetime(2024, 10, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def known() -> Known:
    """What one report tells."""
    return known_of([read_of("Kyiv said that North Korean troops had fought near Kursk.")])


def watched(name: str, *, looked: bool = True, **said: object) -> Watched:
    made = Indicator(key=indicator_key(name), name=name, since=BEGAN, words=name, **said)  # type: ignore[arg-type]
    return Watched(indicator=made, alerts=(), sightings=(), looked=looked)


def seen(each: Watched, known: Known, manner: Manner = Manner.SHOWS) -> Watched:
    claim = next(iter(known.claims.values()))
    sighting = Sighting(
        key="s",
        indicator=each.indicator.key,
        claim=claim.key,
        report=claim.report,
        origin="o",
        source="Kyiv",
        voice="Kyiv",
        party=True,
        manner=manner,
        content=claim.content,
        outlet="Gulf Post",
        address=None,
        said_at=BEGAN,
        seen_at=BEGAN,
        score=1.0,
        why="",
        made_by="test/1",
    )
    alert = Alert(
        key="a",
        indicator=each.indicator.key,
        name=each.indicator.name,
        number=1,
        turn=AlertTurn.SEEN,
        before=Status.NOT_SEEN,
        after=Status.SEEN,
        at=BEGAN + timedelta(days=2),
        claims=(claim.key,),
        sightings=("s",),
        origins=("o",),
        importance=Importance.NORMAL,
        why="one origin shows it",
        withheld="",
        made_by="test/1",
    )
    return replace(each, alerts=(alert,), sightings=(*each.sightings, sighting))


def test_never_seen_is_not_the_same_as_not_looked_for(known: Known) -> None:
    panel = indicator_panel([watched("a"), watched("b", looked=False)], known)
    assert panel is not None
    assert [row.cells[3] for row in panel.rows] == [NEVER, NOT_LOOKED]
    assert [
        row.cells[1].split(" were ")[1].split(":")[0]
        for row in indicator_gaps([watched("a"), watched("b", looked=False)])
    ] == ["never seen", "not looked for yet"]


def test_what_shows_an_indicator_is_counted_by_origin_and_a_party_is_marked(known: Known) -> None:
    panel = indicator_panel([seen(watched("a"), known)], known)
    assert panel is not None
    (row,) = panel.rows
    assert row.cells[1] == "seen"
    assert row.cells[3].startswith("1 claim from 1 origin, all of them parties; last 2024-10-01")
    assert row.claims == tuple(known.claims)
    assert row.sentence is not None


def test_what_was_withdrawn_counts_no_more(known: Known) -> None:
    gone = seen(seen(watched("a"), known), known, Manner.WITHDRAWN)
    panel = indicator_panel([gone], known)
    assert panel is not None
    assert panel.rows[0].cells[3] == "nothing that counts any more"


def test_what_turned_since_the_earlier_brief_stands_first(known: Known) -> None:
    before = Before(as_of=BEGAN + timedelta(days=1), panels=())
    old, turned = watched("a", importance=Importance.HIGH), seen(watched("b"), known)
    panel = indicator_panel([old, turned], known, before)
    assert panel is not None
    assert [(row.cells[0], row.cells[-1]) for row in panel.rows] == [
        ("b", "was “not seen”"),
        ("a", ""),
    ]
