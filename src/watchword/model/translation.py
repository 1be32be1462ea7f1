"""A report put into another language by a language model: for reading, and nothing more."""

from dataclasses import dataclass

from watchword.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedParagraph:
    """One paragraph of a report with its translation.

    Attributes:
        original: where it stands in the report.
        text: the translation; None where there is none that may be shown.
        doubts: what a reader has to look at in the original; why there is no translation, where
            there is none.
    """

    original: Span
    text: str | None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """A translation of a report.

    Attributes:
        report: key of the report.
        into: the language that it was put into, in words.
        model: name of the model.
        prompt: name and version of the instruction.
        paragraphs: in the order of the report.
    """

    report: str
    into: str
    model: str
    prompt: str
    paragraphs: tuple[TranslatedParagraph, ...]
