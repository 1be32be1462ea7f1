"""What one worker does with one shard: collect its reports, read them, pack what was found.

One thread and one engine, whatever runs it, so that a shard is the same work on every machine.

Invariant: the same bytes of a shard give the same bytes of a part, whoever reads it and when.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from watchword.collect.limits import Limits
from watchword.collect.reading import ReadingRoom
from watchword.engines import ReadingEngine
from watchword.engines.carried import USUAL, Carried
from watchword.errors import MissingDataError, MissingExtraError
from watchword.flow.ahead import grouped
from watchword.flow.archive.carrying import Aside, Task
from watchword.flow.archive.parts import pack_part
from watchword.flow.jobs import jobs_of
from watchword.flow.running import worked
from watchword.flow.situation.reading import reader_named
from watchword.model.read_report import ReadReport
from watchword.model.report import Report, Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How every shard is read.

    Attributes:
        limits: how much of it at most.
        mapping: column of each field of a record, None for the default names.
        model: which of the language models that are shipped reads.
    """

    limits: Limits
    mapping: Mapping[str, str] | None = None
    model: Carried = USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A shard that was read.

    Attributes:
        key: its key.
        part: what was found in it, as Parquet.
    """

    key: str
    part: bytes


class ShardReader:
    """Reads shards one after another; it holds the language model.

    Args:
        terms: how they are read.
    """

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._engine = ReadingEngine(terms.model, threads=1)

    @property
    def name(self) -> str:
        """Name and version that its findings bear."""
        return reader_named(self._engine.name)

    def read(self, task: Task) -> Done | Aside:
        """Read a shard; a fault in its reports costs them alone.

        Raises:
            MissingDataError: if the language model cannot be used, for this shard or any other.
            MissingExtraError: if pyarrow is not installed.
        """
        try:
            return Done(key=task.key, part=pack_part(list(self._each_found(task))))
        except (MissingDataError, MissingExtraError):
            raise
        except Exception as error:  # noqa: BLE001 - the outermost loop: the other shards go on
            reason = f"Watchword failed on it, which is a fault of Watchword: {_kind(error)}"
            return Aside(key=task.key, reason=reason)

    def _each_found(self, task: Task) -> Iterator[ReadReport | Unread]:
        with ReadingRoom(self._terms.limits, self._terms.mapping) as room:
            let_go = (_without_bytes(each) for each in room.read(task.piece))
            for group in grouped(let_go):
                reports = [each for each in group if isinstance(each, Report)]
                jobs = iter(jobs_of(reports, self._engine, self._engine))
                for each in group:
                    yield each if isinstance(each, Unread) else worked(each, next(jobs))


def _without_bytes(each: Report | Unread) -> Report | Unread:
    return replace(each, raw=b"") if isinstance(each, Report) else each


def _kind(error: Exception) -> str:
    return type(error).__name__
