"""The command that serves; the work behind it is loaded when it is asked for."""

from watchword.cli import options_serve


def serve(  # noqa: PLR0913 - each is an option of the command
    *,
    store: options_serve.Stores = None,
    host: options_serve.Host = "127.0.0.1",
    port: options_serve.Port = 8750,
    accounts: options_serve.Accounts = None,
    allow_host: options_serve.Hosts = None,
    behind_tls: options_serve.BehindTls = False,
    collect: options_serve.Collect = None,
) -> None:
    """Serve the workbench, pages and an API: to this machine, or to people with accounts."""
    from watchword.cli import serving  # noqa: PLC0415 - slow import

    order = serving.ServeWish(
        stores=store,
        host=host,
        port=port,
        accounts=accounts,
        hosts=tuple(allow_host or ()),
        is_behind_tls=behind_tls,
        collect=collect,
    )
    serving.serve(order)
