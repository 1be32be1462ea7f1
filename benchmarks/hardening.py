"""How well it is noticed that a copy of a text tells it more firmly than the text does.

    python benchmarks/hardening.py examples/troops-to-russia
    python benchmarks/hardening.py examples/troops-to-russia --show

Takes the words that soften ("probably", "may have", "about", "up to") out of copies of the reports,
each published a day later by another outlet, and looks for drifts in each pair. Prints how many
sentences were altered, in how many of them a drift is found, and how many drifts are found at
sentences that were left as they are.
"""

import argparse
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

from watchword.collect import Limits
from watchword.engines import ReadingEngine
from watchword.flow.knowing import known_of
from watchword.flow.reading import read_report
from watchword.flow.running import Inputs, gather
from watchword.flow.weighing import bench_of
from watchword.model.known import Known
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.relate.drift import find_drifts

SOFTENING = (
    (r"\bmay have been\b", "have been"),
    (r"\bmay have\b", "has"),
    (r"\b(?:highly )?likely to\b", "set to"),
    (r"\bprobably |\breportedly ", ""),
    (r"\b(?:about|nearly|some|up to|as many as) (?=\d)", ""),
    (r"\b(?:could|may)\b", "will"),
)
"""What is taken out, and what is put in its place."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", help="reports to copy")
    parser.add_argument("--show", action="store_true", help="print the sentences that are missed")
    asked = parser.parse_args()
    engine = ReadingEngine()
    read = gather(Inputs(sources=(asked.reports,), limits=Limits()), engine).read
    altered, found, wrong = 0, 0, 0
    for one, copy in each_pair(read, engine):
        known = known_of([one, copy])
        drifting = set(each_drifting(known))
        spoken = {claim.sentence.quote for claim in copy.extraction.claims}
        told = {claim.sentence.quote for claim in one.extraction.claims}
        altered += len(told - spoken)
        found += len(drifting - spoken)
        wrong += len(drifting & spoken)
        for sentence in sorted(told - spoken - drifting) if asked.show else ():
            print(f"missed: {' '.join(sentence.split())}")
    print(f"{altered} sentences altered, a drift found in {found}, and in {wrong} others")


def each_pair(
    reads: tuple[ReadReport, ...], engine: ReadingEngine
) -> Iterator[tuple[ReadReport, ReadReport]]:
    """Each report that has something to take out, with the copy that lacks it."""
    for one in reads:
        text = one.report.text
        for pattern, instead in SOFTENING:
            text = re.sub(pattern, instead, text)
        if text != one.report.text and one.report.published.at is not None:
            yield one, read_report(hardened(one.report, text), engine)


def hardened(report: Report, text: str) -> Report:
    """A copy of a report, published a day later by another outlet."""
    at = report.published.at
    return replace(
        report,
        key=sha256(text.encode()).hexdigest()[:16],
        report_id=f"copy of {report.report_id}",
        text=text,
        text_sha256=sha256(text.encode()).hexdigest(),
        outlet="Copying Desk",
        address=None,
        bylines=(),
        published=replace(report.published, at=at + timedelta(days=1) if at else None),
    )


def each_drifting(known: Known) -> Iterator[str]:
    """The sentences whose claims are told otherwise later."""
    for drift in find_drifts(known, bench_of(known)):
        yield known.claims[drift.earlier].sentence.quote


if __name__ == "__main__":
    main()
