"""Sentences of a brief replaced where they stand, whatever parts the brief has."""

from collections.abc import Iterable
from dataclasses import is_dataclass, replace
from typing import Any

from watchword.model.brief import Brief, Wording
from watchword.model.sentence import Sentence


def with_wordings(brief: Brief, wordings: Iterable[tuple[Wording, str]]) -> Brief:
    """The brief with sentences worded anew; those that do not stand where they should stay out.

    Args:
        brief: the brief.
        wordings: what was worded, each with its new text.
    """
    kept = []
    for wording, text in wordings:
        sentence = sentence_at(brief, wording.pointer)
        if sentence is not None and sentence.text == wording.instead_of:
            brief = _replaced(brief, _steps(wording.pointer), replace(sentence, text=text))
            kept.append(wording)
    return replace(brief, worded=(*brief.worded, *kept))


def replaced_at(brief: Brief, pointer: str, new: Sentence) -> Brief:
    """The brief with another sentence at the place of one; there has to be one."""
    made: Brief = _replaced(brief, _steps(pointer), new)
    return made


def sentence_at(brief: Brief, pointer: str) -> Sentence | None:
    """The sentence at a JSON pointer, None where there is none."""
    value: Any = brief
    for step in _steps(pointer):
        if isinstance(value, tuple):
            value = value[int(step)] if step.isdigit() and int(step) < len(value) else None
        else:
            value = getattr(value, step, None) if is_dataclass(value) else None
    return value if isinstance(value, Sentence) else None


def _steps(pointer: str) -> tuple[str, ...]:
    return tuple(pointer.split("/")[1:])


def _replaced(value: Any, steps: tuple[str, ...], new: Sentence) -> Any:  # noqa: ANN401 - any noun
    if not steps:
        return new
    step, rest = steps[0], steps[1:]
    if isinstance(value, tuple):
        place = int(step)
        return (*value[:place], _replaced(value[place], rest, new), *value[place + 1 :])
    return replace(value, **{step: _replaced(getattr(value, step), rest, new)})
