"""Whether a wording that a language model offers may replace a sentence: rules, no opinion.

The check of every brief comes first (`brief.verify`). A model's sentence is held to more, since
it is not made of a report's words by rule: nothing of weight may be lost that the sentence it
replaces has, and nothing added that neither that sentence nor the cited words have.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from watchword.brief.verify import check_sentence
from watchword.brief.verify.permitted import DENIAL, HEARSAY
from watchword.brief.verify.tokens import Kind, Token, Wording, content_keys, read_wording
from watchword.brief.wording.asking import Asked
from watchword.brief.wording.small_words import REPORTING, check_small_words
from watchword.model.claim import Claim
from watchword.model.sentence import Sentence

Support = Callable[[str, Sequence[str]], float]
"""How far a sentence is borne out by some others, 0 to 1."""

LEAST_SUPPORT = 0.5
LEAST_KEPT = 0.7
"""Least share of the words of weight of the sentence replaced that a wording has to keep."""
MORE_WORDS = 2
"""Words by which a wording may be longer than the sentence that it replaces."""


class Reason(StrEnum):
    """Why a wording is not used; a rule of the check that it breaks is a reason of its own."""

    FORM = "not in the form asked for"
    NUMBERED = "of no sentence that was asked about"
    PLAIN = "no plain sentence"
    LONG = "longer than what stands there"
    CHECK = "fails the check of the brief"
    LOST = "loses something of weight"
    ADDED = "adds something"
    SMALL = "changes the small words"
    CHAIN = "changes who has it from whom"
    SUPPORT = "not borne out by the cited words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with a wording.

    Attributes:
        reason: the rule that it breaks.
        words: what breaks it, for a person.
    """

    reason: Reason
    words: str


