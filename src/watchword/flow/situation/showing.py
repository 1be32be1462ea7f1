"""Everything that the record knows of one report, or of one claim of it."""

from dataclasses import dataclass

from watchword.errors import MissingError
from watchword.group.copies import gather_origins
from watchword.model.claim import Claim
from watchword.model.decision import Decision
from watchword.model.origin import Origin, OriginDecision
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.model.version import VersionDecision
from watchword.store import View
from watchword.store.amending import homes_of, read_by_machine
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim:
    """A claim with all that its report's record knows of it.

    Attributes:
        key: its key.
        home: its report.
        claim: as it stands, None where a person struck it out or a later reading has it no more.
        machine: as the machine last found it, None where its last reading has it no more.
        decisions: what people decided about it, undone ones and undoings too, in order.
    """

    key: str
    home: ShownReport
    claim: Claim | None
    machine: Claim | None
    decisions: tuple[Decision, ...]


def show_claim(view: View, key: str) -> ShownClaim:
    """What is known of a claim, struck out ones too.

    Raises:
        MissingError: if there is no such claim.
    """
    place = homes_of(view, [key]).get(key)
    if place is None:
        raise MissingError("there is no such claim", key=key)
    home = show_report(view, place.report)
    found = read_by_machine(view, place.report)
    on, decisions = {key}, []
    for each in each_decision(view):
        if each.subject in on:
            decisions.append(each)
            on.add(each.key)
    return ShownClaim(
        key=key,
        home=home,
        claim=_claim_of(home.read, key),
        machine=_claim_of(found[1] if found else None, key),
        decisions=tuple(decisions),
    )


def _claim_of(read: ReadReport | None, key: str) -> Claim | None:
    claims = read.extraction.claims if read else ()
    return next((claim for claim in claims if claim.key == key), None)


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
