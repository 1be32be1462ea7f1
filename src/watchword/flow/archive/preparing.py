"""Other processes that work out ahead what is grouped, so that only the deciding waits in line.

Each is started as a program of its own, as `flow/reading_process.py` tells why. What waits is read
from the record in order, handed out in stretches, and taken back in the same order.

Invariant: what comes back is what this process would have worked out, in the order of the record;
a process that ends costs time and nothing else.
"""

import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Generic, Self

from watchword.flow.archive.handed import Handed
from watchword.flow.situation.waiting import Raw, Ready, Work
from watchword.store import View

AT_ONCE = 1_000
"""Reports of a stretch, which are decided on in one transaction."""
_PROGRAM = "from watchword.flow.archive.preparing_worker import main; main()"
Stretch = Sequence[tuple[Raw, bytes | None]]
"""What waits, each with what was handed on of it."""
_GONE = (OSError, ValueError, EOFError, pickle.UnpicklingError)
"""What asking a process raises that has ended."""


class Preparers:
    """Processes that work out; with none of them, whoever asks does it.

    What was handed on of a stretch is unpacked here: taking it to another process and back would
    cost as much. A process is started when it is first asked.

    Args:
        processes: how many are started.
        at_once: reports of a stretch.
        handed: what was worked out already by whoever read the reports; nothing unless given.
    """

    def __init__(
        self, processes: int, *, at_once: int = AT_ONCE, handed: Handed | None = None
    ) -> None:
        self.at_once = at_once
        self.handed = handed or Handed(())
        self.count = processes
        self._idle: SimpleQueue[_Preparer | None] = SimpleQueue()
        self._started: list[_Preparer] = []
        self._threads = ThreadPoolExecutor(max_workers=max(1, processes))

    def __enter__(self) -> Self:
        for _ in range(self.count):
            preparer = _Preparer()
            self._started.append(preparer)
            self._idle.put(preparer)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for preparer in self._started:
            preparer.close()
        for _ in range(self.count):  # whoever waits for one is let go
            self._idle.put(None)
        self._threads.shutdown(cancel_futures=True)

    def pages(self, work: Work[Raw, Ready]) -> "Ahead[Raw, Ready]":
        """What waits for a work, worked out ahead."""
        return Ahead(self, work)

    def begin(self, work: Work[Raw, Ready], waiting: Sequence[Raw]) -> "Future[list[Ready]]":
        """Begin to work out a stretch."""
        made = self.handed.of(work.name, [(each.report, each.payload) for each in waiting])
        return self._threads.submit(self._work_out, work, list(zip(waiting, made, strict=True)))

    def _work_out(self, work: Work[Raw, Ready], stretch: Stretch[Raw]) -> list[Ready]:
        is_handed = all(made is not None for _, made in stretch)
        found = None if is_handed or not self.count else self._ask(work.name, stretch)
        return found if found is not None else [work.work_out(raw, made) for raw, made in stretch]

    def _ask(self, work: str, stretch: Stretch[Any]) -> list[Any] | None:
        """What one of the processes makes of a stretch; None where it has ended."""
        preparer = self._idle.get()
        try:
            return preparer.work_out(work, stretch) if preparer else None
        finally:
            is_there = preparer is not None and not preparer.has_ended
            self._idle.put(preparer if is_there else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun(Generic[Ready]):
    """A stretch that is being worked out.

    Attributes:
        after: row number of the last one before it.
        last: that of its own last one.
        found: what comes of it.
    """

    after: int
    last: int
    found: "Future[list[Ready]]"


class Ahead(Generic[Raw, Ready]):
    """What waits for a work, as `Pages`: some stretches are worked out before they are asked for.

    Args:
        preparers: who works it out.
        work: what for.
    """

    def __init__(self, preparers: Preparers, work: Work[Raw, Ready]) -> None:
        self._preparers = preparers
        self._work = work
        self._begun: deque[_Begun[Ready]] = deque()

    def __call__(self, view: View, after: int) -> Sequence[Ready]:
        """Give the stretch after a row number."""
        if self._begun and self._begun[0].after != after:
            self._begun.clear()  # another process has been at work: its rows are passed over
        last = self._begun[-1].last if self._begun else after
        while len(self._begun) <= 2 * self._preparers.count:
            stretch = self._work.read(view, last, self._preparers.at_once)
            if not stretch:
                break
            begun = _Begun(
                after=last,
                last=stretch[-1].number,
                found=self._preparers.begin(self._work, stretch),
            )
            self._begun.append(begun)
            last = begun.last
        return self._begun.popleft().found.result() if self._begun else []


class _Preparer:
    """One such process."""

    def __init__(self) -> None:
        """Begin without it."""
        self._process: subprocess.Popen[bytes] | None = None
        self._is_closed = False

    @property
    def has_ended(self) -> bool:
        """Whether it runs no longer."""
        return self._is_closed or (self._process is not None and self._process.poll() is not None)

    def work_out(self, work: str, stretch: Stretch[Any]) -> list[Any] | None:
        """What comes of each; None where it has ended, or could not do it.

        Raises:
            OSError: if it cannot be started.
        """
        if self._is_closed:
            return None
        self._process = process = self._process or _started()
        asked, answered = process.stdin, process.stdout
        if asked is None or answered is None:
            return None
        with suppress(*_GONE):
            pickle.dump((work, stretch), asked, protocol=5)
            asked.flush()
            answer = pickle.load(answered)  # noqa: S301 - from our own program
            return list(answer) if isinstance(answer, list) else None
        return None

    def close(self) -> None:
        """End it, whatever it is at."""
        self._is_closed = True
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()


def _started() -> "subprocess.Popen[bytes]":
    """A process that works out.

    Raises:
        OSError: if it cannot be started.
    """
    return subprocess.Popen(  # noqa: S603 - our own program, fixed arguments
        [sys.executable, "-P", "-c", _PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
