"""Worker processes on this machine, each with the model and one thread.

They are started as programs, and not by `multiprocessing`, so that the program of whoever uses
Watchword is not run again, and an interrupt from the keyboard does not reach them.
"""

import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from queue import SimpleQueue

from watchword.errors import ClusterError, WatchwordError
from watchword.flow.archive.carrying import Aside, Task
from watchword.flow.archive.executors import PATIENCE, ended_on
from watchword.flow.archive.working import Done, Terms

_PROGRAM = "from watchword.flow.archive.worker import main; main()"
_GONE = (OSError, ValueError, EOFError, pickle.UnpicklingError)
"""What asking a process raises that has ended, or is ended meanwhile."""


class ProcessExecutor:
    """Reads shards in processes of this machine.

    Args:
        count: how many.
        terms: how shards are read.
    """

    def __init__(self, count: int, terms: Terms) -> None:
        self._count = count
        self._terms = terms

    def run(self, tasks: Iterable[Task]) -> Iterator[Done | Aside]:
        """Read every shard; as `Executor` has it."""
        with _Pool(self._count, self._terms) as pool:
            pending: set[Future[Done | Aside]] = set()
            for task in tasks:
                pending.add(pool.begin(task))
                if len(pending) > self._count:  # one more than can be read lies ready
                    done, pending = wait(pending, return_when=FIRST_COMPLETED)
                    yield from (each.result() for each in done)
            while pending:
                done, pending = wait(pending, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in done)


class _Pool:
    """Processes and the threads that wait for them."""

    def __init__(self, count: int, terms: Terms) -> None:
        self._terms = terms
        self._threads = ThreadPoolExecutor(count)
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._workers = [_Worker(terms) for _ in range(count)]
        for worker in self._workers:
            self._idle.put(worker)
        self._is_closed = False

    def __enter__(self) -> "_Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self._is_closed = True
        for worker in self._workers:
            worker.end()
        self._threads.shutdown(cancel_futures=True)

    def begin(self, task: Task) -> Future[Done | Aside]:
        """Begin to read a shard as soon as a process is free."""
        return self._threads.submit(self._read, task)

    def _read(self, task: Task) -> Done | Aside:
        worker = self._idle.get()
        try:
            for _ in range(PATIENCE):
                answer = None if self._is_closed else worker.read(task)
                if answer is not None or self._is_closed:
                    return answer or Aside(key=task.key, reason="interrupted")
            return Aside(key=task.key, reason=ended_on(PATIENCE))
        finally:
            self._idle.put(worker)


class _Worker:
    """One process, started when first needed and again after it has ended."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._process: subprocess.Popen[bytes] | None = None
        self._has_ended = False

    def read(self, task: Task) -> Done | Aside | None:
        """What comes of a shard; None if the process has ended over it.

        Raises:
            MissingDataError: if the language model is not there.
            ClusterError: if no process can be started.
        """
        for _ in range(PATIENCE):
            if self._process is None and not self._has_ended:
                self._start()
        if self._process is None:
            raise ClusterError("a worker process ends before it can read")
        answer = self._ask(task)
        if isinstance(answer, WatchwordError):
            raise answer
        if isinstance(answer, Done | Aside):
            return answer
        self._close()
        return None

    def end(self) -> None:
        """End it for good, from another thread too."""
        self._has_ended = True
        self._close()

    def _close(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _start(self) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, fixed arguments
                [sys.executable, "-P", "-c", _PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            raise ClusterError("no worker process can be started") from error
        ready = None if self._has_ended else self._ask(self._terms)
        if not isinstance(ready, str):
            self._close()
        if isinstance(ready, WatchwordError):
            raise ready

    def _ask(self, question: object) -> object | None:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return None
        with suppress(*_GONE):  # a process that has ended is told by its answer
            pickle.dump(question, process.stdin, protocol=5)
            process.stdin.flush()
        try:
            answer: object = pickle.load(process.stdout)  # noqa: S301 - from our own program
        except _GONE:
            return None
        return answer
