"""A span and a time as the plain records that stand in every other record."""

from watchword.model.moment import Moment
from watchword.model.span import Span

Record = dict[str, object]
"""What a line of JSON holds, by stable names."""


def span_record(span: Span) -> Record:
    """The place of some words, the words and their digest."""
    return {"start": span.start, "end": span.end, "quote": span.quote, "sha256": span.digest}


def moment_record(moment: Moment) -> Record:
    """The words of a time, and what they come to."""
    return {
        "words": moment.words,
        "since": moment.since.isoformat() if moment.since else None,
        "until": moment.until.isoformat() if moment.until else None,
        "precision": moment.precision.value,
    }
