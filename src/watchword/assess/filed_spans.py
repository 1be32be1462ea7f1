"""Words of a report, and times, as they stand in the files that people edit."""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from watchword.model.span import Span

Text = Annotated[str, Field(max_length=4_000)]
"""Whatever somebody writes into such a file."""


class SpanForm(BaseModel):
    """Words in a report."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True)

    report: Text
    start: int
    end: int
    quote: Text
    sha256: Text
    prefix: Text = ""
    suffix: Text = ""

    @model_validator(mode="after")
    def _is_whole(self) -> "SpanForm":
        if sha256(self.quote.encode()).hexdigest() != self.sha256:
            raise ValueError("the quoted words are not those of the digest")
        return self


def span_of(form: SpanForm) -> Span:
    """The span that a file tells."""
    return Span(
        report=form.report,
        start=form.start,
        end=form.end,
        quote=form.quote,
        prefix=form.prefix,
        suffix=form.suffix,
    )


def plain_span(span: Span) -> Mapping[str, object]:
    """A span as it stands in a file."""
    return {
        "report": span.report,
        "start": span.start,
        "end": span.end,
        "quote": span.quote,
        "sha256": span.digest,
        "prefix": span.prefix,
        "suffix": span.suffix,
    }


def utc_text(at: datetime | None) -> str | None:
    """A time as it stands in the file."""
    return at.isoformat().replace("+00:00", "Z") if at else None


def in_utc(at: datetime | None) -> datetime | None:
    """A time of a file, wherever its clock stood."""
    return at.astimezone(UTC) if at else None
