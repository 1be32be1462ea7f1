"""The template, the length and the focus of a brief, as typed, made into what can be followed."""

from dataclasses import replace
from pathlib import Path

from watchword.brief.planning import LONGEST, read_template
from watchword.brief.shipped import NAMES, shipped_template
from watchword.cli.brief_order import BriefOrder
from watchword.engines import ReadingEngine
from watchword.errors import InvalidTemplateError, SettingsError
from watchword.flow.forming import Form, form_of
from watchword.flow.situation.searching import direction_of
from watchword.model.focus import Focus
from watchword.model.template import Template


def form_asked(order: BriefOrder, engine: ReadingEngine) -> Form:
    """How the brief is asked for.

    Args:
        order: what was typed.
        engine: gives the direction of a question; it is loaded where there is one.

    Raises:
        InvalidTemplateError: if the template is none, or asks for what was not given.
        SettingsError: if a question or a name is empty.
    """
    given = (order.shape.question, *(order.shape.between or ()))
    if any(words is not None and not words.strip() for words in given):
        key = "--question" if order.shape.between is None else "--between"
        raise SettingsError("it needs words", key=key)
    focus = Focus(
        question=" ".join((order.shape.question or "").split()),
        between=tuple(" ".join(name.split()) for name in order.shape.between or ()),
    )
    template = None if order.shape.template is None else template_named(order.shape.template)
    form = form_of(template, order.shape.length, focus)
    if not focus.question:
        return form
    direction = direction_of(focus.question, engine) or b""
    return replace(form, focus=replace(focus, direction=direction))


def template_named(name: str) -> Template:
    """A template that comes with Watchword, by its name, or one in a file.

    Raises:
        InvalidTemplateError: if there is none, or it cannot be followed.
    """
    if name in NAMES:
        return shipped_template(name)
    mend = f"use one of {', '.join(NAMES)}, or a file"
    try:
        with Path(name).open("rb") as stream:
            content = stream.read(4 * LONGEST + 1)
    except OSError as error:
        raise InvalidTemplateError(
            "there is no such template, nor a file that can be read", key=name, mend=mend
        ) from error
    try:
        return read_template(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise InvalidTemplateError("this is not text in UTF-8", key=name, mend=mend) from error
