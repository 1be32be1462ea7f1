"""Puts the makers of archives on the path, and gives one reader of shards for all tests."""

import sys
from pathlib import Path

import pytest

from watchword.collect import Limits
from watchword.flow.archive.working import ShardReader, Terms

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def terms() -> Terms:
    """How the tests read."""
    return Terms(limits=Limits())


@pytest.fixture(scope="session")
def reader(terms: Terms) -> ShardReader:
    """What reads a shard, in this process."""
    return ShardReader(terms)
