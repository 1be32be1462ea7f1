"""What somebody looks for in the record, and what is found."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchword.model.claim import Modality
from watchword.model.report import Status
from watchword.model.span import Span


class Sought(StrEnum):
    """What a search gives."""

    CLAIMS = "claims"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to look for; every filter that is given must hold, None or empty is no filter.

    Attributes:
        words: words, "a phrase", prefix*, -not, this OR that.
        near: a direction of meaning as 384 little-endian half floats; what lies near it is found
            besides what has the words.
        kind: claims or reports.
        actors: names, one of which acts in the claim or is spoken of in the report.
        places: names, one of which is where the claim happens or is spoken of in the report.
        countries: ISO 3166-1 alpha-2 codes, as places.
        since: first moment of publication; aware.
        until: the end of that stretch, excluded; aware.
        happens_since: first moment of a stretch that the time which a claim gives overlaps; aware.
            Reports: that of one of their claims.
        happens_until: the end of that stretch, excluded; aware.
        source: whom the claim comes from first; reports: one of their claims.
        outlet: who published it.
        modality: how firmly it is claimed; reports: one of their claims.
        event: PLOVER event type of the claim; reports: one of their claims.
        story: key of the story that the report is in.
        feed: the feed that brought the report first.
        language: BCP 47 code, as the record has it.
        limit: how many hits to give.
        offset: how many of the best to pass over.
    """

    words: str = ""
    near: bytes | None = None
    kind: Sought = Sought.CLAIMS
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    happens_since: datetime | None = None
    happens_until: datetime | None = None
    source: str | None = None
    outlet: str | None = None
    modality: Modality | None = None
    event: str | None = None
    story: str | None = None
    feed: str | None = None
    language: str | None = None
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report or a claim that was found.

    Attributes:
        kind: claim or report.
        report: key of the report.
        title: its headline, None where it has none.
        outlet: who published it, None where not known.
        published: when it was published, aware UTC; None where not known.
        status: whether the publisher stands by it.
        claim: key of the claim, None for a report.
        content: the words that are claimed, None for a report.
        source: whom the claim comes from first; None for the outlet's own voice and for reports.
        modality: how firmly it is claimed, None for a report.
        score: sum of 1 / (60 + rank) over the lists that it stands in; 0 in a mere listing. It
            orders the hits of one search and says nothing beside that.
        reasons: why it was found, in words: "words rank 3", "meaning rank 12".
        snippet: the part of the report's text to show.
        marked: the words in the snippet that were looked for.
    """

    kind: Sought
    report: str
    title: str | None
    outlet: str | None
    published: datetime | None
    status: Status
    claim: str | None = None
    content: Span | None = None
    source: str | None = None
    modality: Modality | None = None
    score: float
    reasons: tuple[str, ...]
    snippet: Span
    marked: tuple[Span, ...]
