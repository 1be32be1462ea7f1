"""Makes the reader of the case files importable beside the tests, and gives one engine."""

import sys
from pathlib import Path

import pytest

from watchword.engines import TaggingEngine

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def engine() -> TaggingEngine:
    """The engine of rules, loaded once."""
    return TaggingEngine()
