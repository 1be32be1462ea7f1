"""What scores of stories aim at, and the least that is good enough."""

from collections.abc import Mapping

from watchword.ledger.held_out_floors import HeldOutFloors
from watchword.ledger.measurement import Aim
from watchword.ledger.stories.held_out import DEVELOPED, ECB_PLUS, MEASURED

_STREAM = Aim(aim=0.78, least=0.70)
AIMS: Mapping[tuple[str, str, str], Aim] = {
    ("articles", ECB_PLUS.name, "B3 F1"): Aim(aim=0.94, least=0.90),
    ("stream", DEVELOPED.name, "B3 F1"): _STREAM,
    ("stream", MEASURED.name, "B3 F1"): _STREAM,
}
"""By head, data and metric."""


def aim_of(place: tuple[str, str, str], _floors: HeldOutFloors) -> Aim | None:
    """What is wanted of a score, None where nothing is."""
    return AIMS.get(place)
