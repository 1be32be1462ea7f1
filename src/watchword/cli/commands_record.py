"""The commands on a record; the work behind each is loaded when it is asked for."""

from watchword.cli import options, options_record
from watchword.cli.search_order import SearchOrder


def init(place: options_record.Place = None, *, title: options_record.Title = None) -> None:
    """Begin a situation: make its record."""
    from watchword.cli.situation import begin  # noqa: PLC0415 - slow import

    begin(place, title)


def collect(  # noqa: PLR0913 - each is an option of the command
    paths: options_record.Collected = None,
    *,
    store: options_record.Store = None,
    columns: options.Columns = None,
    every: options_record.Every = None,
    now: options_record.Now = False,
    replay: options_record.Replay = False,
    again: options_record.Again = False,
    no_reading: options_record.Unread = False,
    as_json: options_record.AsJson = False,
) -> None:
    """Visit the feeds that are due, or add what you name, and read it."""
    from watchword.cli.situation import CollectOrder  # noqa: PLC0415 - slow import
    from watchword.cli.situation import collect as run  # noqa: PLC0415 - slow import

    run(
        CollectOrder(
            store=store,
            sources=tuple(paths or ()),
            columns=columns,
            every=every,
            now=now,
            replay=replay,
            again=again,
            no_reading=no_reading,
            as_json=as_json,
        )
    )


def add(  # noqa: PLR0913 - each is an option of the command
    kind: options_record.FeedKind,
    address: options_record.FeedAddress,
    *,
    name: options_record.FeedName = "",
    outlet: options_record.Outlet = None,
    every: options_record.Pace = None,
    full_text: options_record.FullText = False,
    archive: options_record.Keep = False,
    language: options_record.Language = None,
    secret: options_record.Secret = "",
    store: options_record.Store = None,
) -> None:
    """Add a feed, a sitemap, a page, a folder or a mailbox, to be visited from now on."""
    from watchword.cli import feeding  # noqa: PLC0415 - slow import

    feeding.add(
        feeding.AddOrder(
            store=store,
            kind=kind,
            address=address,
            name=name,
            outlet=outlet,
            every=every,
            full_text=full_text,
            archive=archive,
            language=language,
            secret=secret,
        )
    )


def feeds(
    *,
    as_json: options_record.LinesAsJson = False,
    opml: options_record.Opml = False,
    store: options_record.Store = None,
) -> None:
    """Print what is visited, and how each is doing."""
    from watchword.cli import feeding  # noqa: PLC0415 - slow import

    feeding.show(store, as_json=as_json, as_opml=opml)


def remove(feed: options_record.Feed, *, store: options_record.Store = None) -> None:
    """Visit a feed no more; its reports stay."""
    from watchword.cli import feeding  # noqa: PLC0415 - slow import

    feeding.remove(store, feed)


