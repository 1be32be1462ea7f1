"""Finds the figures of a sentence: each quantity with its unit, its fate and its whole."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from watchword.model.figure import Figure
from watchword.model.reading import Token
from watchword.text.counted import Phrase, find_counted, is_plural_noun, unit_of
from watchword.text.fates import are_casualties, find_fate_after, find_fate_before
from watchword.text.lexicon import lexicon
from watchword.text.number_roles import Role
from watchword.text.numbers import Number, find_numbers
from watchword.text.parts import Quantity, find_wholes
from watchword.text.units import (
    COUNTED_NOUNS,
    MEASURES,
    MONEY,
    PEOPLE,
    is_measured,
    kind_of,
    to_plural,
)


def find_figures(text: str, tokens: Sequence[Token]) -> tuple[Figure, ...]:
    """Find the figures of one sentence, in the order of the text.

    Years, ages, names and other numbers that count nothing are left out. A share of a whole
    ("two-thirds of the shells") is given in percent. The unit is empty where the sentence does
    not say what is counted.

    Args:
        text: the report's text, into which the tokens' places point.
        tokens: the words of one sentence.
    """
    if not tokens:
        return ()
    numbers = [n for n in find_numbers(text, tokens[0].start, tokens[-1].end) if n.is_figure]
    sketches = [_sketch(text, tokens, number) for number in numbers]
    sketches = _share_fates(text, sketches)
    wholes = find_wholes(text, [_quantity(s) for s in sketches], start=tokens[0].start)
    for index in _resolving_order(wholes):
        sketches[index] = _with_unit(tokens, sketches, index, wholes[index])
    return tuple(
        _build(text, sketch, whole) for sketch, whole in zip(sketches, wholes, strict=True)
    )


REACH = 40
"""Words, or figures, before one that names no unit among which its unit is looked for."""


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A figure in the making.

    Attributes:
        number: its number.
        stop: the character after the counted phrase, or after the number.
        unit: what is counted, empty while not known.
        counted: the counted phrase, empty while not known.
        fate: what became of them.
        fate_follows: whether the fate stands after the figure.
        harmed: whether the words tell of dead or wounded, so that it counts people.
        refers: whether it counts what another sentence names ("one of them").
        change: whether it is added to or taken from a total.
    """

    number: Number
    stop: int
    unit: str = ""
    counted: str = ""
    fate: str | None = None
    fate_follows: bool = False
    harmed: bool = False
    refers: bool = False
    change: bool = False


_MEASURE = re.compile(
    r"[\s-]{0,2}(?:(%|\u00b0)|("
    + "|".join(sorted((word for word in MEASURES if word[0].isalpha()), key=len, reverse=True))
    + r")\b)",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"-(member|man|person|troop|soldier|dollar|euro)\b")
_ADDED_BEFORE = re.compile(
    r"(?:\b(?:another|additional|(?:a\s)?further|extra)|"
    r"\b(?:increase|rise|decrease|reduction|drop|decline|growth)\s(?:of|by)|"
    r"\b(?:increased|rose|grew|grown|fell|dropped|decreased|declined|reduced|cut|up|down)\sby|"
    r"\b(?:another|additional|further)\s\w{1,20}\sof)\s{1,3}\Z",
    re.IGNORECASE,
)
_ADDED_AFTER = re.compile(r"\s{1,3}(?:more|additional|further|extra)\b(?!\s{1,3}than\b)")
_MILITARY = lexicon(
    "force army contingent corps brigade unit division garrison battalion regiment detachment "
    "group army's military guard"
)
_OF_THEM = re.compile(r"\s{1,3}of\s(?:them|those|these)\b(?!\s\w)|\s{1,3}of\sthem\b")
_LIST_JOINT = re.compile(r",?\s(?:and|or|&)\s|,\s")


def _sketch(text: str, tokens: Sequence[Token], number: Number) -> _Sketch:
    unit, stop = _unit_beside(text, number)
    following = _token_from(tokens, stop)
    counted = ""
    phrase = _phrase_after(tokens, following, number, unit)
    if phrase is not None:
        counted, stop = phrase.words(text, tokens), phrase.head.end
        unit = unit or unit_of(tokens, phrase)
        if number.words.endswith("-strong"):
            unit = _strength(phrase)
    rest = _token_from(tokens, stop)
    after = find_fate_after(tokens, rest)
    fate = after or find_fate_before(tokens, _token_from(tokens, number.start))
    window = text[max(tokens[0].start, number.start - 48) : number.start]
    added = _ADDED_BEFORE.search(window) or _ADDED_AFTER.match(text, number.end)
    return _Sketch(
        number=number,
        stop=stop,
        unit=unit,
        counted=counted,
        fate=fate,
        fate_follows=after is not None,
        harmed=fate in {"killed", "wounded"} or are_casualties(tokens, rest),
        refers=_OF_THEM.match(text, number.end) is not None,
        change=added is not None,
    )


