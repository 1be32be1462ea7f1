"""The plots of the pages: what they show, and that nothing of a text is evaluated in them."""

import json
from typing import Any

import pytest

from watchword.desk.desk import Desk
from watchword.model.principal import whoever_is_here
from watchword.web.plots import network_of, position_plot, relation_plot, spark, track_plot

OWNER = whoever_is_here("Ana")


def shown(desk: Desk, view: str, **asked: object) -> Any:  # noqa: ANN401 - a record
    answer = desk.look(OWNER, "troops", view, asked)
    assert answer is not None
    return answer.record


def claim(key: str) -> str:
    return f"/claims/{key}"


def point(words: str, low: float | None, best: float | None, high: float | None) -> Any:  # noqa: ANN401
    return {
        "figure": {"low": low, "best": best, "high": high, "approx": "exact"},
        "words": words,
        "said_at": "2024-10-25T00:00:00+00:00",
        "source": "Agency",
        "source_chain": [],
        "outlet": "Wire",
        "claim_id": "c1",
        "sentence": words,
        "modality": "asserted",
        "standing": "stands",
        "outlier": None,
    }


def track(*points: Any) -> Any:  # noqa: ANN401
    bounds = {"low": None, "high": None, "open_above": False}
    return {"title": "t", "unit": "troops", "range": bounds, "points": list(points)}


def values_of(spec: Any) -> list[Any]:  # noqa: ANN401
    return [value for layer in spec["layer"] for value in layer["data"]["values"]]


def test_every_figure_of_a_track_is_a_mark_that_leads_to_its_claim(example_desk: Desk) -> None:
    record = shown(example_desk, "track", key="troops sent to russia")["track"]
    spec = track_plot(record, claim)
    marks = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "point")
    leads = {value["href"] for value in marks["data"]["values"]}
    assert leads == {claim(each["claim_id"]) for each in record["points"]}


def test_a_range_is_a_bar_and_a_vague_word_no_mark() -> None:
    spec = track_plot(track(point("1 to 3", 1, None, 3), point("many", None, None, None)), claim)
    bars = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "rule")
    assert [(bar["low"], bar["high"]) for bar in bars["data"]["values"]] == [(1, 3)]
    assert {value["words"] for value in values_of(spec)} == {"1 to 3"}


def test_figures_far_apart_stand_on_a_logarithmic_scale() -> None:
    wide = track_plot(track(point("10", 10, 10, 10), point("9,000", 9e3, 9e3, 9e3)), claim)
    near = track_plot(track(point("10", 10, 10, 10), point("20", 20, 20, 20)), claim)
    kinds = [spec["layer"][-1]["encoding"]["y"]["scale"].get("type") for spec in (wide, near)]
    assert kinds == ["log", None]


def test_words_of_a_text_are_values_and_nothing_else() -> None:
    words = "datum.href = 'x'; </script><script>alert(1)</script>"
    hostile = {**point(words, 1, 1, 1), "source": words, "outlet": words, "source_chain": [words]}
    spec = track_plot(track(hostile), claim)
    for layer in spec["layer"]:
        layer["data"] = None
        layer["encoding"].get("color", {}).pop("scale", None)
    assert "alert" not in json.dumps(spec)


def test_a_relation_is_drawn_with_conflict_below_the_line(example_desk: Desk) -> None:
    record = shown(example_desk, "relation", one="North Korea", other="Russia")
    bars = relation_plot(record, "North Korea", claim)["layer"][0]["data"]["values"]
    below = {bar["high"] < 0 for bar in bars if bar["kind"].startswith("conflict")}
    assert below == {True}
    lines = [line for period in record["periods"] for line in period["lines"]]
    told = sum(line["count"] for line in lines if line["from"] == "North Korea")
    assert sum(bar["count"] for bar in bars) == told > 0


def test_a_question_has_a_mark_for_every_dated_statement(example_desk: Desk) -> None:
    lines = shown(example_desk, "position", key="asked", question="sending troops")["lines"]
    marks = position_plot(lines, claim)["layer"][0]["data"]["values"]
    assert len(marks) == sum(len(line["statements"]) for line in lines)
    turns = position_plot(lines, claim)["layer"][1]["data"]["values"]
    assert len(turns) == sum(len(line["turns"]) for line in lines) > 0


def test_a_network_has_a_line_for_every_pair(example_desk: Desk) -> None:
    record = shown(example_desk, "relations")
    network = network_of(record, lambda one, other: f"/two?one={one}&other={other}")
    ends = {actor["id"] for actor in network["actors"]}
    assert len(network["pairs"]) == len(record["pairs"])
    assert all({pair["one"], pair["other"]} <= ends for pair in network["pairs"])


@pytest.mark.parametrize("course", [[], [["2024-10-25T00:00:00+00:00", 1, 1, 1]]])
def test_less_than_two_figures_have_no_course(course: list[list[object]]) -> None:
    assert spark(course) == ""


def test_a_course_is_drawn_in_numbers_alone() -> None:
    drawn = spark([["2024-10-20T00:00:00+00:00", 1, 2, 3], ["2024-10-25T00:00:00+00:00", 5, 5, 5]])
    assert drawn.count("<circle") == 2
    assert drawn.count("<path") == 1
