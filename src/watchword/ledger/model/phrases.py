"""Phrases that were found against phrases that are labelled: exact, by their beginnings, flat."""

from collections.abc import Collection, Iterable, Sequence, Set

from watchword.ledger.corpora.sentence import Scheme
from watchword.ledger.measurement import Pair
from watchword.ledger.scores import Detection
from watchword.model.phrase import Phrase

Spans = frozenset[tuple[int, int, str]]
"""Start, end and type of phrases."""

CONTENT = "content"


def spans_of(phrases: Iterable[Phrase], types: Set[str]) -> Spans:
    """Phrases of some types, as labels are kept."""
    return frozenset(
        (phrase.start, phrase.end, phrase.label) for phrase in phrases if phrase.label in types
    )


def flattened(phrases: Collection[Phrase]) -> tuple[Phrase, ...]:
    """Phrases of attributions of which none touches another, in order, as PolNeAR labels them.

    A phrase that lies in a content is dropped, since PolNeAR labels the outer attribution only.
    Of others that overlap, which an engine that nests well does not give, the surest stays.

    >>> inner = Phrase(start=3, end=5, label="cue", confidence=0.9)
    >>> outer = Phrase(start=2, end=9, label="content", confidence=0.6)
    >>> flattened([outer, inner]) == (outer,)
    True
    """
    contents = [phrase for phrase in phrases if phrase.label == CONTENT]
    outer = [each for each in phrases if not any(_lies_in(each, other) for other in contents)]
    kept: list[Phrase] = []
    for phrase in sorted(outer, key=_by_confidence):
        if all(phrase.end <= other.start or other.end <= phrase.start for other in kept):
            kept.append(phrase)
    return tuple(sorted(kept, key=lambda phrase: phrase.start))


def count_exact(gold: Spans, found: Spans) -> Detection:
    """Phrases with the same start, end and type."""
    return Detection(hits=len(gold & found), found=len(found), labelled=len(gold))


def count_begins(gold: Spans, found: Spans) -> Detection:
    """Phrases with the same start and type, wherever they end."""
    begun, meant = ({(start, kind) for start, _, kind in each} for each in (found, gold))
    return Detection(hits=len(meant & begun), found=len(begun), labelled=len(meant))


def total(detections: Iterable[Detection]) -> Detection:
    """Several detections as one, so that every phrase weighs the same."""
    hits = found = labelled = 0
    for each in detections:
        hits += each.hits
        found += each.found
        labelled += each.labelled
    return Detection(hits=hits, found=found, labelled=labelled)


def score_scheme(pairs: Iterable[Pair], scheme: str) -> Detection:
    """All phrases of a scheme, of the types that are labelled, in the sentences labelled in it."""
    return total(
        count_exact(labels.phrases, spans_of(reading.phrases(scheme), labels.types))
        for labels, reading in (
            (sentence.schemes.get(scheme), reading) for sentence, reading in pairs
        )
        if labels is not None
    )


def score_attribution(pairs: Sequence[Pair], kind: str) -> tuple[Detection, Detection]:
    """Sources, cues or contents: exact, and by their beginnings, in what is made flat."""
    exact, begins = [], []
    for sentence, reading in pairs:
        gold = _of_kind(sentence.schemes["attribution"], kind)
        found = spans_of(flattened(reading.phrases("attribution")), {kind})
        exact.append(count_exact(gold, found))
        begins.append(count_begins(gold, found))
    return total(exact), total(begins)


def _of_kind(scheme: Scheme, kind: str) -> Spans:
    return frozenset(phrase for phrase in scheme.phrases if phrase[2] == kind)


def _lies_in(phrase: Phrase, content: Phrase) -> bool:
    inside = content.start <= phrase.start and phrase.end <= content.end
    return inside and phrase.end - phrase.start < content.end - content.start


def _by_confidence(phrase: Phrase) -> tuple[float, int, int]:
    return -phrase.confidence, phrase.start - phrase.end, phrase.start
