"""The six commands; the work behind each is loaded when it is asked for."""

from watchword.cli import (
    options,
    options_brief,
    options_model,
    options_record,
    options_scenarios,
    options_views,
)
from watchword.cli.options import Measured


def brief(  # noqa: PLR0913 - each is an option of the command
    paths: options.Sources = None,
    *,
    output: options.Outputs = None,
    form: options.Form = None,
    as_of: options.AsOf = None,
    title: options.Title = None,
    since: options.Since = None,
    columns: options.Columns = None,
    no_texts: options.NoTexts = False,
    as_json: options.OutcomeAsJson = False,
    store: options_record.Store = None,
    rebuild: options_record.Rebuild = None,
    word: options_model.Word = False,
    order: options_model.Order = False,
    answers: options_model.Answers = None,
    template: options_brief.Template = None,
    length: options_brief.Length = None,
    question: options_brief.Question = None,
    between: options_brief.Between = None,
    scenario: options_scenarios.Told = None,
    actor: options_brief.Actors = None,
    place: options_brief.Places = None,
    story: options_brief.Story = None,
    published_from: options_views.PublishedFrom = None,
    published_until: options_views.PublishedUntil = None,
) -> None:
    """Write a brief of the reports, or of the record, every sentence checked and cited."""
    from watchword.cli import briefing  # noqa: PLC0415 - slow import

    days = (published_from, published_until)
    record = briefing.RecordOrder(store=store, rebuild=rebuild, story=story, days=days)
    asked = briefing.BriefOrder(
        sources=tuple(paths or ()), outputs=tuple(output or ()), form=form, as_of=as_of,
        title=title, since=since, columns=columns, no_texts=no_texts, as_json=as_json,
        record=record.speaking_of(actor, place), scenarios=tuple(scenario or ()),
        model=briefing.ModelOrder(word=word, order=order, answers=answers),
        shape=briefing.Shape(template=template, length=length, question=question, between=between),
    )  # fmt: skip
    briefing.write(asked)


def templates(
    name: options_brief.TemplateName = None, *, as_json: options_brief.AsJson = False
) -> None:
    """Print the forms that a brief can have, or one of them to copy."""
    from watchword.cli.templates import show_templates  # noqa: PLC0415 - slow import

    show_templates(name, as_json=as_json)


def read(  # noqa: PLR0913 - each is an option of the command
    paths: options.Paths,
    *,
    as_json: options.LinesAsJson = False,
    columns: options.Columns = None,
    keep: options.Keep = None,
    implications: options.Implications = False,
    positions: options.Positions = False,
    events: options.Events = False,
    actors: options.Actors = False,
) -> None:
    """Print the claims of the reports as a table, or as JSON lines."""
    from watchword.cli.listing import ReadOrder, show  # noqa: PLC0415 - slow import

    show(
        ReadOrder(
            sources=tuple(paths),
            columns=columns,
            keep=keep,
            as_json=as_json,
            implications=implications,
            positions=positions,
            events=events,
            actors=actors,
        )
    )


def parse(
    paths: options.Paths,
    *,
    as_json: options.SentencesAsJson = False,
    columns: options.Columns = None,
) -> None:
    """Print each sentence as the carried language model reads it."""
    from watchword.cli.parsing import ParseOrder, show  # noqa: PLC0415 - slow import

    show(ParseOrder(sources=tuple(paths), columns=columns, as_json=as_json))


def verify(
    brief_file: options.BriefFile,
    *,
    as_json: options.FindingsAsJson = False,
    reports: options.Reports = None,
    columns: options.Columns = None,
) -> None:
    """Check a brief against its reports."""
    from watchword.cli.verifying import check  # noqa: PLC0415 - slow import

    check(brief_file, as_json=as_json, sources=tuple(reports or ()), columns=columns)


def ledger(  # noqa: PLR0913 - each is an option of the command
    measured: options.What = Measured.CLAIMS,
    paths: options.Altered = None,
    *,
    as_json: options.ScoresAsJson = False,
    update: options.Update = False,
    reason: options.Reason = "",
    shown: options.Shown = None,
    only: options.Only = None,
    beside: options.Beside = None,
) -> None:
    """Measure claims, the check, the model and whatever else has labels, against floors."""
    from watchword.cli.ledgers import ledger_of  # noqa: PLC0415 - slow import
    from watchword.cli.measuring import LedgerOrder  # noqa: PLC0415 - slow import

    order = LedgerOrder(
        sources=tuple(paths or ()),
        as_json=as_json,
        update=update,
        reason=reason,
        shown=shown,
        only=tuple(only or ()),
        beside=beside,
    )
    ledger_of(measured)(order)
