"""Fields of forms that people fill in: lists in one line, numbers that may be left out."""

from typing import Annotated

from pydantic import BeforeValidator, Field, FiniteFloat

from watchword.desk.ask import Ask, Key, Line


def _parted(value: object) -> object:
    """What commas and line ends part, as a list."""
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list | tuple):
        return value
    parts = (part.strip() for each in given for part in str(each).replace("\n", ",").split(","))
    return [part for part in parts if part]


def _nothing(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


Parted = Annotated[tuple[Line, ...], BeforeValidator(_parted), Field(max_length=40)]
"""Several things in one field, parted by commas."""
Number = Annotated[FiniteFloat | None, BeforeValidator(_nothing)]
"""A number, None for an empty field."""


class OneAsk(Ask):
    """Which of several is asked for.

    Attributes:
        key: its key, the beginning of it, or its name.
    """

    key: Key
