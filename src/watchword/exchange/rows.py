"""Claims, figures and events as rows of a table: one column a fact, the same for every form."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from watchword.exchange.plover import goldstein_of
from watchword.model.claim import Claim
from watchword.model.event import Event, Party
from watchword.model.figure import Figure
from watchword.model.handover import Handover, is_withdrawn
from watchword.model.moment import Moment
from watchword.model.place import Place
from watchword.model.read_report import ReadReport
from watchword.model.toponym import Location, location_of

Cell = str | int | float | bool | datetime | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with its columns.

    Attributes:
        columns: name and type of each column: str, int, float, bool or datetime.
        rows: reads the rows off what is handed on.
    """

    columns: tuple[tuple[str, type], ...]
    rows: Callable[[Handover], Iterator[Row]]


_REPORT: tuple[tuple[str, type], ...] = (
    ("report_id", str),
    ("report_key", str),
    ("outlet", str),
    ("title", str),
    ("address", str),
    ("published", datetime),
    ("withdrawn", bool),
    ("tlp", str),
)
_WHERE: tuple[tuple[str, type], ...] = (
    ("place", str),
    ("place_name", str),
    ("country", str),
    ("geonames_id", int),
    ("latitude", float),
    ("longitude", float),
    ("place_precision", str),
)
_WHEN: tuple[tuple[str, type], ...] = (
    ("time", str),
    ("since", datetime),
    ("until", datetime),
    ("time_precision", str),
)
_SPAN: tuple[tuple[str, type], ...] = (("start", int), ("end", int))


def _claim_rows(handover: Handover) -> Iterator[Row]:
    for read, claim in each_claim(handover):
        attribution = claim.attribution
        yield (
            claim.key,
            *_of_report(handover, read),
            claim.sentence.quote,
            claim.content.quote,
            " < ".join(link.name for link in attribution.links),
            attribution.cue,
            claim.modality.value,
            "; ".join(mark.span.quote for mark in claim.marks),
            claim.polarity.value,
            claim.actor,
            claim.action,
            claim.recipient,
            claim.event,
            claim.figures[0].words if claim.figures else None,
            claim.condition.quote if claim.condition else None,
            *_where(claim.place, read),
            *_when(claim.time),
            claim.content.start,
            claim.content.end,
            claim.made_by,
        )


def _figure_rows(handover: Handover) -> Iterator[Row]:
    for read, claim in each_claim(handover):
        for number, figure in enumerate(claim.figures):
            yield (
                claim.key,
                number,
                *_of_report(handover, read),
                " < ".join(link.name for link in claim.attribution.links),
                claim.modality.value,
                *_of_figure(figure),
                *_where(claim.place, read),
                *_when(claim.time),
                figure.start,
                figure.end,
                claim.made_by,
            )


def _event_rows(handover: Handover) -> Iterator[Row]:
    for read in handover.read:
        for event in read.events:
            first, last = days_of(event, read)
            yield (
                event.key,
                event.claim,
                *_of_report(handover, read),
                event.type.value,
                "; ".join(event.modes),
                "; ".join(event.contexts),
                "; ".join(each.value for each in event.standing),
                event.modality.value,
                " < ".join(event.chain),
                *_side(event.actors),
                *_side(event.recipients),
                event.type.quad,
                event.type.score,
                event.cameo_root,
                goldstein_of(event),
                *(_best(each) for each in (event.killed, event.wounded, event.size)),
                first,
                last,
                *_where(event.place, read),
                event.deed.start,
                event.deed.end,
                event.made_by,
            )


