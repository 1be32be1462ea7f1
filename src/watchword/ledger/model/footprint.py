"""What the carried model costs a process of its own: seconds to load, memory at most.

The process loads the engine and no corpus (the ledger's own code adds 4 MiB), reads sentences as
they come and lets go of them.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import IO

from watchword.engines.engine import Engine
from watchword.errors import WatchwordError
from watchword.model.reading import Word

AT_ONCE = 64
"""Sentences that are read at once: those of a long report."""

_PROGRAM = "from watchword.ledger.model.footprint import main; main()"
_STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """What a process needed.

    Attributes:
        load_seconds: from nothing but Python until a first sentence was read.
        peak_mebibytes: most resident memory; None where the system does not tell.
        words: how many words it read.
    """

    load_seconds: float
    peak_mebibytes: float | None
    words: int


def measure_footprint(
    folder: Path | None, sentences: Sequence[Sequence[Word]], *, program: str = _PROGRAM
) -> Footprint:
    """Start a process that loads the engine and reads.

    Args:
        folder: where the model lies; the carried one where None.
        sentences: what to read.
        program: what the process runs.

    Raises:
        WatchwordError: if the process fails.
    """
    lines = [json.dumps([word.text for word in sentence]) + "\n" for sentence in sentences]
    finished = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-P", "-c", program, *([str(folder)] if folder else [])],
        input="".join(lines).encode(),
        capture_output=True,
        check=False,
    )
    if finished.returncode:
        last = finished.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise WatchwordError("the process that is measured failed", key="; ".join(last))
    return Footprint(**json.loads(finished.stdout))


def main() -> None:
    """Measure this process: the folder is its argument, sentences come as lines of JSON."""
    begin = perf_counter()
    from watchword.engines.reader import ReadingEngine  # noqa: PLC0415 - what is measured

    engine = ReadingEngine(*map(Path, sys.argv[1:2]), threads=2)
    engine.read([made_words(["Ships", "left", "."])])
    loaded = perf_counter() - begin
    words = read_all(engine, sys.stdin)
    found = {"load_seconds": loaded, "peak_mebibytes": peak_mebibytes(), "words": words}
    sys.stdout.write(json.dumps(found))


def read_all(engine: Engine, lines: Iterable[str]) -> int:
    """Read sentences, some at once, and give how many words there were."""
    ahead = iter(lines)
    words = 0
    while group := [made_words(json.loads(line)) for line in islice(ahead, AT_ONCE)]:
        words += sum(len(reading.tokens) for reading in engine.read(group))
    return words


def peak_mebibytes(status: Path = _STATUS) -> float | None:
    """Most memory that this process had resident, as Linux tells it; None elsewhere."""
    if not status.is_file():
        return None
    with status.open(encoding="utf-8") as lines:
        return next(_kibibytes(lines), None)


def made_words(texts: Sequence[str]) -> tuple[Word, ...]:
    """Words as if they stood in a text with a blank between any two.

    >>> [(word.start, word.end) for word in made_words(["Ships", "left"])]
    [(0, 5), (6, 10)]
    """
    words, start = [], 0
    for text in texts:
        words.append(Word(text=text, start=start, end=start + len(text)))
        start += len(text) + 1
    return tuple(words)


def _kibibytes(lines: IO[str]) -> Iterator[float]:
    for line in lines:
        name, _, value = line.partition(":")
        if name == "VmHWM":
            yield int(value.split()[0]) / 1024
