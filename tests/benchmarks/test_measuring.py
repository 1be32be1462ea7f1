"""A program is measured from outside, with the processes that it began."""

import os
import sys

import pytest

from measuring import FailedError, measure, read_figures

TWO = """
import json, subprocess, sys
hold = "import time; kept = bytearray(b'1') * 60_000_000; sum(range(3_000_000)); time.sleep(1.2)"
subprocess.run([sys.executable, "-c", hold], check=True)
print("done")
print(json.dumps({"words": 3}))
"""


def test_memory_and_processor_of_the_processes_that_it_began_are_counted() -> None:
    measured = measure([sys.executable, "-c", TWO], os.environ)
    assert measured.figures == {"words": 3}
    assert measured.peak_mb > 60
    assert measured.processor_s > 0
    assert measured.wall_s > 1.0


def test_a_program_that_fails_says_why() -> None:
    with pytest.raises(FailedError, match="no such thing"):
        measure([sys.executable, "-c", "raise SystemExit('no such thing')"], os.environ)


def test_figures_are_all_that_is_printed_or_its_last_object() -> None:
    assert read_figures('{\n "a": 1\n}\n') == {"a": 1}
    assert read_figures('reading 1 of 2\n{"a": 1}\n{"a": 2}\ngrowth of read: n^1\n') == {"a": 2}
    with pytest.raises(FailedError, match="no figures"):
        read_figures("nothing here")
