"""The commands on scenarios; the work behind each is loaded when it is asked for."""

import typer

from watchword.cli import options_record, options_scenarios, options_views
from watchword.cli.commands_views import asked_of, of_days, view_of


def scenarios_kept(
    context: typer.Context,
    *,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print the scenarios of the record, or draw, edit, compute and convert one."""
    if context.invoked_subcommand is None:
        from watchword.cli import scenarios  # noqa: PLC0415 - slow import

        scenarios.show_list(store, as_of, as_json=as_json)


def keep_scenario(file: options_scenarios.Kept, *, store: options_record.Store = None) -> None:
    """Keep a scenario of a file in the record, where it is changed by its key or its title."""
    from watchword.cli import scenarios  # noqa: PLC0415 - slow import

    scenarios.keep(file, store)


def suggest(  # noqa: PLR0913 - each is an option of the command
    *,
    paths: options_views.From = None,
    actor: options_views.Actors = None,
    place: options_views.Places = None,
    title: options_scenarios.Title = None,
    limit: options_views.Shown = 40,
    output: options_scenarios.Output = None,
    published_from: options_views.PublishedFrom = None,
    published_until: options_views.PublishedUntil = None,
    newest: options_views.Newest = None,
    as_of: options_record.AsOf = None,
    as_json: options_scenarios.AsJson = False,
    store: options_record.Store = None,
) -> None:
    """Draw a graph of what is claimed to lead to what, with who claims each arrow."""
    from watchword.cli import scenarios  # noqa: PLC0415 - slow import

    scenarios.suggest(
        scenarios.SuggestOrder(
            view=of_days(
                view_of(paths, store, as_of, newest, as_json=as_json),
                published_from,
                published_until,
            ),
            asked=asked_of(actor, place),
            title=title,
            limit=limit,
            output=output,
        )
    )


def run(  # noqa: PLR0913 - each is an option of the command
    file: options_scenarios.File,
    *,
    target: options_scenarios.Target = None,
    what_if: options_scenarios.WhatIf = None,
    do: options_scenarios.Do = None,
    evidence: options_scenarios.Seen = None,
    numbers: options_scenarios.Numbers = False,
    plot: options_scenarios.Plot = None,
    as_json: options_scenarios.AsJson = False,
) -> None:
    """Compute a scenario: how likely each state is, what moved it, what would move it."""
    from watchword.cli import scenarios  # noqa: PLC0415 - slow import

    scenarios.run(
        scenarios.RunOrder(
            file=file,
            target=target,
            seen=tuple(what_if or ()),
            done=tuple(do or ()),
            evidence=tuple(evidence or ()),
            numbers=numbers,
            as_json=as_json,
            plot=plot,
        )
    )


def edit(  # noqa: PLR0913 - each is an option of the command
    file: options_scenarios.File,
    *,
    node: options_scenarios.Nodes = None,
    join: options_scenarios.Joins = None,
    remove: options_scenarios.Removed = None,
    arrow: options_scenarios.Arrows = None,
    prevents: options_scenarios.Prevents = None,
    leave_out: options_scenarios.LeftOut = None,
    chance: options_scenarios.Chances = None,
    gate: options_scenarios.Gates = None,
    row: options_scenarios.Rows = None,
    evidence: options_scenarios.Seen = None,
    no_evidence: options_scenarios.NoEvidence = None,
    why: options_scenarios.Why = "",
) -> None:
    """Change a scenario: its states, arrows, numbers and evidence, with who and why."""
    from watchword.cli import scenario_editing  # noqa: PLC0415 - slow import

    scenario_editing.edit(
        scenario_editing.EditOrder(
            file=file,
            nodes=tuple(node or ()),
            joins=tuple(join or ()),
            removed=tuple(remove or ()),
            arrows=tuple(arrow or ()),
            prevents=tuple(prevents or ()),
            left_out=tuple(leave_out or ()),
            chances=tuple(chance or ()),
            gates=tuple(gate or ()),
            rows=tuple(row or ()),
            evidence=tuple(evidence or ()),
            no_evidence=tuple(no_evidence or ()),
            why=why,
        )
    )


def attach(  # noqa: PLR0913 - each is an option of the command
    file: options_scenarios.File,
    evidence: options_scenarios.Attached,
    *,
    claim: options_scenarios.Claim = None,
    indicator: options_scenarios.OfIndicator = None,
    why: options_scenarios.Why = "",
    paths: options_views.From = None,
    published_from: options_views.PublishedFrom = None,
    published_until: options_views.PublishedUntil = None,
    newest: options_views.Newest = None,
    as_of: options_record.AsOf = None,
    store: options_record.Store = None,
) -> None:
    """Attach a claim, or what shows an indicator, to a node as evidence with its credibility."""
    from watchword.cli import scenario_attaching  # noqa: PLC0415 - slow import

    scenario_attaching.attach(
        scenario_attaching.AttachOrder(
            file=file,
            evidence=evidence,
            claims=tuple(claim or ()),
            indicator=indicator,
            why=why,
            view=of_days(view_of(paths, store, as_of, newest), published_from, published_until),
        )
    )


def convert(file: options_scenarios.File, place: options_scenarios.Place) -> None:
    """Write a scenario in another format: .json, .bif or .xdsl."""
    from watchword.cli import scenarios  # noqa: PLC0415 - slow import

    scenarios.convert(file, place)
