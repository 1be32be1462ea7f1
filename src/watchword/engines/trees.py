"""The best dependency tree from scores of arcs: Chu and Liu 1965, Edmonds 1967, one root.

Invariant: what is given is a tree whose only root hangs from column 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Exact = NDArray[np.float64]
Heads = NDArray[np.int64]


def are_trees(heads: Heads, sizes: Sequence[int]) -> NDArray[np.bool_]:
    """Whether the heads of each sentence (0 the root, n the n-th word) make one tree with one root.

    >>> are_trees(np.array([[2, 0, 2], [2, 1, 0], [0, 0, 0]]), [3, 3, 1])
    array([ True, False,  True])

    Args:
        heads: sentences, words; what stands beyond a sentence's last word is not looked at.
        sizes: how many words each sentence has.
    """
    rows, words = heads.shape
    within = np.arange(words) < np.asarray(sizes)[:, None]
    reached = np.zeros((rows, words + 1), dtype=np.int64)
    np.multiply(heads, within, out=reached[:, 1:])
    roots = np.count_nonzero(within & (heads == 0), axis=1)
    reached += np.arange(rows)[:, None] * (words + 1)
    for _ in range(words.bit_length()):
        reached = reached.ravel()[reached]
    ends = np.arange(rows)[:, None] * (words + 1)
    told: NDArray[np.bool_] = (roots == 1) & (reached == ends).all(1)
    return told


def heads_of(arcs: Scores, sizes: Sequence[int]) -> NDArray[np.int32]:
    """The head of each word of a batch: the best scored, or the best tree's where they make none.

    Args:
        arcs: sentences, words, heads: scores.
        sizes: how many words each sentence has; heads beyond them are 0.
    """
    _, words, heads = arcs.shape
    counts = np.asarray(sizes)[:, None]
    scores = np.where((np.arange(heads) <= counts)[:, None], arcs, np.float32(-np.inf))
    best = scores.argmax(2)
    best[np.arange(words) >= counts] = 0
    for row in np.flatnonzero(~are_trees(best, sizes)).tolist():
        best[row, : sizes[row]] = best_tree(arcs[row, : sizes[row], : sizes[row] + 1])
    found: NDArray[np.int32] = best.astype(np.int32)
    return found


def best_tree(scores: Scores) -> Heads:
    """The tree of highest score with exactly one word at its root.

    Words are tried at the root, the most promising first, until none that is left can do better
    however its words hang. Where many could, one search settles it: what hangs from the root is
    scored lower by more than any tree can make good, so that the best tree of all has one root,
    and is the best of those that have.

    Args:
        scores: words by heads, finite; column 0 is the root, column n the n-th word.

    Returns:
        For each word its head: 0 the root, n the n-th word.

    >>> best_tree(np.array([[0, 0, 5, 0], [2, 6, 0, 0], [0, 0, 3, 0]], dtype=np.float32))
    array([2, 0, 2])
    """
    words = len(scores)
    if words < 2:
        return np.zeros(words, dtype=np.int64)
    full = np.full((words + 1, words + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    found = _by_promise(full)
    if found is None:
        full[1:, 0] -= 1.0 + words * np.ptp(scores.astype(np.float64))
        found = _expanded(*_contracted(full))
    return found[1:]


TRIED = 4
"""Words that are tried at the root, at most: of 0, 1, 2, 4 and 8 in `benchmarks/trees.py` 0.96,
0.11, 0.13, 0.12 and 0.12 ms a sentence; the trees are the same."""


def _by_promise(full: Exact) -> Heads | None:
    """The best tree, if trying the most promising roots can tell; None if it cannot."""
    inner = full.copy()
    inner[:, 0] = -np.inf
    highest = inner[1:].max(1)
    promise = full[1:, 0] + highest.sum() - highest
    best: Heads | None = None
    reached = -np.inf
    for tried, root in enumerate(np.argsort(-promise, kind="stable")):
        if promise[root] <= reached:
            return best
        if tried == TRIED:
            return None
        rooted = inner.copy()
        rooted[root + 1] = -np.inf
        rooted[root + 1, 0] = full[root + 1, 0]
        heads = _expanded(*_contracted(rooted))
        score = full[np.arange(1, len(full)), heads[1:]].sum()
        if score > reached:
            best, reached = heads, score
    return best


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contraction:
    """A cycle that was made one node.

    Attributes:
        members: its nodes; the first now stands for all.
        words: the word of each node's arc within the cycle.
        heads: the head of each node's arc within the cycle.
        homes: for each word, the node that stood for it before.
    """

    members: Heads
    words: Heads
    heads: Heads
    homes: Heads


def _contracted(full: Exact) -> tuple[list[_Contraction], Heads, Heads]:
    """Cycles made nodes until none is left; the word and the head of each node's arc.

    Args:
        full: nodes by nodes, node 0 the root; changed in place.
    """
    size = len(full)
    heads: Heads = full.argmax(1)
    heads[0] = 0
    homes = np.arange(size)
    words, tops = np.indices((size, size))
    cycles: list[_Contraction] = []
    while (members := _cycle_in(heads)) is not None:
        arcs = members, heads[members]
        cycles.append(
            _Contraction(members=members, words=words[arcs], heads=tops[arcs], homes=homes.copy())
        )
        _merge(full, (words, tops), arcs)
        node = members[0]
        merged = np.zeros(size, dtype=np.bool_)
        merged[members] = True
        homes[merged[homes]] = node
        heads[merged[heads]] = node
        heads[members] = 0
        heads[node] = full[node].argmax()
    everywhere = np.arange(size)
    return cycles, words[everywhere, heads], tops[everywhere, heads]


def _merge(full: Exact, arcs: tuple[Heads, Heads], cycle: tuple[Heads, Heads]) -> None:
    """Let a cycle's first node have the best arcs into and out of the cycle."""
    members, _ = cycle
    node, everywhere = members[0], np.arange(len(full))
    gained = full[members] - full[cycle][:, None]
    entered = members[gained.argmax(0)]
    left = members[full[:, members].argmax(1)]
    into, out = gained.max(0), full[everywhere, left]
    for each in arcs:
        row, column = each[entered, everywhere], each[everywhere, left]
        each[node], each[:, node] = row, column
    full[members], full[:, members] = -np.inf, -np.inf
    full[node], full[:, node] = into, out
    full[node, members] = full[members, node] = -np.inf


def _expanded(cycles: list[_Contraction], words: Heads, heads: Heads) -> Heads:
    """The head of each word, from the arcs that are left and those within cycles."""
    for cycle in reversed(cycles):
        node = cycle.members[0]
        word, head = words[node], heads[node]
        words[cycle.members], heads[cycle.members] = cycle.words, cycle.heads
        broken = cycle.homes[word]
        words[broken], heads[broken] = word, head
    return heads


def _cycle_in(heads: Heads) -> Heads | None:
    """The nodes of one cycle, None where there is none."""
    above: list[int] = heads.tolist()
    seen = [0] * len(above)
    for start in range(1, len(above)):
        node = start
        while node and not seen[node]:
            seen[node] = start
            node = above[node]
        if node and seen[node] == start:
            cycle = [node]
            while above[cycle[-1]] != node:
                cycle.append(above[cycle[-1]])
            return np.array(cycle)
    return None
