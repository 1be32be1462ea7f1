"""Dependency trees and the labels of words, against those of a treebank on the same words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from watchword.ledger.measurement import Pair
from watchword.ledger.scores import Share
from watchword.model.reading import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """How many words hang where they should.

    Attributes:
        unlabelled: UAS, words with the right head.
        labelled: LAS, words with the right head and relation, its subtype left aside.
        full: words with the right head, relation and subtype.
    """

    unlabelled: Share
    labelled: Share
    full: Share


def score_trees(pairs: Iterable[Pair]) -> Attachment:
    """Attachment over every word and mark, as `conll18_ud_eval.py` counts on gold words.

    That program (Zeman and others 2018) counts punctuation, and compares `acl:relcl` as `acl`.
    """
    of = heads = labelled = full = 0
    for sentence, reading in pairs:
        if sentence.tree is None:
            continue
        rows = zip(sentence.tree.heads, sentence.tree.relations, reading.tokens, strict=True)
        for head, relation, token in rows:
            of += 1
            if token.head == head:
                told = token.relation or ""
                heads += 1
                labelled += _without_subtype(told) == _without_subtype(relation)
                full += told == relation
    return Attachment(
        unlabelled=Share(hits=heads, of=of),
        labelled=Share(hits=labelled, of=of),
        full=Share(hits=full, of=of),
    )


def score_tags(pairs: Iterable[Pair]) -> Share:
    """Penn Treebank tags (XPOS)."""
    return _agreement(((pair[0].tags, pair[1].tokens) for pair in pairs), lambda token: token.tag)


def score_classes(pairs: Iterable[Pair]) -> Share:
    """Universal parts of speech (UPOS)."""
    return _agreement(
        ((pair[0].classes, pair[1].tokens) for pair in pairs), lambda token: token.word_class
    )


def score_features(pairs: Iterable[Pair]) -> Share:
    """Universal features: a word's bundle is right as a whole or not at all."""
    return _agreement(
        ((_sorted(pair[0].features), pair[1].tokens) for pair in pairs),
        lambda token: None if token.features is None else _in_order(token.features),
    )


def score_lemmas(pairs: Iterable[Pair]) -> Share:
    """Dictionary forms, capitals and small letters alike."""
    return _agreement(
        ((_lowered(pair[0].lemmas), pair[1].tokens) for pair in pairs),
        lambda token: token.lemma.lower(),
    )


def _agreement(
    rows: Iterable[tuple[Sequence[str] | None, Sequence[Token]]],
    told: Callable[[Token], str | None],
) -> Share:
    judged = [
        told(token) == label
        for labels, tokens in rows
        if labels is not None
        for label, token in zip(labels, tokens, strict=True)
    ]
    return Share(hits=sum(judged), of=len(judged))


def _without_subtype(relation: str) -> str:
    return relation.partition(":")[0]


def _lowered(lemmas: Sequence[str] | None) -> Sequence[str] | None:
    return None if lemmas is None else [lemma.lower() for lemma in lemmas]


def _sorted(features: Sequence[str] | None) -> Sequence[str] | None:
    return None if features is None else [_in_order(bundle) for bundle in features]


def _in_order(bundle: str) -> str:
    return "|".join(sorted(bundle.split("|")))
