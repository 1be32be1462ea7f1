"""The carried model reads whatever it is given, the same in any company."""

import re
import shutil
import socket
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchword.engines.decoding import JOINED
from watchword.engines.reader import ReadingEngine
from watchword.errors import MissingDataError, RefusedError
from watchword.model.phrase import Phrase
from watchword.model.reading import MarkedPair, Reading, Word
from watchword.text.words import find_words

DATA = Path(__file__).resolve().parents[2] / "src" / "watchword" / "engines" / "data"

SCHEMES = [
    "attribution",
    "causal",
    "conditional",
    "domain",
    "intelligence",
    "mentions",
    "names",
]
SENTENCES = (
    "The ministry denied it.",
    "About 40 ships left Odesa, the port's operator said on Friday.",
    "Talks may fail.",
    "!",
    "If the troops gain combat experience, they could become a greater threat, he warned.",
    "KYIV SAYS 3,000 NORTH KOREAN TROOPS ARE IN KURSK.",
    "Moscow will not send 500 tanks because the bridge was destroyed.",
)
HOSTILE = {
    "nothing": "",
    "white space": " \t\n\u2003",
    "one mark": ".",
    "marks": "?!" * 200,
    "a word of a thousand letters": "x" * 1_000,
    "an address without end": "https://example.org/" + "a-b/" * 2_000,
    "control signs": "\x00\x01\x07\x1b[2J\x7f",
    "lone surrogates": "\ud800 said \udfff",
    "right to left": "\u0634\u0646 \u0627\u0644\u062c\u064a\u0634 \u05de\u05ea\u05e7\u05e4\u05d4",
    "turned about": "\u202eMoscow\u202c denied \u2066it\u2069.",
    "emoji": "\U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f0\U0001f1f7!",
    "heaped accents": "Z" + "\u0301" * 500 + "algo left.",
    "ideographs": "\u5317\u671d\u9bae\u8ecd\u304c\u6d3e\u9063\u3055\u308c\u305f\u3002" * 40,
    "names of pieces": "[CLS] [SEP] [PAD] [UNK] ##ing",
}


@cache
def engine(threads: int = 1) -> ReadingEngine:
    """Give the shipped model, opened once."""
    return ReadingEngine(threads=threads, room=0)


def cut(texts: Sequence[str]) -> list[tuple[Word, ...]]:
    return [find_words(text) for text in texts]


def faults_in(reading: Reading, words: Sequence[Word]) -> list[str]:
    """Say what is unsound about a reading."""
    tokens, size = reading.tokens, len(words)
    found = [
        f"{marking.scheme}: {phrase}"
        for marking in reading.markings
        for phrase in marking.phrases
        if not 0 <= phrase.start < phrase.end <= size or not 0.5 <= phrase.confidence <= 1
    ]
    found += [
        f"{marking.scheme}: {phrase} crosses another"
        for marking in reading.markings
        for phrase in crossing(marking.phrases)
    ]
    found += [
        f"{marking.scheme}: {link}"
        for marking in reading.markings
        for link in marking.links
        if link.first not in marking.phrases or link.second not in marking.phrases
    ]
    if [(each.text, each.start, each.end) for each in tokens] != [
        (word.text, word.start, word.end) for word in words
    ]:
        found.append("its tokens are not the words")
    if not is_tree([-2 if token.head is None else token.head for token in tokens]):
        found.append("its heads are no tree")
    return found


def crossing(phrases: Sequence[Phrase]) -> list[Phrase]:
    """Find phrases that end beyond one in which they begin."""
    found, around = [], [10**9]
    for phrase in sorted(phrases, key=lambda phrase: (phrase.start, -phrase.end)):
        while around[-1] <= phrase.start:
            around.pop()
        if phrase.end > around[-1]:
            found.append(phrase)
        around.append(phrase.end)
    return found


def is_tree(heads: Sequence[int]) -> bool:
    """Walk up from every word; a sentence without words needs no root."""
    for start in range(len(heads)):
        node, steps = start, 0
        while node >= 0 and steps <= len(heads):
            node, steps = heads[node], steps + 1
        if node != -1:
            return False
    return heads.count(-1) == (1 if heads else 0)


def test_the_model_says_its_name_and_version() -> None:
    assert re.fullmatch(r"[a-z-]+/[0-9.]+", engine().name)
    assert {reading.made_by for reading in engine().read(cut(SENTENCES))} == {engine().name}


