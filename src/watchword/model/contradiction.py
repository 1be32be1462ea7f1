"""Something on which sources are at odds, side by side, never settled by a sum."""

from dataclasses import dataclass

from watchword.model.corroboration import Bearing


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one or more sources say, of the things that are told of one happening.

    Attributes:
        words: the figure, place or time given, else the content, in a source's words.
        denies: whether it says that it is not so.
        claims: keys of the claims that say it and still count, the newest first.
        sources: canonical names of the sources, one a voice, the nearest first.
        origins: keys of the origins that printed them.
        independent: how many independent sources say it.
        party_only: whether each of them is a party to what is claimed.
    """

    words: str
    denies: bool
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    origins: tuple[str, ...]
    independent: int
    party_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two accounts or more that cannot all be true.

    Attributes:
        key: content key.
        bearing: in what they are at odds; never that one supports another.
        accounts: the account that most independent sources give first.
        importance: rank weight from 0 up; not a judgement of truth.
        reason: in what they are at odds, in words.
        made_by: name and version of what found it.
    """

    key: str
    bearing: Bearing
    accounts: tuple[Account, ...]
    importance: float
    reason: str
    made_by: str
