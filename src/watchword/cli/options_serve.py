"""The options of the command that serves, as they are typed."""

from typing import Annotated

import typer

Stores = Annotated[
    list[str] | None,
    typer.Option(
        "--store",
        metavar="STORE",
        help="A situation's record, a file or a server's schema; may be given several times.",
        show_default=False,
    ),
]
Host = Annotated[str, typer.Option("--host", help="The address to listen on.")]
Accounts = Annotated[
    str | None,
    typer.Option(
        "--accounts",
        metavar="PLACE",
        help="The record of accounts, a file or a server's schema.",
        show_default=False,
    ),
]
Hosts = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host",
        metavar="NAME",
        help="A name that people reach the server by; several may be given.",
        show_default=False,
    ),
]
BehindTls = Annotated[
    bool,
    typer.Option(
        "--behind-tls", help="People reach it by https alone, through a proxy at this machine."
    ),
]
Collect = Annotated[
    str | None,
    typer.Option(
        "--collect",
        metavar="TIME",
        help="Visit feeds and read what comes this often, as 15m; else when somebody asks.",
        show_default=False,
    ),
]
Port = Annotated[int, typer.Option("--port", help="The port to listen on; 0 for a free one.")]
