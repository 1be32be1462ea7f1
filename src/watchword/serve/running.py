"""Running the server: the situations opened, the address bound, until somebody ends it."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import PurePath
from urllib.parse import parse_qs, urlsplit

import uvicorn

from watchword.access.accounts import Accounts, find_accounts
from watchword.access.oidc import Provider
from watchword.config import OIDC_SECRET, Settings, secret
from watchword.desk.desk import Desk, Open, open_situations
from watchword.desk.memory import tidy_rarely
from watchword.desk.working import WorkerBeside
from watchword.errors import MissingExtraError, SettingsError
from watchword.flow.situation.collecting import NO_FEED, want_collecting
from watchword.serve.app import create_app
from watchword.serve.collecting import Collectors
from watchword.serve.hosts import LOOPBACK
from watchword.serve.logs import log_handler
from watchword.serve.safety import Safety, check_reach
from watchword.store.opening import title_of

_KEPT_ALIVE_S = 15
_MOST_HEADER_BYTES = 64_000
STREAMS_END_S = 5
"""Seconds that answers which are under way, and open streams, have to end with the server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOrder:
    """What is served, and where.

    Attributes:
        stores: where the records are.
        host: address that is listened on.
        port: port that is listened on; 0 for a free one.
        accounts: where the accounts are.
        hosts: names that people reach the server by, beside those of this machine.
        is_behind_tls: whether people reach it by https alone, through a proxy at this machine.
        collect_every_s: seconds between rounds of collecting; None to collect when somebody asks.
    """

    stores: Sequence[str]
    host: str = "127.0.0.1"
    port: int = 8750
    accounts: str = "accounts.watchword"
    hosts: Sequence[str] = ()
    is_behind_tls: bool = False
    collect_every_s: float | None = None


def serve(order: ServeOrder, settings: Settings, tell: Callable[[str], None]) -> None:
    """Serve until interrupted.

    Args:
        order: what is served, and where.
        settings: what the user set.
        tell: is told where it serves, once nothing stands in the way.

    Raises:
        RefusedError: if others could reach it, and it has no accounts.
        SettingsError: if two situations would have the same name.
        StoreError: if a record cannot be opened.
    """
    provider = provider_of(settings)
    accounts = find_accounts(order.accounts)
    check_reach(order.host, accounts)
    situations = open_situations(
        _named(order.stores), settings, lambda bench: title_of(bench.store)
    )
    desk = Desk(situations, WorkerBeside(), settings)
    app = create_app(desk, safety_of(order, accounts, settings), provider)
    tell(f"serving on http://{order.host}:{order.port}/ until you press Ctrl+C")
    if accounts is not None:
        _log_requests()
    collectors = _collecting(situations, order.collect_every_s)
    tidy_rarely()
    try:
        uvicorn.run(
            app,
            host=order.host,
            port=order.port,
            log_level="warning",
            server_header=False,
            proxy_headers=order.is_behind_tls,
            timeout_keep_alive=_KEPT_ALIVE_S,
            timeout_graceful_shutdown=STREAMS_END_S,
            h11_max_incomplete_event_size=_MOST_HEADER_BYTES,
        )
    finally:
        collectors.close()
        if accounts is not None:
            accounts.close()


def _collecting(situations: Mapping[str, Open], every_s: float | None) -> Collectors:
    """Begin to collect beside the server; stories of large records are worked on there, too."""
    stores = {name: (each.location, each.bench.store) for name, each in situations.items()}
    collectors = Collectors(stores, every_s)
    collectors.start()
    for each in situations.values():
        each.bench.elsewhere = partial(want_collecting, each.bench.store, feed=NO_FEED)
    return collectors


def safety_of(order: ServeOrder, accounts: Accounts | None, settings: Settings) -> Safety:
    """How a server is guarded that serves so."""
    return Safety(
        accounts=accounts,
        user=settings.user or "you",
        hosts={*LOOPBACK, *order.hosts, *_names_of(order.host)},
        is_behind_tls=order.is_behind_tls,
    )


def provider_of(settings: Settings) -> Provider | None:
    """Where people sign in beside this server; None where no provider is set.

    Raises:
        SettingsError: if one is set in part.
        MissingExtraError: if the extra `oidc` is not installed.
    """
    if not settings.oidc_issuer:
        return None
    if not settings.oidc_client or not settings.address:
        raise SettingsError(
            "a provider needs a name for this server and its address",
            key="WATCHWORD_OIDC_ISSUER",
            mend="set WATCHWORD_OIDC_CLIENT and WATCHWORD_ADDRESS, too",
        )
    if find_spec("joserfc") is None:
        raise MissingExtraError(
            "OpenID Connect is not installed", mend="pip install 'watchword[oidc]'"
        )
    return Provider(
        issuer=settings.oidc_issuer,
        client=settings.oidc_client,
        secret=secret(OIDC_SECRET) or "",
        back=settings.address.rstrip("/") + "/sign-in/back",
        claim=settings.oidc_claim,
        allow_private=settings.allow_private,
        timeout_s=settings.timeout_s,
    )


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


def _names_of(host: str) -> tuple[str, ...]:
    """A host to listen on as a name to ask for; one that stands for all of them is none."""
    return () if host in {"0.0.0.0", "::", ""} else (host,)  # noqa: S104 - it is compared with


def _log_requests() -> None:
    log = logging.getLogger("watchword")
    log.addHandler(log_handler())
    log.setLevel(logging.INFO)


def _named(stores: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for location in stores:
        name = name_of(location)
        if name in found:
            raise SettingsError("two situations have this name", key=name, mend="rename one file")
        found[name] = location
    return found
