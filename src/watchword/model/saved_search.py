"""A search that somebody wants to make again."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A search under a name; the last row of a key holds.

    Attributes:
        key: content key, from who saved it and its name.
        name: what it is called.
        asked: what is asked, as the part of an address behind its question mark.
        by: who saved it.
        is_shared: whether everybody in the situation sees it.
        is_dropped: whether it is kept no more.
        at: from when it is known, aware UTC.
    """

    key: str
    name: str
    asked: str
    by: str
    is_shared: bool = False
    is_dropped: bool = False
    at: datetime


def search_key(by: str, name: str) -> str:
    """Content key of a saved search."""
    return sha256(f"{by}\n{name}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
