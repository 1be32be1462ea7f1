"""What a publisher does by a new version: update, correct, withdraw, or publish it again."""

import re

from watchword.model.report import Report, Status
from watchword.model.version import Diff, VersionKind

_CORRECTS = re.compile(
    r"\b(?:correct(?:s|ed|ions?|ing)|clarif(?:y|ies|ied|ication))\b[^.\n]{0,120}|"
    r"\ban? (?:earlier|previous) version of (?:this|the) (?:story|article|report|text|page)"
    r"[^.\n]{0,120}",
    re.IGNORECASE,
)
"""In an editor's note, where every such word speaks of the text itself."""

_LABELLED = re.compile(
    r"\((?:Corrects|corrects|Corrected|Clarifies|clarifies)\b[^)\n]{0,120}\)?|"
    r"(?:\A|\n)\W{0,3}(?:CORRECTION|Correction|CORRECTED|Corrected|CLARIFICATION|Clarification|"
    r"CORRECTS|Corrects)\b[^\n]{0,120}|"
    r"\b[Aa]n? (?:earlier|previous) version of (?:this|the) (?:story|article|report|text|page)"
    r"[^.\n]{0,120}"
)
"""In the text, where only a label or a set phrase does."""

_WITHDRAWS = re.compile(
    r"(?:\A|\n)\W{0,3}(?:(?:MANDATORY )?KILL|RETRACTION|Retraction|RETRACTED|Retracted|WITHDRAWN|"
    r"Withdrawn)\b(?=\s*(?:[:.\-\u2013\u2014]|\Z|\n))[^\n]{0,120}|"
    r"\b[Tt]his (?:story|article|report|text) (?:has been|was|is) "
    r"(?:withdrawn|retracted|taken down|removed)\b[^.\n]{0,120}"
)
_RETRACTS = re.compile(
    r"\A\W*(?:(?:mandatory )?kill|withdraws?|withdrawn|withdrawal|retract(?:s|ed|ion)?)\b"
    r"[^.\n]{0,120}|"
    r"\b(?:story|article|report|text|item) [^.\n]{0,30}\b(?:withdrawn|retracted|killed)\b"
    r"[^.\n]{0,120}",
    re.IGNORECASE,
)
_ENDS = 600
"""Characters at either end of a text in which a publisher speaks of the text itself."""


def version_kind(older: Report, newer: Report, diff: Diff) -> tuple[VersionKind, str]:
    """What was done by a new version, and the words in which the publisher says so.

    A changed number alone does not make a correction: figures move. Only what the publisher says
    and the older version does not say counts.
    """
    withdraws = _new_words(_RETRACTS, _WITHDRAWS, older, newer)
    if newer.status is not Status.USABLE or withdraws:
        return VersionKind.WITHDRAWAL, withdraws or newer.note or newer.status.value
    corrects = _new_words(_CORRECTS, _LABELLED, older, newer)
    if corrects:
        return VersionKind.CORRECTION, corrects
    if diff.is_empty and diff.is_whole and _words(older) == _words(newer):
        return VersionKind.REPUBLICATION, ""
    return VersionKind.UPDATE, ""


def _new_words(noted: re.Pattern[str], told: re.Pattern[str], older: Report, newer: Report) -> str:
    """What a note, a headline or either end of the text says that the older version did not."""
    before = {_plain(found) for found in _each_found(noted, told, older)}
    return next((f for f in _each_found(noted, told, newer) if _plain(f) not in before), "")


def _each_found(noted: re.Pattern[str], told: re.Pattern[str], report: Report) -> list[str]:
    ends = (report.text[:_ENDS], report.text[_ENDS:][-_ENDS:])
    found = [match[0] for match in noted.finditer(report.note or "")]
    for words in (report.title or "", *ends):
        found += [match[0] for match in told.finditer(words)]
    return [words.strip() for words in found]


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _words(report: Report) -> list[str]:
    return report.text.split()
