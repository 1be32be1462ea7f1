"""What an engine sees in a sentence: words, their tree, and what is marked in them."""

from dataclasses import dataclass

from watchword.model.phrase import Link, Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word or mark with its place in the text, before an engine has looked at it."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word or mark of a sentence. A None field was not looked for by the engine.

    Attributes:
        text: the word as written.
        start: first character, counted from the start of the report's text.
        end: the character after the last one.
        tag: Penn Treebank part of speech, such as `VBD` or `NNP`.
        lemma: dictionary form in lower case.
        word_class: universal part of speech, such as `VERB`.
        features: universal morphological features, such as `Number=Sing`; `_` for none.
        head: index of the word it depends on, -1 for the root of the sentence.
        relation: universal dependency relation to its head, such as `nsubj`.
        factuality: how far what a predicate says is a fact, -3 (surely not) to 3 (surely);
            None for words that are no predicate, too.
        status: of a predicate: `done`, `planned` or `considered`.
    """

    text: str
    start: int
    end: int
    tag: str
    lemma: str
    word_class: str | None = None
    features: str | None = None
    head: int | None = None
    relation: str | None = None
    factuality: float | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """What one scheme marks in a sentence.

    Attributes:
        scheme: `domain`, `names`, `mentions`, `intelligence`, `attribution`, `causal` or
            `conditional`.
        phrases: what is marked, by start and end; nested ones are allowed.
        links: which of them belong together.
    """

    scheme: str
    phrases: tuple[Phrase, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """Something that may hold of the whole sentence, and its probability.

    Attributes:
        kind: `causal` (it states a cause or an effect) or `counterfactual`.
        probability: 0 to 1.
    """

    kind: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPair:
    """A source and a target whose event is asked for: word ranges of one sentence.

    Attributes:
        sentence: index of the sentence among those that are read.
        source: first word of who acts, and the word after the last one.
        target: first word of whom it is done to, and the word after the last one.
    """

    sentence: int
    source: tuple[int, int]
    target: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReading:
    """What a source does to a target, as an engine read it.

    Attributes:
        root: PLOVER root type, such as `ASSAULT`.
        root_confidence: how sure the engine is, 0 to 1.
        quad: quad class, 1 to 4: verbal cooperation, material cooperation, verbal conflict,
            material conflict; 0 where nothing is done.
        quad_confidence: how sure the engine is, 0 to 1.
        made_by: name and version of the engine.
    """

    root: str
    root_confidence: float
    quad: int
    quad_confidence: float
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One sentence as an engine read it.

    Attributes:
        tokens: its words in order.
        made_by: name and version of the engine.
        markings: what is marked, one for each scheme that was looked for.
        traits: what may hold of the whole sentence.
        embedding: direction of its meaning, 384 half-precision floats, little-endian, of length
            one; None where the engine gives none.
    """

    tokens: tuple[Token, ...]
    made_by: str
    markings: tuple[Marking, ...] = ()
    traits: tuple[Trait, ...] = ()
    embedding: bytes | None = None

    def phrases(self, scheme: str) -> tuple[Phrase, ...]:
        """What a scheme marks; empty where it marks nothing or was not looked for."""
        for each in self.markings:
            if each.scheme == scheme:
                return each.phrases
        return ()

    def links(self, scheme: str) -> tuple[Link, ...]:
        """Which phrases of a scheme belong together."""
        for each in self.markings:
            if each.scheme == scheme:
                return each.links
        return ()
