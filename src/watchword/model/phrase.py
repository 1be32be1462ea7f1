"""Stretches of a sentence that an engine marks: names, sources, cues, causes, conditions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Some words of a sentence, and what they were taken for.

    Attributes:
        start: index of its first word in the sentence.
        end: index of the word after its last one.
        label: what it is, such as `person`, `cue` or `effect`.
        confidence: how sure the engine is, 0 to 1; 1 for a label that a person gave.
    """

    start: int
    end: int
    label: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two phrases that belong together, such as a cue and its source.

    Attributes:
        kind: what the second is to the first, such as `source` or `content` of a cue,
            or `effect` of a cause.
        first: the phrase that is named first: the cue, the cause, the condition.
        second: the other one.
    """

    kind: str
    first: Phrase
    second: Phrase
