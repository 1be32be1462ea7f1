"""The commands that ask a language model; the work behind each is loaded when it is asked for."""

import typer

from watchword.cli import options_model, options_record


def model(
    context: typer.Context,
    *,
    check: options_model.Check = False,
    as_json: options_record.AsJson = False,
) -> None:
    """Say which language model is set, where it is, and whether it answers."""
    if context.invoked_subcommand is not None:
        return
    from watchword.cli import questioning  # noqa: PLC0415 - slow import

    questioning.show_model(check=check, as_json=as_json)


def questions(
    brief: options_model.BriefToQuestion,
    *,
    answers: options_model.Answers = None,
    store: options_record.Store = None,
    as_json: options_record.AsJson = False,
) -> None:
    """Print what a language model would ask of a brief; it states nothing."""
    from watchword.cli import questioning  # noqa: PLC0415 - slow import

    questioning.show_questions(
        questioning.QuestionOrder(brief=brief, answers=answers, store=store, as_json=as_json)
    )


def translate(
    report: options_model.ToTranslate,
    *,
    into: options_model.Into = "English",
    answers: options_model.Answers = None,
    store: options_record.Store = None,
    as_json: options_record.LinesAsJson = False,
) -> None:
    """Print a report in another language, for reading: no claim is made of it."""
    from watchword.cli import translating  # noqa: PLC0415 - slow import

    order = translating.TranslateOrder(
        source=report, into=into, answers=answers, store=store, as_json=as_json
    )
    translating.translate(order)
