"""The commands on indicators, alerts and channels; the work behind each is loaded when needed."""

import typer

from watchword.cli import options_record, options_views, options_watch
from watchword.cli.watch_order import IndicatorOrder


def indicators(
    context: typer.Context,
    *,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print what is watched for and how each stands, or add, try, change or remove one."""
    if context.invoked_subcommand is None:
        from watchword.cli import indicating  # noqa: PLC0415 - slow import

        indicating.show_all(store, as_of, as_json=as_json)


def add_indicator(  # noqa: PLR0913 - each is an option of the command
    words: options_watch.Words = "",
    *,
    name: options_watch.Name = "",
    actor: options_watch.Actors = None,
    event: options_watch.Events = None,
    place: options_watch.Places = None,
    counted: options_watch.Counted = None,
    at_least: options_watch.AtLeast = None,
    at_most: options_watch.AtMost = None,
    position: options_watch.Positions = None,
    ahead: options_watch.Ahead = None,
    origins: options_watch.Origins = None,
    window: options_watch.Window = None,
    silence: options_watch.Silence = None,
    rest: options_watch.Rest = None,
    quiet: options_watch.Quiet = None,
    importance: options_watch.Importance = None,
    back: options_watch.Back = False,
    store: options_record.Store = None,
) -> None:
    """Watch for something from now on."""
    from watchword.cli import indicating  # noqa: PLC0415 - slow import

    order = IndicatorOrder(
        store=store, words=words, name=name, actors=actor, events=event, places=place,
        counted=counted, at_least=at_least, at_most=at_most, positions=position, ahead=ahead,
        origins=origins, window=window, silence=silence, rest=rest, quiet=quiet,
        importance=importance,
    )  # fmt: skip
    indicating.add(order, back=back)


def change_indicator(  # noqa: PLR0913 - each is an option of the command
    indicator: options_watch.Named,
    *,
    words: options_watch.NewWords = None,
    actor: options_watch.Actors = None,
    event: options_watch.Events = None,
    place: options_watch.Places = None,
    counted: options_watch.Counted = None,
    at_least: options_watch.AtLeast = None,
    at_most: options_watch.AtMost = None,
    position: options_watch.Positions = None,
    ahead: options_watch.Ahead = None,
    origins: options_watch.Origins = None,
    window: options_watch.Window = None,
    silence: options_watch.Silence = None,
    rest: options_watch.Rest = None,
    quiet: options_watch.Quiet = None,
    importance: options_watch.Importance = None,
    store: options_record.Store = None,
) -> None:
    """Change what is named of an indicator; what it has seen stays."""
    from watchword.cli import indicating  # noqa: PLC0415 - slow import

    order = IndicatorOrder(
        store=store, words=words, name=indicator, actors=actor, events=event, places=place,
        counted=counted, at_least=at_least, at_most=at_most, positions=position, ahead=ahead,
        origins=origins, window=window, silence=silence, rest=rest, quiet=quiet,
        importance=importance,
    )  # fmt: skip
    indicating.change(order)


def try_indicator(  # noqa: PLR0913 - each is an option of the command
    words: options_watch.Words = "",
    *,
    actor: options_watch.Actors = None,
    event: options_watch.Events = None,
    place: options_watch.Places = None,
    counted: options_watch.Counted = None,
    at_least: options_watch.AtLeast = None,
    at_most: options_watch.AtMost = None,
    position: options_watch.Positions = None,
    ahead: options_watch.Ahead = None,
    origins: options_watch.Origins = None,
    window: options_watch.Window = None,
    silence: options_watch.Silence = None,
    from_: options_views.From = None,
    limit: options_record.Limit = 10,
    as_json: options_record.AsJson = False,
    store: options_record.Store = None,
) -> None:
    """Show what an indicator would have seen in the record so far, or in files; nothing is kept."""
    from watchword.cli import indicating  # noqa: PLC0415 - slow import

    order = IndicatorOrder(
        store=store, words=words, name="", actors=actor, events=event, places=place,
        counted=counted, at_least=at_least, at_most=at_most, positions=position, ahead=ahead,
        origins=origins, window=window, silence=silence,
    )  # fmt: skip
    indicating.test(order, tuple(from_ or ()), limit=limit, as_json=as_json)


def show_indicator(
    indicator: options_watch.Named,
    *,
    limit: options_record.Limit = 40,
    as_of: options_record.AsOf = None,
    as_json: options_record.AsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print one indicator with its alerts and what it has seen."""
    from watchword.cli import indicating  # noqa: PLC0415 - slow import

    indicating.show(store, indicator, as_of, limit=limit, as_json=as_json)


def remove_indicator(indicator: options_watch.Named, *, store: options_record.Store = None) -> None:
    """Watch for something no more; what it has seen stays."""
    from watchword.cli import indicating  # noqa: PLC0415 - slow import

    indicating.remove(store, indicator)


def alerts(  # noqa: PLR0913 - each is an option of the command
    *,
    since: options_watch.AlertsSince = None,
    indicator: options_watch.OfIndicator = None,
    atom: options_watch.AtomFile = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print the alerts, each with the claims that show it, or write them as an Atom feed."""
    from watchword.cli import alerting  # noqa: PLC0415 - slow import

    alerting.show(
        alerting.AlertOrder(
            store=store, since=since, indicator=indicator, atom=atom, as_of=as_of, as_json=as_json
        )
    )


def channels(
    context: typer.Context,
    *,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print where alerts are sent and how that goes, or add or remove a channel."""
    if context.invoked_subcommand is None:
        from watchword.cli import delivering  # noqa: PLC0415 - slow import

        delivering.show(store, as_json=as_json)


def add_channel(  # noqa: PLR0913 - each is an option of the command
    kind: options_watch.ChannelKind,
    address: options_watch.ChannelAddress,
    *,
    name: options_watch.Name = "",
    secret: options_watch.Secret = "",
    server: options_watch.Server = "",
    sender: options_watch.Sender = "",
    least: options_watch.Least = "low",
    indicator: options_watch.Only = None,
    quiet: options_watch.QuietHours = None,
    zone: options_watch.Zone = "UTC",
    tell: options_watch.Tells = None,
    store: options_record.Store = None,
) -> None:
    """Send alerts to a web address, a mail address or a feed file from now on."""
    from watchword.cli import delivering  # noqa: PLC0415 - slow import

    delivering.add(
        delivering.ChannelOrder(
            store=store,
            kind=kind,
            address=address,
            name=name,
            secret=secret,
            server=server,
            sender=sender,
            least=least,
            indicators=tuple(indicator or ()),
            quiet=quiet,
            zone=zone,
            tells=tuple(tell or ()),
        )
    )


def remove_channel(
    channel: options_watch.ChannelNamed, *, store: options_record.Store = None
) -> None:
    """Send no alerts there any more."""
    from watchword.cli import delivering  # noqa: PLC0415 - slow import

    delivering.remove(store, channel)


def deliver(
    *,
    again: options_watch.Again = False,
    as_json: options_record.AsJson = False,
    store: options_record.Store = None,
) -> None:
    """Send the alerts that are due, once."""
    from watchword.cli import delivering  # noqa: PLC0415 - slow import

    delivering.deliver(store, again=again, as_json=as_json)
