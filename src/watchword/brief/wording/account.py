"""What a language model did to a brief, in words for its reader (ICD 206)."""

import re
from dataclasses import dataclass

from watchword.model.consultation import Consultation

_PLACES = (
    (re.compile(r"/headline"), "the headline"),
    (re.compile(r"/judgments/(\d+)/sentence"), "key judgment {}"),
    (re.compile(r"/overview/(\d+)"), "sentence {} of the overview"),
    (re.compile(r"/sections/(\d+)/heading"), "the heading of section {}"),
    (re.compile(r"/sections/(\d+)/paragraphs/(\d+)/(\d+)"),
     "section {}, paragraph {}, sentence {}"),
    (re.compile(r"/sections/(\d+)"), "section {}"),
    (re.compile(r"/changes/(\d+)"), "change {}"),
    (re.compile(r"/watch/(\d+)"), "sentence {} of what to watch"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Work:
    """What a model is asked to do, what it offers, and what it has done, in words."""

    asked: str
    offered: str
    done: str


_WORKS = {
    "word": _Work("word {count} sentences from their own claims", "{count} wordings", "worded"),
    "order": _Work("order {count} sentences within sections", "{count} orders", "ordered"),
}


def account_of(consultation: Consultation) -> str:
    """What a model was asked, what was kept and what was not, and where it had a hand in it."""
    work = _WORKS[consultation.prompt.partition("/")[0]]
    asked, kept = consultation.asked, consultation.kept
    given = f"language model, asked as {consultation.prompt} to {work.asked.format(count=asked)}"
    parts = [f"{given}: {work.offered.format(count=consultation.offered)} offered, {kept} kept"]
    if consultation.dropped:
        told = ", ".join(f"{each.reason} ({each.count})" for each in consultation.dropped)
        parts.append(f"not used: {told}")
    if consultation.unanswered:
        why = f" ({'; '.join(consultation.failed)})" if consultation.failed else ""
        parts.append(f"no answer for {consultation.unanswered} sentences{why}")
    if consultation.places:
        parts.append(f"it {work.done} {'; '.join(map(place_of, consultation.places))}")
    return ". ".join(f"{part[0].upper()}{part[1:]}" for part in parts)


def place_of(pointer: str) -> str:
    """Where a sentence stands, in words; the pointer where the page has no word for it.

    >>> place_of("/judgments/0/sentence")
    'key judgment 1'
    """
    for pattern, words in _PLACES:
        match = pattern.fullmatch(pointer)
        if match:
            return words.format(*(int(number) + 1 for number in match.groups()))
    return pointer
