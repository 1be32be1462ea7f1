"""What changed from one version of a text to the next: sentences, words in them, numbers.

Invariant: the work is bounded by the length of the texts, whatever they hold: sentences are matched
by equality and by rare words, and only short sentences are compared word by word in full.
"""

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from watchword.model.report import Report
from watchword.model.span import Span
from watchword.model.version import Diff, SentenceChange, WordChange
from watchword.text.numbers import Number, find_numbers
from watchword.text.sentences import find_sentences

LONGEST = 200_000
"""Characters of each text that are compared."""

ALIKE = 0.5
"""Share of common words (Dice) from which one sentence is another, reworded."""

MOST_REWORDED = 200
"""Sentences that are compared word by word; further ones are told as added and removed."""

LONGEST_COMPARED = 40_000
"""Product of two sentences' lengths in words up to which they are compared in full: matching is
quadratic, so that of longer sentences only the ends are compared."""

_RARE = 20
_PARTNERS = 5
_BESIDE = 2
_WORD = re.compile(r"[^\W_]+(?:['\u2019.,\-][^\W_]+)*|[^\w\s]")
_STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014\u00a0", "''\"\"-- ")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    start: int
    end: int
    told: str


_Pieces = Sequence[_Piece]


def compare_reports(older: Report, newer: Report) -> Diff:
    """Tell what changed from one report's text and headline to another's.

    A sentence that stands elsewhere is moved, neither added nor removed. A sentence is reworded
    where half of its words or more are in one that the other text has not.
    """
    mine, theirs = _pieces(older.text), _pieces(newer.text)
    kept = _match_equal(mine, theirs)
    left, came = _rest(mine, {one for one, _ in kept}), _rest(theirs, {other for _, other in kept})
    reworded = _match_alike(left, came)
    changed = [_reword((older, newer), one, other) for one, other in reworded]
    gone = {one.start for one, _ in reworded}
    new = {other.start for _, other in reworded}
    return Diff(
        older=older.key,
        newer=newer.key,
        added=tuple(_span(newer, piece) for piece in came if piece.start not in new),
        removed=tuple(_span(older, piece) for piece in left if piece.start not in gone),
        changed=tuple(changed),
        numbers=tuple(number for each in changed for number in _numbers((older, newer), each)),
        moved=_moved([one for one, _ in kept]),
        title=_titles(older, newer),
        is_whole=max(len(older.text), len(newer.text)) <= LONGEST,
    )


def _pieces(text: str) -> list[_Piece]:
    """Sentences, each with what stands before it: a dateline, a speaker's label."""
    text = text[:LONGEST]
    pieces: list[_Piece] = []
    first = 0
    for sentence in find_sentences(text):
        start = first + len(text[first : sentence.end]) - len(text[first : sentence.end].lstrip())
        told = " ".join(text[start : sentence.end].translate(_STRAIGHT).split())
        pieces.append(_Piece(start=start, end=sentence.end, told=told))
        first = sentence.end
    return pieces


def _match_equal(mine: _Pieces, theirs: _Pieces) -> list[tuple[int, int]]:
    """Places of equal sentences, each used once, in the order of the newer text."""
    places: dict[str, deque[int]] = {}
    for at, piece in enumerate(mine):
        places.setdefault(piece.told, deque()).append(at)
    pairs: list[tuple[int, int]] = []
    for at, piece in enumerate(theirs):
        free = places.get(piece.told)
        if free:
            pairs.append((free.popleft(), at))
    return pairs


def _rest(pieces: _Pieces, kept: set[int]) -> list[_Piece]:
    return [piece for at, piece in enumerate(pieces) if at not in kept]


def _moved(order: Sequence[int]) -> int:
    """How many must move so that the rest is in order: all but the longest rising row."""
    rising: list[int] = []
    for place in order:
        at = bisect_left(rising, place)
        rising[at : at + 1] = [place]
    return len(order) - len(rising)


def _match_alike(mine: _Pieces, theirs: _Pieces) -> list[tuple[_Piece, _Piece]]:
    """Sentences that are each other's rewording, the best matches first taken."""
    words = [Counter(_words(piece.told)) for piece in mine]
    holders: dict[str, list[int]] = {}
    for at, counted in enumerate(words):
        for word in counted:
            holders.setdefault(word, []).append(at)
    scored = sorted(_each_likely(words, holders, theirs))
    used: tuple[set[int], set[int]] = (set(), set())
    pairs: list[tuple[_Piece, _Piece]] = []
    for _, _, one, other in scored:
        if one not in used[0] and other not in used[1] and len(pairs) < MOST_REWORDED:
            used[0].add(one)
            used[1].add(other)
            pairs.append((mine[one], theirs[other]))
    return sorted(pairs, key=lambda pair: pair[1].start)


