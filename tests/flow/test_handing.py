"""What is handed to another process comes out as it went in."""

import pickle
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from watchword.flow.handing import packed
from watchword.model.extraction import Extraction
from watchword.model.moment import Precision
from watchword.model.phrase import Link, Phrase
from watchword.model.reading import Marking, Word
from watchword.model.report import Report

CUE, SOURCE = Phrase(start=2, end=3, label="cue"), Phrase(start=0, end=2, label="source")
REPORT = Report(
    key="k",
    report_id="r",
    text="The ministry said so.",
    text_sha256="",
    raw_sha256="",
    raw=b"",
    form="text",
    found_at="",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """A noun of one field."""

    only: str


@dataclass(kw_only=True)
class Open:
    """What is no noun: it can be changed."""

    first: str
    second: str


def handed(value: object) -> Any:  # noqa: ANN401 - whatever was handed
    """What the other process gets."""
    return pickle.loads(packed(value))  # noqa: S301 - packed here


def test_nouns_in_nouns_come_out_equal_and_of_their_type() -> None:
    marking = Marking(
        scheme="attribution",
        phrases=(SOURCE, CUE),
        links=(Link(kind="source", first=CUE, second=SOURCE),),
    )
    told = [(REPORT, Extraction(claims=(), implications=(), too_long=2), (marking,)), None]
    out = handed(told)
    assert out == told
    assert repr(out) == repr(told)
    assert type(out[0][2][0].links[0].first) is Phrase


def test_what_is_one_noun_stays_one() -> None:
    first, second = handed([CUE, CUE])
    assert first is second


def test_values_that_are_no_frozen_noun_are_pickled_as_ever() -> None:
    moment = datetime(2024, 10, 18, tzinfo=UTC)
    told = [
        moment,
        Precision.DAY,
        Word,
        {"a": (1, b"x")},
        Single(only="x"),
        Open(first="a", second="b"),
    ]
    assert handed(told) == told


def test_nouns_take_less_room_than_pickled() -> None:
    words = [Word(text="tanks", start=start, end=start + 5) for start in range(100)]
    assert len(packed(words)) < len(pickle.dumps(words, protocol=5))
