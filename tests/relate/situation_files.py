"""Reads the situations beside the tests: reports, and what is to be said of a claim in them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tests.extract.case_files import composed, read

from watchword.engines import ReadingEngine
from watchword.flow.knowing import known_of
from watchword.model.known import Known
from watchword.model.read_report import ReadReport
from watchword.model.report import Report, Status

FOLDER = Path(__file__).parent / "situations"
FIELDS = re.compile(r"(?:supports|denies|figure|place|time|for|against|way|credibility): ")
ASKED = re.compile(r"\n(?=(?:=>|~>) )")
BEARINGS = {
    "supports": "supports",
    "denies": "denies",
    "figure": "other figure",
    "place": "other place",
    "time": "other time",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Reports, and what is asked of them.

    Attributes:
        name: the name of its file, and its own.
        reports: what was published.
        is_drift: whether it asks about a drift, else about a claim.
        words: the claim's words, ways to put them parted by " / "; of a drift, both tellings.
        wanted: what is to be said of it, by field.
    """

    name: str
    reports: tuple[Report, ...]
    is_drift: bool
    words: tuple[str, ...]
    wanted: Mapping[str, str]


def read_situations() -> dict[str, Situation]:
    """Every situation by its name."""
    found = [each for path in sorted(FOLDER.glob("*.txt")) for each in _each_of(path)]
    by_name = {each.name: each for each in found}
    assert len(by_name) == len(found), "two situations have one name"
    return by_name


def known_from(situation: Situation, engine: ReadingEngine) -> Known:
    """What is known from its reports."""
    found = [
        ReadReport(report=report, extraction=read(report, engine)) for report in situation.reports
    ]
    return known_of(found)


def _each_of(path: Path) -> Iterator[Situation]:
    for block in path.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, _, rest = block.partition("\n")
        told, asked = ASKED.split(rest.strip(), maxsplit=1)
        lines = [line.strip() for line in asked.splitlines()]
        words = [line for line in lines if not _is_fields(line)]
        yield Situation(
            name=f"{path.stem}: {name.strip()}",
            reports=tuple(_each_report(told, key=path.stem + name)),
            is_drift=asked.startswith("~>"),
            words=tuple(line.removeprefix("=>").removeprefix("~>").strip() for line in words),
            wanted=dict(_each_field(line for line in lines if _is_fields(line))),
        )


def _is_fields(line: str) -> bool:
    return FIELDS.match(line) is not None


def _each_field(lines: Iterator[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        for pair in line.split(" | "):
            field, _, value = pair.partition(":")
            yield field.strip(), value.strip()


def _each_report(told: str, *, key: str) -> Iterator[Report]:
    for number, block in enumerate(re.split(r"(?:^|\n)-- ", told)[1:], start=1):
        head, _, text = block.partition("\n")
        outlet, day, *marks = (part.strip() for part in head.split(","))
        heads = {"outlet": outlet, "date": day}
        report = composed(text.strip(), key=f"{key}-{number}", heads=heads)
        withdrawn = "withdrawn" in marks
        yield replace(report, status=Status.WITHHELD) if withdrawn else report
