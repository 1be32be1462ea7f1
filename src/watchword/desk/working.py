"""Working views out beside the server, so that whoever asks for something light does not wait.

A process and not a thread, because looking through claims holds Python's lock. It is started as a
program, as `flow.reading_process` is, and ends when the server does.
"""

import pickle
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Protocol

from watchword.config import Settings
from watchword.desk.job import Job
from watchword.desk.worker import Works
from watchword.errors import StoreError, WatchwordError
from watchword.flow.span_records import Record

_PROGRAM = "from watchword.desk.worker import main; main()"
_GONE = (OSError, ValueError, EOFError, pickle.UnpicklingError)
LOST = "the process that works views out ended; ask again"


class Worker(Protocol):
    """Works views out, one after the other."""

    def submit(self, job: Job) -> "Future[Record]":
        """Begin, and give what it will come to; the future fails with a `WatchwordError`."""

    def is_alive(self) -> bool:
        """Whether it can be asked, or has not had to begin yet."""

    def close(self) -> None:
        """Let go of everything."""


class WorkerHere:
    """Works views out in this process, on a thread: for one person, and for tests.

    Args:
        settings: what the user set.
    """

    def __init__(self, settings: Settings) -> None:
        self._works = Works(settings)
        self._thread = ThreadPoolExecutor(1, "views")

    def submit(self, job: Job) -> "Future[Record]":
        """Begin."""
        return self._thread.submit(lambda: _record(self._works.answer(job)))

    def is_alive(self) -> bool:
        """True: it lives and ends with this process."""
        return True

    def close(self) -> None:
        """Let go of everything."""
        self._thread.shutdown(wait=False, cancel_futures=True)


class WorkerBeside:
    """Works views out in a process of its own; where it dies, the next question starts another."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = ThreadPoolExecutor(1, "views")
        self._thread.submit(self._running)

    def submit(self, job: Job) -> "Future[Record]":
        """Begin."""
        return self._thread.submit(self._ask, job)

    def is_alive(self) -> bool:
        """Whether its process runs, or has not begun; the next question starts another."""
        return self._process is None or self._process.poll() is None

    def close(self) -> None:
        """End the process."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()

    def _ask(self, job: Job) -> Record:
        process = self._running()
        try:
            assert process.stdin is not None  # noqa: S101 - opened with pipes
            assert process.stdout is not None  # noqa: S101
            process.stdin.write(pickle.dumps(job))
            process.stdin.flush()
            answer = pickle.load(process.stdout)  # noqa: S301 - what our own process writes
        except _GONE as error:
            self._process = None
            raise StoreError(LOST, key=job.view) from error
        return _record(answer)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-c", _PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,
            )
        return self._process


def _record(answer: Record | WatchwordError) -> Record:
    if isinstance(answer, WatchwordError):
        raise answer
    return answer
