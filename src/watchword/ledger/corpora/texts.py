"""A whole text whose attributions people have labelled, by places in the text."""

from dataclasses import dataclass

from watchword.ledger.corpora.sentence import Stretch

Pieces = tuple[Stretch, ...]
"""First character and the character after the last, of each piece; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledAttribution:
    """Who says what, in which words.

    Attributes:
        source: who; empty where the text names nobody.
        cue: the words that say so.
        content: what is said.
        negative: whether the source is told not to say or believe it.
    """

    source: Pieces
    cue: Pieces
    content: Pieces
    negative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledText:
    """A text and its attributions.

    Attributes:
        document: its name in its corpus.
        text: the words.
        attributions: those that were labelled.
        outlet: who published it, as the corpus writes it; empty where it does not say.
        title: headline, empty where the corpus has none apart.
        date: day of publication, ISO 8601; empty where the corpus does not say.
    """

    document: str
    text: str
    attributions: tuple[LabelledAttribution, ...]
    outlet: str = ""
    title: str = ""
    date: str = ""
