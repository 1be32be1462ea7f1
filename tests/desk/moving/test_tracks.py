"""The figures that the desk shows: contested ones first, one of them whole, as of a day."""

from typing import Any

import pytest

from watchword.desk.desk import Desk
from watchword.errors import MissingError, SettingsError
from watchword.model.principal import whoever_is_here

OWNER = whoever_is_here("Ana")


def shown(desk: Desk, view: str, **asked: object) -> Any:  # noqa: ANN401 - a record
    answer = desk.look(OWNER, "troops", view, asked)
    assert answer is not None
    return answer.record


def test_contested_figures_come_first_and_tell_their_course(example_desk: Desk) -> None:
    record = shown(example_desk, "tracks")
    contested = [track["contested"] for track in record["tracks"]]
    assert contested == sorted(contested, reverse=True)
    assert sum(contested) == record["contested"] == 3
    first = record["tracks"][0]
    assert first["title"] == "North Korean troops sent or to be sent to Russia"
    assert first["range"] == {"low": 1500.0, "high": 12000.0, "open_above": False}
    assert len(first["course"]) == first["points"] == 29
    assert first["newest"][0]["words"] == "Over 10,000"


def test_contested_figures_can_be_had_alone(example_desk: Desk) -> None:
    record = shown(example_desk, "tracks", contested="true")
    assert [track["contested"] for track in record["tracks"]] == [True, True, True]


def test_a_cursor_leads_to_the_next_figures(example_desk: Desk) -> None:
    first = shown(example_desk, "tracks", limit="4")
    rest = shown(example_desk, "tracks", limit="4", cursor=first["next"])
    keys = [track["track_id"] for record in (first, rest) for track in record["tracks"]]
    assert len(set(keys)) == first["count"] == 6
    assert rest["next"] is None


def test_a_cursor_that_no_answer_gave_is_refused(example_desk: Desk) -> None:
    with pytest.raises(SettingsError):
        shown(example_desk, "tracks", cursor="-1")


def test_one_figure_is_had_by_its_key_or_the_words_of_its_title(example_desk: Desk) -> None:
    by_words = shown(example_desk, "track", key="troops sent to russia")["track"]
    assert shown(example_desk, "track", key=by_words["track_id"])["track"] == by_words
    assert {"figure", "claim_id", "spans", "outlier"} <= by_words["points"][0].keys()
    with pytest.raises(MissingError):
        shown(example_desk, "track", key="submarines")


def test_a_figure_as_of_a_day_has_nothing_said_later(example_desk: Desk) -> None:
    key = shown(example_desk, "tracks")["tracks"][0]["track_id"]
    then = shown(example_desk, "track", key=key, as_of="2024-10-20")["track"]
    assert len(then["points"]) == 4
    assert {point["said_at"][:10] for point in then["points"]} <= {
        f"2024-10-{day}" for day in range(10, 21)
    }


def test_a_day_to_begin_with_is_in_what_is_shown(example_desk: Desk) -> None:
    asked = {"key": "troops sent to russia", "since": "2024-11-06", "until": "2024-11-06"}
    points = shown(example_desk, "track", **asked)["track"]["points"]
    assert {point["said_at"][:10] for point in points} == {"2024-11-06"}
