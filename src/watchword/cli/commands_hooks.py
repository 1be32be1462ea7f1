"""The commands on hooks, with their arguments; the work behind each is loaded when needed."""

from typing import Annotated

import typer

from watchword.cli import options_record

HookName = Annotated[str, typer.Argument(metavar="NAME", help="Who pushes.", show_default=False)]
HookNamed = Annotated[
    str,
    typer.Argument(
        metavar="HOOK", help="Its name, its key, or the beginning of that.", show_default=False
    ),
]
HookSecret = Annotated[
    str,
    typer.Option(
        "--secret",
        metavar="VARIABLE",
        help="Name of the variable, where the server runs, with the key that requests are signed"
        " with; it begins with WATCHWORD_HOOK_.",
    ),
]


def hooks(
    context: typer.Context,
    *,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print the addresses by which other systems push reports, or make or withdraw one."""
    if context.invoked_subcommand is None:
        from watchword.cli import hooking  # noqa: PLC0415 - slow import

        hooking.show(store, as_json=as_json)


def add_hook(name: HookName, *, secret: HookSecret, store: options_record.Store = None) -> None:
    """Let another system push reports from now on."""
    from watchword.cli import hooking  # noqa: PLC0415 - slow import

    hooking.add(store, name, secret)


def remove_hook(hook: HookNamed, *, store: options_record.Store = None) -> None:
    """Take nothing any more from a hook; what it brought stays."""
    from watchword.cli import hooking  # noqa: PLC0415 - slow import

    hooking.remove(store, hook)