def test_every_field_of_a_reading_was_looked_for() -> None:
    for reading in engine().read(cut(SENTENCES)):
        assert sorted(marking.scheme for marking in reading.markings) == SCHEMES
        assert [each.kind for each in reading.traits] == ["causal", "counterfactual"]
        assert all(0 <= each.probability <= 1 for each in reading.traits)
        for token in reading.tokens:
            assert token.tag
            assert token.lemma
            assert token.word_class
            assert token.features
            assert token.relation
            rated = token.word_class == "VERB" or token.head == -1
            assert (token.factuality is not None) == (token.status is not None) == rated
            assert token.factuality is None or -3 <= token.factuality <= 3
            assert token.status in {None, "done", "planned", "considered"}


def test_a_meaning_is_a_direction_of_length_one() -> None:
    for reading in engine().read(cut(SENTENCES)):
        assert reading.embedding is not None
        meaning = np.frombuffer(reading.embedding, dtype="<f2").astype(np.float64)
        assert meaning.shape == (384,)
        assert np.linalg.norm(meaning) == pytest.approx(1, abs=2e-3)


def test_no_sentences_give_no_readings_and_no_words_give_an_empty_one() -> None:
    assert engine().read([]) == ()
    assert engine().read([(), ()]) == (Reading(tokens=(), made_by=engine().name),) * 2


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_sentence_is_read_soundly(text: str) -> None:
    words = find_words(text)
    (reading,) = engine().read([words])
    assert faults_in(reading, words) == []


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(), max_size=80))
def test_any_text_is_read_soundly(text: str) -> None:
    words = find_words(text)
    (reading,) = engine().read([words])
    assert faults_in(reading, words) == []


@settings(deadline=None, max_examples=20)
@given(st.lists(st.text(st.characters(), max_size=20), max_size=12))
def test_any_words_are_read_soundly_even_those_of_white_space(texts: list[str]) -> None:
    words = [
        Word(text=text, start=100 * place, end=100 * place + len(text))
        for place, text in enumerate(texts)
    ]
    (reading,) = engine().read([words])
    assert faults_in(reading, words) == []


def test_a_sentence_reads_the_same_alone_in_a_batch_and_on_two_threads() -> None:
    sentences = cut([*SENTENCES, *HOSTILE.values(), "The army left Kursk, he said, and " * 50])
    alone = tuple(engine().read([words])[0] for words in sentences)
    assert engine().read(sentences) == alone
    assert engine(2).read(sentences) == alone
    assert engine(2).read(sentences[::-1]) == alone[::-1]
    assert engine().read(sentences[:7] * 9) == alone[:7] * 9


@settings(deadline=None, max_examples=10)
@given(st.lists(st.sampled_from(SENTENCES) | st.text(max_size=60), min_size=1, max_size=9))
def test_any_company_leaves_a_reading_as_it_is(texts: list[str]) -> None:
    sentences = cut(texts)
    alone = tuple(engine().read([words])[0] for words in sentences)
    assert engine(2).read(sentences) == alone


def test_threads_may_share_an_engine_that_is_not_open_yet() -> None:
    shared = ReadingEngine(threads=2, room=0)
    sentences = cut(SENTENCES)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(shared.read, [sentences] * 8))
    assert found == [engine().read(sentences)] * 8


def test_a_sentence_longer_than_a_window_is_one_tree() -> None:
    words = find_words("The army left Kursk, he said, and " * 334)
    (reading,) = engine(2).read([words])
    assert len(reading.tokens) == len(words) > 3_000
    assert faults_in(reading, words) == []
    root = [token.head for token in reading.tokens].index(-1)
    later = [token for token in reading.tokens if token.relation == JOINED and token.head == root]
    assert len(later) >= len(words) // 254


def test_an_event_has_a_root_type_and_a_quad_class() -> None:
    sentences = cut(SENTENCES)
    pairs = [
        MarkedPair(sentence=6, source=(0, 1), target=(7, 9)),
        MarkedPair(sentence=0, source=(0, 2), target=(3, 4)),
        MarkedPair(sentence=6, source=(7, 9), target=(0, 1)),
    ]
    found = engine().read_events(sentences, pairs)
    inventory = engine().inventory
    for event in found:
        assert event.root in inventory.roots
        assert event.quad in range(5)
        assert 1 / len(inventory.roots) <= event.root_confidence <= 1
        assert 1 / len(inventory.quads) <= event.quad_confidence <= 1
        assert event.made_by == engine().name
    assert engine(2).read_events(sentences, pairs * 40) == found * 40
    assert tuple(engine().read_events(sentences, [pair])[0] for pair in pairs) == found
    assert engine().read_events(sentences, []) == ()


