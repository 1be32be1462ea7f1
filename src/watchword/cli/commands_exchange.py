"""The commands that hand a situation on and open one; the work is loaded when asked for."""

from pathlib import Path

from watchword.cli import options_exchange, options_record, options_views


def export(  # noqa: PLR0913 - each is an option of the command
    *,
    form: options_exchange.FormName,
    output: options_exchange.Output = None,
    tlp: options_exchange.Limit = "clear",
    actor: options_views.Actors = None,
    place: options_views.Places = None,
    since: options_exchange.Since = None,
    until: options_exchange.Until = None,
    brief: options_exchange.BriefKey = None,
    as_of: options_record.AsOf = None,
    store: options_record.Store = None,
) -> None:
    """Hand on what is known, in a form that another program reads, within a mark."""
    from watchword.cli import exporting  # noqa: PLC0415 - slow import

    exporting.export(
        exporting.ExportOrder(
            form=form,
            store=store,
            output=output,
            tlp=tlp,
            actors=tuple(actor or ()),
            places=tuple(place or ()),
            since=since,
            until=until,
            as_of=as_of,
            brief=brief,
        )
    )


def import_(file: options_exchange.ArchiveFile, *, store: options_record.Store = None) -> None:
    """Make a new record of an archive, or add the reports of a STIX bundle or MISP events."""
    from watchword.cli import exporting  # noqa: PLC0415 - slow import

    exporting.import_file(Path(file), store)


def mcp(
    *,
    store: options_exchange.Stores = None,
    allow_decide: options_exchange.AllowDecide = False,
) -> None:
    """Serve an assistant over standard input and output, by the Model Context Protocol."""
    from watchword.cli import assisting  # noqa: PLC0415 - slow import

    assisting.serve_assistant(tuple(store or ()), may_decide=allow_decide)
