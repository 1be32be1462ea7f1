"""The one thing that a user means by a name, a key, or the beginning of a key."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from watchword.errors import MissingError, RefusedError


class Keyed(Protocol):
    """Anything with a content key."""

    @property
    def key(self) -> str:
        """Content key."""
        ...


KeyedT = TypeVar("KeyedT", bound=Keyed)


def choose_one(
    known: Iterable[KeyedT],
    name: str,
    nouns: tuple[str, str],
    *,
    called: Callable[[KeyedT], Iterable[str | None]] = lambda _: (),
    mend: str = "",
) -> KeyedT:
    """The one that is called so, or whose key is or begins so.

    Args:
        known: everything that could be meant.
        name: what the user typed.
        nouns: what it is, and what several are ("channel", "channels").
        called: what one is called, beside its key.
        mend: what to do where there is none.

    Raises:
        MissingError: if there is none.
        RefusedError: if there are several.
    """
    candidates = list(known)
    found = [each for each in candidates if name == each.key or name in tuple(called(each))]
    found = found or [each for each in candidates if each.key.startswith(name)]
    if len(found) == 1:
        return found[0]
    one, several = nouns
    told = f"several {several} are called so" if found else f"there is no such {one}"
    raise (RefusedError if found else MissingError)(told, key=name, mend=mend)
