"""What verification finds: problems, each with its place, its sentence and the rule broken."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """The rules that a brief is checked by."""

    FORM = "form"
    """The file is in the published form."""
    CITATION = "citation"
    """A sentence cites a known claim, whose report is listed among the sources."""
    SPAN = "span"
    """Quoted words stand in the report where they are said to stand."""
    TEXT = "text"
    """A report's text is the one its digest was taken of."""
    CLAIM = "claim"
    """A claim says of itself only what its own words bear out."""
    NUMBER = "number"
    """A number, with its qualifier, is in the cited words."""
    NAME = "name"
    """A name is in the cited words or stands for one that is."""
    DATE = "date"
    """A date is in the cited words, or when a cited report was published."""
    WORD = "word"
    """A content word is in the cited words."""
    ORDER = "order"
    """Words stand beside the words they stand beside in the report."""
    SPEAKER = "speaker"
    """Who says it is said, and is who the report says."""
    MODALITY = "modality"
    """How firmly it is said is kept."""
    NEGATION = "negation"
    """What is not so stays not so."""
    LIKELIHOOD = "likelihood"
    """A likelihood stands on an estimate in a cited claim."""
    CONFIDENCE = "confidence"
    """A confidence has a basis, whose counts come out the same when counted again."""
    COUNT = "count"
    """A number the brief gives about itself comes out the same when counted again."""
    SOURCING = "sourcing"
    """What the brief says of its sources and machines comes out the same when told again."""
    TITLE = "title"
    """A section's title is of the closed grammar, and its claims bear out what fills it."""
    WEIGHED = "weighed"
    """Who bears a judgment out and who denies it comes out the same when counted again."""
    CONTEST = "contest"
    """A point of a contested figure is what its claim says."""
    PAGE = "page"
    """A page shows exactly the sentences of its document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a brief that is not borne out.

    Attributes:
        where: JSON pointer to it ("/judgments/0/sentence").
        sentence: the sentence it is in, empty where it is in none.
        rule: the rule broken.
        message: what is wrong, in words for a reader of the brief.
    """

    where: str
    sentence: str
    rule: Rule
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The outcome of checking a brief.

    Attributes:
        problems: what is not borne out, in page order.
        sentences: how many sentences were checked.
        citations: how many citations of claims were followed.
        spans: how many quotations were compared with their report.
        texts: how many reports' texts were at hand.
        corrected: how many claims people put right; those fields are their word, and were not held
            against the reports.
    """

    problems: tuple[Problem, ...]
    sentences: int = 0
    citations: int = 0
    spans: int = 0
    texts: int = 0
    corrected: int = 0

    @property
    def ok(self) -> bool:
        """Whether everything is borne out."""
        return not self.problems
