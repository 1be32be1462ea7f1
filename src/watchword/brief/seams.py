"""Sentences told one after another into a run that reads as one: no name, date or verb twice.

Invariant: nothing is put in the place of a report's words; names are told in their shorter form,
a date that the sentence before has is left out, and two sentences of one speaker share the words
they open with. Each wording offered is checked before it is used.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from watchword.brief.naming import name_of, short_name_of
from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim
from watchword.model.sentence import Sentence

LONGEST_JOINED = 46
"""Words; two sentences that come to more are easier to read apart."""

_BRACKET = re.compile(r" \(([^()]+)\)\.$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence with what it was told from.

    Attributes:
        sentence: the sentence.
        claim: the claim that it tells first.
        day: when its report was published, None where that is not known.
        after: whether it has to stay behind the sentence before it, as a denial has.
    """

    sentence: Sentence
    claim: Claim
    day: datetime | None
    after: bool = False

    @property
    def speaker(self) -> Link | None:
        """Who says it, where it comes straight from one source."""
        links = self.claim.attribution.links
        return links[0] if len(links) == 1 else None


def each_shorter(told: Told, named: set[str]) -> Iterator[Sentence]:
    """With a speaker who was named before told by name alone: "Zelensky", not the office too."""
    link = told.speaker
    if link is None or link.name not in named:
        return
    full, short = name_of(link), _short(link)
    if full is None or not short or len(short) >= len(full):
        return
    opening = full[:1].upper() + full[1:]
    if told.sentence.text.startswith(f"{opening} "):
        text = f"{short[:1].upper()}{short[1:]}{told.sentence.text[len(opening) :]}"
        yield Sentence(text=text, claims=told.sentence.claims)


def each_joined(first: Told, second: Told) -> Iterator[Sentence]:
    """Two sentences of one speaker in one report as one: "said that A and that B"."""
    one, other = first.speaker, second.speaker
    if one is None or other is None or one.name != other.name or second.after:
        return
    if first.claim.report != second.claim.report or ";" in first.sentence.text:
        return
    ending = _BRACKET.search(first.sentence.text)
    begun = first.sentence.text[: ending.start()] if ending else first.sentence.text.rstrip(".")
    rest = _without_speaker(second.sentence.text, other)
    if rest is None or len(f"{begun} {rest}".split()) > LONGEST_JOINED:
        return
    claims = tuple(dict.fromkeys((*first.sentence.claims, *second.sentence.claims)))
    if " said that " in begun and rest.startswith("said that "):
        yield Sentence(text=f"{begun}, and {rest.removeprefix('said ')}", claims=claims)
    yield Sentence(text=f"{begun}, and {rest}", claims=claims)


def each_undated(told: Told, before: Told) -> Iterator[Sentence]:
    """Without the bracket that the sentence before it has as well."""
    here, there = _BRACKET.search(told.sentence.text), _BRACKET.search(before.sentence.text)
    if (
        here
        and there
        and here.group() == there.group()
        and "(" not in told.sentence.text[: here.start()]
    ):
        text = told.sentence.text[: here.start()] + "."
        yield Sentence(text=text, claims=told.sentence.claims)


def _short(link: Link) -> str:
    """A person by surname where the name has two words, anybody else in a word or two."""
    if link.kind is LinkKind.STATE:
        return ""
    return short_name_of(link) or ""


def _without_speaker(text: str, link: Link) -> str | None:
    """What a sentence says of its speaker: "said that …", None where it opens otherwise."""
    for name in (name_of(link), _short(link)):
        opening = f"{name[:1].upper()}{name[1:]} " if name else ""
        if opening and text.startswith(opening):
            return text[len(opening) :]
    return None
