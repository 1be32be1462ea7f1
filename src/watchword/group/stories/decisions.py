"""Decisions about stories, with their keys."""

from dataclasses import dataclass
from hashlib import sha256

from watchword.model.story import StoryDecision, StoryReason, StoryStep

MADE_BY = "stories 1"
"""Name and version of what decides, kept with every decision."""


def started_by(report: str) -> str:
    """Key of the story that a report begins."""
    return _digest("story", report)


def parted_by(report: str, story: str) -> str:
    """Key of the story that a report begins by leaving another."""
    return _digest("story", report, story)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a decision is about.

    Attributes:
        story: key of the story.
        report: key of the report.
        other: key of the other story, None where there is none.
    """

    story: str
    report: str
    other: str | None = None


def decide(
    step: StoryStep,
    subject: Subject,
    reasons: tuple[StoryReason, ...],
    score: float | None = None,
    made_by: str = MADE_BY,
) -> StoryDecision:
    """Put a decision together."""
    story, report, other = subject.story, subject.report, subject.other
    return StoryDecision(
        key=_digest(step, story, report, other or "", made_by),
        step=step,
        story=story,
        report=report,
        other=other,
        score=score,
        reasons=reasons,
        made_by=made_by,
    )


def said(words: str) -> tuple[StoryReason, ...]:
    """A reason that is no number."""
    return (StoryReason(words=words, share=0.0),)


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:16]
