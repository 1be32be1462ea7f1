"""How far a sentence is borne out by its evidence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PairReading:
    """A sentence and its evidence as an engine read them together.

    Attributes:
        borne: of each word that was read, how likely the evidence bears it out, 0 to 1; the words
            of a very long sentence's end are not read.
        whole: the same of the whole sentence.
        made_by: name and version of the engine.
    """

    borne: tuple[float, ...]
    whole: float
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportedWord:
    """A word of a judged sentence.

    Attributes:
        start: its first character in the sentence.
        end: the character after its last one.
        borne: how likely the evidence bears it out, 0 to 1.
    """

    start: int
    end: int
    borne: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What was judged of a sentence and its evidence.

    Attributes:
        score: how much of the sentence the evidence bears out, 0 to 1: of what it says, word by
            word, whether it is all there or half of it.
        holds: how likely it is that nothing in it goes beyond the evidence or against it, 0 to 1.
            One other number, name or "not" is enough to bring it down.
        words: each word that was read; those of a very long sentence's end are not.
        read: places of the sentences of the evidence that were read, in order: those that share
            most with the sentence, with their neighbours, as many as there is room for.
        made_by: name and version of what judged.
    """

    score: float
    holds: float
    words: tuple[SupportedWord, ...]
    read: tuple[int, ...]
    made_by: str
