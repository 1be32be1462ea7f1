"""How far each report and each kept brief may be handed on, as people have marked them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from watchword.model.marking import Marking
from watchword.model.tlp import Tlp, strictest
from watchword.store import View
from watchword.store.assessments import each_assessment

SITUATION = "situation"
"""Subject of the mark of everything that has none of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks that hold.

    Attributes:
        given: the mark of each key that somebody marked.
        otherwise: the mark of what nobody marked: the situation's, else clear.
    """

    given: Mapping[str, Tlp]
    otherwise: Tlp

    def of(self, subject: str) -> Tlp:
        """The mark of a report or a brief on its own."""
        return self.given.get(subject, self.otherwise)

    def of_brief(self, key: str, reports: Iterable[str]) -> Tlp:
        """The mark of a brief: its own, and never less than that of a report it is made of."""
        return strictest(self.of(key), *(self.of(report) for report in reports))


def marks_in(view: View) -> Marks:
    """The marks that hold as of a view; the last on a subject is the one that does."""
    given = {each.subject: each.tlp for each in each_assessment(view, Marking)}
    otherwise = given.pop(SITUATION, Tlp.CLEAR)
    return Marks(given=given, otherwise=otherwise)