def _token_from(tokens: Sequence[Token], place: int) -> int:
    """Index of the first token that starts at a place of the text or after it."""
    return bisect_left(tokens, place, key=lambda token: token.start)


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
    measure = _MEASURE.match(text, number.end)
    if measure is None:
        return "", number.end
    return MEASURES[(measure.group(1) or measure.group(2)).lower()], measure.end()


def _phrase_after(
    tokens: Sequence[Token], following: int, number: Number, unit: str
) -> Phrase | None:
    """The counted phrase; after money, a share or a measure only where "of" leads to it."""
    leads = following < len(tokens) and tokens[following].text.lower() in {"of", "in"}
    if unit and not leads:
        return None
    single = number.best == 1.0 or bool(unit) or number.words.endswith("-strong")
    start = following + 1 if unit and tokens[following].text.lower() == "in" else following
    return find_counted(tokens, start, single=single)


def _strength(phrase: Phrase) -> str:
    """What a "12,000-strong force" is made of."""
    return "troops" if phrase.head.text.lower() in _MILITARY else "people"


def _share_fates(text: str, sketches: list[_Sketch]) -> list[_Sketch]:
    """Give a fate to all members of a list: "killed six officers and two guards"."""
    shared = list(sketches)
    for index in range(1, len(shared)):
        earlier, later = shared[index - 1], shared[index]
        if later.fate is None and not earlier.fate_follows and _listed(text, earlier, later):
            shared[index] = replace(later, fate=earlier.fate)
    for index in range(len(shared) - 1, 0, -1):
        earlier, later = shared[index - 1], shared[index]
        if earlier.fate is None and later.fate_follows and _listed(text, earlier, later):
            shared[index - 1] = replace(earlier, fate=later.fate, fate_follows=True)
    return shared


def _listed(text: str, earlier: _Sketch, later: _Sketch) -> bool:
    alike = kind_of(earlier.unit) == kind_of(later.unit)
    return alike and _LIST_JOINT.fullmatch(text, earlier.stop, later.number.start) is not None


def _quantity(sketch: _Sketch) -> Quantity:
    number = sketch.number
    known = [value for value in (number.best, number.high, number.low) if value is not None]
    return Quantity(number.start, number.end, sketch.stop, known[0], sketch.unit)


def _resolving_order(wholes: Sequence[int | None]) -> list[int]:
    """Wholes first, then the parts that lean on a later figure, then on an earlier one."""
    indices = range(len(wholes))
    alone = [index for index in indices if wholes[index] is None]
    forward = [index for index, whole in enumerate(wholes) if whole is not None and whole > index]
    backward = [index for index, whole in enumerate(wholes) if whole is not None and whole < index]
    return alone + forward[::-1] + backward


def _with_unit(
    tokens: Sequence[Token], sketches: list[_Sketch], index: int, whole: int | None
) -> _Sketch:
    """The sketch with a unit from its whole, its fate, or what stands before it."""
    sketch = sketches[index]
    if sketch.unit:
        return sketch
    if whole is not None:
        source = sketches[whole]
        fate = sketch.fate or (source.fate if whole > index else None)
        return replace(sketch, unit=source.unit, counted=source.counted, fate=fate)
    if sketch.refers:
        return sketch
    unit, counted = _unit_before(tokens, sketches, index)
    if sketch.harmed and unit not in PEOPLE:
        return replace(sketch, unit="people")
    return replace(sketch, unit=unit, counted=counted)


def _unit_before(
    tokens: Sequence[Token], sketches: list[_Sketch], index: int
) -> tuple[str, str]:  # fmt: skip
    """The unit of the nearest counted thing to the left, in this sentence."""
    earlier = sketches[max(0, index - REACH) : index]
    known = [sketch for sketch in earlier if sketch.unit and not is_measured(sketch.unit)]
    nearest = known[-1] if known else None
    lower = nearest.stop if nearest else 0
    last = _token_from(tokens, sketches[index].number.start) - 1
    for place in range(last, max(-1, last - REACH), -1):
        token = tokens[place]
        if token.start < lower:
            break
        if token.text.lower() in COUNTED_NOUNS and is_plural_noun(token):
            return unit_of(tokens, Phrase(place, place + 1, token)), token.text
    return (nearest.unit, nearest.counted) if nearest else ("", "")


def _build(text: str, sketch: _Sketch, whole: int | None) -> Figure:
    number = sketch.number
    end = number.end + text.startswith("%", number.end)
    factor = 100.0 if number.role is Role.SHARE else 1.0
    low, best, high = (
        None if value is None else round(value * factor, 4)
        for value in (number.low, number.best, number.high)
    )
    return Figure(
        start=number.start,
        end=end,
        words=text[number.start : end],
        low=low,
        best=best,
        high=high,
        approx=number.approx,
        unit=sketch.unit,
        counted=sketch.counted,
        change=sketch.change,
        part_of=whole,
        fate=sketch.fate,
    )
