"""What is worked out of a report before anything is decided about it, for the three works.

It looks at one report alone, so that it may be done by whoever reads the report, who hands it on as
bytes, or by whoever groups it, from what the record keeps.

Invariant: what is handed on and what is worked out of the record afterwards are the same.
"""

from dataclasses import dataclass

from watchword.group.stories import features_of
from watchword.group.traces import pack_trace, trace_of, unpack_trace
from watchword.model.actor import Actor
from watchword.model.copy_trace import CopyTrace
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.model.story import StoryFeatures
from watchword.resolve.around import countries_around
from watchword.store.codec import from_bytes, to_bytes
from watchword.store.packed import PackedReading, unpacked
from watchword.store.stories import pack_happening, unpack_features


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The actors of a report, and around whom they stand.

    Attributes:
        actors: its actors.
        around: alpha-2 codes of the countries that it names; empty where nobody asks.
    """

    actors: tuple[Actor, ...] = ()
    around: tuple[str, ...] = ()


def hand_on(read: ReadReport) -> dict[str, bytes]:
    """What is worked out of a report that was just read, by the name of the work."""
    return {
        "origins": pack_trace(trace_of(read.report)),
        "actors": to_bytes(_company(read), page=read.report),
        "stories": pack_happening(_features(read)),
    }


def trace_from(report: Report, made: bytes | None) -> CopyTrace:
    """What a report's copies are known by.

    Args:
        report: the report.
        made: what was handed on, None for nothing.
    """
    return trace_of(report) if made is None else unpack_trace(made)


def company_from(reading: PackedReading, made: bytes | None) -> Company:
    """The actors of a reading; arguments as above."""
    if made is None:
        return _company(unpacked(reading))
    return from_bytes(Company, made, page=reading.report)


def features_from(reading: PackedReading, made: bytes | None) -> StoryFeatures:
    """What a reading is grouped by, but for its direction and its origin; arguments as above."""
    return _features(unpacked(reading)) if made is None else unpack_features(made)


def _company(read: ReadReport) -> Company:
    is_seen = read.report.published.at is not None and bool(read.actors)
    around = countries_around(read.report.text) if is_seen else ()
    return Company(actors=read.actors, around=around)


def _features(read: ReadReport) -> StoryFeatures:
    claims = read.extraction.claims
    return features_of(read.report, claims, read.actors, read.toponyms, ())
