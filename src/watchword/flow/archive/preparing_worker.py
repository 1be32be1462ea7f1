"""The program of a process that works out: stretches come in, what comes of each report goes out.

`preparing.py` starts and ends it. On its pipes are pickled values: the name of a work and a list of
what waits, each with what was handed on of it; then, for each such pair, the list of what was
worked out, or None where that failed, which whoever asked will meet again.
"""

import pickle
import sys
from collections.abc import Sequence
from typing import Any

from watchword.flow.situation.waiting import WORKS


def main() -> None:
    """Answer until the other side ends."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    while True:
        try:
            work, stretch = pickle.load(requests)  # noqa: S301 - from who started it
        except EOFError:
            return
        pickle.dump(work_out(work, stretch), answers, protocol=5)
        answers.flush()


def work_out(work: str, stretch: Sequence[tuple[Any, bytes | None]]) -> list[Any] | None:
    """What is worked out of each for a work, by its name; None where one cannot be."""
    try:
        return [WORKS[work].work_out(raw, made) for raw, made in stretch]
    except Exception:  # noqa: BLE001 - whoever asked does it again, and tells why
        return None


if __name__ == "__main__":
    main()
