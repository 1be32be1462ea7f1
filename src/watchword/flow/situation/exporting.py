"""What is handed on of a situation, in the forms that other programs read.

Invariant: nothing that is marked above the limit, nor what was found in it or made of it, is in
what goes out; it is counted. Marks hold as they are now, also for what was known earlier.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from watchword.brief.document import each_sentence
from watchword.collect.feeds import WEB_KINDS
from watchword.collect.opml import write_opml
from watchword.errors import RefusedError
from watchword.exchange.annotations import write_annotations
from watchword.exchange.csv_form import write_csv
from watchword.exchange.forms import Form
from watchword.exchange.ftm import write_ftm
from watchword.exchange.geojson import write_geojson
from watchword.exchange.misp import write_misp
from watchword.exchange.parquet import write_parquet
from watchword.exchange.plover import write_plover
from watchword.exchange.prov import write_prov
from watchword.exchange.stix import write_stix
from watchword.flow.event_records import event_record_of
from watchword.flow.grading import earned_outlet_grades
from watchword.flow.situation.archives import archive_pieces
from watchword.flow.situation.marks import Marks, marks_in
from watchword.flow.situation.scoping import Asked, scope_in_record
from watchword.flow.situation.standing import (
    LAST,
    Standing,
    brief_of,
    find_brief,
    find_standing,
    known_standing,
)
from watchword.flow.weighing import bench_of
from watchword.model.handover import Handover, LeftOut, is_withdrawn
from watchword.model.known import Known
from watchword.model.source import Credibility, Reliability
from watchword.model.tlp import Tlp, may_be_shown
from watchword.relate.corroboration import find_corroboration
from watchword.store import Store
from watchword.store.feeds import each_feed
from watchword.store.opening import title_of

EVERYTHING = Asked()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportAsked:
    """What is to be handed on.

    Attributes:
        form: in which form.
        limit: nothing marked above it goes out.
        asked: which reports, everything where nothing is asked.
        as_of: nothing learnt later goes out; as things are now where None.
        brief: which kept brief, for the form that is of one.
    """

    form: Form
    limit: Tlp = Tlp.CLEAR
    asked: Asked = EVERYTHING
    as_of: datetime | None = None
    brief: str = LAST


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What goes out.

    Attributes:
        pieces: the bytes, in pieces.
        left_out: what was left out for its mark.
        ungraded: claims that go out without a credibility, since they are too many to be weighed.
    """

    pieces: Iterable[bytes]
    left_out: LeftOut
    ungraded: int = 0


MOST_WEIGHED = 1_000
"""Claims that are held against each other for an export. The 320 of the example took 3.3 s on two
busy cores; of a record of 27,000 each took 0.7 s, which would be five hours."""
_WEIGHED = frozenset({Form.STIX, Form.FTM, Form.MISP})
"""Forms that tell how credible each claim is."""


def export_record(store: Store, asked: ExportAsked) -> Exported:
    """Hand on what is asked for.

    Raises:
        RefusedError: if a brief is marked above the limit, or a filter does not apply to the form.
        MissingExtraError: if a library for the form is not installed.
        StoreError: if the store cannot be read.
    """
    if asked.form in _OF_NO_REPORTS and asked.asked != EVERYTHING:
        raise RefusedError("this form is of the whole situation", key=asked.form.value)
    if asked.form is Form.ARCHIVE:
        pieces, left_out = archive_pieces(store, asked.limit, asked.as_of)
        return Exported(pieces=pieces, left_out=left_out)
    if asked.form is Form.OPML:
        return Exported(pieces=[_opml(store, asked)], left_out=LeftOut(limit=asked.limit))
    if asked.form is Form.PROV:
        return Exported(pieces=[_prov(store, asked)], left_out=LeftOut(limit=asked.limit))
    is_weighed = asked.form in _WEIGHED
    handover = find_handover(store, asked, weighed=is_weighed)
    return Exported(
        pieces=_WRITERS[asked.form](handover),
        left_out=handover.left_out,
        ungraded=handover.ungraded,
    )


