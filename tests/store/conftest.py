"""Each test of the store runs on each kind: a file, a server, a server with pgvector."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from tests.store.servers import bundled_programs, debian_programs, running_server

from watchword.store import Store, create_store

KINDS = ("file", "server", "server with pgvector")
_schemas = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server as Debian has it."""
    programs = debian_programs()
    if programs is None:
        pytest.skip("PostgreSQL's initdb is not on this machine")
    with running_server(programs) as address:
        yield address


@pytest.fixture(scope="session")
def server_with_pgvector() -> Iterator[str]:
    """A PostgreSQL server that has pgvector."""
    programs = bundled_programs()
    if programs is None:
        pytest.skip("the wheel that carries PostgreSQL with pgvector is not installed")
    with running_server(programs) as address:
        yield address


@pytest.fixture(params=KINDS)
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new store of each kind may be made."""
    if request.param == "file":
        return str(tmp_path / "situation.watchword")
    fixture = "server" if request.param == "server" else "server_with_pgvector"
    return f"{request.getfixturevalue(fixture)}?schema=test_{next(_schemas)}"


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    """A new store of each kind."""
    made = create_store(location, title="Troops to Russia")
    yield made
    made.close()
