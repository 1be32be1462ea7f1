"""The arguments and options of the commands on accounts, tokens and the audit."""

from typing import Annotated

import typer

Accounts = Annotated[
    str | None,
    typer.Option(
        "--accounts",
        metavar="PLACE",
        help="The record of accounts, a file or a server's schema.",
        show_default=False,
    ),
]
Name = Annotated[
    str, typer.Argument(metavar="NAME", help="What somebody signs in with.", show_default=False)
]
Role = Annotated[
    str, typer.Option("--role", metavar="ROLE", help="reader, analyst, editor or owner.")
]
NewRole = Annotated[
    str,
    typer.Argument(
        metavar="ROLE", help="reader, analyst, editor, owner or nothing.", show_default=False
    ),
]
Situation = Annotated[
    str, typer.Option("--situation", metavar="NAME", help="Where; everywhere unless given.")
]
Identity = Annotated[
    str,
    typer.Option(
        "--identity",
        metavar="WHO",
        help="Who they are at a provider of OpenID Connect, 'ISSUER SUBJECT'; no password then.",
    ),
]
Person = Annotated[
    str, typer.Argument(metavar="NAME", help="Whose it will be.", show_default=False)
]
OfPerson = Annotated[
    str | None, typer.Option("--person", metavar="NAME", help="Only theirs.", show_default=False)
]
Label = Annotated[str, typer.Option("--label", metavar="TEXT", help="What it is for.")]
Scopes = Annotated[
    list[str] | None,
    typer.Option(
        "--scope",
        metavar="RIGHT",
        help="read, decide, publish or manage; several may be given; read unless given.",
        show_default=False,
    ),
]
Days = Annotated[int, typer.Option("--days", metavar="N", min=1, help="It ends after these days.")]
TokenKey = Annotated[
    str,
    typer.Argument(metavar="TOKEN", help="Its key, or the beginning of it.", show_default=False),
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many at most.")]
LinesAsJson = Annotated[bool, typer.Option("--json", help="One a line, as JSON.")]
