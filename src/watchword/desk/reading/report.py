"""One report: its words with every claim in them, its origin, its copies and its versions."""

from itertools import pairwise

from watchword.desk.ask import Ask, Key, OptionalKey
from watchword.desk.entries import DeskView
from watchword.desk.seen import Seen
from watchword.flow.records import record_of
from watchword.flow.report_records import origin_record, report_record, version_record
from watchword.flow.situation.decided import told_decisions
from watchword.flow.situation.showing import ShownReport, show_report
from watchword.flow.span_records import Record
from watchword.model.decision import DecisionKind
from watchword.model.report import Status
from watchword.store import View
from watchword.store.decisions import each_decision, each_standing_decision
from watchword.store.reports import find_report


class ReportAsk(Ask):
    """Which report is asked for.

    Attributes:
        key: its key, or the beginning of it.
        claim: key of the claim whose words are marked.
    """

    key: Key
    claim: OptionalKey = None


def find_one(seen: Seen, ask: ReportAsk) -> Record:
    """A report with what is known of it.

    Raises:
        MissingError: if there is none, or several begin so.
    """
    with seen.view() as view:
        shown = show_report(view, ask.key)
        known = list(each_decision(view))
        held = {each.key for each in each_standing_decision(view)}
        withdrawals = [
            each
            for each in shown.decisions
            if each.kind is DecisionKind.WITHDRAW and each.key in held
        ]
        return {
            "report": report_told(shown),
            "paragraphs": _paragraphs(shown, ask.claim),
            "claims": _claims(shown),
            "asked": ask.claim,
            "origin": origin_told(view, shown),
            "versions": versions_told(shown),
            "decisions": told_decisions(
                [each for each in reversed(shown.decisions) if each.kind is not DecisionKind.UNDO],
                known,
            ),
            "withdrawal": told_decisions(withdrawals[-1:], known)[0] if withdrawals else None,
            "is_withdrawn": bool(withdrawals) or shown.report.status is not Status.USABLE,
        }


def report_told(shown: ShownReport) -> Record:
    """The record of a report with how it came and how its date is known."""
    report = shown.report
    return {
        **report_record(report),
        "date_from": report.published.how.value,
        "day_only": report.published.day_only,
        "bylines": list(report.bylines),
        "language": report.language,
        "form": report.form,
        "note": report.note,
        "version": report.version,
        "text_sha256": report.text_sha256,
        "raw_sha256": report.raw_sha256,
        "made_by": _made_by(shown),
    }


def origin_told(view: View, shown: ShownReport) -> Record | None:
    """The text that a report prints, with every report that prints it."""
    told = origin_record(shown)
    if told is None or shown.origin is None:
        return None
    prints = [find_report(view, key) for key in shown.origin.reports]
    told["prints"] = [report_record(each) for each in prints if each is not None]
    return told


def versions_told(shown: ShownReport) -> list[Record]:
    """How the report follows on others and others on it."""
    return [version_record(each) for each in shown.versions]


def _made_by(shown: ShownReport) -> str | None:
    claims = shown.read.extraction.claims if shown.read else ()
    return claims[0].made_by if claims else None


def _claims(shown: ShownReport) -> list[Record]:
    read = shown.read
    if read is None:
        return []
    return [
        record_of(claim, shown.report, read.toponyms, read.extraction.positions)
        for claim in read.extraction.claims
    ]


def _paragraphs(shown: ShownReport, asked: str | None) -> list[list[Record]]:
    """The text, cut where claims begin and end: each piece with the claims that it is in."""
    text = shown.report.text
    claims = shown.read.extraction.claims if shown.read else ()
    edges = {0, len(text)}
    for claim in claims:
        edges |= {claim.content.start, claim.content.end}
    paragraphs: list[list[Record]] = [[]]

    for start, end in pairwise(sorted(edges)):
        over = [each for each in claims if each.content.start <= start < each.content.end]
        begins = [each.key for each in claims if each.content.start == start]
        for number, part in enumerate(text[start:end].split("\n\n")):
            if number:
                paragraphs.append([])
            piece: Record = {
                "text": part,
                "start": start,
                "claims": [each.key for each in over],
                "begins": begins if not number else [],
                "is_asked": any(each.key == asked for each in over),
            }
            paragraphs[-1].append(piece)
    return [paragraph for paragraph in paragraphs if any(piece["text"] for piece in paragraph)]


REPORT = DeskView(
    name="report",
    summary="A report with its words, the claims in them, its origin, copies and versions",
    asks=ReportAsk,
    find=find_one,
)
