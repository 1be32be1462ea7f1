"""Parsing in a process of its own, so that a hostile file costs a bounded time and no crash."""

import subprocess
import sys
from contextlib import suppress
from threading import Timer
from time import monotonic
from types import TracebackType
from typing import Self

from watchword.collect.limits import Limits
from watchword.collect.parser_worker import pack_request, read_frame, unpack_answer, write_frame
from watchword.collect.piece import Draft, Piece
from watchword.errors import UnreadableError
from watchword.model.report import Unread

START_S = 30.0
"""What the first piece of a format gets on top: the process starts and its libraries load."""

_TOO_LONG = "its parser needs too long"
_PROGRAM = "from watchword.collect.parser_worker import main; main()"


class ParserProcess:
    """One parser process, started when first needed and again after it had to be ended."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
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

    def read(self, piece: Piece) -> list[Draft | Unread]:
        """Read a piece whose form is known.

        Raises:
            UnreadableError: if it cannot be read, or not within the time.
        """
        process = self._running()
        seconds = self._limits.parse_s + (0 if piece.form in self._loaded else START_S)
        until = monotonic() + seconds
        timer = Timer(seconds, process.kill)
        timer.start()
        try:
            body = self._ask(process, piece)
        finally:
            timer.cancel()
        if body is None:
            self.close()
            late = monotonic() >= until
            raise UnreadableError(_TOO_LONG if late else f"{piece.form} that breaks its parser")
        self._loaded.add(piece.form)
        return unpack_answer(body)

    def close(self) -> None:
        """End the process, if it runs."""
        process, self._process = self._process, None
        self._loaded.clear()
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        process.wait()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(  # noqa: S603 - our own program, fixed arguments
                [sys.executable, "-P", "-c", _PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _ask(self, process: subprocess.Popen[bytes], piece: Piece) -> bytes | None:
        if process.stdin is None or process.stdout is None:
            return None
        try:
            write_frame(process.stdin, pack_request(piece, self._limits))
            write_frame(process.stdin, piece.content)
            process.stdin.flush()
            return read_frame(process.stdout)
        except OSError:
            return None
