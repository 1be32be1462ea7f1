"""The commands that show a view of what is known; the work behind each is loaded when asked for."""

from dataclasses import replace
from typing import TYPE_CHECKING

from watchword.cli import options_record, options_views
from watchword.model.relation import Grain

if TYPE_CHECKING:
    from watchword.cli.viewing import ViewOrder
    from watchword.flow.situation.scoping import Asked


def changes(  # noqa: PLR0913 - each is an option of the command
    *,
    since: options_views.ChangedSince = "look",
    actor: options_views.Actors = None,
    place: options_views.Places = None,
    limit: options_views.Shown = 40,
    peek: options_views.Peek = False,
    paths: options_views.From = None,
    newest: options_views.Newest = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print what changed since you last looked, a day, or the last brief, by importance."""
    from watchword.cli import changing  # noqa: PLC0415 - slow import

    changing.show(
        changing.ChangesOrder(
            view=view_of(paths, store, as_of, newest, as_json=as_json),
            since=since,
            asked=asked_of(actor, place),
            limit=limit,
            peek=peek,
        )
    )


def claim(  # noqa: PLR0913 - each is an option of the command
    name: options_views.ClaimKey,
    *,
    paths: options_views.From = None,
    newest: options_views.Newest = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.AsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print one claim: its chain, who agrees, who does not, and how it is told again."""
    from watchword.cli import corroborating  # noqa: PLC0415 - slow import

    view = view_of(paths, store, as_of, newest, as_json=as_json)
    corroborating.show(corroborating.ClaimOrder(view=view, name=name))


def contradictions(  # noqa: PLR0913 - each is an option of the command
    *,
    actor: options_views.Actors = None,
    place: options_views.Places = None,
    limit: options_views.Shown = 40,
    paths: options_views.From = None,
    published_from: options_views.PublishedFrom = None,
    published_until: options_views.PublishedUntil = None,
    newest: options_views.Newest = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print on what sources are at odds: figures, denials, places, times, by importance."""
    from watchword.cli import contesting  # noqa: PLC0415 - slow import

    view = of_days(
        view_of(paths, store, as_of, newest, as_json=as_json), published_from, published_until
    )
    asked = asked_of(actor, place)
    contesting.show_contradictions(contesting.ContestOrder(view=view, asked=asked, limit=limit))


def drift(  # noqa: PLR0913 - each is an option of the command
    *,
    actor: options_views.Actors = None,
    place: options_views.Places = None,
    limit: options_views.Shown = 40,
    paths: options_views.From = None,
    published_from: options_views.PublishedFrom = None,
    published_until: options_views.PublishedUntil = None,
    newest: options_views.Newest = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print statements that are told more firmly, or less, than at first."""
    from watchword.cli import contesting  # noqa: PLC0415 - slow import

    view = of_days(
        view_of(paths, store, as_of, newest, as_json=as_json), published_from, published_until
    )
    asked = asked_of(actor, place)
    contesting.show_drift(contesting.ContestOrder(view=view, asked=asked, limit=limit))


def sources(  # noqa: PLR0913 - each is an option of the command
    name: options_views.SourceName = None,
    *,
    limit: options_views.Shown = 40,
    paths: options_views.From = None,
    published_from: options_views.PublishedFrom = None,
    published_until: options_views.PublishedUntil = None,
    newest: options_views.Newest = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print how reliable each source is, and the record that its grade stands on."""
    from watchword.cli import grading  # noqa: PLC0415 - slow import

    view = of_days(
        view_of(paths, store, as_of, newest, as_json=as_json), published_from, published_until
    )
    grading.show(grading.SourcesOrder(view=view, name=name, limit=limit))


def positions(  # noqa: PLR0913 - each is an option of the command
    question: options_views.Question = None,
    *,
    actor: options_views.OneActor = None,
    suggest: options_views.Suggest = False,
    limit: options_views.Suggested = 10,
    paths: options_views.From = None,
    published_from: options_views.PublishedFrom = None,
    published_until: options_views.PublishedUntil = None,
    newest: options_views.Newest = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print where actors stand on a question, what they said, and when that moved."""
    from watchword.cli import holding  # noqa: PLC0415 - slow import

    holding.show(
        holding.PositionsOrder(
            view=of_days(
                view_of(paths, store, as_of, newest, as_json=as_json),
                published_from,
                published_until,
            ),
            question=question,
            actor=actor,
            suggest=suggest,
            limit=limit,
        )
    )


def relations(  # noqa: PLR0913 - each is an option of the command
    names: options_views.Two = None,
    *,
    grain: options_views.GrainOption = Grain.WEEK,
    since_event: options_views.SinceEvent = None,
    plot: options_views.Plot = None,
    exchanges: options_views.Exchanges = False,
    raw: options_views.Raw = False,
    alone: options_views.Alone = False,
    limit: options_views.Shown = 40,
    paths: options_views.From = None,
    published_from: options_views.PublishedFrom = None,
    published_until: options_views.PublishedUntil = None,
    newest: options_views.Newest = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print what passes between two over time, and when it turned."""
    from watchword.cli import relating  # noqa: PLC0415 - slow import

    relating.show(
        relating.RelationsOrder(
            view=of_days(
                view_of(paths, store, as_of, newest, as_json=as_json),
                published_from,
                published_until,
            ),
            names=tuple(names or ()),
            grain=grain,
            since_event=since_event,
            plot=plot,
            exchanges=exchanges,
            raw=raw,
            alone=alone,
            limit=limit,
        )
    )


def tracks(  # noqa: PLR0913 - each is an option of the command
    name: options_views.TrackName = None,
    *,
    plot: options_views.TrackPlot = None,
    actor: options_views.Actors = None,
    place: options_views.Places = None,
    least: options_views.LeastPoints = 2,
    paths: options_views.From = None,
    published_from: options_views.PublishedFrom = None,
    published_until: options_views.PublishedUntil = None,
    newest: options_views.Newest = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print who said how many of one thing, when: every figure's track, or one in full."""
    from watchword.cli import tracking  # noqa: PLC0415 - slow import

    tracking.show(
        tracking.TracksOrder(
            view=of_days(
                view_of(paths, store, as_of, newest, as_json=as_json),
                published_from,
                published_until,
            ),
            name=name,
            asked=asked_of(actor, place),
            least=least,
            plot=plot,
        )
    )


def view_of(
    paths: list[str] | None,
    store: str | None,
    as_of: str | None,
    newest: int | None,
    *,
    as_json: bool = False,
) -> "ViewOrder":
    """What a view is made of, as typed."""
    from watchword.cli.viewing import ViewOrder  # noqa: PLC0415 - slow import

    return ViewOrder(
        store=store, sources=tuple(paths or ()), as_of=as_of, newest=newest, as_json=as_json
    )


def of_days(view: "ViewOrder", first: str | None, last: str | None) -> "ViewOrder":
    """The part of a view that was published in these days, as typed."""
    return replace(view, days=(first, last))


def asked_of(actors: list[str] | None, places: list[str] | None) -> "Asked":
    """The part of what is known that is asked about, as typed."""
    from watchword.flow.situation.scoping import Asked  # noqa: PLC0415 - slow import

    return Asked(actors=tuple(actors or ()), places=tuple(places or ()))
