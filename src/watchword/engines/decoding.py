"""The carried model's answers into readings: labels by name, windows of one sentence as one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from watchword.engines.answers import Answers
from watchword.engines.inventory import STATUSES, TRAITS, Inventory, lemma_by
from watchword.engines.tagging import lemma_of
from watchword.model.phrase import Link, Phrase
from watchword.model.reading import Marking, Reading, Token, Trait, Word

PREDICATES = frozenset({"VERB"})
"""Universal parts of speech that always say something; a root says something whatever it is."""

LOOKED_UP = frozenset({"MD", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS"})
"""Tags of words whose dictionary form is looked up. Lemmas right on the development splits of EWT
and GUM, as `training/measure_model.py` prints them of `watchword-reader/1`: 0.964 and 0.963 before
they were, 0.978 and 0.982 then."""

JOINED = "parataxis"
"""Relation of a later window's root to the first window's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One sentence of a batch: its words, its place in the answers, and what is marked in it."""

    words: Sequence[Word]
    answers: Answers
    row: int
    markings: tuple[Marking, ...]


def reading_of(row: Row, inventory: Inventory, made_by: str) -> Reading:
    """One sentence's reading."""
    answers, place = row.answers, row.row
    return Reading(
        tokens=tuple(_tokens(row, inventory)),
        made_by=made_by,
        markings=row.markings,
        traits=tuple(
            Trait(kind=kind, probability=round(float(probability), 3))
            for kind, probability in zip(TRAITS, answers.traits[place], strict=True)
        ),
        embedding=answers.embeddings[place].astype("<f2").tobytes(),
    )


def joined(readings: Sequence[Reading]) -> Reading:
    """The windows of one long sentence as one reading."""
    if len(readings) == 1:
        return readings[0]
    tokens: list[Token] = []
    markings: dict[str, tuple[list[Phrase], list[Link]]] = {}
    root = -1
    for reading in readings:
        begin = len(tokens)
        tokens += [_moved_token(token, begin, root) for token in reading.tokens]
        if root < 0:
            root = next(index for index, token in enumerate(tokens) if token.head == -1)
        for marking in reading.markings:
            phrases, links = markings.setdefault(marking.scheme, ([], []))
            phrases += [_moved(phrase, begin) for phrase in marking.phrases]
            links += [_moved_link(link, begin) for link in marking.links]
    return Reading(
        tokens=tuple(tokens),
        made_by=readings[0].made_by,
        markings=tuple(
            Marking(scheme=scheme, phrases=tuple(phrases), links=tuple(links))
            for scheme, (phrases, links) in markings.items()
        ),
        traits=tuple(
            max(same, key=lambda trait: trait.probability)
            for same in zip(*(reading.traits for reading in readings), strict=True)
        ),
        embedding=_mean_direction([reading.embedding or b"" for reading in readings]),
    )


def _tokens(row: Row, inventory: Inventory) -> Iterator[Token]:
    answers, place, size = row.answers, row.row, len(row.words)
    tags, classes, features, lemmas, heads, relations = (
        getattr(answers, name)[place, :size].tolist()
        for name in ("tags", "classes", "features", "lemmas", "heads", "relations")
    )
    labels = [inventory.relations[relation] for relation in relations]
    names = agreed_tags(row.words, [inventory.tags[tag] for tag in tags], heads, labels)
    columns = zip(
        row.words,
        names,
        classes,
        features,
        lemmas,
        heads,
        labels,
        answers.factuality[place, :size].tolist(),
        answers.statuses[place, :size].tolist(),
        strict=True,
    )
    for word, tag, kind, bundle, lemma, head, relation, fact, status in columns:
        word_class = inventory.classes[kind]
        tells = word_class in PREDICATES or head == 0
        yield Token(
            text=word.text,
            start=word.start,
            end=word.end,
            tag=tag,
            lemma=_lemma(word.text, tag, inventory.lemmas[lemma]),
            word_class=word_class,
            features=inventory.features[bundle],
            head=head - 1,
            relation=relation,
            factuality=_bounded(fact) if tells else None,
            status=STATUSES[status] if tells else None,
        )


def agreed_tags(
    words: Sequence[Word], tags: list[str], heads: Sequence[int], relations: Sequence[str]
) -> list[str]:
    """Tags that agree with the tree and the word.

    A participle that has a subject and no auxiliary, and heads a clause, is a past tense. What ends
    in "ing" is none.
    """
    if not _PAST.intersection(tags):
        return tags
    arcs = tuple(zip(heads, relations, strict=True))
    subjects = {head for head, relation in arcs if relation == "nsubj"}
    helped = {head for head, relation in arcs if relation.startswith("aux")}
    found = list(tags)
    for index, (word, tag, relation) in enumerate(zip(words, tags, relations, strict=True)):
        if tag in _PAST and word.text.lower().endswith("ing"):
            found[index] = "VBG"
        elif tag == "VBN" and index + 1 in subjects - helped and relation in _CLAUSES:
            found[index] = "VBD"
    return found


_PAST = frozenset({"VBD", "VBN"})
_CLAUSES = frozenset({"root", "ccomp", "acl:relcl"})


def _lemma(word: str, tag: str, script: str) -> str:
    """Dictionary form of a verb or a common noun by the dictionary, of others by the model."""
    return lemma_of(word, tag) if tag in LOOKED_UP else lemma_by(word, script)


def _bounded(fact: float) -> float:
    """Factuality within its scale; nought without a sign."""
    return round(min(3.0, max(-3.0, fact)), 2) + 0.0


def _moved(phrase: Phrase, by: int) -> Phrase:
    return replace(phrase, start=phrase.start + by, end=phrase.end + by)


def _moved_link(link: Link, by: int) -> Link:
    return replace(link, first=_moved(link.first, by), second=_moved(link.second, by))


def _moved_token(token: Token, by: int, root: int) -> Token:
    """A token of a later window; its root hangs from the first window's, which is -1 for none."""
    if token.head is not None and token.head >= 0:
        return replace(token, head=token.head + by)
    return token if root < 0 else replace(token, head=root, relation=JOINED)


def _mean_direction(embeddings: Sequence[bytes]) -> bytes:
    total = np.sum([np.frombuffer(each, dtype="<f2").astype(np.float64) for each in embeddings], 0)
    length = float(np.sqrt((total * total).sum())) or 1.0
    return bytes((total / length).astype("<f2").tobytes())
