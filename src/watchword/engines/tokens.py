"""The carried model's answers about words into tokens, a whole batch at once.

Invariant: a token depends on its own sentence alone.
"""

from collections.abc import Sequence
from itertools import chain, starmap
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from watchword.engines.answers import Answers, Floats, Whole
from watchword.engines.inventory import STATUSES, Inventory, lemma_by
from watchword.engines.tagging import lemma_of
from watchword.model.maker import maker_of
from watchword.model.reading import Token, Word

PREDICATES = frozenset({"VERB"})
"""Universal parts of speech that always say something; a root says something whatever it is."""

LOOKED_UP = frozenset({"MD", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS"})
"""Tags of words whose dictionary form is looked up. Lemmas right on the development splits of EWT
and GUM, as `training/measure_model.py` prints them of `watchword-reader/1`: 0.964 and 0.963 before
they were, 0.978 and 0.982 then."""

_PAST = frozenset({"VBD", "VBN"})
_CLAUSES = frozenset({"root", "ccomp", "acl:relcl"})

Name = TypeVar("Name", str, str | None)


def tokens_of(
    sentences: Sequence[Sequence[Word]], answers: Answers, inventory: Inventory
) -> list[Token]:
    """The tokens of a batch, one sentence after another.

    Args:
        sentences: the words that were asked about, row by row.
        answers: what the model answered.
        inventory: its labels.
    """
    sizes = np.array(list(map(len, sentences)), dtype=np.intp)
    places = np.flatnonzero(np.arange(answers.tags.shape[1]) < sizes[:, None])
    tags, classes, features, lemmas, heads, relations, statuses = (
        getattr(answers, name).ravel()[places]
        for name in ("tags", "classes", "features", "lemmas", "heads", "relations", "statuses")
    )
    words = list(chain.from_iterable(sentences))
    texts = [word.text for word in words]
    relation_names = _named(inventory.relations, relations)
    before = np.repeat(sizes.cumsum() - sizes, sizes)
    governors = np.where(heads == 0, -1, before + heads - 1).tolist()
    labels = agreed_tags(texts, _named(inventory.tags, tags), governors, relation_names)
    scripts = _named(inventory.lemmas, lemmas)
    tells = (heads == 0) | _is_any_of(PREDICATES, inventory.classes)[classes]
    columns = (
        texts,
        [word.start for word in words],
        [word.end for word in words],
        labels,
        [
            lemma_of(text, tag) if tag in LOOKED_UP else lemma_by(text, script)
            for text, tag, script in zip(texts, labels, scripts, strict=True)
        ],
        _named(inventory.classes, classes),
        _named(inventory.features, features),
        (heads - 1).tolist(),
        relation_names,
        _factualities(answers.factuality.ravel()[places], tells),
        _named((None, *STATUSES), np.where(tells, statuses + 1, 0)),
    )
    return list(starmap(maker_of(Token), zip(*columns, strict=True)))


def agreed_tags(
    words: Sequence[str], tags: list[str], governors: Sequence[int], relations: Sequence[str]
) -> list[str]:
    """Tags that agree with the tree and the word.

    A participle that has a subject and no auxiliary, and heads a clause, is a past tense. What ends
    in "ing" is none.

    Args:
        words: as written, of one sentence or of several.
        tags: the tag of each.
        governors: index of the word that each hangs from; -1 of a root.
        relations: relation of each to it.
    """
    past = [index for index, tag in enumerate(tags) if tag in _PAST]
    if not past:
        return tags
    arcs = list(zip(governors, relations, strict=True))
    subjects = {governor for governor, relation in arcs if relation == "nsubj"}
    helping = {relation for relation in set(relations) if relation.startswith("aux")}
    helped = {governor for governor, relation in arcs if relation in helping}
    found = list(tags)
    for index in past:
        if words[index].lower().endswith("ing"):
            found[index] = "VBG"
        elif relations[index] in _CLAUSES and index in subjects and index not in helped:
            found[index] = "VBD"
    return found


def _named(names: Sequence[Name], numbers: Whole) -> list[Name]:
    return list(map(names.__getitem__, numbers.tolist()))


def _is_any_of(those: frozenset[str], names: Sequence[str]) -> NDArray[np.bool_]:
    return np.array([name in those for name in names])


def _factualities(facts: Floats, tells: NDArray[np.bool_]) -> list[float | None]:
    """Factuality within its scale, to two digits, nought without a sign; None for no predicate."""
    bounded = np.clip(facts[tells].astype(np.float64), -3, 3)
    rated = iter((np.rint(bounded * 100) / 100 + 0.0).tolist())
    return [next(rated) if told else None for told in tells.tolist()]
