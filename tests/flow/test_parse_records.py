"""A sentence as a record: places in the text, phrases in words, links as places in a list."""

import json

from watchword.flow.parse_records import parse_record_of, words_of
from watchword.model.phrase import Link, Phrase
from watchword.model.reading import Marking, Reading, Token, Trait
from watchword.model.report import Report
from watchword.text.sentences import find_sentences
from watchword.text.words import find_words

TEXT = "Kyiv  waits.\n\nThe army\n said   so."
REPORT = Report(
    key="k",
    report_id="7",
    text=TEXT,
    text_sha256="",
    raw_sha256="",
    raw=b"",
    form="text",
    found_at="a.txt",
)
SENTENCE = find_sentences(TEXT)[1]
SOURCE = Phrase(start=0, end=2, label="source", confidence=0.9)
CUE = Phrase(start=2, end=3, label="cue")
READING = Reading(
    tokens=tuple(
        Token(text=word.text, start=word.start, end=word.end, tag="NN", lemma=word.text.lower())
        for word in find_words(TEXT, SENTENCE.start, SENTENCE.end)
    ),
    made_by="fake/1",
    markings=(
        Marking(scheme="names", phrases=()),
        Marking(
            scheme="attribution",
            phrases=(SOURCE, CUE),
            links=(Link(kind="source", first=CUE, second=SOURCE),),
        ),
    ),
    traits=(Trait(kind="causal", probability=0.1),),
)


def test_a_record_tells_places_in_the_text_and_words_as_the_report_has_them() -> None:
    record = json.loads(json.dumps(parse_record_of(SENTENCE, READING, REPORT)))
    assert record["report_id"] == "7"
    assert record["sentence"] == TEXT[record["start"] : record["end"]] == "The army\n said   so."
    assert [TEXT[each["start"] : each["end"]] for each in record["tokens"]] == [
        each["text"] for each in record["tokens"]
    ]
    assert record["markings"]["names"] == []
    assert [each["words"] for each in record["markings"]["attribution"]] == ["The army", "said"]
    assert record["traits"] == {"causal": 0.1}
    assert record["made_by"] == "fake/1"


def test_a_link_names_the_places_of_its_phrases() -> None:
    record = json.loads(json.dumps(parse_record_of(SENTENCE, READING, REPORT)))
    assert record["links"] == {
        "names": [],
        "attribution": [{"kind": "source", "first": 1, "second": 0}],
    }


def test_what_the_engine_does_not_look_for_is_null() -> None:
    record = json.loads(json.dumps(parse_record_of(SENTENCE, READING, REPORT)))
    token = record["tokens"][0]
    names = ("word_class", "features", "head", "relation", "factuality", "status")
    assert [token[name] for name in names] == [None] * 6


def test_words_are_the_reports_own_with_what_stands_between_them() -> None:
    assert words_of(1, 4, READING, REPORT) == "army\n said   so"
