"""The sources of a statement, and of the report around it, into one chain of links."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from watchword.extract.frames import subject_before
from watchword.extract.memory import Memory
from watchword.extract.quoting import QuotedText
from watchword.extract.sources import Setting, link_of
from watchword.extract.speakers import speaker_link
from watchword.extract.speeches import chained
from watchword.extract.statements import Statement
from watchword.extract.syntax import VerbGroup, find_verb_groups, words_of
from watchword.model.attribution import Link, LinkKind
from watchword.model.reading import Token
from watchword.model.report import Report
from watchword.text.cues import Cue
from watchword.text.gazetteer import country_by_code, plain_words
from watchword.text.lexicon import lexicon
from watchword.text.officials import is_official
from watchword.text.sentences import Sentence

_OURS = lexicon("we our us")
_JUDGING = lexicon(
    "assess expect believe estimate know have confirm see indicate continue raise will cannot can "
    "anticipate judge share release demand"
)
_SELF = lexicon("he she it they we i")
_AGREEING = {
    "he": frozenset({LinkKind.PERSON}),
    "she": frozenset({LinkKind.PERSON}),
    "it": frozenset({LinkKind.STATE, LinkKind.ORGANISATION}),
    "they": frozenset({LinkKind.COLLECTIVE}),
}
"""Sources that a pronoun in their own words may stand for."""


class Chain(NamedTuple):
    """Who says it.

    Attributes:
        links: outermost first, origin last.
        said: words for when it was said.
    """

    links: tuple[Link, ...]
    said: str = ""

    def doer(
        self, verbs: Sequence[VerbGroup], subject: Sequence[Token], *, retold: bool
    ) -> str | None:
        """Who acts where the content does not name it.

        The source itself in "claims to have taken" and "said it would close", but the country of
        an office or of an official who says "it would respond" or "we will raise".

        Args:
            verbs: the main verb of the content and those that hang on it.
            subject: its subject.
            retold: whether the source's words are retold, so that "he" may be the source.
        """
        if not self.links or not verbs:
            return None
        if verbs[0].infinitive:
            return self.links[-1].name
        pronoun = subject[-1].text.lower() if len(subject) == 1 else ""
        known = country_by_code().get(self.links[-1].country or "")
        body = self.links[-1].kind in {LinkKind.STATE, LinkKind.ORGANISATION}
        speaks = pronoun == "we" or (pronoun == "it" and body)
        if speaks and body and not is_official(self.links[-1]):
            return self.links[-1].name
        if known is not None and speaks:
            return known.name
        told = self.links[-1].span
        is_before = told is None or (bool(subject) and told.end <= subject[0].start)
        meant = retold and is_before and self._is_meant(pronoun)
        return self.links[-1].name if meant else None

    def _is_meant(self, pronoun: str) -> bool:
        """Whether a pronoun can only be the source: nobody else in the chain agrees with it."""
        kinds = [link.kind for link in self.links]
        agreeing = _AGREEING.get(pronoun, frozenset())
        return kinds[-1] in agreeing and sum(kind in agreeing for kind in kinds) == 1


def chain_of(
    statement: Statement,
    sentence: Sentence,
    report: Report,
    context: tuple[Memory, QuotedText],
) -> Chain:
    """The chain of a statement; the outlet itself is not listed.

    A transcript's speaker stands before the sources he names, and "we assess" in an
    official's mouth has his government as its origin.
    """
    memory, quoted = context
    setting = Setting(report=report.key, text=report.text, memory=memory)
    links: list[Link] = []
    if sentence.speaker is not None:
        links.append(speaker_link(sentence.speaker, report))
    named = [p for p in statement.frame.sources if not (sentence.speaker and _is_self(p))]
    order = sorted(range(len(named)), key=lambda index: (named[index][0].tag == "PRP", index))
    told = {index: link_of(named[index], setting) for index in order}
    links.extend(told[index] for index in range(len(named)))
    if sentence.speaker is not None and _speaks_for_state(statement):
        links.extend(_government(links[0]))
    if sentence.speaker is None and quoted.is_inside(sentence, statement.frame.cue_words):
        links = list(chained(quoted.carried_speaker(sentence, memory), links))
    said = words_of(statement.frame.aside, report.text).strip(" ,")
    return Chain(links=_without_outlet(_without_echo(links), report), said=said)


def note_introduced(tokens: Sequence[Token], report: Report, memory: Memory) -> None:
    """Remember whose quotation follows, as in "Lee went on:"."""
    group = next((each for each in find_verb_groups(tokens) if each.finite), None)
    source = subject_before(tokens, group.first) if group else ()
    if source:
        link_of(source, Setting(report=report.key, text=report.text, memory=memory))


def _is_self(phrase: Sequence[Token]) -> bool:
    """As in "we assess" and "our information indicates", said by the speaker."""
    return phrase[-1].text.lower() in _OURS | {"i"} or phrase[0].text.lower() == "our"


def _speaks_for_state(statement: Statement) -> bool:
    """Whether "we" stands for the speaker's government here."""
    sources = statement.frame.sources
    if sources and sources[-1][-1].text.lower() == "we":
        return (
            statement.frame.cue in {Cue.ESTIMATE, Cue.EXPECT, Cue.SHOW}
            or statement.frame.cue_words[-1].lemma in _JUDGING
        )
    if sources and sources[-1][0].text.lower() == "our":
        return True
    words = statement.clause.words
    head = [token.lemma for token in words[:8]]
    if not words or words[0].text.lower() not in {"we", "our"}:
        return "we believe" in " ".join(head)
    return not _JUDGING.isdisjoint(head[1:6])


def _government(speaker: Link) -> tuple[Link, ...]:
    country = country_by_code().get(speaker.country or "")
    if country is None:
        return ()
    return (replace(speaker, name=country.name, kind=LinkKind.STATE, words="we", role=None),)


def _without_echo(links: Sequence[Link]) -> tuple[Link, ...]:
    """As in "the agency said it expects": the same source twice is one link."""
    kept: list[Link] = []
    for link in links:
        if all(link.name != earlier.name for earlier in kept) and not _is_loose(link, kept):
            kept.append(link)
    return tuple(kept)


def _is_loose(link: Link, kept: Sequence[Link]) -> bool:
    return bool(kept) and link.words.lower() in _SELF and link.name == link.words


def _without_outlet(links: Sequence[Link], report: Report) -> tuple[Link, ...]:
    """The outlet speaks in every claim of its report: it is no link of the chain."""
    if len(links) < 2:
        return tuple(links)
    outlet = plain_words(report.outlet or "").split(" (")[0].lower()
    if not outlet:
        return tuple(links)
    return tuple(link for link in links if plain_words(link.name).lower() != outlet)
