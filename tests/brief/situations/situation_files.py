"""Situations composed for the tests, read and briefed as the flow does."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

from watchword.brief.compose import compose
from watchword.brief.material import Material
from watchword.engines import ReadingEngine
from watchword.flow import briefing
from watchword.flow.briefing import Request, write_brief
from watchword.flow.reading import read_report
from watchword.model.brief import Brief
from watchword.model.read_report import ReadReport
from watchword.model.report import DateSource, Published, Report, Status

FOLDER = Path(__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
ENGINE = ReadingEngine()


def reports_of(name: str) -> list[Report]:
    """The reports of a situation, in the order of its file."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_report(json.loads(line)) for line in lines]


def read_situation(name: str) -> list[ReadReport]:
    """Its reports with what is claimed in them."""
    return [read_report(report, ENGINE) for report in reports_of(name)]


def brief_on(name: str, *, as_of: datetime | None = None) -> Brief:
    """The brief on a situation."""
    return write_brief(read_situation(name), (), Request(as_of=as_of))


def material_of(name: str) -> Material:
    """What the flow hands to the writer for a situation."""
    handed: list[Material] = []

    def keep(material: Material) -> Brief:
        handed.append(material)
        return compose(material)

    with patch.object(briefing, "compose", keep):
        brief_on(name)
    return handed[0]


def empty_material() -> Material:
    """Material in which nothing was found."""
    return Material(
        title="Nothing",
        as_of=datetime(2025, 1, 1, tzinfo=UTC),
        claims={},
        reports={},
        findings=(),
    )


def _report(record: dict[str, str]) -> Report:
    content = record["text"].encode()
    report = Report(
        key=record["id"],
        report_id=record["id"],
        text=record["text"],
        text_sha256=sha256(content).hexdigest(),
        raw_sha256=sha256(content).hexdigest(),
        raw=content,
        form="jsonl",
        found_at=f"{record['id']}.txt",
        outlet=record["outlet"],
        title=record["title"],
        published=Published(
            at=datetime.fromisoformat(record["date"]).replace(tzinfo=UTC),
            how=DateSource.HEADER,
            day_only=True,
        ),
        language="en",
    )
    return replace(report, status=Status.CANCELED) if record.get("withdrawn") else report