def _each_likely(
    words: Sequence[Counter[str]], holders: dict[str, list[int]], theirs: _Pieces
) -> Iterator[tuple[float, int, int, int]]:
    """Pairs that are alike enough, as (how unlike, how far apart, place, place)."""
    for other, piece in enumerate(theirs):
        counted = Counter(_words(piece.told))
        for one in _likely(counted, holders) | _beside(other, len(words)):
            both = (words[one] & counted).total()
            alike = 2 * both / max(1, words[one].total() + counted.total())
            if alike >= ALIKE:
                yield -alike, abs(one - other), one, other


def _likely(counted: Iterable[str], holders: dict[str, list[int]]) -> set[int]:
    """Places of sentences that share most rare words with one."""
    found = (holders.get(word, ()) for word in counted)
    shared = Counter(one for places in found if len(places) <= _RARE for one in places)
    ranked = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
    return {one for one, _ in ranked[:_PARTNERS]}


def _beside(place: int, many: int) -> set[int]:
    """Places about the same: where all words are common, a reworded sentence stands there."""
    return set(range(max(0, place - _BESIDE), min(many, place + _BESIDE + 1)))


def _words(told: str) -> list[str]:
    return [word for word in _WORD.findall(told.casefold()) if word[0].isalnum()]


def _reword(reports: tuple[Report, Report], one: _Piece, other: _Piece) -> SentenceChange:
    older, newer = reports
    mine = list(_WORD.finditer(older.text, one.start, one.end))
    theirs = list(_WORD.finditer(newer.text, other.start, other.end))
    changes = [
        WordChange(older=_stretch(older, mine[a:b]), newer=_stretch(newer, theirs[c:d]))
        for a, b, c, d in _differences(_plain(mine), _plain(theirs))
    ]
    return SentenceChange(older=_span(older, one), newer=_span(newer, other), words=tuple(changes))


def _plain(words: Iterable[re.Match[str]]) -> list[str]:
    return [match[0].translate(_STRAIGHT) for match in words]


def _differences(mine: list[str], theirs: list[str]) -> list[tuple[int, int, int, int]]:
    """Stretches of words that differ, by their places in both sentences."""
    if len(mine) * len(theirs) <= LONGEST_COMPARED:
        codes = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
        return [places for kind, *places in codes if kind != "equal"]  # type: ignore[misc]
    shorter = min(len(mine), len(theirs))
    ahead = next((at for at in range(shorter) if mine[at] != theirs[at]), shorter)
    rest = shorter - ahead
    behind = next((at for at in range(rest) if mine[-1 - at] != theirs[-1 - at]), rest)
    return [(ahead, len(mine) - behind, ahead, len(theirs) - behind)]


def _stretch(report: Report, words: Sequence[re.Match[str]]) -> Span | None:
    if not words:
        return None
    return Span.within(report.text, words[0].start(), words[-1].end(), report=report.key)


def _span(report: Report, piece: _Piece) -> Span:
    return Span.within(report.text, piece.start, piece.end, report=report.key)


def _numbers(reports: tuple[Report, Report], change: SentenceChange) -> Iterator[WordChange]:
    """Numbers that a reworded sentence has in one version only, paired where one was replaced."""
    older, newer = reports
    mine = find_numbers(older.text, change.older.start, change.older.end)
    theirs = find_numbers(newer.text, change.newer.start, change.newer.end)
    gone, new = _unmatched(mine, theirs), _unmatched(theirs, mine)
    for words in change.words:
        out = [number for number in gone if _touches(number, words.older)]
        came = [number for number in new if _touches(number, words.newer)]
        for at in range(max(len(out), len(came))):
            yield WordChange(
                older=_number_span(older, out[at]) if at < len(out) else None,
                newer=_number_span(newer, came[at]) if at < len(came) else None,
            )


def _unmatched(numbers: Iterable[Number], others: Iterable[Number]) -> list[Number]:
    free = Counter(_value(number) for number in others)
    alone: list[Number] = []
    for number in numbers:
        if free[_value(number)]:
            free[_value(number)] -= 1
        else:
            alone.append(number)
    return alone


def _value(number: Number) -> tuple[float | None, ...]:
    return (number.low, number.best, number.high)


def _touches(number: Number, words: Span | None) -> bool:
    return words is not None and number.start < words.end and words.start < number.end


def _number_span(report: Report, number: Number) -> Span:
    return Span.within(report.text, number.start, number.end, report=report.key)


def _titles(older: Report, newer: Report) -> tuple[str, str] | None:
    if not older.title or not newer.title or older.title == newer.title:
        return None
    return older.title, newer.title
