"""An address by which another system pushes reports, signed."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """An address by which another system pushes reports.

    Attributes:
        key: content key, from its name and when it was made: a name that is given anew has
            another address.
        name: what people call it.
        secret: name of the environment variable with the key that requests are signed with.
        by: who made it.
        made_at: when, aware UTC.
        withdrawn_at: from when nothing is taken any more; None while it holds.
        taken: how many requests were taken.
        last_at: when the last of them was; None before the first.
    """

    key: str
    name: str
    secret: str
    by: str
    made_at: datetime
    withdrawn_at: datetime | None = None
    taken: int = 0
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """What came of a request of a hook.

    Attributes:
        new: reports that the record had not got.
        known: reports that it had.
        refused: which rows of the request were not taken, from 1, and why.
    """

    new: int = 0
    known: int = 0
    refused: tuple[tuple[int, str], ...] = ()


def hook_key(name: str, made_at: datetime) -> str:
    """Content key of a hook."""
    told = f"{name}\n{made_at.isoformat()}"
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
