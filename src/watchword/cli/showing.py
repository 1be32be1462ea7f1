"""`watchword show`: one report with its origin, its versions and its claims."""

from collections.abc import Iterator

from watchword.cli.screen import one_line, printable, tell, tell_json
from watchword.cli.table import ClaimTable
from watchword.config import read_settings
from watchword.flow.records import record_of
from watchword.flow.situation.showing import ShownReport, show_report
from watchword.model.span import Span
from watchword.model.version import Diff, VersionDecision
from watchword.text.instants import moment_of
from watchword.workbench import Workbench


def show(store: str | None, name: str, as_of: str | None, *, as_json: bool) -> None:
    """Print a report with everything that is known of it."""
    settings = read_settings()
    instant = None if as_of is None else moment_of(as_of)
    with (
        Workbench.open(store or settings.store, settings) as bench,
        bench.store.viewing(instant) as view,
    ):
        shown = show_report(view, name)
    if as_json:
        tell_json(_record(shown))
        return
    for line in _each_line(shown):
        tell(line)
    if shown.read is not None:
        tell()
        ClaimTable().print(shown.read)


def _each_line(shown: ShownReport) -> Iterator[str]:
    report = shown.report
    yield one_line(report.title or report.report_id)
    at = f", {report.published.at:%Y-%m-%d %H:%M}" if report.published.at else ""
    yield f"{one_line(report.outlet or 'outlet not named')}{at}, {report.status.value}"
    yield f"key {report.key}, {one_line(report.address or report.found_at)}"
    if shown.origin is not None and shown.placement is not None:
        prints = len(shown.origin.reports)
        via = f", printed by {prints} reports" if prints > 1 else ""
        yield f"origin: {one_line(shown.origin.name)}{via}"
        yield f"because {one_line(shown.placement.reason)}"
    for version in shown.versions:
        yield from _version_lines(version)
    for decision in shown.decisions:
        told = f"{decision.kind.value} {decision.value or ''}".strip()
        yield f"{one_line(decision.by)} decided on {decision.at:%Y-%m-%d}: {one_line(told)}"
    yield ""
    yield printable(report.text)


def _version_lines(version: VersionDecision) -> Iterator[str]:
    told = one_line(version.reason)
    yield f"version {version.report} follows {version.older or 'nothing'}: {told}"
    for sign, words in _changes(version.diff) if version.diff else ():
        yield f"  {sign} {one_line(words)}"


def _changes(diff: Diff) -> Iterator[tuple[str, str]]:
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


def _record(shown: ShownReport) -> dict[str, object]:
    report, read = shown.report, shown.read
    claims = read.extraction.claims if read else ()
    return {
        "key": report.key,
        "report_id": report.report_id,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published.at.isoformat() if report.published.at else None,
        "status": report.status.value,
        "address": report.address,
        "text": report.text,
        "origin": _origin(shown),
        "versions": [_version(each) for each in shown.versions],
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


def _origin(shown: ShownReport) -> dict[str, object] | None:
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


def _version(version: VersionDecision) -> dict[str, object]:
    diff = version.diff
    return {
        "report": version.report,
        "older": version.older,
        "newer": version.newer,
        "kind": version.kind.value if version.kind else None,
        "reason": version.reason,
        "changes": [list(change) for change in _changes(diff)] if diff else [],
        "numbers": [[_quote(each.older), _quote(each.newer)] for each in diff.numbers]
        if diff
        else [],
    }


def _quote(span: Span | None) -> str | None:
    return span.quote if span else None
