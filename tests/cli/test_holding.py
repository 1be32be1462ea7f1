"""`watchword positions` tells where actors stand, from paths and from the record."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "troops-to-russia"
REFUSAL = """title: Seoul and the arms
outlet: Gulf Post
date: 2024-10-20

South Korea will not send weapons to Ukraine, President Yoon Suk Yeol said on Sunday.
"""
REVIEW = """title: Seoul thinks again
outlet: Strait Gazette
date: 2024-11-07

South Korea does not rule out sending weapons to Ukraine, President Yoon Suk Yeol said on Thursday.
"""


@pytest.fixture
def arms(tmp_path: Path) -> Path:
    """A folder in which South Korea refuses arms, and then leaves it open."""
    folder = tmp_path / "arms"
    folder.mkdir()
    (folder / "a.txt").write_text(REFUSAL, encoding="utf-8")
    (folder / "b.txt").write_text(REVIEW, encoding="utf-8")
    return folder


def test_one_question_is_told_in_full_with_its_turn_and_its_claims(run: Run, arms: Path) -> None:
    done = run("positions", "arms to countries at war", "--from", arms)
    assert done.exit_code == 0
    assert "South Korea: under review since 2024-11-07" in done.stdout
    assert "TURN 2024-11-07 under review: from “against” to “under review”" in done.stdout


def test_each_line_of_json_can_be_followed_to_the_words(run: Run, arms: Path) -> None:
    done = run("positions", "weapons for Ukraine", "--from", arms, "--json")
    (line,) = [json.loads(each) for each in done.stdout.splitlines()]
    assert (line["actor"], line["stand"], line["made_by"]) == ("@KR", "under review", "positions 1")
    (turn,) = line["turns"]
    assert turn["claims"] == [each["claims"][0] for each in line["statements"]]
    for each, text in zip(line["statements"], (REFUSAL, REVIEW), strict=True):
        words = each["spans"]["words"]
        assert text.split("\n\n", 1)[1].strip()[words["start"] : words["end"]] == words["quote"]
        assert each["report_ids"]


def test_nothing_that_came_later_is_known(run: Run, arms: Path) -> None:
    done = run(
        "positions", "weapons for Ukraine", "--from", arms, "--as-of", "2024-10-25", "--json"
    )
    (line,) = [json.loads(each) for each in done.stdout.splitlines()]
    assert (line["stand"], line["turns"]) == ("against", [])


def test_the_actor_is_asked_for_by_any_of_its_names(run: Run) -> None:
    done = run("positions", "the deployment", "--from", EXAMPLE, "--actor", "Beijing", "--json")
    (line,) = [json.loads(each) for each in done.stdout.splitlines()]
    assert line["name"] == "China"
    assert [each["stand"] for each in line["statements"]] == ["says nothing", "defends"]


def test_the_running_example_tells_who_turned(run: Run) -> None:
    done = run("positions", "arms to countries at war", "--from", EXAMPLE, "--json")
    lines = {line["name"]: line for line in map(json.loads, done.stdout.splitlines())}
    (turn,) = lines["South Korea"]["turns"]
    assert (turn["shift"], turn["at"][:10]) == ("under review", "2024-10-22")
    conditions = [each["condition"] for each in lines["South Korea"]["statements"]]
    assert "depending on the activities of North Korean forces" in conditions
    done = run("positions", "North Korean troops in Russia", "--from", EXAMPLE, "--json")
    lines = {line["name"]: line for line in map(json.loads, done.stdout.splitlines())}
    assert [turn["shift"] for turn in lines["North Korea"]["turns"]] == ["reversed"]
    assert lines["Russia"]["stand"] == "denies"


def test_a_question_is_kept_until_it_is_undone(run: Run, arms: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.watchword"
    run("init", store)
    run("collect", arms, "--store", store)
    made = run("decide", "question", "arms to countries at war", "--store", store)
    assert made.exit_code == 0
    listed = run("positions", "--store", store, "--json")
    (line,) = [json.loads(each) for each in listed.stdout.splitlines()]
    assert line["question"]["words"] == "arms to countries at war"
    assert not line["question"]["suggested"]
    run("decide", "undo", made.stdout.split(":")[0], "--store", store)
    suggested = run("positions", "--store", store, "--json")
    assert all(json.loads(each)["question"]["suggested"] for each in suggested.stdout.splitlines())


def test_a_question_kept_of_one_actor_is_asked_of_that_one(
    run: Run, arms: Path, tmp_path: Path
) -> None:
    store = tmp_path / "s.watchword"
    run("init", store)
    run("collect", arms, "--store", store)
    run("decide", "question", "arms to countries at war", "Japan", "--store", store)
    done = run("positions", "--store", store)
    assert done.exit_code == 0
    assert "nobody says anything on these questions" in done.stderr


def test_what_nobody_speaks_of_is_told_in_words(run: Run, arms: Path) -> None:
    done = run("positions", "fishing quotas", "--from", arms)
    assert done.exit_code == 0
    assert "nobody says anything on “fishing quotas”" in done.stderr


def test_a_question_without_words_is_refused(run: Run, arms: Path) -> None:
    done = run("positions", " ", "--from", arms)
    assert done.exit_code != 0
    assert "a question needs words" in done.stderr


def test_a_list_of_suggested_questions_has_a_row_for_each_actor(run: Run, arms: Path) -> None:
    done = run("positions", "--from", arms)
    assert "send weapons to Ukraine" in done.stdout
    assert "South Korea" in done.stdout
    assert "2024-11-07" in done.stdout
