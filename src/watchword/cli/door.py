"""The door: the commands, and how each error ends one."""

import logging
import sys
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from watchword import __version__
from watchword.cli.commands import brief, ledger, parse, read, templates, verify
from watchword.cli.commands_access import (
    add_person,
    add_token,
    audit,
    people,
    remove_person,
    revoke_token,
    set_password,
    set_role,
    tokens,
)
from watchword.cli.commands_archive import load, read_archive, status_of_archive
from watchword.cli.commands_exchange import export as hand_on
from watchword.cli.commands_exchange import import_, mcp
from watchword.cli.commands_forecasts import (
    ask,
    base_rate,
    forecasts,
    resolve,
    review,
    say,
    score,
    show_forecast,
)
from watchword.cli.commands_hooks import add_hook, hooks, remove_hook
from watchword.cli.commands_hypotheses import (
    add_evidence,
    dissent,
    edit_matrix,
    export_matrix,
    hypotheses,
    keep_matrix,
    new,
    sensitivity,
    set_cells,
    show_matrix,
    suggest_evidence,
)
from watchword.cli.commands_model import model, questions, translate
from watchword.cli.commands_record import (
    actors,
    add,
    backup,
    briefs,
    check,
    collect,
    copy,
    decide,
    decisions,
    export,
    feeds,
    init,
    remove,
    search,
    show,
    status,
    stories,
)
from watchword.cli.commands_scenarios import (
    attach,
    convert,
    edit,
    keep_scenario,
    run,
    scenarios_kept,
    suggest,
)
from watchword.cli.commands_serve import serve
from watchword.cli.commands_timeline import digest, timeline
from watchword.cli.commands_views import (
    changes,
    claim,
    contradictions,
    drift,
    positions,
    relations,
    sources,
    tracks,
)
from watchword.cli.commands_watch import (
    add_channel,
    add_indicator,
    alerts,
    change_indicator,
    channels,
    deliver,
    indicators,
    remove_channel,
    remove_indicator,
    show_indicator,
    try_indicator,
)
from watchword.cli.examples import (
    ACTORS,
    ADD,
    ADD_CHANNEL,
    ADD_INDICATOR,
    ALERTS,
    ARCHIVE,
    BRIEF,
    CHANGES,
    CLAIM,
    COLLECT,
    CONTRADICTIONS,
    DECIDE,
    DIGEST,
    DRIFT,
    EXPORT,
    FORECASTS,
    HOOKS,
    HYPOTHESES,
    IMPORT,
    INDICATORS,
    INIT,
    LEDGER,
    MCP,
    MODEL,
    PARSE,
    PEOPLE,
    POSITIONS,
    READ,
    RELATIONS,
    SCENARIOS,
    SEARCH,
    SERVE,
    SOURCES,
    STORE,
    STORIES,
    TEMPLATES,
    TIMELINE,
    TOKENS,
    TRACKS,
    VERIFY,
    WATCHWORD,
)
from watchword.cli.exits import ExitCode, code_of
from watchword.cli.screen import let_go_of_output, one_line, prepare_screen, tell, warn
from watchword.errors import WatchwordError