SHEETS: Mapping[str, Sheet] = MappingProxyType(
    {
        "claims": Sheet(
            columns=(
                ("claim_id", str),
                *_REPORT,
                *((name, str) for name in ("sentence", "content", "source_chain", "cue")),
                *((name, str) for name in ("modality", "marks", "polarity", "actor", "action")),
                *((name, str) for name in ("recipient", "event", "figure", "condition")),
                *_WHERE,
                *_WHEN,
                *_SPAN,
                ("made_by", str),
            ),
            rows=_claim_rows,
        ),
        "figures": Sheet(
            columns=(
                ("claim_id", str),
                ("figure", int),
                *_REPORT,
                ("source_chain", str),
                ("modality", str),
                ("words", str),
                *((name, float) for name in ("low", "best", "high")),
                *((name, str) for name in ("approx", "unit", "of_what")),
                ("change", bool),
                ("direction", str),
                ("fate", str),
                ("per", str),
                ("cumulative", bool),
                ("part_of", int),
                *_WHERE,
                *_WHEN,
                *_SPAN,
                ("made_by", str),
            ),
            rows=_figure_rows,
        ),
        "events": Sheet(
            columns=(
                ("event_id", str),
                ("claim_id", str),
                *_REPORT,
                *((name, str) for name in ("event", "mode", "context", "auxiliary_mode")),
                *((name, str) for name in ("modality", "source_chain")),
                *((name, str) for name in ("actor", "actor_code", "actor_sector")),
                *((name, str) for name in ("recipient", "recipient_code", "recipient_sector")),
                ("quad_code", int),
                ("event_scale", float),
                ("cameo_code", str),
                ("goldstein", float),
                *((name, float) for name in ("dead", "injured", "size")),
                ("date", str),
                ("enddate", str),
                *_WHERE,
                *_SPAN,
                ("made_by", str),
            ),
            rows=_event_rows,
        ),
    }
)
"""The tables, by what a row is one of."""


def each_claim(handover: Handover) -> Iterator[tuple[ReadReport, Claim]]:
    """Every claim with its report, in the order they came."""
    for read in handover.read:
        for claim in read.extraction.claims:
            yield read, claim


def days_of(event: Event, read: ReadReport) -> tuple[str | None, str | None]:
    """First and last day of an event; the report's day where its words tell none."""
    if event.time is not None and event.time.since is not None:
        last = event.time.until - timedelta(microseconds=1) if event.time.until else None
        return _day(event.time.since), _day(last)
    return _day(read.report.published.at), None


def place_of(place: Place | None, read: ReadReport) -> Location | None:
    """Where a place lies, None where that is not known."""
    return location_of(place, read.toponyms) if place is not None else None


def _day(at: datetime | None) -> str | None:
    return at.date().isoformat() if at else None


def _of_report(handover: Handover, read: ReadReport) -> Row:
    report = read.report
    return (
        report.report_id,
        report.key,
        report.outlet,
        report.title,
        report.address,
        report.published.at,
        is_withdrawn(read),
        handover.mark_of(report.key).value,
    )


def _of_figure(figure: Figure) -> Row:
    return (
        figure.words,
        figure.low,
        figure.best,
        figure.high,
        figure.approx.value,
        figure.unit,
        figure.counted,
        figure.change,
        figure.direction,
        figure.fate,
        figure.per or None,
        figure.cumulative,
        figure.part_of,
    )


def _where(place: Place | None, read: ReadReport) -> Row:
    if place is None:
        return (None,) * len(_WHERE)
    location = location_of(place, read.toponyms)
    if location is None:
        return (place.words, place.name, place.country, None, None, None, None)
    return (
        place.words,
        location.name,
        location.country or place.country,
        location.geonames_id,
        location.latitude,
        location.longitude,
        location.precision.value,
    )


def _when(moment: Moment | None) -> Row:
    if moment is None:
        return (None,) * len(_WHEN)
    return (moment.words, moment.since, moment.until, moment.precision.value)


def _side(parties: tuple[Party, ...]) -> tuple[str, str, str]:
    return (
        "; ".join(party.name for party in parties),
        "; ".join(party.code or "" for party in parties),
        "; ".join(party.sector or "" for party in parties),
    )


def _best(figure: Figure | None) -> float | None:
    return figure.best if figure is not None else None
