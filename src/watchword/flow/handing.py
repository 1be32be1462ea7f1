"""What one process hands to another, as bytes: pickled, but nouns by their fields alone.

A frozen noun is pickled and made again by Python, field by field; here its fields are read and
filled in one step each. Only what a process of our own wrote is ever unpacked.
"""

import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from io import BytesIO
from operator import attrgetter
from typing import Any

from watchword.model.maker import maker_of

Made = tuple[Callable[..., object], tuple[object, ...]]
"""What makes a value again, and of what."""


def packed(value: object) -> bytes:
    """A value as bytes, which `pickle.load` reads."""
    written = BytesIO()
    _Packer(written).dump(value)
    return written.getvalue()


class _Packer(pickle.Pickler):
    """Writes what makes each kind of noun once, then the fields of each noun."""

    def __init__(self, written: BytesIO) -> None:
        super().__init__(written, protocol=pickle.HIGHEST_PROTOCOL)
        self._makers: dict[object, type] = {}

    def reducer_override(self, value: object) -> Made:
        kind: type[Any] = type(value)
        if kind is type and value in self._makers:
            return maker_of, (self._makers[value],)
        values_in = _values_in(kind)  # type: ignore[arg-type]
        if values_in is None:
            return NotImplemented  # type: ignore[no-any-return]
        make = maker_of(kind)  # type: ignore[arg-type]
        self._makers[make] = kind
        return make, values_in(value)


@cache
def _values_in(kind: type) -> Callable[[object], tuple[object, ...]] | None:
    """What reads all fields of a noun; None where it is no noun, or has but one."""
    is_noun = is_dataclass(kind) and hasattr(kind, "__slots__") and kind.__bases__ == (object,)
    names = [field.name for field in fields(kind)] if is_noun else []
    return attrgetter(*names) if len(names) > 1 and not hasattr(kind, "__post_init__") else None
