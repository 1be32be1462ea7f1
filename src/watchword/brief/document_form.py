"""The nouns as JSON values: one rule a type, read off the nouns' own annotations.

A span carries its digest as `sha256`; a report leaves out its raw bytes, and of a path keeps the
file name. Times are written in UTC with a `Z`; whole numbers without a fraction.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum, StrEnum, auto
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from watchword.errors import InvalidBriefError
from watchword.model.brief import Brief, Judgment, Section, SourceEntry
from watchword.model.chart import ChartPoint
from watchword.model.claim import Claim
from watchword.model.report import Report, Unread
from watchword.model.span import Span
from watchword.model.track import Track

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"

LEFT_OUT: Mapping[type, Mapping[str, object]] = {Report: {"raw": b""}, Track: {"counted": None}}
"""Fields of a noun that are not in the JSON form, with what they are read back as."""
OPTIONAL: Mapping[type, tuple[str, ...]] = {
    Report: ("text",),
    SourceEntry: ("basis",),
    Claim: ("corrected",),
    Judgment: ("weighed", "would_change", "supports", "denies"),
    Section: ("title",),
    ChartPoint: (
        *("series", "other", "when", "until", "value", "low", "high", "longitude", "latitude"),
        *("across", "count", "sort", "claims"),
    ),
    Brief: (
        *("template", "length", "parts", "headings", "panels", "charts"),
        *("sourcing", "machines", "worded", "consulted", "edited", "marking", "looked"),
    ),
}
"""Fields of a noun that the JSON form may leave out: read as the noun's own default, or empty."""
DIGEST = "sha256"

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def to_plain(value: object) -> JsonValue:
    """A noun, or a part of one, as JSON values."""
    if value is None or isinstance(value, bool | int | str):
        return str(value) if isinstance(value, StrEnum) else value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, datetime):
        return _time_as_text(value)
    if isinstance(value, tuple):
        return [to_plain(entry) for entry in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _object_of(value)
    message = f"a brief holds no {type(value).__name__}"
    raise TypeError(message)


def from_plain(noun: Any, value: JsonValue, path: str = "$") -> Any:  # noqa: ANN401 - any noun
    """Read JSON values as a noun, strictly.

    Args:
        noun: the type, as an annotation.
        value: the JSON values.
        path: where they stand, for messages.

    Raises:
        InvalidBriefError: naming the place, if the values do not fit the type.
    """
    shape, inner = _shape_of(noun)
    if shape is _Shape.OPTIONAL:
        return None if value is None else from_plain(inner, value, path)
    if shape is _Shape.LIST:
        entries = _expect(value, list, path)
        return tuple(
            from_plain(inner, entry, f"{path}[{number}]") for number, entry in enumerate(entries)
        )
    if shape is _Shape.OBJECT:
        return _read_object(noun, value, path)
    return _read_simple(noun, value, path)


class _Shape(Enum):
    OPTIONAL = auto()
    LIST = auto()
    OBJECT = auto()
    SIMPLE = auto()


@cache
def _shape_of(noun: Any) -> tuple[_Shape, Any]:  # noqa: ANN401 - any noun
    """How an annotation is read, and the annotation inside it."""
    if get_origin(noun) is UnionType:
        return _Shape.OPTIONAL, next(kind for kind in get_args(noun) if kind is not NoneType)
    if get_origin(noun) is tuple:
        return _Shape.LIST, get_args(noun)[0]
    return (_Shape.OBJECT if is_dataclass(noun) else _Shape.SIMPLE), noun


@cache
def form_of(noun: type) -> tuple[tuple[str, Any, bool], ...]:
    """The fields of a noun's JSON form: name, annotation, and whether it must be there."""
    hints = get_type_hints(noun)
    optional = OPTIONAL.get(noun, ())
    return tuple((field.name, hints[field.name], field.name not in optional) for field in _of(noun))


def _of(noun: type) -> Iterator[Field[Any]]:
    return (field for field in fields(noun) if field.name not in LEFT_OUT.get(noun, ()))


def _object_of(value: object) -> dict[str, JsonValue]:
    optional = OPTIONAL.get(type(value), ())
    plain = {
        field.name: to_plain(getattr(value, field.name))
        for field in _of(type(value))
        if field.name not in optional or getattr(value, field.name) != field.default
    }
    if isinstance(value, Span):
        plain[DIGEST] = value.digest
    if isinstance(value, Report | Unread):
        plain["found_at"] = _without_folders(value.found_at)
    return plain


def _without_folders(found_at: str) -> str:
    if "://" in found_at:
        return found_at
    place, mark, member = found_at.partition("!")
    return place.replace("\\", "/").rstrip("/").rpartition("/")[2] + mark + member


def _time_as_text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _read_object(noun: Any, value: JsonValue, path: str) -> Any:  # noqa: ANN401 - any noun
    plain = _expect(value, dict, path)
    form = form_of(noun)
    known = {name for name, _, _ in form} | ({DIGEST} if noun is Span else set())
    if unknown := sorted(plain.keys() - known):
        raise InvalidBriefError("this field is not known", key=f"{path}.{unknown[0]}")
    made = noun(**dict(_each_given(form, plain, path)), **_left_out(noun))
    if noun is Span:
        _check_digest(made, plain, path)
    return made


def _each_given(
    form: tuple[tuple[str, Any, bool], ...], plain: dict[str, JsonValue], path: str
) -> Iterator[tuple[str, Any]]:
    for name, hint, required in form:
        if name in plain:
            yield name, from_plain(hint, plain[name], f"{path}.{name}")
        elif required:
            raise InvalidBriefError("this field is missing", key=f"{path}.{name}")
        elif name == "text":
            yield name, ""


def _left_out(noun: type) -> Mapping[str, object]:
    return LEFT_OUT.get(noun, {})


def _check_digest(span: Span, plain: dict[str, JsonValue], path: str) -> None:
    if plain.get(DIGEST) != span.digest:
        message = "the digest is not that of the quoted words"
        raise InvalidBriefError(message, key=f"{path}.{DIGEST}")


def _read_simple(noun: Any, value: JsonValue, path: str) -> Any:  # noqa: ANN401 - any noun
    if noun is float:
        number = _expect(value, int | float, path)
        return _read_number(number, path)
    if noun is datetime:
        return _read_time(_expect(value, str, path), path)
    if noun in {int, bool, str}:
        return _expect(value, noun, path)
    text = _expect(value, str, path)
    try:
        return noun(text)
    except ValueError as error:
        terms = ", ".join(noun)
        message = f"{text[:40]!r} is none of: {terms}"
        raise InvalidBriefError(message, key=path) from error


def _read_number(number: float, path: str) -> float:
    try:
        read = float(number)
    except OverflowError:
        read = math.inf
    if not math.isfinite(read):
        raise InvalidBriefError("this number is too large", key=path)
    return read


def _read_time(text: str, path: str) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidBriefError("this is no ISO 8601 time", key=path) from error
    if time.tzinfo is None or not text.endswith("Z"):
        raise InvalidBriefError("a time is in UTC and ends in Z", key=path)
    return time


def _expect(value: JsonValue, kind: Any, path: str) -> Any:  # noqa: ANN401 - the kind given
    is_number_as_truth = isinstance(value, bool) and kind is not bool
    if not isinstance(value, kind) or is_number_as_truth:
        wanted = _WORD_FOR.get(kind, "number")
        raise InvalidBriefError(f"this should be a {wanted}", key=path)
    if isinstance(value, str) and not value.isascii() and _HALF_CHARACTER.search(value):
        raise InvalidBriefError("this text holds half a character", key=path)
    return value


_WORD_FOR: Mapping[Any, str] = {
    list: "list",
    dict: "object",
    str: "text",
    bool: "true or false",
    int: "whole number",
}
