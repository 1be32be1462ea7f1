"""Whom a verb's deed is done to: the likeliest noun phrase below the verb.

Each noun below the verb is weighed by the way that leads to it (object of the verb, behind which
preposition, how deep), by what it is, and by how far off it stands.
"""

import math
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from watchword.extract.dependents import Tree
from watchword.text.lexicon import lexicon

Marks = Mapping[str, float]
"""What is seen of a candidate, by name, and how much of it."""

_Noun = tuple[int, Marks, int]
"""Index of a noun, what is seen on the way to it, and of how many steps that is."""

WEIGHTS: Marks = MappingProxyType(
    {
        "away": -1.4,
        "before": -2.4,
        "case after": -0.5,
        "case against": 1.2,
        "case as": -1.7,
        "case by": 0.5,
        "case during": -0.5,
        "case for": 0.7,
        "case from": 0.9,
        "case in": -0.8,
        "case into": 0.3,
        "case near": -1.2,
        "case of": 1.1,
        "case on": -0.5,
        "case other": -1.1,
        "case over": -1.5,
        "case since": -0.6,
        "case to": 1.8,
        "case with": 1.4,
        "depth": -0.6,
        "first dep": -0.6,
        "first iobj": 1.3,
        "first nsubj": -0.5,
        "first nsubj:pass": 2.3,
        "first obj": 0.4,
        "first obl:agent": -0.6,
        "first obl:unmarked": -1.9,
        "first xcomp": 0.3,
        "in across": -0.7,
        "in against": 1.4,
        "in among": 0.7,
        "in as": -0.6,
        "in between": 0.4,
        "in by": -0.5,
        "in during": -0.9,
        "in for": 0.6,
        "in from": 0.9,
        "in into": 1.4,
        "in near": -1.6,
        "in on": 0.4,
        "in other": -0.4,
        "in over": -1.3,
        "in to": 1.2,
        "in under": -0.5,
        "in with": 0.9,
        "kind nationality": 2.9,
        "kind none": -2.8,
        "kind organisation": 1.6,
        "kind person": 1.8,
        "kind place": 1.6,
        "kind polity": 2.4,
        "step acl": 0.4,
        "step acl:relcl": -0.9,
        "step advcl": -1.0,
        "step appos": -0.5,
        "step ccomp": -0.9,
        "step nmod": 0.5,
        "step nsubj:pass": -0.7,
        "step obl:agent": 0.3,
        "step xcomp": -0.7,
        "tag CD": -0.8,
        "tag DT": -0.9,
        "tag JJ": 1.3,
        "tag NN": -0.4,
        "tag NNP": 1.4,
        "tag PR": -3.5,
    }
)
"""How much each mark tells for a recipient, and for less than a recipient where negative.

Fitted by `training/recipients.py` on 1,318 marked pairs of PLV_train and of ConfliBERT's CAMEO
train; there the right noun is chosen in 0.904 by five-fold cross-validation.
"""

_CASES = lexicon(
    "against with to on from for into of at over in by between toward towards after during since "
    "before under about near among as through across upon"
)
_SKIPPED = lexicon(
    """aux aux:pass case cc cc:preconj cop det det:predet advmod nummod expl mark punct discourse
    flat"""
)
_OTHER_CLAUSES = lexicon("conj parataxis list")
_NOUNS = lexicon("NN PR CD JJ DT WP WD")
_FULL = lexicon("nmod:poss acl:relcl nsubj:pass obl:unmarked obl:agent")


class Candidate(NamedTuple):
    """A noun that could be the recipient.

    Attributes:
        head: index of the noun.
        marks: what is seen of it.
    """

    head: int
    marks: Marks

    @property
    def weight(self) -> float:
        """How likely it is, against the others of the same verb."""
        return sum(WEIGHTS.get(name, 0.0) * count for name, count in self.marks.items())


def find_recipient(tree: Tree, verb: int, taken: Collection[int]) -> Candidate | None:
    """The likeliest recipient of a verb, None where no noun hangs below it.

    Args:
        tree: the sentence.
        verb: index of the verb.
        taken: words of its subject, which are no recipient.
    """
    nouns = (noun for noun in _each_noun(tree, verb, taken) if _may_receive(tree, noun))
    return max(
        (_candidate(tree, verb, noun) for noun in nouns),
        key=lambda each: (each.weight, -each.head),
        default=None,
    )


def _may_receive(tree: Tree, noun: _Noun) -> bool:
    """Whether it is somebody, some place, or the plain object of the verb; no pronoun."""
    head, _, depth = noun
    if tree.tokens[head].tag[:2] in {"PR", "WP", "WD"}:
        return False
    is_object = tree.relation(head) in {"obj", "iobj", "nsubj:pass"}
    return head in tree.kinds or (is_object and depth == 1)


def find_candidates(tree: Tree, verb: int, taken: Collection[int]) -> Iterator[Candidate]:
    """Every noun below a verb with what is seen of it, in the order of the tree."""
    for noun in _each_noun(tree, verb, taken):
        yield _candidate(tree, verb, noun)


def _candidate(tree: Tree, verb: int, noun: _Noun) -> Candidate:
    head, way, depth = noun
    return Candidate(head=head, marks=_marks(way, tree, head, (verb, depth)))


def _each_noun(tree: Tree, verb: int, taken: Collection[int]) -> Iterator[_Noun]:
    """Every noun below a verb with the way that leads to it, in the order of the tree."""
    waiting: list[tuple[int, Mapping[str, float], int]] = [(verb, {}, 0)]
    while waiting:
        head, way, depth = waiting.pop()
        for child in tree.below(head):
            relation = tree.relation(child)
            if child in taken or relation in _SKIPPED:
                continue
            if not depth and relation in _OTHER_CLAUSES:
                continue
            steps = _further(way, tree, child, first=not depth)
            if tree.tokens[child].tag[:2] in _NOUNS:
                yield child, steps, depth + 1
            waiting.append((child, steps, depth + 1))


def _further(way: Marks, tree: Tree, child: int, *, first: bool) -> Marks:
    """The way that leads one step on."""
    relation = tree.relation(child)
    short = relation if relation in _FULL else relation.partition(":")[0]
    is_verb = tree.tokens[child].tag.startswith("VB")
    names = [f"first {short}" if first else f"step {_step(short, is_verb=is_verb)}"]
    if short in {"obl", "nmod"}:
        case = tree.case(child)
        names.append(f"{'case' if first else 'in'} {case if case in _CASES else 'other'}")
    if is_verb and not first:
        names.append("past verb")
    seen = dict(way)
    for name in names:
        seen[name] = way.get(name, 0.0) + 1
    return seen


def _step(short: str, *, is_verb: bool) -> str:
    return f"{short} {'verb' if is_verb else 'noun'}" if short == "conj" else short


def _marks(way: Marks, tree: Tree, head: int, at: tuple[int, int]) -> Marks:
    verb, depth = at
    tag = tree.tokens[head].tag
    short = "NNP" if tag.startswith("NNP") else tag[:2]
    return {
        **way,
        "depth": float(depth),
        "away": math.log(1 + abs(head - verb)),
        "before": float(head < verb),
        f"kind {tree.kinds.get(head, 'none')}": 1.0,
        f"tag {short}": 1.0,
    }
