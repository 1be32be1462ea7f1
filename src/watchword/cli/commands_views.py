"""The commands that show a view of what is known; the work behind each is loaded when asked for."""

from watchword.cli import options_record, options_views


def changes(  # noqa: PLR0913 - each is an option of the command
    *,
    since: options_views.ChangedSince = "look",
    actor: options_views.Actors = None,
    place: options_views.Places = None,
    limit: options_views.Shown = 40,
    peek: options_views.Peek = False,
    paths: options_views.From = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print what changed since you last looked, a day, or the last brief, by importance."""
    from watchword.cli import changing  # noqa: PLC0415 - slow import
    from watchword.cli.viewing import ViewOrder  # noqa: PLC0415 - slow import
    from watchword.flow.situation.scoping import Asked  # noqa: PLC0415 - slow import

    changing.show(
        changing.ChangesOrder(
            view=ViewOrder(store=store, sources=tuple(paths or ()), as_of=as_of, as_json=as_json),
            since=since,
            asked=Asked(actors=tuple(actor or ()), places=tuple(place or ())),
            limit=limit,
            peek=peek,
        )
    )
