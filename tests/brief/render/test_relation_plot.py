import json
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from tests.relate.relations.worlds import Feed, find_by_halving, simulate

from watchword.brief.render.relation_layers import PALETTE, highest_bar
from watchword.brief.render.relation_plot import PictureForm, draw_relation, relation_spec
from watchword.model.relation import Quad, Relation, Way
from watchword.relate.relations import RelationQuery, find_relation, find_side

FEEDS = [Feed(outlet=f"Outlet {n}", texts=12, share=0.2) for n in range(3)]


@pytest.fixture(scope="module")
def turned() -> Relation:
    what = simulate(FEEDS, lambda week: 1.0 if week < 16 else 5.0, weeks=30)
    query = RelationQuery(one=find_side("Norway"), other=find_side("Sweden"), find=find_by_halving)
    return find_relation(what, query)


def _texts(spec: object) -> str:
    return json.dumps(spec)


def _bars(spec: dict, panel: int) -> list[dict]:
    return spec["vconcat"][panel]["layer"][0]["data"]["values"]


def test_there_is_a_panel_each_way_and_a_strip_of_what_was_printed(turned: Relation) -> None:
    forth, back, strip = relation_spec(turned)["vconcat"]
    assert forth["title"]["text"] == "From Norway to Sweden"
    assert back["title"]["text"] == "From Sweden to Norway"
    assert [each["texts"] for each in strip["data"]["values"]] == [
        period.texts for period in turned.periods
    ]


def test_conflict_hangs_down_as_deep_as_it_is_counted(turned: Relation) -> None:
    bars = _bars(relation_spec(turned), 0)
    line = next(
        line
        for line in turned.lines
        if (line.way, line.quad) == (Way.FORTH, Quad.MATERIAL_CONFLICT)
    )
    assert [bar["from"] - bar["to"] for bar in bars] == [count for count in line.counts if count]
    assert all(bar["to"] < 0 for bar in bars)


def test_both_panels_have_one_scale_that_holds_the_highest_bar(turned: Relation) -> None:
    spec = relation_spec(turned)
    scales = [panel["layer"][0]["encoding"]["y"]["scale"] for panel in spec["vconcat"][:2]]
    high = highest_bar(turned)
    assert scales == [{"domain": [-high, high], "nice": False}] * 2
    assert high >= max(
        sum(counts) for counts in zip(*(x.counts for x in turned.lines), strict=True)
    )


def test_a_turn_is_a_numbered_rule_and_a_line_of_words(turned: Relation) -> None:
    spec = relation_spec(turned)
    assert turned.turns is not None
    (told,) = spec["title"]["subtitle"]
    assert told.startswith(
        f"1: from {turned.turns[0].day}, material conflict from Norway to Sweden"
    )
    assert turned.turns[0].day.isoformat() in _texts(spec["vconcat"][0]["layer"][3:])


def test_what_was_counted_is_drawn_alone_when_asked(turned: Relation) -> None:
    spec = relation_spec(turned, raw=True)
    assert spec["title"]["subtitle"] == []
    assert [len(panel["layer"]) for panel in spec["vconcat"][:2]] == [2, 2]


def test_the_picture_holds_its_data_and_fetches_nothing(turned: Relation) -> None:
    assert '"url"' not in _texts(relation_spec(turned))


def test_every_class_has_a_colour_of_its_own() -> None:
    assert len({PALETTE[quad.words] for quad in Quad}) == 4


def test_the_same_relation_gives_the_same_bytes(turned: Relation) -> None:
    assert draw_relation(turned, PictureForm.SVG) == draw_relation(turned, PictureForm.SVG)


def test_it_is_written_as_each_form(turned: Relation) -> None:
    beginnings = {
        PictureForm.PNG: b"\x89PNG",
        PictureForm.SVG: b"<svg",
        PictureForm.PDF: b"%PDF",
        PictureForm.JSON: b"{",
    }
    for form, beginning in beginnings.items():
        assert draw_relation(turned, form).startswith(beginning)


def test_a_drawing_is_inert_and_told_in_words(turned: Relation) -> None:
    drawn = ET.fromstring(draw_relation(turned, PictureForm.SVG))  # noqa: S314 - our own
    tags = {element.tag.rpartition("}")[2] for element in drawn.iter()}
    assert tags <= {"svg", "g", "path", "line", "rect", "circle", "text", "tspan", "title", "desc"}
    described = drawn.findtext("{http://www.w3.org/2000/svg}desc") or ""
    assert "material conflict from Norway to Sweden rose" in described


def test_weeks_stand_where_their_days_are(turned: Relation) -> None:
    bar = _bars(relation_spec(turned), 0)[0]
    assert date.fromisoformat(bar["end"]) - date.fromisoformat(bar["start"]) == timedelta(days=7)


def test_the_axis_of_a_short_time_names_first_days_of_periods() -> None:
    what = simulate(FEEDS, lambda _week: 1.0, weeks=15)
    query = RelationQuery(one=find_side("Norway"), other=find_side("Sweden"))
    relation = find_relation(what, query)
    named = relation_spec(relation)["vconcat"][2]["encoding"]["x"]["axis"]["values"]
    starts = [period.start.isoformat() for period in relation.periods]
    assert named == starts[::2]
