"""A report with everything that reading it has found."""

from dataclasses import dataclass

from watchword.model.actor import Actor
from watchword.model.event import Event
from watchword.model.extraction import Extraction
from watchword.model.report import Report
from watchword.model.toponym import LocatedToponym


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """A report with what was found in it.

    Attributes:
        report: the report.
        extraction: its claims and implications.
        toponyms: the names of places in it, and where on the globe they lie.
        events: who did what to whom in it; empty where they were not asked for.
        actors: who acts or speaks in it, each under all its names.
        vectors: the direction of each sentence's meaning, as `Reading.embedding`, after where the
            sentence begins; empty where the engine gives none.
    """

    report: Report
    extraction: Extraction
    toponyms: tuple[LocatedToponym, ...] = ()
    events: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    vectors: tuple[tuple[int, bytes], ...] = ()
