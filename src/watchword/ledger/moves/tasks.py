"""Everything that is measured of what moves, in the order in which it is printed.

A new kind of finding has a file of its own beside this one, with its `TASKS` and `AIMS`, and one
more line in each of the two below.
"""

from collections.abc import Mapping

from watchword.ledger.held_out_floors import HeldOutFloors
from watchword.ledger.measurement import Aim
from watchword.ledger.measuring import Place, Task
from watchword.ledger.moves import figures, positions, relations, turns
from watchword.ledger.moves.bench import MoveBench

TASKS: tuple[Task[MoveBench], ...] = (
    *turns.TASKS,
    *relations.TASKS,
    *positions.TASKS,
    *figures.TASKS,
)
"""Every measurement."""
AIMS: Mapping[Place, Aim] = {
    **turns.AIMS,
    **relations.AIMS,
    **positions.AIMS,
    **figures.AIMS,
}
"""What is wanted, by head, data and metric."""


def aim_of(place: Place, _floors: HeldOutFloors) -> Aim | None:
    """What is wanted of a score, None where nothing is."""
    return AIMS.get(place)
