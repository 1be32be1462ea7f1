"""Quantities of news sentences: NewsQuant, as published and with its plain errors corrected.

NewsQuant belongs to "CQE: A Framework for Comprehensive Quantity Extraction" (Almasian and
others, EMNLP 2023). It is measured with and never trained on. Its labels have errors; those that
are plain stand in `newsquant.toml` beside this file, each with its reason.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.tables import MEND, read_field, read_text

CORRECTIONS = Path(__file__).with_name("newsquant.toml")

FILE = "figures/newsquant/NewsQuant.json"
"""Where the set lies in the folder of the measuring data."""


class Bound(StrEnum):
    """How NewsQuant qualifies a value, by its signs."""

    EXACT = "="
    ABOUT = "~"
    ABOVE = ">"
    BELOW = "<"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledQuantity:
    """A quantity as it was labelled.

    Attributes:
        low: the value, or the first end of a range.
        high: the value, or the second end of a range, which may be the smaller one.
        bound: how it is qualified, or which way it moved.
        unit: the unit as the sentence writes it, "-" without one.
        normal_unit: the unit as the labellers wrote it out.
    """

    low: float
    high: float
    bound: Bound
    unit: str
    normal_unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantitySentence:
    """A sentence with its quantities.

    Attributes:
        number: its place in the set, from 0.
        text: its words.
        published: its quantities as published.
        corrected: the same without plain errors.
    """

    number: int
    text: str
    published: tuple[LabelledQuantity, ...]
    corrected: tuple[LabelledQuantity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What is wrong with one label; None leaves a part of it as it is.

    Attributes:
        sentence: the sentence's place in the set, from 0.
        quantity: the quantity's place in the sentence, from 0.
        reason: what is wrong, in words.
        value: the right value.
        bound: the right bound.
        unit: the right unit, both as written and written out.
        is_dropped: whether there is no such quantity.
    """

    sentence: int
    quantity: int
    reason: str
    value: str | None = None
    bound: Bound | None = None
    unit: str | None = None
    is_dropped: bool = False


def read_newsquant(
    data: Path, *, corrections: tuple[Correction, ...] | None = None
) -> tuple[QuantitySentence, ...]:
    """Read the sentences of NewsQuant in their order.

    Args:
        data: the folder of the measuring data.
        corrections: the corrected labels, None for those that the project lists.

    Raises:
        UnreadableError: if the file is missing or broken, or a correction points at no label.
    """
    path = data / FILE
    try:
        rows = json.loads(read_text(path))
    except ValueError as error:
        raise UnreadableError("not JSON", key=str(path), mend=MEND) from error
    if not isinstance(rows, list):
        raise UnreadableError("not a list of sentences", key=str(path), mend=MEND)
    mended: dict[tuple[int, int], Correction] = {
        (each.sentence, each.quantity): each
        for each in (read_corrections() if corrections is None else corrections)
    }
    sentences = tuple(
        _sentence(row, number, f"{path}: sentence {number}", mended)
        for number, row in enumerate(rows)
    )
    if mended:
        places = ", ".join(f"{sentence}.{quantity}" for sentence, quantity in sorted(mended))
        raise UnreadableError(f"corrections of no label: {places}", key=str(path))
    return sentences


def read_corrections(path: Path = CORRECTIONS) -> tuple[Correction, ...]:
    """Read the list of corrected labels.

    Raises:
        UnreadableError: if it is missing or not in its form.
    """
    try:
        table = tomllib.loads(read_text(path))
        return tuple(_correction(row) for row in table["corrections"])
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableError(f"not a list of corrections: {error}", key=str(path)) from error


def _correction(row: Mapping[str, object]) -> Correction:
    sentence, quantity = row["sentence"], row["quantity"]
    if not isinstance(sentence, int) or not isinstance(quantity, int):
        raise TypeError("a place is no number")
    bound = row.get("bound")
    return Correction(
        sentence=sentence,
        quantity=quantity,
        reason=str(row["reason"]),
        value=str(row["value"]) if "value" in row else None,
        bound=None if bound is None else Bound(str(bound)),
        unit=str(row["unit"]) if "unit" in row else None,
        is_dropped=row.get("dropped") is True,
    )


def _sentence(
    row: object, number: int, key: str, mended: dict[tuple[int, int], Correction]
) -> QuantitySentence:
    """Read a sentence and take out of `mended` the corrections that it uses."""
    if not isinstance(row, dict):
        raise UnreadableError("not an object", key=key, mend=MEND)
    published = tuple(_each_quantity(row, key))
    corrected: list[LabelledQuantity] = []
    for place, quantity in enumerate(published):
        correction = mended.pop((number, place), None)
        if correction is None:
            corrected.append(quantity)
        elif not correction.is_dropped:
            corrected.append(_correct(quantity, correction, key))
    return QuantitySentence(
        number=number,
        text=read_field(row, "text", key),
        published=published,
        corrected=tuple(corrected),
    )


def _each_quantity(row: Mapping[str, object], key: str) -> Iterator[LabelledQuantity]:
    quantities = row.get("quantities")
    if not isinstance(quantities, list) or not all(isinstance(each, dict) for each in quantities):
        raise UnreadableError("no list of quantities", key=key, mend=MEND)
    for each in quantities:
        low, high = _ends(read_field(each, "value", key), key)
        try:
            bound = Bound(read_field(each, "change", key))
        except ValueError as error:
            raise UnreadableError(f"no such change: {error}", key=key, mend=MEND) from error
        unit = read_field(each, "unit", key)
        yield LabelledQuantity(
            low=low,
            high=high,
            bound=bound,
            unit=unit,
            normal_unit=read_field(each, "normalized_unit", key),
        )


def _ends(value: str, key: str) -> tuple[float, float]:
    """Both ends of a value such as "5", "-260", "2.9E-08" or "10-15"."""
    try:
        return float(value), float(value)
    except ValueError:
        first, dash, second = value[1:].partition("-")
    try:
        return float(value[:1] + first), float(second)
    except ValueError as error:
        message = f"{value!r} is neither a number nor a range{dash and ' of numbers'}"
        raise UnreadableError(message, key=key, mend=MEND) from error


def _correct(quantity: LabelledQuantity, correction: Correction, key: str) -> LabelledQuantity:
    if correction.value is not None:
        low, high = _ends(correction.value, key)
        quantity = replace(quantity, low=low, high=high)
    if correction.bound is not None:
        quantity = replace(quantity, bound=correction.bound)
    if correction.unit is not None:
        quantity = replace(quantity, unit=correction.unit, normal_unit=correction.unit)
    return quantity
