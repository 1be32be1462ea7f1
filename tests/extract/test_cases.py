"""Every case of a composed report is read as its labels say, or is listed as a known failure.

The list is strict: a failure that is mended has to leave it, and one that spreads to another
field has to be written down or mended.
"""

from pathlib import Path

import pytest
from case_files import FIELDS, misses, read, read_cases, report_of

from watchword.engines import ReadingEngine

HERE = Path(__file__).parent
CASES = read_cases(HERE / "cases")
FAILURES = HERE / "known_failures.txt"


def known_failures() -> dict[str, set[str]]:
    """The fields that come out wrong, by case: lines of "case | fields | reason"."""
    known = {}
    for line in FAILURES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, fields, reason = (part.strip() for part in line.split(" | "))
            assert reason, line
            known[name] = set(fields.split(", "))
    return known


KNOWN = known_failures()


@pytest.mark.parametrize("name", CASES)
def test_a_report_is_read_as_its_case_says(name: str, engine: ReadingEngine) -> None:
    case = CASES[name]
    found = misses(case, read(report_of(case), engine))
    assert {miss.field for miss in found} == KNOWN.get(name, set()), found


def test_known_failures_name_cases_and_fields() -> None:
    assert KNOWN.keys() <= CASES.keys()
    assert set().union(*KNOWN.values()) <= {*FIELDS, "claim", "extra"}


def test_cases_are_many_and_most_are_read_as_they_should_be() -> None:
    assert len(CASES) >= 80
    assert len(KNOWN) < len(CASES) / 2
