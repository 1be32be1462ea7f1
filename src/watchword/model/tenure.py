"""An office that somebody held, from when to when."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """Somebody in an office.

    Attributes:
        person: key of the identity that holds it.
        office: in normal form ("defence minister", "acting president").
        of: key of the state or body that it is an office of.
        since: first day in office, None where not known.
        until: last day in office, None where it is not known to have ended.
        slack: days by which `since` and `until` may be too wide, 0 where both are known to the
            day: of somebody in office "from May to July 2024", they are 1 May and 31 July and
            may each be off by 31.
        source: where that is known from: the seed, a report's key, who ruled it.
        made_by: name and version of what found it.
    """

    person: str
    office: str
    of: str
    since: date | None = None
    until: date | None = None
    slack: int = 0
    source: str
    made_by: str

    @property
    def key(self) -> str:
        """Content key: person, office, whose it is, and the first day."""
        seal = f"tenure|{self.person}|{self.office}|{self.of}|{self.since or ''}"
        return sha256(seal.encode()).hexdigest()[:16]
