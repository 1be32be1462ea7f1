"""Figures in the making: a number with its unit, what it counts, its fate and its movement."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from watchword.model.reading import Token
from watchword.text.counted import Phrase, find_counted, unit_of
from watchword.text.currencies import MONEY
from watchword.text.fates import BOTH, are_casualties, are_people, find_fate_after, find_fate_before
from watchword.text.lexicon import lexicon
from watchword.text.measures import find_measure, find_money
from watchword.text.movements import NO_MOVEMENT, Movement, find_movement
from watchword.text.number_roles import Role
from watchword.text.numbers import Number
from watchword.text.rates import find_per, is_cumulative
from watchword.text.units import is_measured, to_plural


class Sketch(NamedTuple):
    """A figure in the making.

    Attributes:
        number: its number.
        stop: the character after the counted phrase, or after the number.
        unit: what is counted, empty while not known.
        counted: the counted phrase, empty while not known.
        fate: what became of them.
        fate_follows: whether the fate stands after the figure.
        harmed: whether the words tell what only people do or suffer, so that it counts people.
        refers: whether it counts what another sentence names ("one of them").
        movement: whether it is added to or taken from a total, and which way.
        per: what it is shared out to, empty without anything.
        cumulative: whether it has added up.
    """

    number: Number
    stop: int
    unit: str = ""
    counted: str = ""
    fate: str | None = None
    fate_follows: bool = False
    harmed: bool = False
    refers: bool = False
    movement: Movement = NO_MOVEMENT
    per: str = ""
    cumulative: bool = False


def make_sketch(text: str, tokens: Sequence[Token], number: Number) -> Sketch:
    """Sketch the figure of a number from the words beside it."""
    unit, beside = _unit_beside(text, number)
    phrase = _phrase_after(tokens, token_from(tokens, beside), number, unit)
    counted, stop = "", beside
    if phrase is not None:
        counted, stop = phrase.words(text, tokens), phrase.head.end
        unit = unit or unit_of(tokens, phrase)
        if number.words.endswith("-strong"):
            unit = _strength(phrase)
    elif not unit:
        unit, stop = _unit_of_modifier(tokens, number)
    elif text[number.end : beside].strip().lower() in MONEY:
        counted = text[number.end : beside].strip()
    rest = token_from(tokens, stop)
    after = find_fate_after(tokens, rest)
    fate = after or find_fate_before(tokens, token_from(tokens, number.start))
    lower, measured = tokens[0].start, is_measured(unit)
    return Sketch(
        number=number,
        stop=stop,
        unit=unit,
        counted=counted,
        fate=fate,
        fate_follows=after is not None,
        harmed=fate in HARMED or are_casualties(tokens, rest) or are_people(tokens, rest),
        refers=_OF_THEM.match(text, number.end) is not None,
        movement=find_movement(text, lower, number.start, beside, measured=measured),
        per=find_per(text, lower, number.start, (beside, stop)),
        cumulative=is_cumulative(text, (lower, tokens[-1].end), number.start, stop),
    )


def token_from(tokens: Sequence[Token], place: int) -> int:
    """Index of the first token that starts at a place of the text or after it."""
    return bisect_left(tokens, place, key=lambda token: token.start)


HARMED = frozenset({"killed", "wounded", BOTH})
"""Fates of people only."""

_COMPOUND = re.compile(r"-(member|man|person|troop|soldier|dollar|euro)\b")
_MILITARY = lexicon(
    "force army contingent corps brigade unit division garrison battalion regiment detachment "
    "group army's military guard"
)
_OF_THEM = re.compile(r"\s{1,3}of\s(?:them|those|these)\b(?!\s\w)|\s{1,3}of\sthem\b")


def _unit_beside(text: str, number: Number) -> tuple[str, int]:
    """The unit that is written against the number, and where it ends."""
    if number.role is Role.SHARE:
        return "percent", number.end
    if number.currency:
        return number.currency, number.end
    compound = _COMPOUND.match(text, number.end)
    if compound:
        word = compound.group(1)
        unit = "people" if word in {"man", "person"} else MONEY.get(word, to_plural(word))
        return unit, compound.end()
    unit, stop = find_measure(text, number.end)
    return (unit, stop) if unit else find_money(text, number.end)


def _phrase_after(
    tokens: Sequence[Token], following: int, number: Number, unit: str
) -> Phrase | None:
    """The counted phrase; after money, a share or a measure only where "of" leads to it."""
    word = tokens[following].text.lower() if following < len(tokens) else ""
    shared = number.role is Role.SHARE
    if unit and word not in {"of", "in"} and not shared:
        return None
    single = number.best == 1.0 or bool(unit) or number.words.endswith("-strong")
    skipped = (unit and word == "in") or (shared and word in {"the", "its", "their"})
    start = following + 1 if skipped else following
    return find_counted(tokens, start, single=single)


def _strength(phrase: Phrase) -> str:
    """What a "12,000-strong force" is made of."""
    return "troops" if phrase.head.text.lower() in _MILITARY else "people"


def _unit_of_modifier(tokens: Sequence[Token], number: Number) -> tuple[str, int]:
    """The unit that a noun in the singular gives before another: "a 12 page report"."""
    first = token_from(tokens, number.end)
    following = tokens[first : first + 2]
    nouns = len(following) == 2 and all(each.tag in {"NN", "NNS"} for each in following)
    if not nouns or not number.best or number.best <= 1 or not following[0].text.isalpha():
        return "", number.end
    return to_plural(following[0].text), following[0].end
