"""The brief on the shipped example holds what people who followed it wrote at the time."""

from pathlib import Path

import pytest

from watchword.brief.verify import verify
from watchword.cli.asking import inputs_of
from watchword.config import read_settings
from watchword.engines import ReadingEngine
from watchword.flow.briefing import Request, write_brief
from watchword.flow.running import gather
from watchword.ledger.briefs.wanted import find_held, read_wanted
from watchword.model.brief import Brief

EXAMPLE = Path(__file__).parents[1] / "examples" / "troops-to-russia"
NAME = "the shipped example"


@pytest.fixture(scope="module")
def brief() -> Brief:
    engine = ReadingEngine()
    inputs = inputs_of((str(EXAMPLE),), None, read_settings())
    gathered = gather(inputs, engine, lambda _stand: None, events=engine)
    return write_brief(gathered.read, gathered.unread, Request())


def test_it_holds_what_was_written_then(brief: Brief) -> None:
    held = find_held(brief, read_wanted()[NAME])
    assert [each.wanted.what for each in held if not each.pointers] == []


def test_the_newest_count_and_the_denial_are_on_the_first_screen(brief: Brief) -> None:
    first = {each.wanted.what for each in find_held(brief, read_wanted()[NAME]) if each.is_first}
    assert {"10,900, by a lawmaker from the intelligence service", "North Korea denies"} <= first


def test_every_sentence_of_it_is_borne_out(brief: Brief) -> None:
    assert verify(brief).problems == ()
