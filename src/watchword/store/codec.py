"""Nouns into bytes and back: JSON without what is as usual, spans as two numbers.

A span's words stand in the report's text already, so that two numbers give it back whole; one that
does not agree with the text is kept in full. What reading a report has found takes a third of the
room that way.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from cattrs import BaseValidationError, Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn
from cattrs.preconf.json import make_converter

from watchword.errors import StoreError
from watchword.model.report import Report
from watchword.model.span import Span, context_of
from watchword.store.columns import pack, unpack

Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The report whose spans are coded, with what is the same for all of them."""

    key: str
    text: str


_BARE = 0
"""Stands third where a span has no words around it."""
_NO_PAGE = _Page(key="", text="")
_page: ContextVar[_Page] = ContextVar("page", default=_NO_PAGE)


def to_plain(noun: object) -> Any:  # noqa: ANN401 - any JSON value
    """A noun as a JSON value; fields that are as their default says are left out."""
    return _converter().unstructure(noun)


def from_plain(kind: type[Noun], plain: object) -> Noun:
    """The noun that `to_plain` made a JSON value of.

    Raises:
        StoreError: if the value is of no such noun.
    """
    try:
        return _converter().structure(plain, kind)
    except (BaseValidationError, ValueError, TypeError, KeyError) as error:
        raise StoreError(
            f"what is stored is no {kind.__name__}", mend="restore a backup of the store"
        ) from error


def to_bytes(noun: object, *, page: Report | None = None) -> bytes:
    """A noun as packed bytes.

    Args:
        noun: what to keep.
        page: the report whose spans it holds, None where it holds none.
    """
    with _at(page):
        words = json.dumps(to_plain(noun), ensure_ascii=False, separators=(",", ":"))
    return pack(words.encode("utf-8", "surrogatepass"))


def from_bytes(kind: type[Noun], packed: bytes, *, page: Report | None = None) -> Noun:
    """The noun that `to_bytes` packed.

    Args:
        kind: what noun it is.
        packed: the bytes.
        page: the report whose spans it holds, None where it holds none.

    Raises:
        StoreError: if the bytes hold no such noun.
    """
    plain = json.loads(unpack(packed).decode("utf-8", "surrogatepass"))
    with _at(page):
        return from_plain(kind, plain)


@contextmanager
def _at(page: Report | None) -> Iterator[None]:
    token = _page.set(_Page(key=page.key, text=page.text) if page else _NO_PAGE)
    try:
        yield
    finally:
        _page.reset(token)


def _bare(page: _Page, start: int, end: int) -> Span:
    """A span without the words around it."""
    return Span(report=page.key, start=start, end=end, quote=page.text[start:end])


@cache
def _converter() -> Converter:
    # Positions and keys that the report gives are shortened; the rest is the library's work.
    converter = make_converter(omit_if_default=True, detailed_validation=False)
    plain_span = make_dict_unstructure_fn(Span, converter, _cattrs_omit_if_default=True)
    whole_span = make_dict_structure_fn(Span, converter)

    def span_to_plain(span: Span) -> Any:  # noqa: ANN401 - any JSON value
        page = _page.get()
        start, end, text = span.start, span.end, page.text
        inside = span.report == page.key and 0 <= start <= end <= len(text)
        if inside and span.quote == text[start:end]:
            around = span.prefix, span.suffix
            if around == context_of(text, start, end):
                return [start, end]
            if around == ("", ""):
                return [start, end, _BARE]
        return plain_span(span)

    def span_from_plain(plain: Any, _: object) -> Span:  # noqa: ANN401 - any JSON value
        page = _page.get()
        if isinstance(plain, dict):
            return whole_span(plain, Span)
        start, end = plain[0], plain[1]
        if len(plain) == 2:
            return Span.within(page.text, start, end, report=page.key)
        return _bare(page, start, end)

    _hasten(converter)
    converter.register_unstructure_hook(Span, span_to_plain)
    converter.register_structure_hook(Span, span_from_plain)
    converter.register_unstructure_hook(time, lambda value: value.isoformat())
    converter.register_structure_hook(time, lambda value, _: time.fromisoformat(value))
    converter.register_unstructure_hook(bytes, lambda value: b64encode(value).decode("ascii"))
    converter.register_structure_hook(bytes, lambda value, _: b64decode(value))
    return converter


def _hasten(converter: Converter) -> None:
    """Take what is looked up for each value, and is the same for all of its type, once a type.

    Decoding 3,000 reports takes two thirds of the time by that.
    """

    def of_enum(kind: type[Enum]) -> Callable[[Any, Any], Any]:
        members = {each.value: each for each in kind}
        return lambda value, _: members[value]

    def of_tuple(kind: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401 - a type's form
        part = get_args(kind)[0]
        hook = converter.get_structure_hook(part)
        return lambda values, _: tuple([hook(value, part) for value in values])

    def of_optional(kind: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401 - a type's form
        part = next(each for each in get_args(kind) if each is not NoneType)
        hook = converter.get_structure_hook(part)
        return lambda value, _: None if value is None else hook(value, part)

    def to_row(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - a type's form
        hook = converter.get_unstructure_hook(get_args(kind)[0])
        return lambda values: [hook(value) for value in values]

    def to_optional(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - a type's form
        hook = converter.get_unstructure_hook(
            next(each for each in get_args(kind) if each is not NoneType)
        )
        return lambda value: None if value is None else hook(value)

    converter.register_unstructure_hook_factory(_is_row, to_row)
    converter.register_unstructure_hook_factory(_is_optional, to_optional)
    converter.register_structure_hook_factory(_is_enum, of_enum)
    converter.register_structure_hook_factory(_is_row, of_tuple)
    converter.register_structure_hook_factory(_is_optional, of_optional)


def _is_enum(kind: Any) -> bool:  # noqa: ANN401 - a type's form
    return isinstance(kind, type) and issubclass(kind, Enum)


def _is_row(kind: Any) -> bool:  # noqa: ANN401 - a type's form
    """Whether it is a tuple of any length."""
    return get_origin(kind) is tuple and get_args(kind)[1:] == (Ellipsis,)


def _is_optional(kind: Any) -> bool:  # noqa: ANN401 - a type's form
    parts = get_args(kind)
    return get_origin(kind) in {Union, UnionType} and len(parts) == 2 and NoneType in parts
