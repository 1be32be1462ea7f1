"""What is handed on, for the tests of the forms: reports composed for them, read by the engine."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from tests.store.records import engine, report_of

from watchword.flow.reading import read_report_events
from watchword.model.handover import Handover, LeftOut
from watchword.model.read_report import ReadReport
from watchword.model.report import DateSource, Published, Status
from watchword.model.source import Credibility, Reliability
from watchword.model.tlp import Tlp

AT = datetime(2024, 10, 27, 12, 0, tzinfo=UTC)
SEOUL = """South Korea's intelligence service said on Wednesday that about 3,000 North Korean troops
had been sent to Russia. Officials believe that more units will very likely follow.

President Volodymyr Zelensky met the foreign minister of Japan in Kyiv on Friday."""
MOSCOW = """Moscow denied that North Korean troops had been sent to Russia.

=cmd|' /C calc'!A0 was what the spokesman typed.

Ukraine's military intelligence said that at least 12,000 North Korean troops, including 500
officers, were in the Kursk region."""
TAKEN_BACK = "The ministry said that Iran had sent 40 tanks to Syria."


@cache
def read_reports() -> tuple[ReadReport, ...]:
    """Three reports: one with a web address, one with a hostile title, one withdrawn."""
    seoul = _read(
        SEOUL,
        outlet="Gulf Post",
        title="Seoul on the convoy",
        address="https://gulf.example/convoy",
        day=24,
    )
    moscow = _read(MOSCOW, outlet="Strait <b>Gazette</b>", title='=HYPERLINK("https://x")', day=26)
    taken = _read(TAKEN_BACK, outlet="Strait <b>Gazette</b>", title="Tanks", day=27)
    withdrawn = replace(taken, report=replace(taken.report, status=Status.WITHHELD))
    return seoul, moscow, withdrawn


def handover(marks: Mapping[str, Tlp] | None = None) -> Handover:
    """The reports with grades, marked as told."""
    read = read_reports()
    claims = [claim.key for each in read for claim in each.extraction.claims]
    return Handover(
        title="Troops to Russia",
        as_of=AT,
        read=read,
        marks=marks or {read[1].report.key: Tlp.GREEN},
        grades={"Gulf Post": Reliability.B},
        credibilities=dict(
            zip(claims, (list(Credibility) * len(claims))[: len(claims)], strict=True)
        ),
        left_out=LeftOut(limit=Tlp.GREEN, reports=3, claims=12),
    )


def _read(text: str, *, day: int, **fields: str) -> ReadReport:
    report = report_of(text, **fields)  # type: ignore[arg-type]
    published = Published(at=datetime(2024, 10, day, 9, tzinfo=UTC), how=DateSource.HEADER)
    return read_report_events(replace(report, published=published, language="en"), engine())
