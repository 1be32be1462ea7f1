"""What stands on a host of a cluster: the model, and a shard at a time.

Invariant: an error of Watchword comes back as an answer, so that what Ray raises is about hosts.
"""

from watchword.errors import WatchwordError
from watchword.flow.archive.carrying import Aside, Task
from watchword.flow.archive.working import Done, ShardReader, Terms


class RemoteReader:
    """Reads shards where Ray has put it.

    Args:
        terms: how they are read.
    """

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._reader: ShardReader | None = None

    def begin(self) -> str | WatchwordError:
        """Load the model; the name that the findings bear, or why it cannot read."""
        try:
            self._reader = ShardReader(self._terms)
        except WatchwordError as error:
            return error
        return self._reader.name

    def where(self) -> str:
        """The host that it stands on, by Ray's name of it."""
        import ray  # noqa: PLC0415 - an extra, and loaded wherever this runs

        return str(ray.get_runtime_context().get_node_id())

    def read(self, task: Task) -> Done | Aside | WatchwordError:
        """Read a shard."""
        reader = self._reader or ShardReader(self._terms)
        try:
            return reader.read(task)
        except WatchwordError as error:
            return error
