"""The example's record with a brief in it, composed once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import desk_over

from watchword.config import Settings
from watchword.desk.desk import Desk
from watchword.model.principal import whoever_is_here


@pytest.fixture(scope="session")
def briefed(
    example_record: Path, user_settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """A record with a short brief, to be copied, and the brief's key."""
    place = tmp_path_factory.mktemp("briefed") / "troops.watchword"
    shutil.copy(example_record, place)
    desk = desk_over(place, user_settings)
    asked = {"length": "pages", "as_of": "2024-11-25"}
    done = desk.act(whoever_is_here("Ana"), "troops", "compose", asked)
    desk.close()
    return place, str(done["key"])


@pytest.fixture
def composed(briefed: tuple[Path, str]) -> str:
    """The key of a short brief of the example."""
    return briefed[1]


@pytest.fixture
def brief_desk(
    briefed: tuple[Path, str], user_settings: Settings, tmp_path: Path
) -> Iterator[Desk]:
    """A desk over a record of its own, with that brief in it."""
    place = Path(shutil.copy(briefed[0], tmp_path / "briefed.watchword"))
    desk = desk_over(place, user_settings)
    yield desk
    desk.close()
