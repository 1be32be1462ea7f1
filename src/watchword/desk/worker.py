"""The program of a worker: questions of views come in, what they show goes out.

Run beside a server by `working.py`. On its pipes are pickled values: for each `Job` the record, or
the `WatchwordError` that it ended in.
"""

import pickle
import sys
from typing import IO

from watchword.config import Settings, read_settings
from watchword.desk.catalogue import view_named
from watchword.desk.job import Job
from watchword.desk.memory import tidy_rarely
from watchword.desk.scoping import shown_by
from watchword.desk.seen import Seen, Shelf
from watchword.engines import ReadingEngine
from watchword.errors import WatchwordError
from watchword.flow.span_records import Record
from watchword.store import Store, open_store


def main() -> None:
    """Answer until the other side ends."""
    tidy_rarely()
    jobs, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    works = Works(read_settings())
    while (job := _next(jobs)) is not None:
        answers.write(pickle.dumps(works.answer(job)))
        answers.flush()


class Works:
    """Works views out, with the records open that it was asked about.

    Args:
        settings: what the user set.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._open: dict[str, tuple[Store, Shelf]] = {}
        self._engine: ReadingEngine | None = None

    def answer(self, job: Job) -> Record | WatchwordError:
        """What a view shows, or why it cannot."""
        try:
            return self._worked_out(job)
        except WatchwordError as error:
            return error

    def _worked_out(self, job: Job) -> Record:
        store, shelf = self._opened(job.location)
        view = view_named(job.view)
        seen = Seen(
            store=store,
            name=job.situation,
            as_of=job.as_of,
            by=job.by,
            settings=self._settings,
            shelf=shelf,
            engine=self._loaded,
        )
        return shown_by(view, seen, view.asks.model_validate_json(job.ask))

    def _opened(self, location: str) -> tuple[Store, Shelf]:
        if location not in self._open:
            self._open[location] = (open_store(location), Shelf())
        return self._open[location]

    def _loaded(self) -> ReadingEngine:
        self._engine = self._engine or ReadingEngine()
        return self._engine


def _next(jobs: IO[bytes]) -> Job | None:
    try:
        job = pickle.load(jobs)  # noqa: S301 - what the server beside it writes
    except EOFError:
        return None
    return job if isinstance(job, Job) else None
