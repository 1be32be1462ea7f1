"""The labelled sets: reports with the claims that people found in them, and their digest."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from watchword.errors import MissingDataError, UnreadableError
from watchword.ledger.record import ClaimRecord, parse_record

FILES = {
    "claims/claims.jsonl": "claims labelled by Watchword's own people; kept beside the project",
    "claims/reports.jsonl": "short reports reworded by Watchword's own people; kept beside it",
    "reports/white-house/reports.jsonl": (
        "White House briefings, public domain, from bidenwhitehouse.archives.gov"
    ),
}
"""What the ledger reads below the data folder, and where each set comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledReport:
    """A report whose claims are labelled, as text.

    Attributes:
        report_id: the identifier that the labels use.
        text: the words.
        outlet: who published it.
        title: headline.
        date: day of publication, ISO 8601.
        address: web address, empty where the set gives none.
    """

    report_id: str
    text: str
    outlet: str
    title: str
    date: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSet:
    """Everything that is measured against.

    Attributes:
        reports: only those with labelled claims, in order of their identifier.
        claims: the labels.
        digest: SHA-256 over the names and bytes of the files, hexadecimal.
    """

    reports: tuple[LabelledReport, ...]
    claims: tuple[ClaimRecord, ...]
    digest: str


def read_labelled(folder: Path) -> LabelledSet:
    """Read the labelled sets below a data folder.

    Raises:
        MissingDataError: if a file, or a report that a label names, is not there.
        UnreadableError: if a line is not in the published form.
    """
    contents = {name: _contents(folder, name) for name in FILES}
    claims = tuple(
        parse_record(row, key=place)
        for place, row in _each_row("claims/claims.jsonl", contents["claims/claims.jsonl"])
    )
    reports: dict[str, LabelledReport] = {}
    for name in ("claims/reports.jsonl", "reports/white-house/reports.jsonl"):
        for place, row in _each_row(name, contents[name]):
            report = _report(row, place)
            reports.setdefault(report.report_id, report)
    named = sorted({claim.report_id for claim in claims})
    absent = [report_id for report_id in named if report_id not in reports]
    if absent:
        message = f"labels name reports that are not in the data: {', '.join(absent)}"
        raise MissingDataError(message, key=str(folder), mend="fetch the whole data folder")
    return LabelledSet(
        reports=tuple(reports[report_id] for report_id in named),
        claims=claims,
        digest=_digest(contents),
    )


def read_reports(folder: Path, name: str) -> tuple[LabelledReport, ...]:
    """Read the reports of one file below a data folder.

    Raises:
        MissingDataError: if the file is not there.
        UnreadableError: if a line is not in the published form.
    """
    return tuple(_report(row, place) for place, row in _each_row(name, _contents(folder, name)))


def _contents(folder: Path, name: str) -> bytes:
    path = folder / name
    try:
        return path.read_bytes()
    except OSError as error:
        absent = [f"{each} ({FILES[each]})" for each in FILES if not (folder / each).is_file()]
        message = f"the ledger needs {'; '.join(absent) or name}"
        mend = "set WATCHWORD_DATA to the folder that holds the measuring data"
        raise MissingDataError(message, key=str(folder), mend=mend) from error


def _each_row(name: str, content: bytes) -> Iterator[tuple[str, Mapping[str, object]]]:
    for number, line in enumerate(content.splitlines(), start=1):
        if not line.strip():
            continue
        place = f"{name}:{number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UnreadableError("not a line of JSON", key=place) from error
        if not isinstance(row, dict):
            raise UnreadableError("not a JSON object", key=place)
        yield place, row


def _report(row: Mapping[str, object], place: str) -> LabelledReport:
    fields = {name: row.get(name) or "" for name in ("id", "text", "outlet", "title", "date")}
    wrong = [name for name, value in fields.items() if not isinstance(value, str)]
    if wrong or not fields["id"] or not fields["text"]:
        named = ", ".join(wrong) or "id or text"
        raise UnreadableError(f"not a report: {named} missing or not text", key=place)
    return LabelledReport(
        report_id=str(fields["id"]),
        text=str(fields["text"]),
        outlet=str(fields["outlet"]),
        title=str(fields["title"]),
        date=str(fields["date"]),
        address=str(row.get("url") or ""),
    )


def _digest(contents: Mapping[str, bytes]) -> str:
    total = sha256()
    for name in sorted(contents):
        total.update(name.encode() + b"\0" + sha256(contents[name]).digest())
    return total.hexdigest()
