"""Hosts of a Ray cluster: each has actors that hold the model and read one shard at a time.

The bytes of shards and parts travel through Ray, so that the hosts share no disk. Ray restarts
nothing by itself: an actor that waits for a host to come back would keep its shard, so a shard
whose actor is lost goes to whoever is free, and another actor is begun where there is room.

Invariant: a shard is with one actor at a time; a host that is lost costs none of them.
"""

import logging
import socket
import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import sleep
from typing import Any

from watchword.config import prepare_cluster
from watchword.errors import ClusterError, MissingExtraError, SettingsError, WatchwordError
from watchword.flow.archive.carrying import Aside, Task
from watchword.flow.archive.executors import PATIENCE, ended_on
from watchword.flow.archive.remote import RemoteReader
from watchword.flow.archive.working import Done, Terms

_log = logging.getLogger(__name__)

LOCAL = "local"
"""The address of a cluster that is begun on this machine, and ended with the run."""
_LOOK_S = 5.0
"""After so many seconds without news it is looked whether there is room for further actors."""
_REACH_S = 10.0
_MOST_FAILED = 10
"""Actors that may end in a row before they could read."""


class RayExecutor:
    """Reads shards on the hosts of a Ray cluster.

    Args:
        address: `HOST:PORT` of the cluster's head; this machine belongs to the cluster. `local`
            for a cluster of this machine alone.
        terms: how shards are read.
        made_by: name and version that all hosts must have.
        count: how many actors at most, None for one a processor.
    """

    def __init__(
        self, address: str, terms: Terms, made_by: str, *, count: int | None = None
    ) -> None:
        self._address = address
        self._terms = terms
        self._made_by = made_by
        self._count = count

    def run(self, tasks: Iterable[Task]) -> Iterator[Done | Aside]:
        """Read every shard; as `Executor` has it.

        Raises:
            MissingExtraError: if Ray is not installed.
            SettingsError: if a host has another version of Watchword.
        """
        with _connected(self._address, self._count) as ray:
            crew = _Crew(ray, self._terms, self._made_by, self._count)
            yield from crew.run(iter(tasks))


@dataclass(slots=True, kw_only=True)
class _Member:
    """An actor.

    Attributes:
        actor: Ray's handle of it.
        node: the host that it is on, empty until it can read.
        task: what it reads, None where it is idle or loads.
    """

    actor: Any
    node: str = ""
    task: Task | None = None


