"""A sentence that people have labelled: its words, and as many kinds of label as its corpus has.

Invariant: a layer that is None, or a scheme that is not in `schemes`, was not labelled; an empty
one was looked at and has nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Stretch = tuple[int, int]
"""First word and the word after the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A dependency tree: for each word the index of its head, -1 for the root, and the relation."""

    heads: tuple[int, ...]
    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """Phrases labelled by one scheme.

    Attributes:
        types: the types that this corpus labels in the scheme; others were not looked for.
        phrases: start, end and type of each, nested ones included.
        links: kind, and the stretches of the two phrases that belong together.
    """

    types: frozenset[str]
    phrases: frozenset[tuple[int, int, str]] = frozenset()
    links: frozenset[tuple[str, Stretch, Stretch]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSentence:
    """One sentence and its labels.

    Attributes:
        words: its words and marks, as its corpus cuts them.
        document: the text that it stands in, so that a split can keep texts whole.
        corpus: name of the corpus, as in the model card.
        tags: Penn Treebank tag of each word.
        classes: universal part of speech of each word.
        features: universal features of each word, `_` for none.
        lemmas: dictionary form of each word.
        tree: dependency tree.
        schemes: phrases by scheme: `names` (person, location, organisation), `mentions` (nested,
            the types of GUM), `intelligence` (the types of re3d), `domain` (what Watchword needs),
            `attribution` (source, cue, content), `causal` (cause, effect, signal), `conditional`
            (condition, consequence).
        factuality: for some words how far what they say is a fact, -3 to 3.
        statuses: for some words whether what they say is `done`, `planned` or `considered`.
        traits: what holds of the whole sentence, such as `causal` or `counterfactual`.
        pair: the words of a marked source and of a marked target.
        event: labels of the marked pair: `root` (PLOVER root type) and `quad`.
    """

    words: tuple[str, ...]
    document: str
    corpus: str
    tags: tuple[str, ...] | None = None
    classes: tuple[str, ...] | None = None
    features: tuple[str, ...] | None = None
    lemmas: tuple[str, ...] | None = None
    tree: Tree | None = None
    schemes: Mapping[str, Scheme] = field(default_factory=dict)
    factuality: Mapping[int, float] = field(default_factory=dict)
    statuses: Mapping[int, str] = field(default_factory=dict)
    traits: Mapping[str, bool] = field(default_factory=dict)
    pair: tuple[Stretch, Stretch] | None = None
    event: Mapping[str, str] = field(default_factory=dict)
