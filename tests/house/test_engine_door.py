"""One door to what reads sentences: the same reading in any company, a name on every finding."""

import re
from pathlib import Path

import pytest

from watchword.collect import Limits, collect
from watchword.engines import Engine, ReadingEngine, TaggingEngine
from watchword.flow.reading import read_report
from watchword.model.report import Report
from watchword.text.words import find_words

SENTENCES = ("The ministry denied it.", "About 40 ships left Odesa.", "Talks may fail.")
CASE = Path(__file__).with_name("cases") / "chain-of-two.txt"


@pytest.fixture(scope="module", params=[TaggingEngine, ReadingEngine])
def engine(request: pytest.FixtureRequest) -> Engine:
    made: Engine = request.param()
    return made


def test_an_engine_says_its_name_and_version(engine: Engine) -> None:
    assert re.fullmatch(r"[a-z-]+/[0-9.]+", engine.name)


def test_a_sentence_reads_the_same_alone_and_beside_others(engine: Engine) -> None:
    cut = [find_words(sentence, 0, len(sentence)) for sentence in SENTENCES]
    together = engine.read(cut)
    alone = [engine.read([words])[0] for words in cut]
    assert list(together) == alone


def test_no_sentences_give_no_readings(engine: Engine) -> None:
    assert engine.read([]) == ()


def test_every_claim_names_the_engine_that_read_it(engine: Engine) -> None:
    (report,) = collect([str(CASE)], limits=Limits())
    assert isinstance(report, Report)
    claims = read_report(report, engine).extraction.claims
    assert claims
    assert [claim.made_by for claim in claims if engine.name not in claim.made_by] == []
