"""How far a thing may go: its mark of the Traffic Light Protocol against where it is to go."""

from collections.abc import Iterable, Mapping

from watchword.model.marking import Marking
from watchword.model.tlp import Tlp, may_be_shown, strictest

WHOLE = "situation"
"""Subject of a mark that holds for whatever in a situation has none of its own."""


def marks_of(markings: Iterable[Marking]) -> Mapping[str, Tlp]:
    """The mark of each subject: the last that was set."""
    return {each.subject: each.tlp for each in markings}


def mark_of(marks: Mapping[str, Tlp], subject: str) -> Tlp:
    """How a report or a brief is marked: by itself, as the situation is, or not at all: clear."""
    return marks.get(subject, marks.get(WHOLE, Tlp.CLEAR))


def may_leave(marks: Mapping[str, Tlp], subjects: Iterable[str], limit: Tlp) -> bool:
    """Whether what is made of some reports or briefs may go where nothing above a limit may.

    >>> marks = {"a": Tlp.RED, "situation": Tlp.GREEN}
    >>> may_leave(marks, ["b"], Tlp.GREEN), may_leave(marks, ["a", "b"], Tlp.AMBER)
    (True, False)
    """
    return may_be_shown(strictest(*(mark_of(marks, each) for each in subjects)), limit)
