"""The commands on forecasts; the work behind each is loaded when it is asked for."""

import typer

from watchword.cli import options_forecasts, options_record, options_watch


def ask(  # noqa: PLR0913 - each is an option of the command
    question: options_forecasts.Asked,
    *,
    closes: options_forecasts.Closes,
    options: options_forecasts.Options = None,
    number: options_forecasts.Number = None,
    date: options_forecasts.Dated = False,
    criteria: options_forecasts.Criteria = "",
    condition: options_forecasts.Condition = None,
    store: options_record.Store = None,
) -> None:
    """Ask a question that will have an answer: yes or no, one of several, a number, a date."""
    from watchword.cli import forecasting  # noqa: PLC0415 - slow import
    from watchword.flow import forecast_words  # noqa: PLC0415 - slow import

    forecasting.ask_question(
        store,
        forecast_words.QuestionOrder(
            words=question,
            closes=closes,
            options=options,
            number=number,
            dated=date,
            criteria=criteria,
            condition=condition,
        ),
    )


def say(
    question: options_forecasts.Question,
    likely: options_forecasts.Likely,
    *,
    by: options_forecasts.By = None,
    why: options_record.Why = "",
    store: options_record.Store = None,
) -> None:
    """Say how likely you hold the answers; it holds until you say otherwise."""
    from watchword.cli import forecasting  # noqa: PLC0415 - slow import

    forecasting.say(store, question, likely, by=by, why=why)


def resolve(
    question: options_forecasts.Question,
    answer: options_forecasts.Came,
    *,
    claim: options_forecasts.ShownBy = None,
    why: options_record.Why = "",
    store: options_record.Store = None,
) -> None:
    """Say how a question came out, and which claims show it."""
    from watchword.cli import forecasting  # noqa: PLC0415 - slow import

    forecasting.answer(store, question, answer, claims=tuple(claim or ()), why=why)


def forecasts(
    context: typer.Context,
    *,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print questions that will have an answer with what is held likely, or ask, say, resolve."""
    if context.invoked_subcommand is None:
        from watchword.cli import forecasting  # noqa: PLC0415 - slow import

        forecasting.show_list(store, as_of, as_json=as_json)


def show_forecast(
    question: options_forecasts.Question,
    *,
    as_of: options_record.AsOf = None,
    as_json: options_record.AsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print one question, all that was held likely of it, and how it came out."""
    from watchword.cli import forecasting  # noqa: PLC0415 - slow import

    forecasting.show_one(store, question, as_of, as_json=as_json)


def score(
    *,
    plot: options_forecasts.Plot = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print who predicted how well, on questions past their scheduled close."""
    from watchword.cli import forecasting  # noqa: PLC0415 - slow import

    forecasting.show_scores(store, as_of, as_json=as_json, plot=plot)


def base_rate(  # noqa: PLR0913 - each is an option of the command
    question: options_forecasts.Of = None,
    *,
    like: options_forecasts.Like = None,
    actor: options_watch.Actors = None,
    event: options_watch.Events = None,
    place: options_watch.Places = None,
    indicator: options_forecasts.ByIndicator = None,
    window: options_forecasts.Window = None,
    origins: options_forecasts.Origins = 1,
    say: options_forecasts.SayIt = False,
    as_of: options_record.AsOf = None,
    as_json: options_record.AsJson = False,
    store: options_record.Store = None,
) -> None:
    """Count how often the like of a question has happened in the record."""
    from watchword.cli import base_rating, watch_order  # noqa: PLC0415 - slow import

    base_rating.show(
        base_rating.RateOrder(
            question=question,
            like=watch_order.IndicatorOrder(
                store=store, words=like, actors=actor, events=event, places=place
            ),
            indicator=indicator,
            window=window,
            origins=origins,
            say=say,
            store=store,
            as_of=as_of,
            as_json=as_json,
        )
    )


def review(  # noqa: PLR0913 - each is an option of the command
    question: options_forecasts.Question,
    *,
    note: options_forecasts.Note = None,
    limit: options_forecasts.Most = 3,
    as_of: options_record.AsOf = None,
    as_json: options_record.AsJson = False,
    store: options_record.Store = None,
) -> None:
    """Look back at a question that has its answer: who was right when, and what was known."""
    from watchword.cli import reviewing  # noqa: PLC0415 - slow import

    if note is not None:
        reviewing.note(store, question, note)
        return
    reviewing.show(store, question, as_of, limit=limit, as_json=as_json)
