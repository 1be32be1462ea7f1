"""Exports to be downloaded, one entry a form; each within a mark."""

from collections.abc import Callable
from typing import Annotated

from pydantic import BeforeValidator

from watchword.desk.ask import Line, Scoped
from watchword.desk.entries import DeskFile, Made
from watchword.desk.scoping import scope_of
from watchword.desk.seen import Seen
from watchword.exchange.forms import Form, media_type_of, suffix_of
from watchword.flow.situation.exporting import ExportAsked, export_record
from watchword.flow.situation.standing import LAST
from watchword.model.principal import Right
from watchword.model.tlp import Tlp


def _mark(value: object) -> object:
    """A mark with or without its prefix, in small letters or large; an empty field is clear."""
    words = str(value).strip().upper() if isinstance(value, str) else ""
    return value if not isinstance(value, str) else f"TLP:{words.removeprefix('TLP:') or 'CLEAR'}"


class ExportAsk(Scoped):
    """What is to be handed on.

    Attributes:
        tlp: nothing marked above it goes out.
        brief: which kept brief, for the form that is of one.
    """

    tlp: Annotated[Tlp, BeforeValidator(_mark)] = Tlp.CLEAR
    brief: Line = LAST


def _maker(form: Form) -> Callable[[Seen, ExportAsk], Made]:
    def make(seen: Seen, ask: ExportAsk) -> Made:
        """Hand on what is asked for.

        Raises:
            RefusedError: if it is marked above the limit, or a filter does not apply.
            MissingExtraError: if a library for the form is not installed.
        """
        asked = ExportAsked(
            form=form, limit=ask.tlp, asked=scope_of(ask), as_of=ask.as_of, brief=ask.brief or LAST
        )
        content = b"".join(export_record(seen.store, asked).pieces)
        return Made(
            content=content, media=media_type_of(form), name=f"{seen.name}{suffix_of(form)}"
        )

    return make


EXPORTS = tuple(
    DeskFile(
        name=f"export.{form.value}",
        summary=f"What is known, to be handed on as {form.value}",
        asks=ExportAsk,
        make=_maker(form),
        right=Right.PUBLISH,
    )
    for form in Form
)
