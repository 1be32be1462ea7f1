"""Which identities people have ruled to be one, and what that makes of their keys.

Invariant: rulings are only ever added, so that an undo restores exactly what was before; the same
rulings in any order give the same answer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from watchword.model.ruling import Ruling, RulingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Merges:
    """Identities that are one.

    Attributes:
        into: for each key that was merged away the key that stands for it now.
        clashes: keys of rulings that two identities are the same which could not be obeyed, since
            they would join two that were ruled apart.
    """

    into: Mapping[str, str]
    clashes: tuple[str, ...] = ()


def canonical(key: str, rulings: Iterable[Ruling]) -> str:
    """The key that stands for an identity after all merges.

    Args:
        key: of the identity.
        rulings: every ruling there is, in any order; those undone count for nothing.
    """
    return merges_of(rulings).into.get(key, key)


def standing(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings that count, the oldest first: not undone, and the last of their matter.

    An undoing can be undone, which brings back what it undid.
    """
    every = sorted(set(rulings), key=_order)
    undone = _undone(every)
    kept: dict[tuple[object, ...], Ruling] = {}
    for ruling in every:
        if ruling.kind is not RulingKind.UNDO and ruling.key not in undone:
            kept.pop(_matter(ruling), None)
            kept[_matter(ruling)] = ruling
    return tuple(kept.values())


def _undone(rulings: Iterable[Ruling]) -> set[str]:
    """Keys of what is undone by an undoing that is not undone itself."""
    undoings = {each.key: each.identity for each in rulings if each.kind is RulingKind.UNDO}
    undone = set(undoings.values())
    while True:
        counted = {target for key, target in undoings.items() if key not in undone}
        if counted == undone:
            return undone
        undone = counted


def merges_of(rulings: Iterable[Ruling]) -> Merges:
    """Follow every merge that counts, the oldest first."""
    counted = standing(rulings)
    apart = [each for each in counted if each.kind is RulingKind.APART]
    joined = _Joined((each.identity, each.other or "") for each in apart)
    clashes = [
        each.key
        for each in counted
        if each.kind is RulingKind.SAME
        and each.other
        and not joined.join(each.identity, each.other)
    ]
    return Merges(into=joined.into(), clashes=tuple(clashes))


class _Joined:
    """Sets of keys that are one, each under the key that was merged into last."""

    def __init__(self, apart: Iterable[tuple[str, str]]) -> None:
        self._root: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._apart: dict[str, set[str]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def join(self, into: str, other: str) -> bool:
        """Put the set of `other` under the key of the set of `into`, unless ruled apart."""
        kept, gone = self._root.get(into, into), self._root.get(other, other)
        if kept == gone:
            return True
        stay, move = self._members.get(kept, {kept}), self._members.get(gone, {gone})
        if any(self._apart.get(key, set()) & stay for key in move):
            return False
        self._members[kept] = stay | move
        self._root.update(dict.fromkeys(move, kept))
        return True

    def into(self) -> dict[str, str]:
        """For each key that stands for itself no more, the key that does."""
        return {key: root for key, root in sorted(self._root.items()) if key != root}


_OPPOSITES = {
    RulingKind.APART: RulingKind.SAME,
    RulingKind.NO_ALIAS: RulingKind.ALIAS,
    RulingKind.NO_TENURE: RulingKind.TENURE,
    RulingKind.NO_PARENT: RulingKind.PARENT,
    RulingKind.NO_ACTOR: RulingKind.ACTOR,
}


def _matter(ruling: Ruling) -> tuple[object, ...]:
    """What a ruling is about: the last on one matter is the one that counts."""
    kind = _OPPOSITES.get(ruling.kind, ruling.kind)
    if kind is RulingKind.SAME:
        return kind, frozenset((ruling.identity, ruling.other))
    return kind, ruling.identity, ruling.other, ruling.words, ruling.since


def _order(ruling: Ruling) -> tuple[str, str]:
    return ruling.at.isoformat(), ruling.key
