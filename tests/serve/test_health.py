"""A supervisor learns whether the server is alive and ready."""

from pathlib import Path

import httpx2
import sqlalchemy as sa

from watchword.store import open_store


def test_a_server_says_that_it_lives_and_is_ready(served_example: str) -> None:
    live = httpx2.get(f"{served_example}/health/live")
    ready = httpx2.get(f"{served_example}/health/ready")
    assert live.json() == {"status": "alive"}
    assert ready.json() == {"status": "ready", "records": True, "worker": True}
    assert ready.headers["cache-control"] == "no-store"


def test_a_server_is_not_ready_where_a_newer_version_has_changed_a_record(
    served: str, own_record: Path
) -> None:
    store = open_store(str(own_record))
    with store.engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    answer = httpx2.get(f"{served}/health/ready")
    assert answer.status_code == 503
    assert answer.json()["records"] is False
    assert httpx2.get(f"{served}/health/live").status_code == 200


def test_a_record_that_is_gone_is_not_ready(served: str, own_record: Path) -> None:
    own_record.write_bytes(b"no record any more" * 100)
    assert httpx2.get(f"{served}/health/ready").status_code == 503