@pytest.mark.parametrize(
    ("source", "target"), [((0, 0), (3, 4)), ((0, 1), (0, 0)), ((0, 0), (0, 0)), ((0, 3), (1, 4))]
)
def test_a_side_of_a_pair_may_be_empty_and_both_may_share_words(
    source: tuple[int, int], target: tuple[int, int]
) -> None:
    pair = MarkedPair(sentence=0, source=source, target=target)
    (event,) = engine().read_events(cut(SENTENCES), [pair])
    assert event.root in engine().inventory.roots


def test_the_event_of_a_sentence_without_words_can_be_asked_for() -> None:
    pair = MarkedPair(sentence=0, source=(0, 0), target=(0, 0))
    assert len(engine().read_events([()], [pair])) == 1


def test_a_pair_late_in_a_long_sentence_is_read() -> None:
    words = find_words("and so on " * 200 + "Moscow helped Seoul")
    pair = MarkedPair(sentence=0, source=(600, 601), target=(602, 603))
    assert len(engine().read_events([words], [pair])) == 1


@pytest.mark.parametrize(
    ("sentence", "source"),
    [(0, (-1, 1)), (0, (2, 1)), (0, (0, 99)), (99, (0, 1)), (-1, (0, 1))],
)
def test_a_pair_that_is_not_there_is_refused(sentence: int, source: tuple[int, int]) -> None:
    pair = MarkedPair(sentence=sentence, source=source, target=(0, 1))
    with pytest.raises(RefusedError, match=r"is not there|does not have") as refused:
        engine().read_events(cut(SENTENCES), [pair])
    assert f"sentence {sentence}" in refused.value.key
    assert refused.value.mend


def test_the_model_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_named: object) -> NoReturn:
        pytest.fail("the network was asked for")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert ReadingEngine().read(cut(SENTENCES)) == engine().read(cut(SENTENCES))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the shipped labels and no model."""
    shutil.copy(DATA / "reader.json", tmp_path)
    return tmp_path


def refusal_of(folder: Path) -> MissingDataError:
    with pytest.raises(MissingDataError) as missing:
        ReadingEngine(folder).read(cut(SENTENCES))
    assert missing.value.mend
    assert str(folder) in missing.value.key
    return missing.value


def test_a_model_that_is_not_there_is_named(folder: Path) -> None:
    assert "reader.onnx" in refusal_of(folder).key
    (folder / "reader.json").unlink()
    assert "reader.json" in refusal_of(folder).key


@pytest.mark.parametrize("content", [b"", b"no model", b"\x08\x07" * 500])
def test_a_model_that_is_broken_is_named(folder: Path, content: bytes) -> None:
    (folder / "reader.onnx").write_bytes(content)
    assert "reader.onnx" in refusal_of(folder).key


def test_a_model_that_was_cut_short_is_named(folder: Path) -> None:
    (folder / "reader.onnx").write_bytes((DATA / "reader.onnx").read_bytes()[:100_000])
    assert "reader.onnx" in refusal_of(folder).key


def test_a_model_without_its_relations_is_named(folder: Path) -> None:
    shutil.copy(DATA / "reader.onnx", folder)
    assert "relations.onnx" in refusal_of(folder).key


def relabelled(folder: Path, old: str, new: str) -> ReadingEngine:
    """The shipped model with other labels."""
    shutil.copy(DATA / "reader.onnx", folder)
    shutil.copy(DATA / "relations.onnx", folder)
    labels = (folder / "reader.json").read_text(encoding="utf-8")
    assert old in labels
    (folder / "reader.json").write_text(labels.replace(old, new, 1))
    return ReadingEngine(folder)


def test_labels_of_another_model_are_not_taken_for_its_own(folder: Path) -> None:
    relabelled(folder, '"condition",', '"condition", "exception",')
    assert "not of one version" in str(refusal_of(folder))


def test_events_of_another_model_are_not_taken_for_its_own(folder: Path) -> None:
    other = relabelled(folder, '"roots": [', '"roots": ["NONE",')
    pair = MarkedPair(sentence=0, source=(0, 1), target=(2, 3))
    with pytest.raises(MissingDataError, match="not of one version"):
        other.read_events(cut(SENTENCES), [pair])


@pytest.mark.parametrize("labels", [b"", b"{}", b"\xff\xfe", b'{"name": "x/1"}'])
def test_labels_that_are_none_are_named(folder: Path, labels: bytes) -> None:
    (folder / "reader.json").write_bytes(labels)
    assert "reader.json" in refusal_of(folder).key
