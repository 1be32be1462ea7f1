"""A span as the plain record that stands in every other record."""

from watchword.model.span import Span

Record = dict[str, object]
"""What a line of JSON holds, by stable names."""


def span_record(span: Span) -> Record:
    """The place of some words, the words and their digest."""
    return {"start": span.start, "end": span.end, "quote": span.quote, "sha256": span.digest}
