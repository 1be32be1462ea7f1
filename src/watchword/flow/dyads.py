"""The pairs in some reports that may be the sides of an event, as an engine read them."""

from collections.abc import Sequence

from watchword.engines.engine import EventEngine
from watchword.extract.events import ReadDyad, find_told_dyads
from watchword.flow.extracting import ClaimedReport
from watchword.model.reading import MarkedPair

NOBODY = (0, 0)

DyadsOf = tuple[tuple[ReadDyad, ...], ...]
"""The dyads of each sentence of a report."""


def read_dyads(reports: Sequence[ClaimedReport], engine: EventEngine) -> tuple[DyadsOf, ...]:
    """The dyads of each report that its claims tell.

    The engine is asked about those with both sides, of all reports at once.

    Raises:
        MissingDataError: if the engine cannot be used.
    """
    found = [find_told_dyads(each.readings, each.extraction.claims) for each in reports]
    words = [words for each in reports for words in each.cut.words]
    pairs = [
        MarkedPair(sentence=index, source=dyad.pair[0], target=dyad.pair[1])
        for index, dyads in enumerate(dyads for each in found for dyads in each)
        for dyad in dyads
        if NOBODY not in dyad.pair
    ]
    read = iter(engine.read_events(words, pairs))
    return tuple(
        tuple(
            tuple(
                ReadDyad(dyad=dyad, read=None if NOBODY in dyad.pair else next(read))
                for dyad in dyads
            )
            for dyads in each
        )
        for each in found
    )
