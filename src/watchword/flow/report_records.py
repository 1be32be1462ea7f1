"""A report with all that is known of it as the plain record of `watchword show --json`."""

from collections.abc import Iterator

from watchword.flow.records import record_of
from watchword.flow.situation.showing import ShownReport
from watchword.flow.span_records import Record
from watchword.model.report import Report
from watchword.model.span import Span
from watchword.model.version import Diff, VersionDecision


def shown_record(shown: ShownReport) -> Record:
    """The record of a report with its origin, its versions, decisions on it and its claims."""
    report, read = shown.report, shown.read
    claims = read.extraction.claims if read else ()
    return {
        **report_record(report),
        "text": report.text,
        "origin": origin_record(shown),
        "versions": [version_record(each) for each in shown.versions],
        "decisions": [
            {"key": each.key, "kind": each.kind.value, "value": each.value, "by": each.by}
            for each in shown.decisions
        ],
        "claims": [
            record_of(claim, report, read.toponyms, read.extraction.positions)
            for claim in claims
            if read is not None
        ],
    }


def report_record(report: Report) -> Record:
    """What tells a report: who published it, when, where."""
    return {
        "key": report.key,
        "report_id": report.report_id,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published.at.isoformat() if report.published.at else None,
        "status": report.status.value,
        "address": report.address,
    }


def origin_record(shown: ShownReport) -> Record | None:
    """The text that a report prints, and how it came to it; None where that is not decided."""
    if shown.origin is None or shown.placement is None:
        return None
    return {
        "key": shown.placement.origin,
        "name": shown.origin.name,
        "reports": list(shown.origin.reports),
        "copy_of": shown.placement.copy_of,
        "manner": shown.placement.manner.value,
        "score": shown.placement.score,
        "reason": shown.placement.reason,
    }


def version_record(version: VersionDecision) -> Record:
    """How a report follows on another, and what changed."""
    diff = version.diff
    return {
        "report": version.report,
        "older": version.older,
        "newer": version.newer,
        "kind": version.kind.value if version.kind else None,
        "reason": version.reason,
        "changes": [list(change) for change in each_change(diff)] if diff else [],
        "numbers": [[_quote(each.older), _quote(each.newer)] for each in diff.numbers]
        if diff
        else [],
    }


def each_change(diff: Diff) -> Iterator[tuple[str, str]]:
    """What went ("-") and what came ("+"), in words."""
    if diff.title is not None:
        yield "-", diff.title[0]
        yield "+", diff.title[1]
    for removed in diff.removed:
        yield "-", removed.quote
    for change in diff.changed:
        yield "-", change.older.quote
        yield "+", change.newer.quote
    for added in diff.added:
        yield "+", added.quote


def _quote(span: Span | None) -> str | None:
    return span.quote if span else None