def find_handover(store: Store, asked: ExportAsked, *, weighed: bool = False) -> Handover:
    """The reports that may be handed on, with what was found in them.

    Args:
        store: the record.
        asked: which reports, and within which mark.
        weighed: whether outlets, and claims up to `MOST_WEIGHED`, are graded, of what is handed
            on alone.
    """
    scope = None
    if asked.asked != EVERYTHING:
        scope = scope_in_record(store, asked.asked, asked.as_of)
    standing = find_standing(store, asked.as_of, scope)
    with store.viewing() as view:
        marks = marks_in(view)
    within, left_out = _within(standing, marks, asked.limit)
    claims = sum(len(read.extraction.claims) for read in within.read)
    known = known_standing(within) if weighed and claims <= MOST_WEIGHED else None
    return Handover(
        title=title_of(store),
        as_of=within.as_of,
        read=within.read,
        marks={each.report.key: marks.of(each.report.key) for each in within.read},
        grades=_grades(within, known),
        credibilities=_credibilities(known) if known else {},
        left_out=left_out,
        ungraded=claims if weighed and known is None else 0,
    )


def _within(standing: Standing, marks: Marks, limit: Tlp) -> tuple[Standing, LeftOut]:
    """What is known from reports that may be handed on, and what was left out."""
    kept = tuple(each for each in standing.read if may_be_shown(marks.of(each.report.key), limit))
    keys = {each.report.key for each in kept}
    left = [each for each in standing.read if each.report.key not in keys]
    outlets = {each.report.outlet for each in kept}
    within = replace(
        standing,
        read=kept,
        unread=(),
        grades={name: grade for name, grade in standing.grades.items() if name in outlets},
        placements=tuple(each for each in standing.placements if each.report in keys),
    )
    return within, LeftOut(
        limit=limit,
        reports=len(left),
        claims=sum(len(each.extraction.claims) for each in left),
    )


def _grades(standing: Standing, known: Known | None) -> Mapping[str, Reliability]:
    earned = earned_outlet_grades(known) if known else {}
    return {
        **{name: grade.reliability for name, grade in earned.items()},
        **standing.grades,
    }


def _credibilities(known: Known) -> Mapping[str, Credibility]:
    bench = bench_of(known)
    return {key: find_corroboration(known, key, bench).credibility for key in known.claims}


def _opml(store: Store, asked: ExportAsked) -> bytes:
    """The feeds behind web addresses; folders and mailboxes are one machine's own."""
    with store.viewing(asked.as_of) as view:
        feeds = [each for each in each_feed(view) if each.kind in WEB_KINDS]
    return write_opml(feeds, title=title_of(store)).encode()


def _prov(store: Store, asked: ExportAsked) -> bytes:
    kept = find_brief(store, asked.brief)
    if asked.as_of is not None and kept.at > asked.as_of:
        raise RefusedError("it was not kept yet at that instant", key=kept.key)
    brief = brief_of(kept)
    with store.viewing() as view:
        mark = marks_in(view).of_brief(kept.key, (each.key for each in brief.reports))
    if not may_be_shown(mark, asked.limit):
        raise RefusedError(
            f"the brief, or a report it is made of, is marked {mark.value}",
            key=kept.key,
            mend=f"hand it on within that mark: --tlp {mark.value.removeprefix('TLP:')}",
        )
    return write_prov(brief, each_sentence(brief), key=kept.key, mark=mark)


def _plover(handover: Handover) -> Iterator[bytes]:
    return write_plover(
        (event, event_record_of(event, read.report, read.toponyms), is_withdrawn(read))
        for read in handover.read
        for event in read.events
    )


def _whole(write: Callable[[Handover], bytes]) -> Callable[[Handover], Iterable[bytes]]:
    return lambda handover: [write(handover)]


_OF_NO_REPORTS = frozenset({Form.ARCHIVE, Form.OPML, Form.PROV})
_WRITERS: Mapping[Form, Callable[[Handover], Iterable[bytes]]] = {
    Form.PLOVER: _plover,
    Form.CSV: partial(write_csv, sheet="claims"),
    Form.FIGURES_CSV: partial(write_csv, sheet="figures"),
    Form.EVENTS_CSV: partial(write_csv, sheet="events"),
    Form.PARQUET: _whole(partial(write_parquet, sheet="claims")),
    Form.FIGURES_PARQUET: _whole(partial(write_parquet, sheet="figures")),
    Form.EVENTS_PARQUET: _whole(partial(write_parquet, sheet="events")),
    Form.GEOJSON: _whole(write_geojson),
    Form.STIX: _whole(write_stix),
    Form.FTM: write_ftm,
    Form.MISP: _whole(write_misp),
    Form.ANNOTATIONS: _whole(write_annotations),
}
