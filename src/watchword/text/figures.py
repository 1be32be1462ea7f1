"""Finds the figures of a sentence: each quantity with its unit, its fate and its whole."""

import re
from collections.abc import Sequence

from watchword.model.figure import Figure
from watchword.model.reading import Token
from watchword.text.counted import Phrase, is_plural_noun, unit_of
from watchword.text.figure_sketches import Sketch, make_sketch, token_from
from watchword.text.lexicon import lexicon
from watchword.text.movements import NO_MOVEMENT
from watchword.text.number_roles import Role
from watchword.text.numbers import find_numbers
from watchword.text.parts import Quantity, find_wholes
from watchword.text.units import COUNTED_NOUNS, PEOPLE, is_measured, kind_of


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
    if not numbers:
        return ()
    sketches = [make_sketch(text, tokens, number) for number in numbers]
    sketches = _share_movements(text, _share_units(text, _share_fates(text, sketches)))
    wholes = find_wholes(text, [_quantity(s) for s in sketches], start=tokens[0].start)
    for index in _resolving_order(wholes):
        sketches[index] = _with_unit(tokens, sketches, index, wholes[index])
    return tuple(
        _build(text, sketch, whole) for sketch, whole in zip(sketches, wholes, strict=True)
    )


REACH = 40
"""Words, or figures, before one that names no unit among which its unit is looked for."""


_CROWDS = lexicon("crowd crowds turnout attendance population")
_TELLERS = lexicon("police officials rescuers doctors medics lawmakers residents firefighters")
_TELLING = lexicon("say speak put report tell count confirm estimate give")
_COPULAS = lexicon("be number total reach have grow rise fall stand exceed include come")
_LIST_JOINT = re.compile(r",?\s(?:and|or|&)\s|,\s")
_ENDS_JOINT = re.compile(r"\s(?:to|and|or)\s(?:\w+\s)?")
"""Between two ends that share the unit of the second: "from 13.5 to 14 mm"."""
_RESTATED = re.compile(r",?\s(?:or\s)?\(?(?:or\s|about\s|some\s)?")
"""Before the same movement told again in percent: "fell 190 points, or 0.6 %"."""


def _share_fates(text: str, sketches: list[Sketch]) -> list[Sketch]:
    """Give a fate to all members of a list: "killed six officers and two guards"."""
    shared = list(sketches)
    for index in range(1, len(shared)):
        earlier, later = shared[index - 1], shared[index]
        if later.fate is None and not earlier.fate_follows and _listed(text, earlier, later):
            shared[index] = later._replace(fate=earlier.fate)
    for index in range(len(shared) - 1, 0, -1):
        earlier, later = shared[index - 1], shared[index]
        if earlier.fate is None and later.fate_follows and _listed(text, earlier, later):
            shared[index - 1] = earlier._replace(fate=later.fate, fate_follows=True)
    return shared


def _share_units(text: str, sketches: list[Sketch]) -> list[Sketch]:
    """Give the unit of the second of two ends to the first: "from 13.5 to 14 mm"."""
    shared = list(sketches)
    for index in range(len(shared) - 1, 0, -1):
        earlier, later = shared[index - 1], shared[index]
        ends = earlier.stop, later.number.start
        if not earlier.unit and later.unit and _ENDS_JOINT.fullmatch(text, *ends):
            shared[index - 1] = earlier._replace(unit=later.unit, counted=later.counted)
    return shared


def _share_movements(text: str, sketches: list[Sketch]) -> list[Sketch]:
    """Give a movement to the same movement told again: "fell 190 points, or 0.6 %"."""
    shared = list(sketches)
    for index in range(1, len(shared)):
        earlier, later = shared[index - 1], shared[index]
        restated = later.unit == "percent" and later.movement is NO_MOVEMENT
        told = earlier.movement.direction and earlier.number.end <= later.number.start
        if restated and told and _RESTATED.fullmatch(text, earlier.stop, later.number.start):
            shared[index] = later._replace(movement=earlier.movement)
    return shared


def _listed(text: str, earlier: Sketch, later: Sketch) -> bool:
    alike = kind_of(earlier.unit) == kind_of(later.unit)
    return alike and _LIST_JOINT.fullmatch(text, earlier.stop, later.number.start) is not None


def _quantity(sketch: Sketch) -> Quantity:
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
    tokens: Sequence[Token], sketches: list[Sketch], index: int, whole: int | None
) -> Sketch:
    """The sketch with a unit from its whole, its fate, or what stands before it."""
    sketch = sketches[index]
    if sketch.unit:
        return sketch
    if whole is not None:
        source = sketches[whole]
        fate = sketch.fate or (source.fate if whole > index else None)
        return sketch._replace(unit=source.unit, counted=source.counted, fate=fate)
    if sketch.refers:
        return sketch
    unit, counted = _unit_before(tokens, sketches, index)
    if unit == "deaths" and sketch.fate != "killed":
        unit, counted = "", ""
    if unit not in PEOPLE and (sketch.harmed or (sketch.fate and not unit)):
        return sketch._replace(unit="people")
    return sketch._replace(unit=unit, counted=counted)


def _unit_before(
    tokens: Sequence[Token], sketches: list[Sketch], index: int
) -> tuple[str, str]:  # fmt: skip
    """The unit of the nearest counted thing to the left, in this sentence."""
    earlier = sketches[max(0, index - REACH) : index]
    known = [sketch for sketch in earlier if sketch.unit and not is_measured(sketch.unit)]
    nearest = known[-1] if known else None
    lower = nearest.stop if nearest else 0
    last = token_from(tokens, sketches[index].number.start) - 1
    for place in range(last, max(-1, last - REACH), -1):
        token = tokens[place]
        if token.start < lower:
            break
        if token.text.lower() in _CROWDS:
            return "people", ""
        if _is_counted_before(tokens, place) and not _tells(tokens[place : last + 1]):
            return unit_of(tokens, Phrase(place, place + 1, token)), token.text
    return (nearest.unit, nearest.counted) if nearest else ("", "")


def _tells(words: Sequence[Token]) -> bool:
    """As in "Police: two dead" and "Officials spoke of 40 dead": who tells it is not counted."""
    spoken = any(token.text == ":" or token.lemma in _TELLING for token in words[1:])
    return words[0].text.lower() in _TELLERS and spoken


def _is_counted_before(tokens: Sequence[Token], place: int) -> bool:
    """Whether a noun names what a later number counts; one that acts does not: "police put"."""
    if tokens[place].text.lower() not in COUNTED_NOUNS or not is_plural_noun(tokens[place]):
        return False
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    acts = following is not None and following.tag in {"VBD", "VBZ", "VBP"}
    return not acts or (following is not None and following.lemma in _COPULAS)


def _build(text: str, sketch: Sketch, whole: int | None) -> Figure:
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
        change=sketch.movement.is_change,
        part_of=whole,
        fate=sketch.fate,
        direction=sketch.movement.direction,
        per=sketch.per,
        cumulative=sketch.cumulative,
    )
