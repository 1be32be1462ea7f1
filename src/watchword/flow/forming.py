"""How a brief was asked for: template, length, and what it is about; kept, and taken up again.

Invariant: what is kept holds the template's file whole, so that a brief can be made again though
the file is gone or changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from watchword.brief.planning import read_template
from watchword.brief.shipped import shipped_template
from watchword.errors import InvalidTemplateError
from watchword.model.focus import EVERYTHING, Focus
from watchword.model.plan import FULL, Length, Plan
from watchword.model.template import Asks, Template


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a brief is asked for.

    Attributes:
        template: what it is to follow; the usual plan, in full, where None.
        length: how long it is to be.
        focus: what it is about.
    """

    template: Template | None = None
    length: Length = Length.FULL
    focus: Focus = EVERYTHING

    @property
    def plan(self) -> Plan:
        """What the brief is to hold."""
        return FULL if self.template is None else self.template.plan(self.length)

    @property
    def is_compared(self) -> bool:
        """Whether it cannot do without an earlier brief."""
        return self.template is not None and self.template.asks is Asks.EARLIER


def form_of(template: Template | None, length: Length | None, focus: Focus) -> Form:
    """How a brief is asked for, out of what was given: what is about something has its template.

    Args:
        template: what it is to follow, None for what suits the rest.
        length: how long it is to be, None for everything.
        focus: what it is about.

    Raises:
        InvalidTemplateError: if the template asks for something that was not given, or for
            another thing than was.
    """
    if template is None and focus.question:
        template = shipped_template("question")
    elif template is None and focus.between:
        template = shipped_template("relation")
    elif template is None and length is not None:
        template = shipped_template("situation")
    if template is not None:
        _check(template, focus)
    plan_length = length or Length.FULL
    if template is not None and not template.plan(plan_length).parts:
        message = f"the template “{template.name}” holds nothing at the length {plan_length}"
        raise InvalidTemplateError(message, mend="choose another --length")
    return Form(template=template, length=plan_length, focus=focus)


def _check(template: Template, focus: Focus) -> None:
    if focus.question and focus.between:
        raise InvalidTemplateError("a brief answers a question or is on two, not both")
    if template.asks is Asks.QUESTION and not focus.question:
        message = f"the template “{template.name}” answers a question"
        raise InvalidTemplateError(message, mend='give --question "Will …?"')
    if template.asks is Asks.PAIR and not focus.between:
        message = f"the template “{template.name}” is on two"
        raise InvalidTemplateError(message, mend='give --between "North Korea" Russia')


def record_form(form: Form) -> dict[str, object]:
    """How a brief was asked for, as plain values to keep; empty for the usual one."""
    if form.template is None:
        return {}
    return {
        "template": form.template.text,
        "length": form.length.value,
        "question": form.focus.question,
        "direction": form.focus.direction.hex(),
        "between": list(form.focus.between),
    }


def form_from(kept: Mapping[str, object]) -> Form:
    """How a kept brief was asked for."""
    text = kept.get("template")
    if not isinstance(text, str):
        return Form()
    names = kept.get("between")
    return Form(
        template=read_template(text, "the kept template"),
        length=Length(str(kept["length"])),
        focus=Focus(
            question=str(kept.get("question") or ""),
            between=tuple(map(str, names)) if isinstance(names, list) else (),
            direction=bytes.fromhex(str(kept.get("direction") or "")),
        ),
    )
