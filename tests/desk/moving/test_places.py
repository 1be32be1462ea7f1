"""The map that the desk shows: where claims and events are told to be, each text once."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import desk_over

from watchword.config import Settings
from watchword.desk.desk import Desk
from watchword.errors import MissingError
from watchword.model.principal import whoever_is_here

OWNER = whoever_is_here("Ana")


def shown(desk: Desk, **asked: object) -> Any:  # noqa: ANN401 - a record
    answer = desk.look(OWNER, "troops", "map", asked)
    assert answer is not None
    return answer.record


def test_a_place_tells_where_it_lies_and_how_narrowly_it_is_told(example_desk: Desk) -> None:
    places = {place["name"]: place for place in shown(example_desk)["places"]}
    assert places["Russia"]["precision"] == "country"
    assert places["Russia"]["a3"] == "RUS"
    assert places["Vladivostok"]["precision"] == "city"
    assert 42 < places["Vladivostok"]["latitude"] < 44


def test_a_text_counts_once_on_the_day_it_first_tells_of_a_place(example_desk: Desk) -> None:
    for place in shown(example_desk)["places"]:
        assert sum(count for _, count in place["days"]) <= place["texts"] <= place["claims"]


def test_events_and_one_type_of_them_are_told_apart_from_claims(example_desk: Desk) -> None:
    claims, events, aid = (
        sum(place["claims"] for place in shown(example_desk, event=event)["places"])
        for event in ("", "*", "AID")
    )
    assert claims > events > aid > 0


def test_places_can_be_had_by_how_narrow_they_are(example_desk: Desk) -> None:
    cities = shown(example_desk, precision="city")["places"]
    assert {place["precision"] for place in cities} == {"city"}


def test_the_day_that_is_told_may_lie_before_the_reports(example_desk: Desk) -> None:
    def first_day(by: str) -> str:
        return min(d for place in shown(example_desk, by=by)["places"] for d, _ in place["days"])

    assert first_day("happened") < first_day("told")


def test_a_server_may_be_given_outlines_of_its_own(
    example_record: Path, user_settings: Settings, tmp_path: Path
) -> None:
    mine = tmp_path / "outlines.json"
    mine.write_text('{"type": "Topology"}', encoding="utf-8")
    desk = desk_over(example_record, replace(user_settings, outlines=mine))
    assert shown(desk)["outlines"] == "own"
    assert desk.make(OWNER, "troops", "outlines.json", {}).content == mine.read_bytes()
    mine.unlink()
    with pytest.raises(MissingError):
        desk.make(OWNER, "troops", "outlines.json", {})
    desk.close()


def test_without_them_the_carried_ones_are_drawn(example_desk: Desk) -> None:
    assert shown(example_desk)["outlines"] == "carried"
    with pytest.raises(MissingError):
        example_desk.make(OWNER, "troops", "outlines.json", {})
