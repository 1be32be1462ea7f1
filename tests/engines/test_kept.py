"""What was read once is given again as it was, for its words alone, within its room."""

from collections.abc import Sequence
from dataclasses import replace

from watchword.engines.kept import BESIDE, Kept, key_of, packed, unpacked
from watchword.engines.reader import ReadingEngine
from watchword.model.reading import Reading, Token, Word
from watchword.text.words import find_words

SENTENCES = (
    "If Minsk signs, Kyiv will leave the talks, the minister said on Monday.",
    "Kyiv said that Moscow said that 40 tanks had been lost.",
    "The road was closed because the bridge had fallen.",
    "",
    "Talks may fail.",
    "Kyiv said that Moscow said that 40 tanks had been lost.",
)


def at(start: int, text: str) -> tuple[Word, ...]:
    return tuple(
        replace(word, start=word.start + start, end=word.end + start) for word in find_words(text)
    )


class Counting:
    """Reads every word as a noun, and counts what it is given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def __call__(self, sentences: Sequence[Sequence[Word]]) -> list[Reading]:
        """Read them, and note their words."""
        self.given += [" ".join(word.text for word in words) for words in sentences]
        return [
            Reading(
                tokens=tuple(
                    Token(text=word.text, start=word.start, end=word.end, tag="NN", lemma=word.text)
                    for word in words
                ),
                made_by="counting/1",
            )
            for words in sentences
        ]


def test_a_reading_comes_back_equal_with_all_that_is_marked_in_it() -> None:
    sentences = [find_words(text) for text in SENTENCES]
    readings = ReadingEngine(threads=1, room=0).read(sentences)
    assert any(reading.links("attribution") for reading in readings)
    assert [
        unpacked(packed(reading), words) for reading, words in zip(readings, sentences, strict=True)
    ] == list(readings)


def test_the_same_words_elsewhere_are_not_read_again_and_stand_where_they_stand() -> None:
    kept, read = Kept(), Counting()
    kept.read_once([at(0, "Talks may fail."), at(16, "Kyiv denied it.")], read)
    found = kept.read_once([at(100, "Kyiv denied it."), at(0, "Minsk left.")], read)
    assert read.given == ["Talks may fail .", "Kyiv denied it .", "Minsk left ."]
    assert [token.start for token in found[0].tokens] == [100, 105, 112, 114]
    assert [token.text for token in found[1].tokens] == ["Minsk", "left", "."]


def test_what_comes_twice_at_once_is_read_once() -> None:
    read = Counting()
    found = Kept().read_once([at(0, "Minsk left."), at(12, "Minsk left.")], read)
    assert read.given == ["Minsk left ."]
    assert [reading.tokens[0].start for reading in found] == [0, 12]


def test_what_was_not_asked_for_longest_goes_first() -> None:
    one, two, three = at(0, "Minsk left."), at(0, "Kyiv stays."), at(0, "Oslo waits.")
    read = Counting()
    room = 2 * max(len(packed(each)) + BESIDE for each in Counting()([one, two, three]))
    kept = Kept(room=room)
    for each in (one, two, one, three, one, two):
        kept.read_once([each], read)
    assert read.given == ["Minsk left .", "Kyiv stays .", "Oslo waits .", "Kyiv stays ."]


def test_a_sentence_that_has_no_room_is_read_all_the_same() -> None:
    read = Counting()
    kept = Kept(room=1)
    for _ in range(2):
        (found,) = kept.read_once([at(0, "Minsk left.")], read)
        assert len(found.tokens) == 3
    assert len(read.given) == 2


def test_words_are_told_apart_where_their_letters_are_the_same() -> None:
    cuts = (("a", "b c"), ("a b", "c"), ("a", "b", "c"), ("a', 'b", "c"), ("a\0b", "c"))
    keys = {key_of([Word(text=text, start=0, end=len(text)) for text in words]) for words in cuts}
    assert len(keys) == len(cuts)


def test_the_engine_reads_the_same_with_and_without_keeping() -> None:
    sentences = [find_words(text) for text in SENTENCES]
    keeping, plain = ReadingEngine(threads=1), ReadingEngine(threads=1, room=0)
    assert keeping.read(sentences) == plain.read(sentences)
    assert keeping.read(sentences[::-1]) == plain.read(sentences[::-1])
