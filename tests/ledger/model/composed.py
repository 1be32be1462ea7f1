"""Small sentences with labels, and an engine that reads them as they are labelled, or worse."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from watchword.ledger.corpora.sentence import LabelledSentence, Scheme, Stretch, Tree
from watchword.ledger.model.footprint import made_words
from watchword.model.phrase import Link, Phrase
from watchword.model.reading import (
    EventReading,
    MarkedPair,
    Marking,
    Reading,
    Token,
    Trait,
    Word,
)

Span = tuple[int, int, str]
LABELS = frozenset({"source", "cue", "content"})


def phrase(span: Span, confidence: float = 1.0) -> Phrase:
    start, end, label = span
    return Phrase(start=start, end=end, label=label, confidence=confidence)


def scheme(*spans: Span, types: frozenset[str] = LABELS) -> Scheme:
    return Scheme(types=types, phrases=frozenset(spans))


def causal(*links: tuple[str, Stretch, Stretch]) -> Scheme:
    spans = {(*cause, "cause") for _, cause, _ in links}
    spans |= {(*other, kind) for kind, _, other in links}
    types = frozenset({"cause", "effect", "signal"})
    return Scheme(types=types, phrases=frozenset(spans), links=frozenset(links))


def sentence(text: str, **labels: object) -> LabelledSentence:
    given = {"words": tuple(text.split()), "document": "d1", "corpus": "composed", **labels}
    return LabelledSentence(**given)  # type: ignore[arg-type]


SHIPS = sentence(
    "Ships left .",
    tags=("NNS", "VBD", "."),
    classes=("NOUN", "VERB", "PUNCT"),
    features=("Number=Plur", "Mood=Ind|Tense=Past", "_"),
    lemmas=("ship", "leave", "."),
    tree=Tree(heads=(1, -1, 1), relations=("nsubj:pass", "root", "punct")),
    factuality={1: 3.0},
)


def reading_of(
    labelled: LabelledSentence,
    *,
    links: Sequence[Link] = (),
    embedding: Sequence[float] | None = None,
    **layers: object,
) -> Reading:
    """A reading that says what the labels say; layers of tokens may be given otherwise."""
    marked = {
        name: Marking(
            scheme=name,
            phrases=tuple(phrase(span) for span in sorted(each.phrases)),
            links=tuple(links) or tuple(_links(each)),
        )
        for name, each in labelled.schemes.items()
    }
    return Reading(
        tokens=tuple(_token(labelled, word, at, layers) for at, word in _numbered(labelled)),
        made_by="composed/1",
        markings=tuple(marked.values()),
        traits=tuple(
            Trait(kind=kind, probability=0.9 if holds else 0.1)
            for kind, holds in labelled.traits.items()
        ),
        embedding=None if embedding is None else np.array(embedding, dtype="<f2").tobytes(),
    )


def marked_reading(labelled: LabelledSentence, name: str, *phrases: Phrase) -> Reading:
    """A reading in which nothing but some phrases is marked."""
    plain = reading_of(sentence(" ".join(labelled.words)))
    marking = Marking(scheme=name, phrases=phrases)
    return Reading(tokens=plain.tokens, made_by=plain.made_by, markings=(marking,))


def _numbered(labelled: LabelledSentence) -> Sequence[tuple[int, Word]]:
    return list(enumerate(made_words(labelled.words)))


def _token(labelled: LabelledSentence, word: Word, at: int, layers: Mapping[str, object]) -> Token:
    tree = labelled.tree
    told: dict[str, object] = {
        "tag": labelled.tags[at] if labelled.tags else "",
        "lemma": labelled.lemmas[at] if labelled.lemmas else "",
        "word_class": labelled.classes[at] if labelled.classes else None,
        "features": labelled.features[at] if labelled.features else None,
        "head": tree.heads[at] if tree else None,
        "relation": tree.relations[at] if tree else None,
        "factuality": labelled.factuality.get(at),
    }
    for name, values in layers.items():
        told[name] = values[at]  # type: ignore[index]
    return Token(text=word.text, start=word.start, end=word.end, **told)  # type: ignore[arg-type]


def _links(labels: Scheme) -> Sequence[Link]:
    return [
        Link(kind=kind, first=phrase((*cause, "cause")), second=phrase((*other, kind)))
        for kind, cause, other in sorted(labels.links)
    ]


@dataclass
class GoldEngine:
    """Reads sentences that it knows as they are labelled, and others as nothing."""

    known: Sequence[LabelledSentence] = ()
    name: str = "gold/1"
    embeddings: Mapping[str, Sequence[float]] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)

    def read(self, sentences: Sequence[Sequence[Word]]) -> tuple[Reading, ...]:
        """Read each sentence as it is labelled."""
        self.sizes.append(len(sentences))
        return tuple(self._read_one(" ".join(word.text for word in each)) for each in sentences)

    def read_events(
        self, sentences: Sequence[Sequence[Word]], pairs: Sequence[MarkedPair]
    ) -> tuple[EventReading, ...]:
        """Read each pair as it is labelled."""
        return tuple(self._event(sentences[pair.sentence], pair) for pair in pairs)

    def _read_one(self, text: str) -> Reading:
        labelled = next((each for each in self.known if " ".join(each.words) == text), None)
        return reading_of(labelled or sentence(text), embedding=self.embeddings.get(text, (1, 0)))

    def _event(self, words: Sequence[Word], pair: MarkedPair) -> EventReading:
        texts = tuple(word.text for word in words)
        event = next(
            each.event
            for each in self.known
            if each.words == texts and each.pair == (pair.source, pair.target)
        )
        return EventReading(
            root=event["root"],
            root_confidence=1.0,
            quad=int(event["quad"]),
            quad_confidence=1.0,
            made_by=self.name,
        )
