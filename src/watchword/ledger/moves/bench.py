"""What is measured of what moves: an engine where reports are read, and the folder of the sets."""

from pathlib import Path

from watchword.engines.engine import EventEngine
from watchword.ledger.stories.bench import Watch, unwatched


class MoveBench:
    """An engine, and the folder of the sets."""

    def __init__(
        self, engine: EventEngine, data: Path, watch: Watch = unwatched, *, processes: int = 1
    ) -> None:
        """Set up.

        Args:
            engine: what reads the sentences, where a task reads any.
            data: the folder of the measuring data.
            watch: is told how far the reading of a set is.
            processes: how many processes read.
        """
        self.engine = engine
        self.data = data
        self.watch = watch
        self.processes = processes
