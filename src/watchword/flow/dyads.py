"""The pairs of some sentences that may be the sides of an event, as an engine read them."""

from collections.abc import Sequence

from watchword.engines.engine import EventEngine
from watchword.extract.events import ReadDyad, find_dyads
from watchword.model.reading import MarkedPair, Reading, Word

NOBODY = (0, 0)


def read_dyads(
    words: Sequence[Sequence[Word]], readings: Sequence[Reading], engine: EventEngine
) -> tuple[tuple[ReadDyad, ...], ...]:
    """The dyads of each sentence; the engine is asked about those with both sides, all at once.

    Args:
        words: the words of each sentence.
        readings: what the engine read in each.
        engine: reads what passes between two sides.

    Raises:
        MissingDataError: if the engine cannot be used.
    """
    found = [find_dyads(reading) for reading in readings]
    pairs = [
        MarkedPair(sentence=index, source=dyad.pair[0], target=dyad.pair[1])
        for index, dyads in enumerate(found)
        for dyad in dyads
        if NOBODY not in dyad.pair
    ]
    read = iter(engine.read_events(words, pairs))
    return tuple(
        tuple(
            ReadDyad(dyad=dyad, read=None if NOBODY in dyad.pair else next(read)) for dyad in dyads
        )
        for dyads in found
    )
