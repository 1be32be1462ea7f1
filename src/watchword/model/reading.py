"""What an engine sees in a sentence: words with their tags, before anything is claimed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word or mark with its place in the text, before an engine has looked at it."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word or mark of a sentence.

    Attributes:
        text: the word as written.
        start: first character, counted from the start of the report's text.
        end: the character after the last one.
        tag: Penn Treebank part of speech, such as `VBD` or `NNP`.
        lemma: dictionary form in lower case.
    """

    text: str
    start: int
    end: int
    tag: str
    lemma: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One sentence as an engine read it.

    Attributes:
        tokens: its words in order.
        made_by: name and version of the engine.
    """

    tokens: tuple[Token, ...]
    made_by: str
