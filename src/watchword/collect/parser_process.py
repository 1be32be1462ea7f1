"""Parsing in a process of its own, so that a hostile file costs a bounded time and no crash."""

import subprocess
import sys
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import IO, Self

from watchword.collect.limits import Limits
from watchword.collect.parser_worker import pack_request, read_frame, unpack_answer, write_frame
from watchword.collect.piece import Draft, Piece
from watchword.errors import UnreadableError
from watchword.model.report import Unread

START_S = 30.0
"""What the first piece of a format gets on top: the process starts and its libraries load."""

_PROGRAM = "from watchword.collect.parser_worker import main; main()"


class ParserProcess:
    """One parser process, started when first needed and again after it had to be ended.

    Args:
        limits: the bounds, of which `parse_s` holds for each piece.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: SimpleQueue[bytes | None] = SimpleQueue()
        self._loaded: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, piece: Piece, limits: Limits | None = None) -> list[Draft | Unread]:
        """Read a piece whose form is known.

        Args:
            piece: the piece.
            limits: narrower bounds for this piece; those of the process unless given.

        Raises:
            UnreadableError: if it cannot be read, or not within the time.
        """
        seconds = self._limits.parse_s + (0 if piece.form in self._loaded else START_S)
        self._send(piece, limits or self._limits)
        try:
            answer = self._answers.get(timeout=seconds)
        except Empty:
            self.close()
            raise UnreadableError("its parser needs too long") from None
        if answer is None:
            self.close()
            raise UnreadableError(f"{piece.form} that breaks its parser")
        self._loaded.add(piece.form)
        return unpack_answer(answer)

    def close(self) -> None:
        """End the process, if it runs."""
        process, self._process = self._process, None
        self._loaded.clear()
        if process is None:
            return
        process.kill()
        process.wait()
        if process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()

    def _send(self, piece: Piece, limits: Limits) -> None:
        if self._process is None:
            self._start()
        pipe = self._process.stdin if self._process else None
        if pipe is None:
            return
        with suppress(OSError):  # a process that has ended is told by its answer
            write_frame(pipe, pack_request(piece, limits))
            write_frame(pipe, piece.content)
            pipe.flush()

    def _start(self) -> None:
        self._answers = SimpleQueue()
        self._process = subprocess.Popen(  # noqa: S603 - our own program, fixed arguments
            [sys.executable, "-P", "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        if self._process.stdout is not None:
            arguments = (self._process.stdout, self._answers)
            Thread(target=_pass_on, args=arguments, daemon=True).start()


def _pass_on(answers: IO[bytes], queue: "SimpleQueue[bytes | None]") -> None:
    """Hand every answer over, and None when the process ends."""
    with answers:
        while (answer := read_frame(answers)) is not None:
            queue.put(answer)
    queue.put(None)
