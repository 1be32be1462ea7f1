"""Held-out texts are read as any report is, once, with their labels moved along."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from watchword.engines import ReadingEngine
from watchword.errors import UnreadableError
from watchword.ledger.corpora.texts import LabelledAttribution, LabelledText
from watchword.ledger.reading.bench import ReadingBench, read_labelled_text

TEXT = "\n\nThe port was shut. \u00a0\n\n\nBerg said on Monday that three ships had left.\n"


def text_of(words: str) -> LabelledText:
    content = words.find("three ships had left")
    said = LabelledAttribution(source=(), cue=(), content=((content, content + 20),))
    return LabelledText(document="harbour", text=words, attributions=(said,))


def test_labels_stand_where_the_report_has_their_words() -> None:
    read = read_labelled_text(text_of(TEXT), ReadingEngine())
    ((start, end),) = read.labelled.attributions[0].content
    assert read.labelled.text[start:end] == "three ships had left"
    assert start < TEXT.index("three")


def test_claims_are_those_of_the_reading_path_with_spans_in_the_text() -> None:
    read = read_labelled_text(text_of(TEXT), ReadingEngine())
    (claim,) = [each for each in read.claims if each.attribution.links]
    assert claim.attribution.links[0].name == "Berg"
    assert read.labelled.text[claim.content.start : claim.content.end] == claim.content.quote


def test_a_set_is_read_once_and_progress_is_told(tmp_path: Path) -> None:
    asked: list[Path] = []
    told: list[tuple[int, int]] = []

    def texts(data: Path) -> Iterator[LabelledText]:
        asked.append(data)
        yield from (text_of(TEXT), text_of("Rain fell."))

    bench = ReadingBench(ReadingEngine(), tmp_path, lambda done, of: told.append((done, of)))
    assert bench.texts("harbour", texts) is bench.texts("harbour", texts)
    assert asked == [tmp_path]
    assert told == [(1, 2), (2, 2)]


def test_a_text_without_words_is_told() -> None:
    with pytest.raises(UnreadableError, match="no words"):
        read_labelled_text(text_of("..."), ReadingEngine())
