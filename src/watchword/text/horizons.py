"""When something foretold would come: "within months", "by the end of the year", "on their return".

Times of the calendar, deadlines and seasons are those of `times`; beside them stand times that hang
on something else that is to happen.
"""

import re
from collections.abc import Iterator
from datetime import date

from watchword.model.moment import Moment, Precision
from watchword.text.times import find_moments

_EVENTS = (
    r"(?:on|upon|after|before|following|until|by the time of) "
    r"(?:(?:the|their|its|his|her|a|any|next) )?(?:[a-z]+ )?"
    r"(?:return|arrival|departure|withdrawal|pullout|elections?|vote|summit|ceasefire|truce|"
    r"inauguration|harvest|handover|deadline|referendum|takeover|transition)"
)
_TERMS = r"(?:in|over) the (?:long|short|near|medium|longer) (?:term|run)|sooner or later"
_HORIZON = re.compile(rf"\b(?:{_EVENTS}|{_TERMS})\b", re.IGNORECASE)
_LASTING = ("for ", "since ", "already")


def find_horizon(text: str, start: int, end: int, *, anchor: date | None) -> Moment | None:
    """When what some words foretell would come, None where they do not tell.

    A time of the calendar comes before one that is vague; how long a thing lasts is no horizon.

    Args:
        text: the report's text.
        start: first character of the words.
        end: the character after the last one.
        anchor: the report's day, from which "next month" counts.

    >>> find_horizon("Fuel will run out within days.", 0, 30, anchor=None).words
    'within days'
    """
    dated = find_moments(text, start, end, anchor=anchor, future=True)
    found = [each for each in dated if not each.words.lower().startswith(_LASTING)]
    found.sort(key=lambda each: each.precision is Precision.VAGUE)
    if found and found[0].precision is not Precision.VAGUE:
        return found[0]
    return next(_each_other(text, start, end), found[0] if found else None)


def _each_other(text: str, start: int, end: int) -> Iterator[Moment]:
    for match in _HORIZON.finditer(text, start, end):
        yield Moment(
            start=match.start(),
            end=match.end(),
            words=match[0],
            since=None,
            until=None,
            precision=Precision.VAGUE,
        )
