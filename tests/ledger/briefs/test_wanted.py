"""What is wanted of a brief is found in its sentences, by words, firmness and source."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.document import each_sentence
from watchword.errors import MissingDataError
from watchword.ledger.briefs.tasks import TASKS, each_report
from watchword.ledger.briefs.wanted import Wanted, find_held, read_wanted
from watchword.model.brief import Brief
from watchword.model.claim import Modality

sys.path.insert(0, str(Path(__file__).parents[2] / "brief" / "situations"))
situations = import_module("situation_files")


@pytest.fixture(scope="module")
def brief() -> Brief:
    made: Brief = situations.brief_on("sahel-convoy")
    return made


def test_what_a_sentence_tells_is_held_where_it_stands(brief: Brief) -> None:
    pointer, sentence = next(each for each in each_sentence(brief) if "judgments" in each[0])
    first = sentence.text.split()[0]
    (held,) = find_held(brief, [Wanted(what="it", words=(first,), first=True)])
    assert pointer in held.pointers
    assert held.is_first


def test_words_in_two_sentences_are_not_held(brief: Brief) -> None:
    one, other = (sentence.text for _, sentence in list(each_sentence(brief))[1:3])
    wanted = Wanted(what="both", words=(one[:40], other[-40:-1]))
    (held,) = find_held(brief, [wanted])
    assert held.pointers == ()


def test_how_firmly_and_by_whom_have_to_fit(brief: Brief) -> None:
    anything = Wanted(what="anything", words=("a",))
    by_nobody = Wanted(what="anything", words=("a",), source="^nobody of this name$")
    (held, none) = find_held(brief, [anything, by_nobody])
    assert held.pointers
    assert none.pointers == ()
    moods = {claim.modality for claim in brief.claims}
    absent = next(each for each in Modality if each not in moods)
    (unheld,) = find_held(brief, [Wanted(what="x", words=("a",), modalities=(absent,))])
    assert unheld.pointers == ()


def test_each_situation_has_what_is_wanted_of_it_in_patterns_that_can_be_read() -> None:
    wanted = read_wanted()
    assert {task.held.name for task in TASKS} < wanted.keys()
    for entries in wanted.values():
        assert len(entries) >= 15
        assert any(each.first for each in entries)


def test_reports_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingDataError, match=r"claims/reports\.jsonl"):
        list(each_report("troops to Russia", tmp_path))
