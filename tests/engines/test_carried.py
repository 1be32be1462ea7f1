"""The fast reader answers everything that the full one does, and is known by its name."""

import pytest

from watchword.engines import Carried, ReadingEngine
from watchword.engines.carried import place_of
from watchword.engines.questions import pair_window
from watchword.engines.sessions import FILES, NEEDED, open_sides, tells_events
from watchword.engines.sides import KeptSides, tell_pairs
from watchword.errors import RefusedError
from watchword.ledger.model.footprint import made_words
from watchword.model.reading import MarkedPair

TEXTS = (
    "Russia attacked Ukraine with 40 drones on Monday .",
    "The spokesman of the ministry said that Iran had told the United Nations of the strike .",
    "Poland and Germany signed an agreement .",
)
SENTENCES = [made_words(text.split()) for text in TEXTS]
PAIRS = [
    MarkedPair(sentence=0, source=(0, 1), target=(2, 3)),
    MarkedPair(sentence=0, source=(2, 3), target=(0, 1)),
    MarkedPair(sentence=1, source=(7, 8), target=(10, 13)),
    MarkedPair(sentence=2, source=(0, 1), target=(2, 3)),
    MarkedPair(sentence=2, source=(0, 1), target=(0, 0)),
]


@pytest.fixture(scope="module")
def fast() -> ReadingEngine:
    return ReadingEngine(Carried.FAST, threads=1)


@pytest.mark.parametrize("model", list(Carried))
def test_a_carried_model_has_its_files(model: Carried) -> None:
    there = {name for name in FILES if (place_of(model) / name).is_file()}
    assert there >= set(NEEDED)
    assert tells_events(place_of(model)) is (model is Carried.FAST)


def test_models_are_told_apart_and_have_the_same_labels(fast: ReadingEngine) -> None:
    full = ReadingEngine(threads=1)
    assert (full.carried, fast.carried) == (Carried.FULL, Carried.FAST)
    assert full.name != fast.name
    assert full.inventory.schemes == fast.inventory.schemes
    assert full.inventory.roots == fast.inventory.roots


def test_the_fast_reader_reads_every_word_and_marks_who_said_it(fast: ReadingEngine) -> None:
    readings = fast.read(SENTENCES)
    assert [len(each.tokens) for each in readings] == [len(each) for each in SENTENCES]
    assert all(each.made_by == fast.name for each in readings)
    labels = {each.label for each in readings[1].phrases("attribution")}
    assert {"cue", "content"} <= labels


def test_an_event_is_the_same_whether_its_sentence_was_read_before() -> None:
    alone = ReadingEngine(Carried.FAST, threads=1).read_events(SENTENCES, PAIRS)
    engine = ReadingEngine(Carried.FAST, threads=2)
    engine.read(SENTENCES)
    assert engine.read_events(SENTENCES, PAIRS) == alone
    assert engine.read_events(SENTENCES[:1], PAIRS[:1]) == alone[:1]
    assert alone[0].root == "ASSAULT"
    assert alone[0] != alone[1]


def test_a_pair_is_told_when_nothing_has_room_to_be_kept(fast: ReadingEngine) -> None:
    kept = KeptSides(room=0)
    windows = [pair_window(0, TEXTS[0].split(), [1, 0, 2, 0, 0, 0, 0, 0, 0])]
    session = open_sides(place_of(Carried.FAST), fast.inventory)
    ((window, roots, quads),) = tell_pairs(windows, kept, session, fast.answer)
    assert kept.find(window) is None
    assert float(roots.sum()) == pytest.approx(1.0, abs=1e-3)
    assert float(quads.sum()) == pytest.approx(1.0, abs=1e-3)


def test_a_pair_of_words_that_are_not_there_is_refused(fast: ReadingEngine) -> None:
    with pytest.raises(RefusedError, match="does not have"):
        fast.read_events(SENTENCES, [MarkedPair(sentence=0, source=(0, 1), target=(2, 99))])
