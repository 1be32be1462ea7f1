"""`watchword hooks`: addresses by which other systems push reports."""

from rich.text import Text

from watchword.cli.printing import print_table
from watchword.cli.screen import one_line, put_lines, tell, warn
from watchword.config import read_settings, secret
from watchword.flow.situation.hooks import SHORTEST, hooks_in, make_hook, withdraw_hook
from watchword.flow.stamps import stamped
from watchword.workbench import Workbench


def add(store: str | None, name: str, variable: str) -> None:
    """Let another system push reports, and tell where to."""
    settings = read_settings()
    with Workbench.open(store or settings.store, settings) as bench:
        made = make_hook(bench.store, name, variable, by=settings.user)
    tell(f"{made.key}  POST /api/v1/hooks/SITUATION/{made.key}")
    if len(secret(variable) or "") < SHORTEST:
        warn(f"set {variable} where the server runs, to {SHORTEST} characters or more")


def remove(store: str | None, name: str) -> None:
    """Take nothing from it any more."""
    settings = read_settings()
    with Workbench.open(store or settings.store, settings) as bench:
        gone = withdraw_hook(bench.store, name)
    tell(f"nothing is taken from {one_line(gone.name)} any more")


def show(store: str | None, *, as_json: bool) -> None:
    """Print the hooks that hold."""
    settings = read_settings()
    with (
        Workbench.open(store or settings.store, settings) as bench,
        bench.store.viewing() as view,
    ):
        found = hooks_in(view)
    if as_json:
        put_lines(map(stamped, found))
    elif found:
        print_table(
            ("hook", "called", "secret in", "requests taken", "the last", "made by"),
            (
                tuple(
                    Text(one_line(cell))
                    for cell in (
                        each.key,
                        each.name,
                        each.secret,
                        f"{each.taken:,}",
                        f"{each.last_at:%Y-%m-%d %H:%M}" if each.last_at else "",
                        each.by,
                    )
                )
                for each in found
            ),
        )
    else:
        warn("no hooks yet; watchword hooks add NAME --secret WATCHWORD_HOOK_NAME")