class _Crew:
    """The actors of a run, and who reads what."""

    def __init__(self, ray: Any, terms: Terms, made_by: str, count: int | None) -> None:  # noqa: ANN401 - Ray is untyped
        self._ray = ray
        self._kind = ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(RemoteReader)
        self._terms = terms
        self._made_by = made_by
        self._count = count
        self._idle: list[_Member] = []
        self._busy: dict[Any, _Member] = {}
        self._again: deque[Task] = deque()
        self._ended: Counter[str] = Counter()
        self._failed = 0

    def run(self, tasks: Iterator[Task]) -> Iterator[Done | Aside]:
        if not self._hire():
            raise ClusterError("no host of the cluster offers a processor")
        while self._hand_out(tasks):
            for ref in self._news():
                outcome = self._settle(ref)
                if outcome is not None:
                    yield outcome
            self._hire()

    def _news(self) -> list[Any]:
        """What has ended; nothing after a while in which nothing has."""
        if not self._busy:  # every host is lost, and may come back
            sleep(_LOOK_S)
            return []
        ready, _ = self._ray.wait(list(self._busy), timeout=_LOOK_S)
        return list(ready)

    def _hire(self) -> int:
        """Begin as many actors as there is room for; how many there are then."""
        room = int(self._ray.cluster_resources().get("CPU", 0))
        wanted = room if self._count is None else min(room, self._count)
        for _ in range(wanted - len(self._idle) - len(self._busy)):
            member = _Member(actor=self._kind.remote(self._terms))
            self._busy[member.actor.begin.remote()] = member
        return len(self._idle) + len(self._busy)

    def _hand_out(self, tasks: Iterator[Task]) -> bool:
        """Give who is idle something to read; whether anything is still being read."""
        while self._idle:
            task = self._again.popleft() if self._again else next(tasks, None)
            if task is None:
                break
            member = self._idle.pop()
            member.task = task
            self._busy[member.actor.read.remote(task)] = member
        is_left = bool(self._again) or not self._idle
        return is_left or any(member.task for member in self._busy.values())

    def _settle(self, ref: Any) -> Done | Aside | None:  # noqa: ANN401 - Ray is untyped
        member = self._busy.pop(ref)
        task, member.task = member.task, None
        try:
            answer, node = self._ray.get(ref), member.node or self._node_of(member)
        except self._ray.exceptions.RayError:
            return self._lose(member, task)
        if isinstance(answer, WatchwordError):
            raise answer
        member.node = node
        self._idle.append(member)
        if isinstance(answer, str):
            self._check_version(answer, node)
            self._failed = 0
            return None
        outcome: Done | Aside = answer
        return outcome

    def _lose(self, member: _Member, task: Task | None) -> Aside | None:
        """An actor has gone; what it read is read by another one."""
        with suppress(self._ray.exceptions.RayError, ValueError):
            self._ray.kill(member.actor)
        if task is None:
            self._failed += 1
            if self._failed >= _MOST_FAILED and not self._idle:
                raise ClusterError("readers end on the cluster's hosts before they can read")
            return None
        _log.warning("a reader is lost; shard %s goes to another one", task.key)
        if member.node in self._nodes():  # its host lives, so that the shard may be to blame
            self._ended[task.key] += 1
        if self._ended[task.key] >= PATIENCE:
            return Aside(key=task.key, reason=ended_on(PATIENCE))
        self._again.append(task)
        return None

    def _node_of(self, member: _Member) -> str:
        return str(self._ray.get(member.actor.where.remote()))

    def _nodes(self) -> set[str]:
        return {node["NodeID"] for node in self._ray.nodes() if node["Alive"]}

    def _check_version(self, made_by: str, node: str) -> None:
        if made_by != self._made_by:
            reason = f"a host reads as {made_by}, and this one as {self._made_by}"
            raise SettingsError(reason, key=node, mend="install the same version on every host")


@contextmanager
def _connected(address: str, count: int | None) -> Iterator[Any]:
    """Ray, connected to the cluster, and let go of in the end."""
    if "ray" not in sys.modules:  # it asks the environment when it is loaded, and never again
        prepare_cluster()
    try:
        import ray  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise MissingExtraError(
            "a cluster needs Ray", key="ray", mend="pip install 'watchword[cluster]'"
        ) from error
    if address != LOCAL:
        _check_reach(address)
    alone: dict[str, Any] = {"num_cpus": count, "include_dashboard": False}
    try:
        here = alone if address == LOCAL else {}
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, **here)
    except (ConnectionError, RuntimeError, ValueError, ray.exceptions.RayError) as error:
        raise _out_of_reach(address) from error
    try:
        yield ray
    finally:
        ray.shutdown()


def _check_reach(address: str) -> None:
    """See that something listens there: Ray would wait for minutes, and say why nowhere.

    Raises:
        ClusterError: if nothing does.
        SettingsError: if it is no address.
    """
    host, colon, port = address.rpartition(":")
    if not colon or not host or not port.isdecimal():
        raise SettingsError("it is not HOST:PORT", key=address, mend="give that of the head")
    try:
        socket.create_connection((host, int(port)), timeout=_REACH_S).close()
    except (OSError, OverflowError) as error:
        raise _out_of_reach(address) from error


def _out_of_reach(address: str) -> ClusterError:
    mend = f"ray start --address={address}, on this host"
    return ClusterError("the cluster is out of reach", key=address, mend=mend)
