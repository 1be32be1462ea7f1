"""Running the server: the situations opened, the address bound, until somebody ends it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import parse_qs, urlsplit

import uvicorn

from watchword.config import Settings
from watchword.desk.desk import Desk, open_situations
from watchword.desk.working import WorkerBeside
from watchword.errors import SettingsError
from watchword.serve.app import create_app
from watchword.store.opening import title_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOrder:
    """What is served, and where.

    Attributes:
        stores: where the records are.
        host: address that is listened on.
        port: port that is listened on; 0 for a free one.
    """

    stores: Sequence[str]
    host: str = "127.0.0.1"
    port: int = 8750


def serve(order: ServeOrder, settings: Settings) -> None:
    """Serve until interrupted.

    Raises:
        SettingsError: if two situations would have the same name.
        StoreError: if a record cannot be opened.
    """
    situations = open_situations(
        _named(order.stores), settings, lambda bench: title_of(bench.store)
    )
    desk = Desk(situations, WorkerBeside(), settings)
    uvicorn.run(create_app(desk), host=order.host, port=order.port, log_level="warning")


def name_of(location: str) -> str:
    """What addresses call a situation: the stem of its file, or its schema.

    >>> name_of("/data/troops.watchword")
    'troops'
    >>> name_of("postgresql://host/watch?schema=kursk")
    'kursk'
    """
    if "://" not in location:
        return PurePath(location).stem
    parts = urlsplit(location)
    schema = parse_qs(parts.query).get("schema")
    return schema[0] if schema else parts.path.strip("/") or "situation"


def _named(stores: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for location in stores:
        name = name_of(location)
        if name in found:
            raise SettingsError("two situations have this name", key=name, mend="rename one file")
        found[name] = location
    return found
