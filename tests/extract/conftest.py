"""Makes the reader of the case files importable beside the tests, and gives one engine."""

import sys
from pathlib import Path

import pytest

from watchword.engines import ReadingEngine

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def engine() -> ReadingEngine:
    """The carried model, loaded once."""
    return ReadingEngine()
