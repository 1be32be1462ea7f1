"""What somebody asks of a situation, parsed at the border of every door."""

from datetime import UTC, datetime, time
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic import ValidationError as PydanticValidationError

from watchword.errors import SettingsError
from watchword.text.instants import moment_of

MOST = 500
"""Rows of one page at most."""


def _instant(value: object) -> object:
    """A day as its end, a time as itself; an empty field as nothing.

    Raises:
        ValueError: if it is neither.
    """
    if not isinstance(value, str):
        return value
    if not value.strip():
        return None
    try:
        return moment_of(value, option="as_of")
    except SettingsError as error:
        raise ValueError(str(error)) from error


def _beginning(value: object) -> object:
    """A day as its first instant, a time as itself; an empty field as nothing.

    Raises:
        ValueError: if it is neither.
    """
    at = _instant(value)
    is_day = isinstance(value, str) and len(value.strip()) == 10
    if is_day and isinstance(at, datetime):
        return datetime.combine(at.date(), time.min, tzinfo=UTC)
    return at


def _words(value: object) -> object:
    """One value as a list of it; empty ones are left out."""
    given = [value] if isinstance(value, str) else value
    return [each for each in given if each] if isinstance(given, list | tuple) else given


def _nothing(value: object) -> object:
    return None if value == "" else value


Instant = Annotated[datetime | None, BeforeValidator(_instant)]
Beginning = Annotated[datetime | None, BeforeValidator(_beginning)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]
Key = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
OptionalKey = Annotated[Key | None, BeforeValidator(_nothing)]
Names = Annotated[tuple[Line, ...], BeforeValidator(_words), Field(max_length=20)]
Keys = Annotated[tuple[Key, ...], BeforeValidator(_words), Field(max_length=MOST)]


class Ask(BaseModel):
    """What is asked of a view; each view adds fields of its own.

    Attributes:
        as_of: nothing learnt later is shown; a day stands for its end; now where None.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    as_of: Instant = None


class Page(Ask):
    """What is asked of a list.

    Attributes:
        limit: rows of the page.
        cursor: where the page before ended, as the answer's `next` said; None for the first.
    """

    limit: int = Field(default=50, ge=1, le=MOST)
    cursor: OptionalKey = None


class Scoped(Ask):
    """What is asked of a view that is worked out from many reports.

    Attributes:
        actor: names of actors, each of which a report must speak of.
        place: names of places, likewise.
        since: published then or later; a day stands for its beginning.
        until: published before the end of that day.
        story: key of the story that a report must be in.
    """

    actor: Names = ()
    place: Names = ()
    since: Beginning = None
    until: Instant = None
    story: OptionalKey = None


Asked = TypeVar("Asked", bound=BaseModel)


def parse(form: type[Asked], given: dict[str, object]) -> Asked:
    """What is asked, from the words of an address, a form or a body.

    Raises:
        SettingsError: if a field has a value that it cannot have; it is named.
    """
    try:
        return form.model_validate(given)
    except PydanticValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        raise SettingsError(first["msg"], key=field or form.__name__) from error
