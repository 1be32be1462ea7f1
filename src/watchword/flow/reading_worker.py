"""The program of a reading process: groups of reports come in, what is found in them goes out.

Run as `python -m watchword.flow.reading_worker`; `reading_process.py` starts and ends it. On its
pipes are pickled values: `True` once, when it can read; then, for each list of reports, a list of
what was found in each, None where reading it failed, which whoever asked will meet again.
"""

import pickle
import sys
from collections.abc import Sequence
from typing import IO

from watchword.engines import Carried, Engine, ReadingEngine
from watchword.engines.engine import EventEngine
from watchword.flow.garbage import look_seldom
from watchword.flow.handing import packed
from watchword.flow.jobs import Job, jobs_of
from watchword.flow.reading import read_report
from watchword.flow.reading_process import EVENTS, Found, found_in
from watchword.model.report import Report

_FIRST = Report(
    key="first",
    report_id="first",
    text="The mayor of Kyiv said on Monday that about 40 tanks had been sent to Kursk.",
    text_sha256="",
    raw_sha256="",
    raw=b"",
    form="text",
    found_at="",
)
"""Read before anything that is asked, so that the model and the gazetteers are loaded then."""


def main() -> None:
    """Answer until the other side ends."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    model, *further = sys.argv[1:]
    engine = ReadingEngine(Carried(model), threads=1)
    events = engine if EVENTS in further else None
    read_report(_FIRST, engine)
    look_seldom()
    _put(True, answers)
    while (reports := _next(requests)) is not None:
        _put(find_each(reports, engine, events), answers)


def find_each(
    reports: Sequence[Report], engine: Engine, events: EventEngine | None = None
) -> list[Found | None]:
    """What is found in each report, None where reading it failed."""
    return [_found(job) for job in jobs_of(reports, engine, events)]


def _found(job: Job) -> Found | None:
    try:
        read = job()
    except Exception:  # noqa: BLE001 - whoever asked reads this report again, and tells why
        return None
    return found_in(read)


def _next(requests: IO[bytes]) -> Sequence[Report] | None:
    try:
        reports: Sequence[Report] = pickle.load(requests)  # noqa: S301 - from who started it
    except EOFError:
        return None
    return reports


def _put(answer: object, answers: IO[bytes]) -> None:
    answers.write(packed(answer))
    answers.flush()


if __name__ == "__main__":
    main()
