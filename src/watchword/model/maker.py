"""Many of one noun at once: a frozen dataclass is made in a fifth of the time.

What is frozen is filled field by field through `object.__setattr__`, which costs more than all else
where a noun is made for every word that is read. Here a twin that is not frozen is filled, and then
becomes the noun: same slots, same type, and frozen from then on.
"""

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from functools import cache
from typing import TypeVar, cast

Noun = TypeVar("Noun")


@cache
def maker_of(noun: type[Noun]) -> Callable[..., Noun]:
    """What makes a noun of all its fields, in their order; no field has a default.

    >>> from watchword.model.reading import Word
    >>> maker_of(Word)("tanks", 4, 9)
    Word(text='tanks', start=4, end=9)

    Args:
        noun: a frozen, slotted dataclass without `__post_init__`.
    """

    def become(twin: object) -> None:
        twin.__class__ = noun

    names = [field.name for field in fields(noun)]  # type: ignore[arg-type]
    twin = make_dataclass(
        noun.__name__, names, namespace={"__post_init__": become}, slots=True, eq=False, repr=False
    )
    return cast("Callable[..., Noun]", twin)
