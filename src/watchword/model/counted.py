"""What a figure counts: the identity of a track."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Counted:
    """What a figure counts; figures of one `Counted` are points of one track.

    Attributes:
        kind: what is counted, synonyms evened out ("troops").
        whose: country code of whom is counted, else of the actor, empty where not told.
        deed: what is done to them; deeds that count the same people are one ("abroad"). Empty
            where the words tell none.
        where: country code or name of the region or town, empty where not told.
        more: whether it counts an addition ("another 1,500") and not a total.
        per: the period that it is told for ("day", "month"), empty for a number as such.
        part: whether it counts some among those of another figure ("including 500 officers").
    """

    kind: str
    whose: str
    deed: str
    where: str
    more: bool
    per: str = ""
    part: bool = False
