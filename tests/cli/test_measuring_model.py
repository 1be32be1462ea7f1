"""`watchword ledger model`: scores from composed data, floors that fail, models not there."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import Result

from watchword.cli import measuring_model
from watchword.ledger.held_out_floors import HeldOutFloors, SetFloors
from watchword.ledger.model.bench import Measured
from watchword.ledger.model.floors import FLOORS
from watchword.ledger.model.held_out import UNER
from watchword.model.phrase import Phrase
from watchword.model.reading import EventReading, MarkedPair, Marking, Reading, Token, Word

Run = Callable[..., Result]

NAMES = "# newdoc id = d1\n# sent_id = s1\n# text = Oslo slept\n1\tOslo\tB-LOC\n2\tslept\tO\n\n"


class NamingEngine:
    """Takes every word in capitals for a place."""

    name = "naming/1"

    def read(self, sentences: Sequence[Sequence[Word]]) -> tuple[Reading, ...]:
        """Mark the words in capitals."""
        return tuple(self._read_one(words) for words in sentences)

    def read_events(
        self, sentences: Sequence[Sequence[Word]], pairs: Sequence[MarkedPair]
    ) -> tuple[EventReading, ...]:
        """Nothing passes between anybody."""
        assert not sentences
        assert not pairs
        return ()

    def _read_one(self, words: Sequence[Word]) -> Reading:
        phrases = tuple(
            Phrase(start=at, end=at + 1, label="location")
            for at, word in enumerate(words)
            if word.text.istitle()
        )
        tokens = tuple(
            Token(text=word.text, start=word.start, end=word.end, tag="", lemma="")
            for word in words
        )
        markings = (Marking(scheme="names", phrases=phrases),)
        return Reading(tokens=tokens, made_by=self.name, markings=markings)


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one held-out set, and an engine that reads it."""
    folder = tmp_path / "data"
    file = folder / UNER.files[0]
    file.parent.mkdir(parents=True)
    file.write_text(NAMES, encoding="utf-8")
    monkeypatch.setenv("WATCHWORD_DATA", str(folder))
    monkeypatch.setattr(
        measuring_model, "open_model", lambda folder: Measured(engine=NamingEngine(), folder=folder)
    )
    return folder


def with_floor(monkeypatch: pytest.MonkeyPatch, held: Path, *, digest: str = "") -> None:
    kept = SetFloors(digest=digest or UNER.digest(held), by_metric={"F1": 1.0})
    floors = HeldOutFloors(groups={("names", UNER.name): kept})
    monkeypatch.setattr(measuring_model, "read_floors", lambda _: floors)


def test_the_chosen_heads_are_scored(run: Run, held: Path) -> None:
    result = run("ledger", "model", "--only", "names", "--json")
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    assert told["model"] == "naming/1"
    (row,) = told["measurements"]
    assert (row["value"], row["counts"]["labelled"]) == (1.0, 1)
    assert row["digest"] == UNER.digest(held)


def test_another_model_is_shown_beside(run: Run, held: Path) -> None:
    result = run("ledger", "model", "--only", "names", "--beside", held)
    assert result.exit_code == 0, result.stderr
    assert "beside" in result.stdout
    assert "Scores of naming/1 on held-out data" in result.stdout


def test_a_score_under_its_floor_ends_with_1(
    run: Run, held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (held / UNER.files[0]).write_text(NAMES.replace("O\n\n", "B-PER\n\n"), encoding="utf-8")
    with_floor(monkeypatch, held)
    result = run("ledger", "model", "--only", "names")
    assert result.exit_code == 1
    assert "Floors: SUNK" in result.stdout


def test_a_floor_of_other_data_is_told_and_ends_with_0(
    run: Run, held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_floor(monkeypatch, held, digest="other")
    result = run("ledger", "model", "--only", "names")
    assert result.exit_code == 0
    assert "names, UNER EWT test: not checked" in result.stdout


def test_an_update_writes_the_floors(
    run: Run, held: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert held.is_dir()
    floors = tmp_path / "floors.toml"
    floors.write_text("", encoding="utf-8")
    monkeypatch.setattr(measuring_model, "FLOORS", replace(FLOORS, path=floors))
    result = run("ledger", "model", "--only", "names", "--update")
    assert result.exit_code == 0, result.stderr
    assert '"F1" = 1' in floors.read_text(encoding="utf-8")
    assert "floors written" in result.stderr


def test_a_set_that_is_not_there_is_named_with_what_to_do(run: Run, held: Path) -> None:
    assert held.is_dir()
    result = run("ledger", "model", "--only", "names,trees")
    assert result.exit_code == 3
    assert "treebanks/ewt/test.conllu (UD English-EWT" in result.stderr
    assert "set WATCHWORD_DATA" in result.stderr


def test_a_model_that_is_not_there_is_named_with_what_to_do(run: Run, tmp_path: Path) -> None:
    result = run("ledger", "model", "--only", "names", "--beside", tmp_path)
    assert result.exit_code == 3
    assert "train and export one" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("model", "reports/"),
        ("model", "--reason", "why not"),
        ("model", "--show", "3"),
        ("model", "--only", "tree"),
        ("claims", "--only", "trees"),
        ("mutations", "--beside", "runs"),
    ],
)
def test_words_that_do_not_go_together_are_wrong_use(run: Run, words: tuple[str, ...]) -> None:
    assert run("ledger", *words).exit_code == 2
