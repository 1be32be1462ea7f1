"""What a report told of its own day, told from another day: tense and time words, no more.

Invariant: a form of "be" or "have" is put in the past, a word of reporting too, and words like
"now" and "on Monday" give way to the date or to the date in the bracket; no modal is touched, so
that what may, would or will be stays what it was. Each wording offered is checked before use.
"""

import re
from calendar import day_name, month_name
from datetime import date, datetime, timedelta

from watchword.brief.verify.stems import stem
from watchword.model.claim import Claim, Modality
from watchword.model.report import Report
from watchword.text.inflection import past_of
from watchword.text.lexicon import lexicon

OLD = timedelta(days=7)
"""Age from which a report's present is told as past: a week's news is read as of today."""

BEHIND = 4
"""Words after "has" or "is" among which its verb stands ("has not yet been seen")."""

_PAST = {"is": "was", "are": "were", "has": "had", "have": "had"}
_PRESENT = lexicon("say believe think estimate warn claim expect confirm deny stress note insist")
_FINITE = re.compile(r"\b(is|are|has|have)\b(?: (?:now|currently|presently))?(?= )")
_CLAUSE = re.compile(r"\b(?:which|who|whom|whose|if|because|what|when|where|while)\b|[,;:\u201c]")
"""Where another clause than the main one begins, whose tense is left as it is."""
_REPORTED = re.compile(r"\b(?:said|reported|added|noted|stated|told [^,]{3,40}) that ")
_VAGUE = re.compile(r"^(?:this|last) week$|^(?:the )?same day$|^(?:earlier )?today$")
_WEEKDAY = re.compile(rf"^(?:on |late on |early on )?({'|'.join(day_name)})$")


def past_cue(told: str, cue: str) -> str:
    """A wording that opens with a word of reporting in the present, with it in the past.

    >>> past_cue("says the ship has left", "says")
    'said the ship has left'
    """
    past = past_of(cue) if cue.endswith("s") or cue in _PRESENT else ""
    return f"{past}{told[len(cue) :]}" if past and told.startswith(f"{cue} ") else told


def with_day_said(told: str, claim: Claim, report: Report) -> str:
    """The day on which it was said as a date; none where it is the day of the report."""
    said, at = claim.attribution.said, report.published.at
    if not said or at is None or told.count(f" {said} ") != 1 or not _opens(told, said):
        return told
    day = _day_said(said, at.date())
    if day is None:
        return told
    date_told = "" if day == at.date() else f"on {day.day} {month_name[day.month]} "
    return told.replace(f"{said} ", date_told, 1)


def as_of_then(told: str, claim: Claim, report: Report, as_of: datetime) -> str:
    """The main clause of what was said some time ago in the past.

    Args:
        told: a wording of an assertion, with who says it.
        claim: the claim it tells.
        report: its report.
        as_of: the day from which it is told.
    """
    at, reported = report.published.at, _REPORTED.search(told)
    is_firm = claim.modality is Modality.ASSERTED and not claim.marks
    if at is None or as_of - at <= OLD or reported is None or not is_firm:
        return told
    start = reported.end()
    finite = _FINITE.search(told, start)
    if finite is None or _CLAUSE.search(told[start : finite.start()]):
        return told
    if not _carries(finite, claim) or _FINITE.search(told, finite.end()):
        return told
    return f"{told[: finite.start()]}{_PAST[finite[1]]}{told[finite.end() :]}"


def _carries(finite: re.Match[str], claim: Claim) -> bool:
    """Whether a form of "be" or "have" is the main verb, or stands right before it."""
    if claim.verb in {"be", "have"}:
        return True
    behind = finite.string[finite.end() :].split()[:BEHIND]
    return claim.verb is not None and stem(claim.verb) in {stem(word) for word in behind}


def _opens(told: str, said: str) -> bool:
    """Whether the words for when it was said stand with who says it, not in what is said."""
    reported = re.search(r" that ", told)
    return reported is None or told.index(f" {said} ") < reported.end()


def _day_said(said: str, published: date) -> date | None:
    """The day that words mean in a report of a day; its own day where they are vague."""
    weekday = _WEEKDAY.match(said)
    if weekday is None:
        return published if _VAGUE.match(said.lower()) else None
    back = (published.weekday() - list(day_name).index(weekday[1])) % 7
    return published - timedelta(days=back)