def covered(sentence: str, evidence: Sequence[str]) -> float:
    """The share of a sentence's words of weight that stand in the evidence."""
    wanted = _weighty(read_wording(sentence))
    there = {key for each in evidence for key in read_wording(each).keys}
    return sum(key in there for key in wanted) / len(wanted) if wanted else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Judges wordings.

    Attributes:
        support: how far a sentence is borne out by the cited words.
        least: least support of a wording that is used.
    """

    support: Support = covered
    least: float = LEAST_SUPPORT

    def faults(self, text: str, asked: Asked) -> tuple[Fault, ...]:
        """What keeps a wording out of the brief, in the order of the rules; empty if nothing.

        Args:
            text: the wording.
            asked: the sentence that it is to replace.
        """
        plain = tuple(_check_plain(text, asked.sentence.text))
        if plain:
            return plain
        new, old = read_wording(text), read_wording(asked.sentence.text)
        quotes = [claim.sentence.quote for claim in asked.claims]
        cited = [read_wording(quote) for quote in quotes]
        found = [
            *_check_as_written(text, asked),
            *_check_lost(new, old),
            *_check_added(new, (old, *cited)),
            *(Fault(reason=Reason.SMALL, words=w) for w in check_small_words(new, (old, *cited))),
            *_check_chain(new, old, asked),
        ]
        evidence = (asked.sentence.text, *quotes)
        if not found and (share := self.support(text, evidence)) < self.least:
            found.append(Fault(reason=Reason.SUPPORT, words=f"support {share:.2f}"))
        return tuple(found)


_MARKUP = re.compile(r"https?:|www\.|[<>{}|\\^~`*_#=@]|\]\(|[\x00-\x1f\x7f-\x9f]|\.\.|\u2026")
_SENTENCE_END = re.compile(r"[.!?][\u201d\u2019\"')\]]*\s+(?=[\"'\u201c(\[]?[A-Z0-9])")
_QUOTED = re.compile(r"\u201c([^\u201c\u201d]*)\u201d|\"([^\"]*)\"")
_CARRYING = frozenset({Kind.WORD, Kind.NAME, Kind.NUMBER, Kind.DATE})
_PASSING_ON = frozenset(["according", "citing", "cites", "quoting", "told"])
_TO_COME = frozenset(["will", "won't"])


def _check_plain(text: str, old: str) -> Iterator[Fault]:
    """One sentence on one line, in letters that can be seen, ending as the other ends."""
    if not text.isprintable() or _MARKUP.search(text) or text != " ".join(text.split()):
        yield Fault(reason=Reason.PLAIN, words="markup, or what cannot be seen")
    elif len(_SENTENCE_END.findall(text)) > len(_SENTENCE_END.findall(old)):
        yield Fault(reason=Reason.PLAIN, words="several sentences")
    elif text[-1:] != old[-1:] and "." in {text[-1:], old[-1:]}:
        yield Fault(reason=Reason.PLAIN, words="it ends otherwise")
    elif text[:1].islower() and not old[:1].islower():
        yield Fault(reason=Reason.PLAIN, words="it begins with a small letter")
    elif len(text.split()) > len(old.split()) + MORE_WORDS:
        yield Fault(reason=Reason.LONG, words=f"{len(text.split())} words")


def _check_as_written(text: str, asked: Asked) -> Iterator[Fault]:
    """The check of every sentence of a brief, with each likelihood that is stated beside it."""
    sentence = Sentence(text=text, claims=asked.sentence.claims)
    for likelihood in asked.likelihoods or (None,):
        for problem in check_sentence(sentence, asked.claims, asked.reports, likelihood=likelihood):
            yield Fault(reason=Reason.CHECK, words=f"{problem.rule}: {problem.message}")


def _check_lost(new: Wording, old: Wording) -> Iterator[Fault]:
    """Names, numbers, dates, denials, marks and most words of weight are kept."""
    has = {_key(token, new) for token in new.tokens}
    for token in old.tokens:
        if _is_strict(token) and _key(token, old) not in has:
            yield Fault(reason=Reason.LOST, words=f"“{token.text}”")
    marks = Counter(kind for kind, _, _ in new.marks)
    for kind, count in Counter(kind for kind, _, _ in old.marks).items():
        if marks[kind] < count:
            yield Fault(reason=Reason.LOST, words=f"a {kind}")
    weighty = _weighty(old)
    kept = weighty & _weighty(new)
    if len(kept) < LEAST_KEPT * len(weighty):
        yield Fault(reason=Reason.LOST, words=f"{len(weighty) - len(kept)} words of weight")


def _is_strict(token: Token) -> bool:
    low = token.text.lower()
    is_fact = token.kind in {Kind.NAME, Kind.NUMBER, Kind.DATE}
    return is_fact or low in DENIAL or low in HEARSAY or token.key in _TO_COME


def _check_added(new: Wording, sources: Sequence[Wording]) -> Iterator[Fault]:
    known = {key for source in sources for key in source.keys}
    for token in new.tokens:
        is_weighty = token.kind in {Kind.WORD, Kind.NAME} and token.text.lower() not in REPORTING
        if is_weighty and known.isdisjoint({token.key, token.country or token.key}):
            yield Fault(reason=Reason.ADDED, words=f"“{token.text}”")
    yield from _check_marks(new, sources[0])
    texts = [" ".join(source.text.split()).lower() for source in sources]
    for groups in _QUOTED.findall(new.text):
        words = next(filter(None, groups), "")
        if not any(words.lower() in text for text in texts):
            yield Fault(reason=Reason.ADDED, words="a quotation")


def _check_marks(new: Wording, old: Wording) -> Iterator[Fault]:
    had = Counter(kind for kind, _, _ in old.marks)
    for kind, count in Counter(kind for kind, _, _ in new.marks).items():
        if count > had[kind]:
            yield Fault(reason=Reason.ADDED, words=f"a {kind}")


def _check_chain(new: Wording, old: Wording, asked: Asked) -> Iterator[Fault]:
    """What somebody says stays said; of a chain of several, who has it from whom stays."""
    if _is_reporting(old) and not _is_reporting(new):
        yield Fault(reason=Reason.CHAIN, words="nobody says it")
    if all(len(claim.attribution.links) < 2 for claim in asked.claims):
        return
    before, after = _passing_on(old), _passing_on(new)
    if before != after:
        yield Fault(reason=Reason.CHAIN, words="another way of passing on")
    if any(_order(claim, old) != _order(claim, new) for claim in asked.claims):
        yield Fault(reason=Reason.CHAIN, words="speakers have changed places")


def _order(claim: Claim, wording: Wording) -> list[int]:
    """The links of a chain in the order in which a sentence names them."""
    links = claim.attribution.links
    keys = [_name_keys(f"{link.name} {link.role or ''}") for link in links]
    own = [each - frozenset().union(*(o for o in keys if o is not each)) for each in keys]
    places = [
        next((at for at, token in enumerate(wording.tokens) if token.key in theirs), None)
        for theirs in own
    ]
    named = [(place, number) for number, place in enumerate(places) if place is not None]
    return [number for _, number in sorted(named)]


def _name_keys(words: str) -> frozenset[str]:
    return frozenset(key for key in content_keys(words) if not key.startswith("@"))


def _passing_on(wording: Wording) -> frozenset[str]:
    return frozenset(token.text.lower() for token in wording.tokens) & _PASSING_ON


def _is_reporting(wording: Wording) -> bool:
    return any(token.text.lower() in REPORTING for token in wording.tokens)


def _weighty(wording: Wording) -> frozenset[str]:
    return frozenset(
        _key(token, wording)
        for token in wording.tokens
        if token.kind in _CARRYING and token.text.lower() not in REPORTING
    )


def _key(token: Token, wording: Wording) -> str:
    return wording.text[token.start : token.end] if token.kind is Kind.DATE else token.key
