"""The program of a worker process: shards come in, parts go out.

`processes.py` starts and ends it. On its pipes are pickled values: how shards are read comes first,
and its own name, or why it cannot read, goes out once; then, for each task, what came of it.

Invariant: it ends at once when whoever started it has ended, in the middle of a shard, too.
"""

import os
import pickle
import sys
from queue import SimpleQueue
from threading import Thread
from typing import IO

from watchword.errors import WatchwordError
from watchword.flow.archive.carrying import Task
from watchword.flow.archive.working import ShardReader, Terms
from watchword.flow.garbage import look_seldom


def main() -> None:
    """Answer until the other side ends."""
    look_seldom()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    terms: Terms = pickle.load(requests)  # noqa: S301 - from who started it
    try:
        reader = ShardReader(terms)
        _put(reader.name, answers)
    except WatchwordError as error:
        _put(error, answers)
        return
    tasks: SimpleQueue[Task] = SimpleQueue()
    Thread(target=_take, args=(requests, tasks), daemon=True).start()
    _answer(reader, tasks.get(), answers)
    look_seldom()  # once more: what reads is loaded by the first shard
    while True:
        _answer(reader, tasks.get(), answers)


def _answer(reader: ShardReader, task: Task, answers: IO[bytes]) -> None:
    try:
        _put(reader.read(task), answers)
    except WatchwordError as error:
        _put(error, answers)


def _take(requests: IO[bytes], tasks: "SimpleQueue[Task]") -> None:
    """Hand on what is asked, and end the process when nobody can ask any more."""
    while True:
        try:
            tasks.put(pickle.load(requests))  # noqa: S301 - from who started it
        except (EOFError, OSError, pickle.UnpicklingError):
            os._exit(0)


def _put(answer: object, answers: IO[bytes]) -> None:
    pickle.dump(answer, answers, protocol=5)
    answers.flush()


if __name__ == "__main__":
    main()
