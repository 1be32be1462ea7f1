"""`watchword serve`: the workbench in a browser."""

from dataclasses import dataclass

from watchword.cli.asking import seconds_of
from watchword.cli.screen import warn
from watchword.config import read_settings
from watchword.serve.running import ServeOrder
from watchword.serve.running import serve as run


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeWish:
    """What was asked for, as typed.

    Attributes:
        stores: where the records are.
        host: address to listen on.
        port: port to listen on.
        accounts: where the accounts are.
        hosts: names that people reach the server by.
        is_behind_tls: whether they do so by https alone.
        collect: time between rounds of collecting, None to collect when somebody asks.
    """

    stores: list[str] | None
    host: str
    port: int
    accounts: str | None = None
    hosts: tuple[str, ...] = ()
    is_behind_tls: bool = False
    collect: str | None = None


def serve(wish: ServeWish) -> None:
    """Serve until interrupted."""
    settings = read_settings()
    order = ServeOrder(
        stores=tuple(wish.stores or (settings.store,)),
        host=wish.host,
        port=wish.port,
        accounts=wish.accounts or settings.accounts,
        hosts=wish.hosts,
        is_behind_tls=wish.is_behind_tls,
        collect_every_s=seconds_of(wish.collect, option="--collect") if wish.collect else None,
    )
    run(order, settings, warn)
