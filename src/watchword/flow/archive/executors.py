"""Who reads shards: a protocol that processes of this machine and hosts of a cluster both keep."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from watchword.flow.archive.carrying import Aside, Task
from watchword.flow.archive.working import Done

PATIENCE = 3
"""How often a worker may end while it reads the same shard, before that is set aside."""


class Executor(Protocol):
    """Reads shards, several at once."""

    def run(self, tasks: Iterable[Task]) -> Iterator[Done | Aside]:
        """Read every shard, and give each as it comes, in any order.

        It takes a task when a worker will soon be free, and no earlier, so that few are in memory.
        A worker that ends costs no shard: another one reads it. When the iterator is closed, the
        workers are ended, whatever they are at.

        Args:
            tasks: the shards.

        Raises:
            MissingDataError: if the language model is not there.
            ClusterError: if there are no workers to be had.
        """
        ...


def ended_on(times: int) -> str:
    """Why a shard is set aside that ends its workers."""
    return f"the process that read it ended {times} times"
