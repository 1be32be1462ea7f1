"""`watchword show`: one report with its origin, its versions and its claims."""

from collections.abc import Iterator

from watchword.cli.screen import one_line, printable, tell, tell_json
from watchword.cli.table import ClaimTable
from watchword.config import read_settings
from watchword.flow.report_records import each_change, shown_record
from watchword.flow.situation.showing import ShownReport, show_report
from watchword.model.version import VersionDecision
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
        tell_json(shown_record(shown))
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
    for sign, words in each_change(version.diff) if version.diff else ():
        yield f"  {sign} {one_line(words)}"
