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
Port = Annotated[int, typer.Option("--port", help="The port to listen on; 0 for a free one.")]
