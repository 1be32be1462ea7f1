"""The example situation as a record, and served on loopback, for the tests of every door."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from tests.furnishing import copied, furnish

from watchword.config import Settings, read_settings
from watchword.desk.desk import Desk, open_situations
from watchword.desk.working import WorkerHere
from watchword.serve.app import create_app
from watchword.store.opening import title_of
from watchword.workbench import Workbench

EXAMPLE = Path(__file__).parents[1] / "examples" / "troops-to-russia"
PATIENCE_S = 60.0


@pytest.fixture(scope="session")
def user_settings() -> Settings:
    """Settings of a user called Ana."""
    return replace(read_settings(), user="Ana", processes=1)


@pytest.fixture(scope="session")
def example_record(tmp_path_factory: pytest.TempPathFactory, user_settings: Settings) -> Path:
    """The record of the example, lived through; it is copied before anything is changed in it."""
    place = tmp_path_factory.mktemp("example") / "troops.watchword"
    with Workbench.create(str(place), user_settings, title="Troops to Russia"):
        pass
    with Workbench.open(str(place), user_settings) as bench:
        bench.replay([str(EXAMPLE)])
        bench.store.engine.dispose()
    return place


@pytest.fixture
def own_record(example_record: Path, tmp_path: Path) -> Path:
    """A copy of the example's record, to be changed."""
    return Path(shutil.copy(example_record, tmp_path / "troops.watchword"))


@pytest.fixture(scope="session")
def example_desk(example_record: Path, user_settings: Settings) -> Iterator[Desk]:
    """A desk over the example's record, for tests that only look."""
    yield from _desk(example_record, user_settings)


@pytest.fixture
def own_desk(own_record: Path, user_settings: Settings) -> Iterator[Desk]:
    """A desk over a record of its own, for tests that change something."""
    yield from _desk(own_record, user_settings)


@pytest.fixture(scope="session")
def served_example(example_record: Path, user_settings: Settings) -> Iterator[str]:
    """The address of a server over the example's record, for tests that only look."""
    with serving(create_app(desk_over(example_record, user_settings))) as address:
        yield address


@pytest.fixture
def served(own_record: Path, user_settings: Settings) -> Iterator[str]:
    """The address of a server over a record of its own."""
    with serving(create_app(desk_over(own_record, user_settings))) as address:
        yield address


@pytest.fixture(scope="session")
def served_furnished(
    example_record: Path, user_settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a server over a record that people have worked in, to be looked at."""
    desk = desk_over(copied(example_record, tmp_path_factory.mktemp("furnished")), user_settings)
    furnish(desk)
    with serving(create_app(desk)) as address:
        yield address


def desk_over(place: Path, settings: Settings) -> Desk:
    """A desk over one record, called "troops"; heavy views are worked out in this process."""
    locations = {"troops": str(place)}
    opened = open_situations(locations, settings, lambda bench: title_of(bench.store))
    return Desk(opened, WorkerHere(settings), settings, patience_s=PATIENCE_S)


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Serve an application on a free port of loopback."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        until = time.monotonic() + PATIENCE_S
        while not server.started and time.monotonic() < until:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        server.should_exit = True
        thread.join(PATIENCE_S)


def _desk(place: Path, settings: Settings) -> Iterator[Desk]:
    desk = desk_over(place, settings)
    yield desk
    desk.close()