def stories(  # noqa: PLR0913 - each is an option of the command
    story: options_record.StoryName = None,
    *,
    least: options_record.Least = 1,
    lines: options_record.Lines = False,
    limit: options_record.Limit = 40,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print what the reports are about: the newest stories, or one with the reasons for it."""
    from watchword.cli import telling  # noqa: PLC0415 - slow import

    telling.show(
        telling.StoryOrder(
            store=store,
            name=story,
            as_of=as_of,
            limit=limit,
            least=least,
            lines=lines,
            as_json=as_json,
        )
    )


def actors(  # noqa: PLR0913 - each is an option of the command
    name: options_record.ActorName = None,
    *,
    proposals: options_record.Proposals = False,
    limit: options_record.Limit = 40,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print who acts and speaks in the record, one of them in full, or what is proposed."""
    from watchword.cli import acting  # noqa: PLC0415 - slow import

    order = acting.ActorOrder(store=store, name=name, as_of=as_of, limit=limit, as_json=as_json)
    if proposals:
        acting.show_proposals(order)
    else:
        acting.show(order)


def search(  # noqa: PLR0913 - each is an option of the command
    words: options_record.Words = None,
    *,
    reports: options_record.OfReports = False,
    actor: options_record.ByActor = None,
    place: options_record.AtPlace = None,
    since: options_record.Since = None,
    until: options_record.Until = None,
    source: options_record.Source = None,
    outlet: options_record.FromOutlet = None,
    modality: options_record.Modality = None,
    event: options_record.Event = None,
    story: options_record.InStory = None,
    exact: options_record.Exact = False,
    limit: options_record.Hits = 20,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Look for claims, or reports, by words and by meaning."""
    from watchword.cli.searching import search as run  # noqa: PLC0415 - slow import

    order = SearchOrder(
        store=store,
        words=tuple(words or ()),
        reports=reports,
        actor=actor,
        place=place,
        since=since,
        until=until,
        source=source,
        outlet=outlet,
        modality=modality,
        event=event,
        story=story,
        exact=exact,
        limit=limit,
        as_of=as_of,
        as_json=as_json,
    )
    run(order)


def status(
    *,
    as_of: options_record.AsOf = None,
    as_json: options_record.AsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print how much the record holds, and which feeds do badly."""
    from watchword.cli import searching  # noqa: PLC0415 - slow import

    searching.status(store, as_of, as_json=as_json)


def show(
    report: options_record.ReportKey,
    *,
    as_of: options_record.AsOf = None,
    as_json: options_record.AsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print one report with its origin, its versions and its claims."""
    from watchword.cli import showing  # noqa: PLC0415 - slow import

    showing.show(store, report, as_of, as_json=as_json)


def decide(
    kind: options_record.Kind,
    subject: options_record.Subject,
    value: options_record.Value = None,
    *,
    why: options_record.Why = "",
    store: options_record.Store = None,
) -> None:
    """Write down what you decide: it holds until it is undone."""
    from watchword.cli import deciding  # noqa: PLC0415 - slow import

    deciding.decide(store, (kind, subject, value), why)


def decisions(
    *,
    store: options_record.Store = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
) -> None:
    """Print what was decided, by whom and when."""
    from watchword.cli import deciding  # noqa: PLC0415 - slow import

    deciding.show(store, as_of, as_json=as_json)


def briefs(
    *,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print the briefs that the record keeps, to be made again or compared with."""
    from watchword.cli import keeping  # noqa: PLC0415 - slow import

    keeping.show(store, as_of, as_json=as_json)


def backup(file: options_record.File, *, store: options_record.Store = None) -> None:
    """Copy the record into a new file, while others use it."""
    from watchword.cli.storing import back_up_to  # noqa: PLC0415 - slow import

    back_up_to(store, file)


def copy(place: options_record.Other, *, store: options_record.Store = None) -> None:
    """Copy the record into a new file, or onto a server."""
    from watchword.cli.storing import copy_to  # noqa: PLC0415 - slow import

    copy_to(store, place)


def export(*, store: options_record.Store = None, as_of: options_record.AsOf = None) -> None:
    """Print every row of the record, one JSON object a line."""
    from watchword.cli.storing import export as run  # noqa: PLC0415 - slow import

    run(store, as_of)


def check(*, store: options_record.Store = None) -> None:
    """Say whether the record is sound, and how large it is."""
    from watchword.cli.storing import look_over  # noqa: PLC0415 - slow import

    look_over(store)


def thin(
    place: options_record.Other,
    *,
    since: options_record.KeptSince,
    store: options_record.Store = None,
) -> None:
    """Make a smaller record, without reports of long ago that nothing rests on."""
    from watchword.cli.storing import thin_to  # noqa: PLC0415 - slow import

    thin_to(store, place, since)


def tidy(*, store: options_record.Store = None) -> None:
    """Give back the room that the record no longer needs."""
    from watchword.cli.storing import tidy_up  # noqa: PLC0415 - slow import

    tidy_up(store)
