"""When a statement was made, which is not when it was printed: old words are told again."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from watchword.model.claim import Claim
from watchword.model.report import Report
from watchword.text.times import find_moments

NEWS = timedelta(days=4)
"""Longest time from a statement to its print for it to be news and not recalled: a week-end, and a
day on which nothing is printed."""

_BEFORE = re.compile(
    r"\b(?:had\s+(?:already\s+|previously\s+|earlier\s+|repeatedly\s+|also\s+|long\s+)*\w+(?:ed|id|old|"
    r"iven|ade|ent|ut|owed|ought)\b|previously|initially|at\s+first|originally|in\s+the\s+past|"
    r"(?:days?|weeks?|months?|years?)\s+(?:earlier|ago|before)|(?<!hours\s)earlier\s+(?:this|in)\b|"
    r"last\s+(?:week|month|year)|recalled\b|once\s+(?:said|refused|ruled))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:Back\s+)?[Ii]n\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b")
_NEVER_SAID = re.compile(r"\bhad\s+(?:sent|begun|started|arrived|been|launched)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Saying:
    """When something was said.

    Attributes:
        at: when, aware UTC; None where that is not known.
        recalled: whether it was some time before the report.
    """

    at: datetime | None
    recalled: bool


def saying_of(claim: Claim, report: Report, shown: str) -> Saying:
    """When what a claim tells was said.

    Args:
        claim: the claim.
        report: its report.
        shown: the words that tell the saying ("had refused", "said on Friday").
    """
    told_at = report.published.at
    said = _placed(claim.attribution.said, told_at) or _opened(claim, told_at)
    recalled = _is_recalled(claim, shown)
    if said is not None and told_at is not None:
        return Saying(min(said, told_at), told_at - said > NEWS)
    return Saying(None if recalled else told_at, recalled)


def _placed(words: str, told_at: datetime | None) -> datetime | None:
    if not words or told_at is None:
        return None
    found = find_moments(words, 0, len(words), anchor=told_at.date())
    return found[0].since if found else None


def _opened(claim: Claim, told_at: datetime | None) -> datetime | None:
    """The year, or the month of a year, that a sentence opens with: "In 2011 the minister said"."""
    opening = _YEAR.match(claim.sentence.quote)
    cued = bool(claim.attribution.cue) and not _is_content(claim, opening)
    return _placed(opening.group(), told_at) if opening and cued else None


def _is_content(claim: Claim, opening: re.Match[str] | None) -> bool:
    """Whether the opening of a sentence is part of what is claimed, and not of the saying."""
    return opening is not None and claim.content.start < claim.sentence.start + opening.end()


def _is_recalled(claim: Claim, shown: str) -> bool:
    """Whether the words before and in the saying put it into the past of the report."""
    found = _BEFORE.search(f"{claim.attribution.said} {shown}")
    return found is not None and not _NEVER_SAID.fullmatch(found.group())
