"""Reports and readings for the tests of the store."""

from functools import cache
from hashlib import sha256
from typing import TypedDict, Unpack

from watchword.engines import ReadingEngine
from watchword.flow.reading import read_report_events
from watchword.model.read_report import ReadReport
from watchword.model.report import Report


class Fields(TypedDict, total=False):
    """What the tests say of a report beside its words."""

    title: str
    address: str
    outlet: str
    report_id: str


def report_of(text: str, **fields: Unpack[Fields]) -> Report:
    """A report of these words, its key made from them."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    key = sha256(f"{digest}{sorted(fields.items())}".encode()).hexdigest()[:16]
    known = {
        "key": key,
        "report_id": key,
        "text": text,
        "text_sha256": digest,
        "raw_sha256": digest,
        "raw": text.encode("utf-8", "surrogatepass"),
        "form": "text",
        "found_at": "a.txt",
    }
    return Report(**{**known, **fields})


@cache
def engine() -> ReadingEngine:
    """The carried language model, loaded once."""
    return ReadingEngine()


def read_of(text: str, **fields: Unpack[Fields]) -> ReadReport:
    """A report of these words with everything that is found in it."""
    return read_report_events(report_of(text, **fields), engine())
