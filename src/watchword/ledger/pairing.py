"""Which found claim stands for which labelled one: by sentence, then one to one.

Within a sentence the pairing is the one of greatest summed agreement (Kuhn 1955, in the
shortest-augmenting-path form of Jonker and Volgenant 1987).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from watchword.ledger.names import same_name, stems, token_f1, tokens
from watchword.ledger.quantities import compare_figures
from watchword.ledger.record import ClaimRecord

OVERLAP = 0.8
"""Least share of the longer sentence's words that two prints of one sentence have in common."""

_LABEL = re.compile(r"^(?:Q|[A-Z][A-Z.' -]{2,40}:)\s+")
"""A transcript's speaker label before the sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Which claims belong together.

    Attributes:
        pairs: a labelled claim and the found one that stands for it.
        missed: labelled claims without one.
        extra: found claims left over in sentences that have labels.
        outside: how many found claims stand in sentences without labels; they are not judged.
    """

    pairs: tuple[tuple[ClaimRecord, ClaimRecord], ...]
    missed: tuple[ClaimRecord, ...]
    extra: tuple[ClaimRecord, ...]
    outside: int


def pair_claims(gold: Sequence[ClaimRecord], found: Sequence[ClaimRecord]) -> Pairing:
    """Pair labelled with found claims, within a report and a sentence."""
    labelled: dict[tuple[str, str], list[ClaimRecord]] = {}
    for claim in gold:
        labelled.setdefault((claim.report_id, sentence_key(claim.sentence)), []).append(claim)
    seated, outside = _by_sentence(labelled, found)
    pairs: list[tuple[ClaimRecord, ClaimRecord]] = []
    missed: list[ClaimRecord] = []
    extra: list[ClaimRecord] = []
    for sentence, claims in labelled.items():
        candidates = seated.get(sentence, [])
        gains = [[agreement(claim, other) for other in candidates] for claim in claims]
        chosen = assign(gains)
        pairs.extend((claims[row], candidates[column]) for row, column in chosen)
        rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
        missed.extend(claim for row, claim in enumerate(claims) if row not in rows)
        extra.extend(other for column, other in enumerate(candidates) if column not in columns)
    return Pairing(pairs=tuple(pairs), missed=tuple(missed), extra=tuple(extra), outside=outside)


def sentence_key(sentence: str) -> str:
    """Give the form under which sentences are compared: no speaker label, quotes or case."""
    return " ".join(tokens(_LABEL.sub("", sentence.strip())))


def agreement(gold: ClaimRecord, found: ClaimRecord) -> float:
    """Say how much two claims of one sentence agree, from 0 to 10.

    What is claimed (deed, figure) weighs twice as much as who, where, when and how firmly.
    """
    figures = 0.0
    if gold.figure is None or found.figure is None:
        figures = float(gold.figure is found.figure)
    elif compare_figures(gold.figure, found.figure).value:
        figures = 1.0
    phrases = (
        (gold.actor, found.actor),
        (gold.recipient, found.recipient),
        (gold.place, found.place),
        (gold.time, found.time),
    )
    return (
        2 * token_f1(stems(gold.action), stems(found.action))
        + 2 * figures
        + sum(token_f1(stems(first), stems(second)) for first, second in phrases)
        + float(gold.modality == found.modality)
        + float(_same_chain(gold, found))
    )


def assign(gains: Sequence[Sequence[float]]) -> tuple[tuple[int, int], ...]:
    """Pair rows with columns one to one so that the summed gain is greatest.

    >>> assign([[3.0, 2.0], [3.0, 0.0]])
    ((0, 1), (1, 0))
    """
    if not gains or not gains[0]:
        return ()
    if len(gains) > len(gains[0]):
        turned = assign(list(zip(*gains, strict=True)))
        return tuple(sorted((row, column) for column, row in turned))
    seating = _Seating([[-gain for gain in row] for row in gains])
    for row in range(len(gains)):
        seating.seat(row)
    return tuple(sorted((row, column) for column, row in seating.row_at.items()))


def _by_sentence(
    labelled: dict[tuple[str, str], list[ClaimRecord]], found: Sequence[ClaimRecord]
) -> tuple[dict[tuple[str, str], list[ClaimRecord]], int]:
    seated: dict[tuple[str, str], list[ClaimRecord]] = {}
    places: dict[tuple[str, str], tuple[str, str] | None] = {}
    by_report: dict[str, list[tuple[str, str]]] = {}
    for each in labelled:
        by_report.setdefault(each[0], []).append(each)
    outside = 0
    for claim in found:
        own = (claim.report_id, sentence_key(claim.sentence))
        if own not in places:
            places[own] = own if own in labelled else _nearest(own, by_report.get(own[0], []))
        place = places[own]
        if place is None:
            outside += 1
        else:
            seated.setdefault(place, []).append(claim)
    return seated, outside


def _nearest(own: tuple[str, str], places: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    words = own[1].split()
    best = max(places, key=lambda place: _overlap(words, place[1].split()), default=None)
    return best if best and _overlap(words, best[1].split()) >= OVERLAP else None


def _overlap(first: Sequence[str], second: Sequence[str]) -> float:
    longer = max(len(first), len(second))
    shared = token_f1(first, second) * (len(first) + len(second)) / 2
    return shared / longer if longer else 0.0


def _same_chain(gold: ClaimRecord, found: ClaimRecord) -> bool:
    one, other = gold.source_chain, found.source_chain
    return len(one) == len(other) and all(map(same_name, one, other))


@dataclass(slots=True)
class _Seating:
    """Rows seated at columns so far, with the dual prices that prove it optimal."""

    costs: list[list[float]]
    row_at: dict[int, int] = field(default_factory=dict)
    row_price: dict[int, float] = field(default_factory=dict)
    column_price: dict[int, float] = field(default_factory=dict)

    def seat(self, row: int) -> None:
        """Seat one more row, moving others where that costs less."""
        distance = dict.fromkeys(range(len(self.costs[0])), float("inf"))
        before: dict[int, int] = {}
        done: dict[int, float] = {}
        here, reached, column = row, 0.0, -1
        while True:
            self._relax(here, (column, reached), distance, before)
            column = min(distance, key=lambda each: (distance[each], each))
            reached = distance.pop(column)
            if column not in self.row_at:
                break
            done[column] = reached
            here = self.row_at[column]
        self._reprice(row, reached, done)
        self._turn(row, column, before)

    def _relax(
        self, row: int, since: tuple[int, float], distance: dict[int, float], before: dict[int, int]
    ) -> None:
        origin, reached = since
        for column, known in distance.items():
            price = self.row_price.get(row, 0.0) + self.column_price.get(column, 0.0)
            length = reached + self.costs[row][column] - price
            if length < known:
                distance[column] = length
                before[column] = origin

    def _reprice(self, row: int, reached: float, done: dict[int, float]) -> None:
        self.row_price[row] = self.row_price.get(row, 0.0) + reached
        for column, length in done.items():
            seated = self.row_at[column]
            self.row_price[seated] = self.row_price.get(seated, 0.0) + reached - length
            self.column_price[column] = self.column_price.get(column, 0.0) - reached + length

    def _turn(self, row: int, column: int, before: dict[int, int]) -> None:
        while before[column] != -1:
            earlier = before[column]
            self.row_at[column] = self.row_at[earlier]
            column = earlier
        self.row_at[column] = row
