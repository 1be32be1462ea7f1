"""A process that only reads looks for garbage in circles seldom."""

import subprocess
import sys

PROGRAM = """
import gc
from watchword.flow.garbage import SELDOM, look_seldom
before = gc.get_threshold()
look_seldom()
assert gc.get_threshold() == (SELDOM, *before[1:])
assert gc.get_freeze_count() > 0
assert gc.isenabled()
"""


def test_what_is_loaded_is_looked_at_no_more_and_the_rest_seldom() -> None:
    """In a process of its own, as it bears on all of it."""
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)  # noqa: S603 - fixed arguments
