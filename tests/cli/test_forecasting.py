"""`watchword forecasts`: asked, said, resolved and scored from a terminal."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.cli.conftest import Run

FAR = (datetime.now(UTC) + timedelta(days=400)).date().isoformat()


@pytest.fixture
def store(run: Run, tmp_path: Path) -> Path:
    """An empty record."""
    place = tmp_path / "s.watchword"
    assert run("init", place).exit_code == 0
    return place


def asked(run: Run, store: Path, words: str, *options: str) -> str:
    done = run("forecasts", "ask", words, "--closes", FAR, *options, "--store", store)
    assert done.exit_code == 0, done.stderr
    return str(done.stdout).partition(":")[0]


def listed(run: Run, store: Path) -> list[dict[str, object]]:
    done = run("forecasts", "--json", "--store", store)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("options", "likely", "held"),
    [
        ([], "35%", {"yes": 0.35, "no": 0.65}),
        ([], "very likely", {"yes": 0.875, "no": 0.125}),
        (["--options", "Seoul,Tokyo"], "Seoul=0.2,Tokyo=0.8", {"Seoul": 0.2, "Tokyo": 0.8}),
    ],
)
def test_what_is_held_likely_is_kept_as_said(
    run: Run, store: Path, options: list[str], likely: str, held: dict[str, float]
) -> None:
    key = asked(run, store, "Who answers first?", *options)
    assert run("forecasts", "say", key[:6], likely, "--store", store).exit_code == 0
    (kept,) = listed(run, store)
    (said,) = kept["predictions"]  # type: ignore[misc]
    assert said["probabilities"] == pytest.approx(held)


def test_a_number_and_a_date_are_said_by_quantiles(run: Run, store: Path) -> None:
    many = asked(run, store, "How many troops?", "--number", "troops")
    when = asked(run, store, "When is the summit?", "--date")
    said = "10%:8000,50%:11000,90%:15000"
    assert run("forecasts", "say", many, said, "--store", store).exit_code == 0
    assert run("forecasts", "say", when, "50%:2027-03-01", "--store", store).exit_code == 0
    shown = run("forecasts", "show", many, "--store", store).stdout
    assert "10%: 8,000 troops, 50%: 11,000 troops, 90%: 15,000 troops" in shown
    assert "50%: 2027-03-01" in run("forecasts", "show", when, "--store", store).stdout


@pytest.mark.parametrize(
    ("options", "likely", "wrong"),
    [
        ([], "maybe", "is no probability"),
        ([], "1.7", "no probabilities of its answers"),
        (["--options", "a,b"], "a=0.2,b=0.2", "sum to 0.4"),
        (["--options", "a,b"], "c=1", "is no answer to it"),
        (["--number", "troops"], "50%:10,10%:20", "are no quantiles"),
        (["--number", "troops"], "50%:many", "is no number"),
        (["--date"], "50%:soon", "is no date"),
    ],
)
def test_what_is_no_prediction_is_refused_in_words(
    run: Run, store: Path, options: list[str], likely: str, wrong: str
) -> None:
    key = asked(run, store, "What comes?", *options)
    done = run("forecasts", "say", key, likely, "--store", store)
    assert done.exit_code != 0
    assert wrong in done.stderr
    assert listed(run, store)[0]["predictions"] == []


def test_an_answered_question_takes_no_further_prediction(run: Run, store: Path) -> None:
    key = asked(run, store, "Will it rain?")
    assert run("forecasts", "resolve", key, "maybe", "--store", store).exit_code != 0
    assert run("forecasts", "resolve", key, "NO", "--why", "dry", "--store", store).exit_code == 0
    late = run("forecasts", "say", key, "0.1", "--store", store)
    assert "has its answer" in late.stderr
    assert "no: dry" in run("forecasts", "show", key, "--store", store).stdout


def test_an_answer_is_shown_by_claims_that_are_there(run: Run, store: Path, reports: Path) -> None:
    assert run("collect", reports, "--store", store).exit_code == 0
    found = run("search", "troops", "--json", "--store", store).stdout.splitlines()
    claim = json.loads(found[0])["claim"]
    key = asked(run, store, "Will it be denied?")
    unknown = run("forecasts", "resolve", key, "yes", "--claim", "nothing", "--store", store)
    assert "no such claim" in unknown.stderr
    assert (
        run("forecasts", "resolve", key, "yes", "--claim", claim, "--store", store).exit_code == 0
    )
    assert listed(run, store)[0]["resolution"]["claims"] == [claim]  # type: ignore[index]


def test_nothing_is_scored_before_its_close(run: Run, store: Path) -> None:
    key = asked(run, store, "Will it rain?")
    run("forecasts", "say", key, "0.9", "--store", store)
    run("forecasts", "resolve", key, "yes", "--store", store)
    done = run("forecasts", "score", "--store", store)
    assert done.stdout == ""
    assert "nothing is scored" in done.stderr


def test_a_question_of_two_sorts_is_refused(run: Run, store: Path) -> None:
    done = run(
        "forecasts", "ask", "When?", "--closes", FAR, "--date", "--number", "x", "--store", store
    )
    assert "one sort of answer" in done.stderr
    past = run("forecasts", "ask", "Did it?", "--closes", "2020-01-01", "--store", store)
    assert "closes before it opens" in past.stderr


def test_where_nothing_is_scored_no_picture_is_written_and_it_is_said(
    run: Run, store: Path, tmp_path: Path
) -> None:
    plot = tmp_path / "calibration.svg"
    done = run("forecasts", "score", "--plot", plot, "--store", store)
    assert done.exit_code == 0
    assert "was not written" in done.stderr
    assert not plot.exists()


def test_a_base_rate_is_counted_and_said_of_the_question(
    run: Run, store: Path, reports: Path
) -> None:
    assert run("collect", reports, "--store", store).exit_code == 0
    key = asked(run, store, "Will North Korean troops be sent to Russia by 2027?")
    words = ("forecasts", "base-rate", key, "--window", "1d", "--store", store)
    counted = json.loads(run(*words, "--json").stdout)
    assert counted["like"] == "“North Korean troops be sent to Russia”"
    assert counted["stretches"] == 2
    assert counted["silent"] == 1
    assert counted["happened"] == 1
    assert [bool(each["claims"]) for each in counted["counted"]] == [True, False]
    assert run(*words, "--say").exit_code == 0
    (said,) = listed(run, store)[0]["predictions"]  # type: ignore[misc]
    assert said["by"] == "watchword.base-rates/1"
    assert said["probabilities"]["yes"] == pytest.approx(counted["rate"])


def test_what_counts_as_the_like_can_be_told_outright(run: Run, store: Path, reports: Path) -> None:
    assert run("collect", reports, "--store", store).exit_code == 0
    words = ("forecasts", "base-rate", "--like", "a volcano erupts", "--store", store)
    assert "how long a stretch is" in run(*words).stderr
    done = run(*words, "--window", "1d")
    assert "told in 0 of 2 stretches of 1 day" in done.stdout
    assert "left out, since no report was published in them: 1" in done.stdout
    assert "holds no 400 days" in run(*words, "--window", "400d").stderr
    assert "nothing says what is counted" in run("forecasts", "base-rate", "--store", store).stderr
    said = run(*words, "--window", "1d", "--say")
    assert "said of a yes-or-no question" in said.stderr


def test_an_answered_question_is_looked_back_at(run: Run, store: Path, reports: Path) -> None:
    key = asked(run, store, "Will North Korean troops be sent to Russia by 2027?")
    assert "no answer yet" in run("forecasts", "review", key, "--store", store).stderr
    run("forecasts", "say", key, "30%", "--why", "nobody says so", "--store", store)
    assert run("collect", reports, "--store", store).exit_code == 0
    run("forecasts", "say", key, "80%", "--store", store)
    run("forecasts", "resolve", key, "yes", "--store", store)
    noted = run("forecasts", "review", key, "--note", "we waited too long", "--store", store)
    assert noted.exit_code == 0
    shown = run("forecasts", "review", key, "--store", store).stdout
    assert "+50 points towards what came" in shown
    assert "we waited too long" in shown
    told = json.loads(run("forecasts", "review", key, "--json", "--store", store).stdout)
    (forecaster,) = told["forecasters"]
    first, second = forecaster["steps"]
    assert first["learnt"] == []
    assert {each["kind"] for each in second["learnt"]} >= {"claim", "denial"}
    assert all(each["claims"] for each in second["learnt"])
    assert told["unheeded"] == []
