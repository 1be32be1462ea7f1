"""A noun of plain fields as a record, its times as text."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from watchword.flow.span_records import Record


def stamped(noun: Any) -> Record:  # noqa: ANN401 - any dataclass of plain fields
    """The fields of a noun by name, times as ISO 8601."""
    return {name: _plain(value) for name, value in asdict(noun).items()}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
