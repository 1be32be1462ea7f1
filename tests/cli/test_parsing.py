"""`watchword parse`: a block or a line for each sentence, and what could not be read."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from typer.testing import Result

from watchword.cli import parsing
from watchword.errors import MissingDataError
from watchword.model.phrase import Link, Phrase
from watchword.model.reading import Marking, Reading, Token, Trait, Word

Run = Callable[..., Result]
ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "parse-json.md"

FIELDS = [
    "report_id",
    "sentence",
    "start",
    "end",
    "tokens",
    "markings",
    "links",
    "traits",
    "made_by",
]
TOKEN_FIELDS = [
    "text",
    "start",
    "end",
    "tag",
    "word_class",
    "features",
    "lemma",
    "head",
    "relation",
    "factuality",
    "status",
]


class FakeEngine:
    """Marks the first word as a source and the last as the cue, and knows nothing else."""

    name = "fake/1"

    def read(self, sentences: Sequence[Sequence[Word]]) -> tuple[Reading, ...]:
        """Read each sentence."""
        return tuple(self._read(words) for words in sentences)

    def _read(self, words: Sequence[Word]) -> Reading:
        source = Phrase(start=0, end=1, label="source", confidence=0.875)
        cue = Phrase(start=len(words) - 1, end=len(words), label="cue", confidence=0.5)
        link = Link(kind="source", first=cue, second=source)
        return Reading(
            tokens=tuple(token_of(place, word) for place, word in enumerate(words)),
            made_by=self.name,
            markings=(
                Marking(scheme="names", phrases=()),
                Marking(scheme="attribution", phrases=(source, cue), links=(link,)),
            ),
            traits=(Trait(kind="causal", probability=0.25),),
        )


def token_of(place: int, word: Word) -> Token:
    return Token(
        text=word.text,
        start=word.start,
        end=word.end,
        tag="NN",
        lemma=word.text.lower(),
        word_class="NOUN",
        features="_",
        head=place - 1,
        relation="dep" if place else "root",
        factuality=None if place else -1.5,
        status=None if place else "planned",
    )


@pytest.fixture
def faked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command read with the fake engine."""
    monkeypatch.setattr(parsing, "engine_of", lambda _settings: FakeEngine())


def lines_of(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_help_shows_examples(run: Run) -> None:
    told = run("parse", "--help").stdout
    assert "  watchword parse " in told.partition("Examples:")[2]


@pytest.mark.usefixtures("faked")
def test_a_line_has_the_documented_fields(run: Run, reports: Path) -> None:
    records = lines_of(run("parse", reports, "--json"))
    assert len(records) == 4
    page = PAGE.read_text(encoding="utf-8")
    for record in records:
        assert list(record) == FIELDS
        assert isinstance(record["tokens"], list)
        assert all(list(token) == TOKEN_FIELDS for token in record["tokens"])
    assert [name for name in (*FIELDS, *TOKEN_FIELDS) if f"`{name}`" not in page] == []
    assert {record["made_by"] for record in records} == {"fake/1"}


@pytest.mark.usefixtures("faked")
def test_a_block_shows_the_sentence_its_words_and_what_is_marked(run: Run) -> None:
    result = run("parse", "-", given="Talks may fail.")
    assert result.exit_code == 0
    told = [" ".join(line.split()) for line in result.stdout.splitlines() if line.strip()]
    assert told[0].endswith(": Talks may fail.")
    assert told[1] == "word tag class lemma head relation"
    assert told[2:6] == [
        "0 Talks NN NOUN talks root",
        "1 may NN NOUN may 0 Talks dep",
        "2 fail NN NOUN fail 1 may dep",
        "3 . NN NOUN . 2 fail dep",
    ]
    assert told[6:] == [
        "attribution Talks (source 0.88); . (cue 0.50)",
        "source of “.”: Talks",
        "factuality Talks (-1.5 planned)",
        "traits causal 0.25",
    ]


@pytest.mark.usefixtures("faked")
@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_a_block_keeps_to_the_width_of_the_terminal(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    told = run("parse", reports).stdout
    assert max(map(len, told.splitlines())) <= int(columns)


@pytest.mark.usefixtures("faked")
def test_the_columns_of_a_table_are_named_by_a_mapping(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text("nr,body\n7,Moscow denied it.\n", encoding="utf-8")
    (record,) = lines_of(run("parse", file, "--json", "--map", "id=nr,text=body"))
    assert record["report_id"] == "7"


@pytest.mark.usefixtures("faked")
def test_what_could_not_be_read_is_told_beside_the_sentences(
    run: Run, reports: Path, broken: Path
) -> None:
    result = run("parse", reports, broken, "--json")
    assert len(lines_of(result)) == 4
    assert result.stderr.splitlines()[0] == "2 reports read, 4 sentences parsed"
    assert "cut.pdf" in result.stderr


@pytest.mark.usefixtures("faked")
def test_a_run_that_read_nothing_ends_with_three(run: Run, broken: Path) -> None:
    result = run("parse", broken)
    assert result.exit_code == 3
    assert "nothing could be read" in result.stderr


@pytest.mark.usefixtures("faked")
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_report_cannot_steer_the_terminal(run: Run, form: list[str]) -> None:
    given = "\x1b[2J\u202eMoscow\u202c denied that 500 troops had \u2066crossed\u2069 \x07it."
    result = run("parse", "-", *form, given=given)
    assert result.exit_code == 0
    shown = result.stdout if not form else ""
    assert not set("\x1b\u202e\u2066\x07") & set(shown)
    assert "\x1b" not in result.output


def test_a_model_that_is_not_there_ends_the_command_with_one_line(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_given: object) -> tuple[Reading, ...]:
        raise MissingDataError("no model", key="reader.onnx", mend="install it")

    monkeypatch.setattr(parsing, "engine_of", lambda _settings: FakeEngine())
    monkeypatch.setattr(FakeEngine, "read", missing)
    result = run("parse", reports)
    assert result.exit_code == 3
    assert result.stderr == "watchword: reader.onnx: no model (install it)\n"


def test_the_carried_model_parses_the_reports(run: Run, reports: Path) -> None:
    records = lines_of(run("parse", reports, "--json"))
    assert len(records) == 4
    for record in records:
        assert isinstance(record["tokens"], list)
        assert [token["head"] for token in record["tokens"]].count(-1) == 1
    assert run("parse", reports).exit_code == 0
