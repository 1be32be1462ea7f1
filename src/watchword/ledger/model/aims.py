"""What each score aims at, and the least that is good enough."""

from collections.abc import Mapping

from watchword.ledger.held_out_floors import HeldOutFloors
from watchword.ledger.measurement import Aim

BASE = "base"
"""The head under which the floors file keeps the scores of the model that training began with."""

SIMILARITY = "similarity"
LOSS = 0.01
"""How far similarity may fall behind the base model's."""


AIMS: Mapping[tuple[str, str, str], Aim] = {
    ("attribution", "PolNeAR dev", "source F1"): Aim(aim=0.84, least=0.79),
    ("attribution", "PolNeAR dev", "cue F1"): Aim(aim=0.76, least=0.71),
    ("attribution", "PolNeAR dev", "content F1"): Aim(aim=0.74, least=0.66),
    ("trees", "EWT test", "LAS"): Aim(aim=0.91, least=0.87),
    ("trees", "GUM test", "LAS"): Aim(aim=0.90, least=0.85),
    ("trees", "GUM test2", "LAS"): Aim(aim=0.84, least=0.78),
    ("names", "UNER EWT test", "F1"): Aim(aim=0.88, least=0.82),
    ("mentions", "GUM test", "F1"): Aim(aim=0.73, least=0.65),
    ("intelligence", "re3d test", "F1"): Aim(aim=0.75, least=0.65),
    ("events", "PLV test", "root macro-F1"): Aim(aim=0.88, least=0.82),
    ("events", "PLV test", "quad macro-F1"): Aim(aim=0.93, least=0.89),
    ("causal", "CNC v2 dev", "sentence F1"): Aim(aim=0.87, least=0.84),
    ("causal", "CNC v2 dev", "spans F1, fair"): Aim(aim=0.65, least=0.55),
    ("factuality", "UDS-IH2 test", "Pearson r"): Aim(aim=0.88, least=0.80),
    ("speed", "current events", "words a second"): Aim(aim=25_000, least=15_000),
    ("memory", "current events", "MiB at most"): Aim(aim=300, least=500),
}
"""By head, data and metric."""


def aim_of(place: tuple[str, str, str], floors: HeldOutFloors) -> Aim | None:
    """What is wanted of a score, None where nothing is.

    Similarity should be the base model's, whose scores the floors file keeps.

    Args:
        place: head, data and metric.
        floors: the floors file.
    """
    head, data, metric = place
    if head != SIMILARITY:
        return AIMS.get(place)
    base = floors.floor_of((BASE, data, metric))
    return None if base is None else Aim(aim=base, least=base - LOSS)
