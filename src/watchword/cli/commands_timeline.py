"""The commands that tell what is known in sentences; the work is loaded when asked for."""

from watchword.cli import options_record, options_timeline, options_views
from watchword.cli.commands_views import asked_of, of_days, view_of


def timeline(  # noqa: PLR0913 - each is an option of the command
    *,
    since: options_timeline.Since = None,
    until: options_timeline.Until = None,
    days: options_timeline.Days = 20,
    per_day: options_timeline.PerDay = 3,
    actor: options_views.Actors = None,
    place: options_views.Places = None,
    markdown: options_timeline.Markdown = False,
    paths: options_views.From = None,
    published_from: options_views.PublishedFrom = None,
    published_until: options_views.PublishedUntil = None,
    newest: options_views.Newest = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print what happened on which day: the days that matter, each line with its claims."""
    from watchword.cli import chronicling  # noqa: PLC0415 - slow import

    chronicling.show_timeline(
        chronicling.TimelineOrder(
            view=of_days(
                view_of(paths, store, as_of, newest, as_json=as_json),
                published_from,
                published_until,
            ),
            asked=asked_of(actor, place),
            since=since,
            until=until,
            days=days,
            per_day=per_day,
            as_markdown=markdown,
        )
    )


def digest(  # noqa: PLR0913 - each is an option of the command
    *,
    words: options_timeline.Words = 120,
    actor: options_views.Actors = None,
    place: options_views.Places = None,
    paths: options_views.From = None,
    published_from: options_views.PublishedFrom = None,
    published_until: options_views.PublishedUntil = None,
    newest: options_views.Newest = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print the sentences that a reader needs of the reports, each checked, with its claims."""
    from watchword.cli import chronicling  # noqa: PLC0415 - slow import

    chronicling.show_digest(
        chronicling.DigestOrder(
            view=of_days(
                view_of(paths, store, as_of, newest, as_json=as_json),
                published_from,
                published_until,
            ),
            asked=asked_of(actor, place),
            words=words,
        )
    )
