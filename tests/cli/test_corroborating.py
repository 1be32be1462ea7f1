"""The views of who agrees, what is contested, what hardens, and how reliable sources are."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

TOLD = """outlet: Strait Wire
date: {day}

{text}
"""


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Four reports: a claim, a firmer retelling of it, another figure, and a denial."""
    folder = tmp_path / "told"
    folder.mkdir()
    texts = {
        "2024-10-23": "North Korea may have sent 3,000 troops to Russia, the Pentagon said.",
        "2024-10-24": "North Korea has sent 3,000 troops to Russia, the Pentagon said.",
        "2024-10-25": "North Korea has sent 1,500 troops to Russia, South Korea's National"
        " Intelligence Service said.",
        "2024-10-26": "North Korea denied that it has sent troops to Russia.",
    }
    for day, text in texts.items():
        (folder / f"{day}.txt").write_text(TOLD.format(day=day, text=text), encoding="utf-8")
    return folder


def lines(run: Run, *words: object) -> list[dict]:
    done = run(*words, "--json")
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_contradictions_stand_side_by_side_with_their_claims(run: Run, told: Path) -> None:
    found = lines(run, "contradictions", "--from", told)
    kinds = {each["kind"] for each in found}
    assert kinds == {"denies", "other figure"}
    for each in found:
        assert len(each["accounts"]) >= 2
        for account in each["accounts"]:
            assert all(claim["spans"]["content"]["sha256"] for claim in account["claims"])
    printed = run("contradictions", "--from", told).stdout
    assert "not so: “it has sent troops to Russia”" in printed


def test_a_claim_is_shown_with_who_agrees_and_how_it_is_told_again(run: Run, told: Path) -> None:
    (drift,) = lines(run, "drift", "--from", told)
    assert drift["way"] == "hardened"
    key = drift["later"]["claim_id"]
    (found,) = lines(run, "claim", key[:10], "--from", told)
    assert found["claim"]["claim_id"] == key
    assert {side["bearing"] for side in found["sides"]} == {"supports", "denies", "other figure"}
    assert found["drift"] == [drift]
    printed = run("claim", key, "--from", told).stdout
    assert "another figure:\n  National Intelligence Service; 1,500" in printed
    assert "hardened (same source)" in printed


def test_a_claim_that_is_not_there_is_said_so(run: Run, told: Path) -> None:
    done = run("claim", "nothing", "--from", told)
    assert done.exit_code != 0
    assert "there is no such claim" in done.stderr


def test_nothing_found_is_said_in_words(run: Run, told: Path) -> None:
    done = run("drift", "--from", told / "2024-10-23.txt")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "no statement is told otherwise than at first" in done.stderr


def test_what_came_later_is_not_at_odds_yet(run: Run, told: Path) -> None:
    found = lines(run, "contradictions", "--from", told, "--as-of", "2024-10-24")
    assert found == []


def test_a_persons_grade_is_shown_beside_the_records(run: Run, told: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.watchword"
    assert run("init", store).exit_code == 0
    assert run("collect", told, "--store", store).exit_code == 0
    assert run("decide", "grade", "Pentagon", "B", "--store", store).exit_code == 0
    (found,) = lines(run, "sources", "Pentagon", "--store", store)
    assert (found["grade"], found["given"], found["earned"]) == ("B", "B", "F")
    assert found["claim_ids"]
    assert "Pentagon: B" in run("sources", "pentagon", "--store", store).stdout
    everybody = lines(run, "sources", "--store", store)
    assert {each["source"] for each in everybody} >= {"Pentagon", "Strait Wire"}
    several = run("sources", "n", "--store", store)
    assert "several sources are called so" in several.stderr


def test_the_same_reports_give_the_same_bytes(run: Run, told: Path) -> None:
    for words in (("contradictions",), ("drift",), ("sources",)):
        once, twice = (run(*words, "--from", told, "--json").stdout for _ in range(2))
        assert once == twice != ""