class Door(TyperGroup):
    """Runs a command; a Watchword error becomes one line, a closed pipe becomes silence."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - as the class it extends has it
        """Run what was asked for, and see to it that its output has gone out."""
        try:
            outcome = super().invoke(ctx)
            sys.stdout.flush()
        except WatchwordError as error:
            warn(f"watchword: {one_line(str(error))}")
            raise typer.Exit(code_of(error)) from error
        except BrokenPipeError as error:
            let_go_of_output()
            raise typer.Exit(ExitCode.OUTPUT_CLOSED) from error
        return outcome


app = typer.Typer(
    name="watchword",
    cls=Door,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog=WATCHWORD,
)
app.command(epilog=BRIEF)(brief)
app.command(epilog=TEMPLATES)(templates)
app.command(epilog=READ)(read)
app.command(epilog=PARSE)(parse)
app.command(epilog=VERIFY)(verify)
app.command(epilog=LEDGER)(ledger)
app.command(epilog=INIT)(init)
app.command(epilog=COLLECT)(collect)
app.command(epilog=ADD)(add)
app.command()(feeds)
app.command()(remove)
app.command(epilog=SEARCH)(search)
app.command()(status)
app.command()(show)
app.command(epilog=STORIES)(stories)
app.command(epilog=ACTORS)(actors)
app.command(epilog=CHANGES)(changes)
app.command(epilog=TRACKS)(tracks)
app.command(epilog=TIMELINE)(timeline)
app.command(epilog=DIGEST)(digest)
app.command(epilog=CLAIM)(claim)
app.command(epilog=CONTRADICTIONS)(contradictions)
app.command(epilog=DRIFT)(drift)
app.command(epilog=SOURCES)(sources)
app.command(epilog=POSITIONS)(positions)
app.command(epilog=RELATIONS)(relations)
app.command(epilog=DECIDE)(decide)
app.command()(decisions)
app.command()(briefs)
app.command(epilog=SERVE)(serve)
app.command(name="export", epilog=EXPORT)(hand_on)
app.command(name="import", epilog=IMPORT)(import_)
app.command(epilog=MCP)(mcp)
store = typer.Typer(
    name="store",
    help="Copies of the record, its rows, and whether it is sound.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog=STORE,
)
for command in (backup, copy, export, check):
    store.command()(command)
app.add_typer(store)
archives = typer.Typer(
    name="archive",
    help="Archives, read shard by shard, in many processes or on many hosts.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog=ARCHIVE,
)
archives.command(name="read", epilog=ARCHIVE)(read_archive)
archives.command(name="load", epilog=ARCHIVE)(load)
archives.command(name="status")(status_of_archive)
app.add_typer(archives)
watched = typer.Typer(
    name="indicators", invoke_without_command=True, rich_markup_mode=None, epilog=INDICATORS
)
watched.callback()(indicators)
watched.command(name="add", epilog=ADD_INDICATOR)(add_indicator)
watched.command(name="test")(try_indicator)
watched.command(name="show")(show_indicator)
watched.command(name="change")(change_indicator)
watched.command(name="remove")(remove_indicator)
app.add_typer(watched)
app.command(epilog=ALERTS)(alerts)
sent_to = typer.Typer(
    name="channels", invoke_without_command=True, rich_markup_mode=None, epilog=ADD_CHANNEL
)
sent_to.callback()(channels)
sent_to.command(name="add", epilog=ADD_CHANNEL)(add_channel)
sent_to.command(name="remove")(remove_channel)
app.add_typer(sent_to)
app.command()(deliver)
pushed_by = typer.Typer(
    name="hooks", invoke_without_command=True, rich_markup_mode=None, epilog=HOOKS
)
pushed_by.callback()(hooks)
pushed_by.command(name="add", epilog=HOOKS)(add_hook)
pushed_by.command(name="remove")(remove_hook)
app.add_typer(pushed_by)
forecast = typer.Typer(
    name="forecasts", invoke_without_command=True, rich_markup_mode=None, epilog=FORECASTS
)
forecast.callback()(forecasts)
forecast.command()(ask)
forecast.command()(say)
forecast.command()(resolve)
forecast.command()(score)
forecast.command(name="base-rate")(base_rate)
forecast.command()(review)
forecast.command(name="show")(show_forecast)
app.add_typer(forecast)
scenarios = typer.Typer(
    name="scenarios", invoke_without_command=True, rich_markup_mode=None, epilog=SCENARIOS
)
scenarios.callback()(scenarios_kept)
for on_scenarios in (suggest, run, edit, attach, convert):
    scenarios.command(epilog=SCENARIOS)(on_scenarios)
scenarios.command(name="keep", epilog=SCENARIOS)(keep_scenario)
app.add_typer(scenarios)
competing = typer.Typer(
    name="hypotheses", invoke_without_command=True, rich_markup_mode=None, epilog=HYPOTHESES
)
competing.callback()(hypotheses)
for on_matrix in (new, sensitivity, dissent):
    competing.command(epilog=HYPOTHESES)(on_matrix)
competing.command(name="keep", epilog=HYPOTHESES)(keep_matrix)
competing.command(name="suggest", epilog=HYPOTHESES)(suggest_evidence)
competing.command(name="add", epilog=HYPOTHESES)(add_evidence)
competing.command(name="edit", epilog=HYPOTHESES)(edit_matrix)
competing.command(name="set", epilog=HYPOTHESES)(set_cells)
competing.command(name="show", epilog=HYPOTHESES)(show_matrix)
competing.command(name="export", epilog=HYPOTHESES)(export_matrix)
app.add_typer(competing)
asked = typer.Typer(name="model", invoke_without_command=True, rich_markup_mode=None, epilog=MODEL)
asked.callback()(model)
asked.command(epilog=MODEL)(questions)
asked.command(epilog=MODEL)(translate)
app.add_typer(asked)

accounts = typer.Typer(
    name="people", invoke_without_command=True, rich_markup_mode=None, epilog=PEOPLE
)
accounts.callback()(people)
accounts.command(name="add", epilog=PEOPLE)(add_person)
accounts.command(name="role", epilog=PEOPLE)(set_role)
accounts.command(name="password", epilog=PEOPLE)(set_password)
accounts.command(name="remove", epilog=PEOPLE)(remove_person)
app.add_typer(accounts)
let_in = typer.Typer(
    name="tokens", invoke_without_command=True, rich_markup_mode=None, epilog=TOKENS
)
let_in.callback()(tokens)
let_in.command(name="add", epilog=TOKENS)(add_token)
let_in.command(name="revoke", epilog=TOKENS)(revoke_token)
app.add_typer(let_in)
app.command()(audit)


def main() -> NoReturn:
    """Run the command that the process was started with, and end with its exit code."""
    logging.getLogger().addHandler(logging.NullHandler())
    prepare_screen()
    app(prog_name="watchword")
    raise SystemExit(ExitCode.DONE)


def _show_version(*, asked: bool) -> None:
    if asked:
        tell(f"watchword {__version__}")
        raise typer.Exit


@app.callback()
def watchword(
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Read reports, keep who claims what, and write a brief that can be checked."""
