"""Words into the pieces that the carried language model knows, each with the shape of its letters.

The vocabulary and the way of cutting are BERT's uncased WordPiece (Devlin and others 2019, Wu and
others 2016): accents stripped, lower case, the longest known piece first. What lower case loses is
kept beside each piece as its shape, so that the model can tell "us" from "US".

Invariant: a word gives at least one piece, whatever it holds, and its pieces depend on it alone.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources

PAD, UNKNOWN, START, END = 0, 100, 101, 102
"""Numbers of the four pieces that stand for no letters, as in every BERT vocabulary."""

LONGEST_WORD = 100
"""Longer runs of letters are unknown words, as in BERT."""

LONGEST_KEPT = 32
"""Pieces of longer words are not kept in memory: such words seldom come twice."""

SHAPES = 19
"""How many shapes there are: none, and nine kinds of letters, at the head of a word or within."""

_LOWER, _TITLE, _UPPER, _ONE_UPPER, _MIXED, _DIGITS, _ALNUM, _MARK, _OTHER = range(9)

_NO_LETTERS = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})
"""Unicode categories of control signs, unassigned and private places, lone surrogates, space."""

Pieces = tuple[tuple[int, int], ...]
"""Number and shape of each piece of a word."""


@cache
def vocabulary() -> Mapping[str, int]:
    """The carried vocabulary: each piece and its number."""
    path = resources.files("watchword.engines") / "data" / "vocabulary.txt"
    lines = path.read_text(encoding="utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


def pieces_of(word: str) -> Pieces:
    """The pieces of one word.

    >>> [number for number, shape in pieces_of("Kursk")] == [
    ...     number for number, shape in pieces_of("KURSK")]
    True
    >>> pieces_of("Kursk") == pieces_of("KURSK")
    False
    """
    return _kept_pieces(word) if len(word) <= LONGEST_KEPT else _cut(word)


def shape_of(letters: str, *, within: bool) -> int:
    """The number of the shape of a piece's letters as they were written, 1 to 18.

    Args:
        letters: the letters as written.
        within: whether the piece goes on with a word.
    """
    return 1 + _kind_of(letters) + (9 if within else 0)


@lru_cache(maxsize=65_536)
def _kept_pieces(word: str) -> Pieces:
    return _cut(word)


def _cut(word: str) -> Pieces:
    if word.isascii() and word.isalnum():
        number = vocabulary().get(word.lower())
        if number is not None:
            return ((number, shape_of(word, within=False)),)
    found: list[tuple[int, int]] = []
    for run in _runs(word):
        for number, start, end in _longest_pieces("".join(letter for letter, _ in run)):
            kept = "".join(original for _, original in run[start:end])
            found.append((number, shape_of(kept, within=bool(found))))
    return tuple(found) or ((UNKNOWN, shape_of(word, within=False)),)


def _kind_of(letters: str) -> int:
    if letters.isdigit():
        return _DIGITS
    if letters.isalpha():
        return _case_of(letters)
    if letters.isalnum():
        return _ALNUM
    return _MARK if letters and all(_is_mark(letter) for letter in letters) else _OTHER


def _case_of(letters: str) -> int:
    if letters.islower():
        return _LOWER
    if letters.isupper():
        return _UPPER if len(letters) > 1 else _ONE_UPPER
    return _TITLE if letters[0].isupper() and letters[1:].islower() else _MIXED


def _runs(word: str) -> Sequence[Sequence[tuple[str, str]]]:
    """Runs of letters that are cut as one, each letter as the model has it and as written."""
    runs: list[list[tuple[str, str]]] = []
    joined = False
    for original in word:
        for letter in _plain(original):
            alone = _is_mark(letter) or _is_ideograph(letter)
            if alone or not joined:
                runs.append([])
            runs[-1].append((letter, original))
            joined = not alone
    return runs


def _plain(original: str) -> str:
    """A letter in lower case without its accents; nothing for a control sign or white space."""
    if original.isascii():
        return original.lower() if original.isprintable() and original != " " else ""
    if unicodedata.category(original) in _NO_LETTERS:
        return ""
    lowered = unicodedata.normalize("NFD", original.lower())
    return "".join(letter for letter in lowered if unicodedata.category(letter) != "Mn")


def _is_mark(letter: str) -> bool:
    if letter.isascii():
        return not letter.isalnum() and letter.isprintable()
    return unicodedata.category(letter).startswith("P")


def _is_ideograph(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff" or letter > "\U0001ffff"


def _longest_pieces(letters: str) -> list[tuple[int, int, int]]:
    """Number, first letter and end of each piece of a run of letters."""
    known = vocabulary()
    if len(letters) > LONGEST_WORD:
        return [(UNKNOWN, 0, len(letters))]
    found: list[tuple[int, int, int]] = []
    start = 0
    while start < len(letters):
        mark = "##" if start else ""
        ends = range(len(letters), start, -1)
        end = next((end for end in ends if mark + letters[start:end] in known), None)
        if end is None:
            return [(UNKNOWN, 0, len(letters))]
        found.append((known[mark + letters[start:end]], start, end))
        start = end
    return found
