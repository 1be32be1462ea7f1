"""`watchword tracks` lists who said how many, and prints or draws one track in full."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

FIRST = """title: Kursk
outlet: Harbour Post
date: 2024-10-31

As many as 8,000 North Korean soldiers are now in Russia's Kursk region, Antony Blinken said on
Thursday.
"""
SECOND = """title: Kursk, again
outlet: Gulf Post
date: 2024-11-20

Some 10,900 North Korean soldiers are now stationed in Russia's Kursk region, a lawmaker in Seoul
said on Wednesday, citing the National Intelligence Service.
"""


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A folder of two reports that count the same."""
    folder = tmp_path / "told"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


def test_the_list_tells_the_range_and_the_newest(run: Run, told: Path) -> None:
    done = run("tracks", "--from", told)
    assert done.exit_code == 0
    words = " ".join(done.stdout.split())
    assert "8,000 to 10,900" in words
    assert "Some 10,900" in words
    assert "1 track as of 2024-11-20" in done.stderr


def test_a_track_in_full_leads_to_its_claims(run: Run, told: Path) -> None:
    done = run("tracks", "kursk", "--from", told)
    assert done.exit_code == 0
    assert "lawmaker in Seoul < National Intelligence Service (Gulf Post)" in done.stdout
    assert "stands today: 8,000 to 10,900" in done.stdout


def test_a_track_as_json_carries_chain_qualifier_and_spans(run: Run, told: Path) -> None:
    done = run("tracks", "--from", told, "--json")
    (track,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert track["title"] == "North Korean soldiers in Kursk region"
    assert track["what"]["where"] == "Kursk region"
    assert track["range"] == {"low": 8000, "high": 10900, "open_above": False}
    first, second = track["points"]
    assert first["figure"]["approx"] == "up_to"
    assert second["source_chain"] == ["lawmaker in Seoul", "National Intelligence Service"]
    assert second["spans"]["figure"]["quote"] == "Some 10,900"
    assert [second["outlet"], second["standing"], second["outlier"]] == [
        "Gulf Post",
        "stands",
        None,
    ]


def test_as_of_an_earlier_day_later_figures_are_not_there(run: Run, told: Path) -> None:
    done = run("tracks", "--from", told, "--as-of", "2024-11-01", "--least", "1", "--json")
    (track,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert [point["outlet"] for point in track["points"]] == ["Harbour Post"]


def test_a_track_is_drawn_as_svg_and_as_png(run: Run, told: Path, tmp_path: Path) -> None:
    pytest.importorskip("vl_convert")
    svg, png = tmp_path / "k.svg", tmp_path / "k.png"
    assert run("tracks", "kursk", "--from", told, "--plot", svg).exit_code == 0
    assert "10,900" in svg.read_text(encoding="utf-8")
    assert run("tracks", "kursk", "--from", told, "--plot", png).exit_code == 0
    assert png.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "told_why"),
    [
        (("nothing-of-this-name",), "no track bears this name"),
        (("kursk", "--plot", "k.gif"), "its suffix tells no picture"),
        (("--plot", "k.svg"), "a plot is of one track"),
    ],
)
def test_what_cannot_be_shown_is_said(
    run: Run, told: Path, words: tuple[str, ...], told_why: str
) -> None:
    done = run("tracks", *words, "--from", told)
    assert done.exit_code != 0
    assert told_why in done.stderr


def test_no_track_is_said_in_words(run: Run, told: Path) -> None:
    done = run("tracks", "--from", told, "--least", "3")
    assert done.exit_code == 0
    assert "No figure is given twice." in done.stdout
