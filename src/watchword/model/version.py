"""A report that comes again: which earlier report it is a version of, and what changed."""

from dataclasses import dataclass
from enum import StrEnum

from watchword.model.span import Span


class VersionKind(StrEnum):
    """What a publisher does by a new version."""

    UPDATE = "update"
    """The text or its headline changed, and nothing says that it was wrong before."""
    CORRECTION = "correction"
    """The publisher says that it corrects or clarifies."""
    WITHDRAWAL = "withdrawal"
    """The publisher takes the text back, for good or until further notice."""
    REPUBLICATION = "unchanged re-publication"
    """The same words under the same headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordChange:
    """Words that stand in place of others.

    Attributes:
        older: the words in the older text, None where words were put in.
        newer: the words in the newer text, None where words were taken out.
    """

    older: Span | None
    newer: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceChange:
    """A sentence that was reworded.

    Attributes:
        older: the sentence in the older text.
        newer: the sentence in the newer text.
        words: the words that changed, in order.
    """

    older: Span
    newer: Span
    words: tuple[WordChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """What changed from one text to another.

    Attributes:
        older: key of the older report.
        newer: key of the newer report.
        added: sentences that only the newer text has.
        removed: sentences that only the older text has.
        changed: sentences that were reworded.
        numbers: numbers in reworded sentences that became others, came in, or went.
        moved: how many sentences stand elsewhere, unchanged.
        title: the older and the newer headline where both are given and differ, else None.
        is_whole: whether the texts were compared to their ends; False where they are too long.
    """

    older: str
    newer: str
    added: tuple[Span, ...] = ()
    removed: tuple[Span, ...] = ()
    changed: tuple[SentenceChange, ...] = ()
    numbers: tuple[WordChange, ...] = ()
    moved: int = 0
    title: tuple[str, str] | None = None
    is_whole: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed, as far as the texts were compared."""
        return not (self.added or self.removed or self.changed or self.moved or self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionDecision:
    """Which reports a report is a version of, as known when it came.

    Attributes:
        report: key of the report.
        older: key of the version before it, None where it is older than all that are known.
        newer: key of the version after it, None where it is the newest; one that came late has one.
        slot: what makes them versions: "address" or "id", with its value.
        kind: what the publisher did by it, None where no version before it is known.
        said: words in which the publisher says so, empty where it does not.
        reason: all of this in words.
        diff: what changed from the version before it, None where none is known.
        made_by: name and version of what decided.
    """

    report: str
    older: str | None
    newer: str | None
    slot: tuple[str, ...]
    kind: VersionKind | None
    said: str
    reason: str
    diff: Diff | None
    made_by: str
