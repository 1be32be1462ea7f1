"""Everything that the record knows of one report: its text, origin, versions and what was found."""

from dataclasses import dataclass

from watchword.errors import MissingError
from watchword.group.copies import gather_origins
from watchword.model.decision import Decision
from watchword.model.origin import Origin, OriginDecision
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.model.version import VersionDecision
from watchword.store import View
from watchword.store.decisions import each_decision
from watchword.store.origins import placements_in, placements_of, successions_of
from watchword.store.readings import each_reading
from watchword.store.reports import find_report, keys_beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReport:
    """A report with all that is known of it.

    Attributes:
        report: the report.
        read: what was found in it, None where nobody has read it.
        placement: how it came to its origin, None where that is not decided.
        origin: the origin with every report that prints it, None likewise.
        versions: how it follows on others, and others on it.
        decisions: what people decided about it.
    """

    report: Report
    read: ReadReport | None
    placement: OriginDecision | None
    origin: Origin | None
    versions: tuple[VersionDecision, ...]
    decisions: tuple[Decision, ...]


def show_report(view: View, name: str) -> ShownReport:
    """What is known of the report with this key, or one that begins with it.

    Raises:
        MissingError: if there is no such report, or several.
    """
    found = keys_beginning(view, name)
    report = find_report(view, found[0]) if len(found) == 1 else None
    if report is None:
        raise MissingError(
            "several reports begin so" if found else "there is no such report", key=name
        )
    placement = placements_of(view, [report.key]).get(report.key)
    members = placements_in(view, [placement.origin]) if placement else ()
    return ShownReport(
        report=report,
        read=next(iter(each_reading(view, keys=[report.key])), None),
        placement=placement,
        origin=next(iter(gather_origins(members)), None),
        versions=successions_of(view, report.key),
        decisions=tuple(
            each for each in each_decision(view) if report.key in {each.subject, each.value}
        ),
    )
