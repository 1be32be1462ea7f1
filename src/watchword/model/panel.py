"""A table of what the record holds beside sentences: stands, scenarios, indicators, forecasts."""

from dataclasses import dataclass

from watchword.model.plan import Part
from watchword.model.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelRow:
    """One line of a panel.

    Attributes:
        cells: plain text, one for each column.
        claims: keys of the claims that it stands on; empty where it stands on none, as a number
            that a person gave.
        sentence: what it says in a sentence of the brief, checked like any other; None without.
    """

    cells: tuple[str, ...]
    claims: tuple[str, ...] = ()
    sentence: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A table in a brief.

    Attributes:
        part: the part of the brief that it is.
        title: what it is about.
        columns: heads of the columns.
        rows: the most important first.
        notes: what has to be said beside it: whose numbers these are, what is left out.
        made_by: name and version of what found it.
    """

    part: Part
    title: str
    columns: tuple[str, ...]
    rows: tuple[PanelRow, ...]
    notes: tuple[str, ...] = ()
    made_by: str
