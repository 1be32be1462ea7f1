"""What scores of reading aim at, and the least that is good enough."""

from collections.abc import Mapping

from watchword.ledger.held_out_floors import HeldOutFloors
from watchword.ledger.measurement import Aim

AIMS: Mapping[tuple[str, str, str], Aim] = {
    ("places", "LGL", "end to end F1"): Aim(aim=0.73, least=0.60),
    ("places", "GeoWebNews", "end to end F1"): Aim(aim=0.73, least=0.60),
}
"""By head, data and metric."""


def aim_of(place: tuple[str, str, str], _floors: HeldOutFloors) -> Aim | None:
    """What is wanted of a score, None where nothing is."""
    return AIMS.get(place)
