"""Who "it", "they" and "he" are that act in a claim, where the clause before tells.

Looked at are the subject of the clause before in the same sentence, whoever says it, and the
subjects and speakers of the sentence before. One of them has to agree in number and sort.

Invariant: nobody is guessed. Where two in the sentence before could be meant, the actor stays
unknown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from watchword.extract.clauses import Clause
from watchword.extract.frames import REPORTS
from watchword.extract.memory import Memory
from watchword.extract.people import is_person_noun
from watchword.extract.roles import subject_of
from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim
from watchword.model.reading import Token
from watchword.text.cues import cues_of
from watchword.text.gazetteer import country_named, organisation_named
from watchword.text.lexicon import lexicon
from watchword.text.offices import is_office

_SORTS = {"it": "thing", "they": "several", "he": "person", "she": "person"}
"""What a pronoun can stand for."""
_EXPLETIVE = lexicon("be seem appear remain become rain snow take emerge happen turn transpire")
"""Verbs whose "it" need stand for nothing."""
_BODIES = {LinkKind.ORGANISATION, LinkKind.STATE, LinkKind.MEDIA, LinkKind.DOCUMENT}
_ENDS = lexicon("IN WDT WP , TO VBN VBG")
"""Tags that end the plain part of a subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """Somebody or something that a pronoun may stand for."""

    name: str
    sort: str


Told = tuple[Claim, Clause]


def with_antecedents(found: Sequence[Told], text: str, memory: Memory) -> list[Told]:
    """The claims of a report with the actors that a pronoun hides, where they can be told.

    Args:
        found: claims with their clauses, in the order of the text.
        text: the report's text.
        memory: who is named in the report.
    """
    people = frozenset(
        name
        for link in (*memory.mentions, *memory.links)
        if link.kind is LinkKind.PERSON
        for name in (link.name, link.words)
    )
    told: list[Told] = []
    for claim, clause in found:
        sort = _sort_asked(claim, clause)
        actor = _antecedent(sort, (claim, clause), told, (text, people)) if sort else None
        told.append((replace(claim, actor=actor) if actor else claim, clause))
    return told


def _sort_asked(claim: Claim, clause: Clause) -> str | None:
    """What the pronoun that acts in a claim stands for, None where none does."""
    subject = [token for token in clause.subject if not token.tag.startswith("RB")]
    word = subject[0].text.lower() if len(subject) == 1 else ""
    empty = claim.verb is None or claim.verb in _EXPLETIVE or cues_of(claim.verb) & REPORTS
    if claim.actor is not None or (word == "it" and empty):
        return None
    return _SORTS.get(word)


def _antecedent(
    sort: str, asked: Told, told: Sequence[Told], setting: tuple[str, frozenset[str]]
) -> str | None:
    claim, clause = asked
    nearest = _of_subject(told[-1], setting) if told and _is_beside(told[-1], claim) else None
    if nearest is not None and nearest.sort == sort:
        return nearest.name
    place = clause.subject[0].start
    if sort == "person" and _is_told_somebody(claim, setting[0]):
        return None
    for link in reversed(claim.attribution.links):
        before = link.span is not None and link.span.end <= place
        if before and sort != "thing" and _sort_of(link) == sort:
            return link.name
    last = _of_sentence_before(claim, told, setting[0])
    names = {
        one.name for each in last for one in _each_candidate(each, setting) if one.sort == sort
    }
    return names.pop() if len(names) == 1 else None


def _is_told_somebody(claim: Claim, text: str) -> bool:
    """Whether the pronoun may be whoever is told it: "told *the judge* she would leave"."""
    cue = claim.attribution.cue_at
    told = text[cue.end : claim.content.start].split() if cue else []
    return bool(told) and not told[-1].endswith("s") and is_office(" ".join(told))


def _is_beside(each: Told, claim: Claim) -> bool:
    """Whether two claims are of one sentence."""
    return each[0].sentence.start == claim.sentence.start


def _of_sentence_before(claim: Claim, told: Sequence[Told], text: str) -> list[Told]:
    """The claims of the sentence right before a claim's own, none where that claims nothing."""
    earlier = next((each for each in reversed(told) if not _is_beside(each, claim)), None)
    if earlier is None:
        return []
    first, second = earlier[0].sentence, claim.sentence
    if first.end > second.start or text[first.end : second.start].strip():
        return []
    back = takewhile(
        lambda each: _is_beside(each, claim) or _is_beside(each, earlier[0]), reversed(told)
    )
    return [each for each in back if _is_beside(each, earlier[0])]


def _each_candidate(each: Told, setting: tuple[str, frozenset[str]]) -> Iterator[_Candidate]:
    subject = _of_subject(each, setting)
    if subject is not None:
        yield subject
    for link in each[0].attribution.links:
        inside = link.span is not None and link.span.start >= each[0].sentence.start
        sort = _sort_of(link)
        if inside and sort:
            yield _Candidate(name=link.name, sort=sort)


def _of_subject(each: Told, setting: tuple[str, frozenset[str]]) -> _Candidate | None:
    """The subject of a clause; where that is a pronoun itself, whoever it was found to be."""
    claim, clause = each
    text, people = setting
    asked = _SORTS.get(clause.subject[0].text.lower()) if len(clause.subject) == 1 else None
    if asked is not None:
        return _Candidate(name=claim.actor, sort=asked) if claim.actor else None
    name = subject_of(clause, text)
    head = _head(clause.subject)
    if name is None or head is None:
        return None
    return _Candidate(name=name, sort=_sort_of_words(name, head, clause.subject, people))


def _head(subject: Sequence[Token]) -> Token | None:
    """The noun that a subject hangs on."""
    end = next((i for i, token in enumerate(subject) if i and token.tag in _ENDS), len(subject))
    nouns = [token for token in subject[:end] if token.tag.startswith("NN") or token.tag == "CD"]
    return nouns[-1] if nouns else None


def _sort_of_words(name: str, head: Token, subject: Sequence[Token], people: frozenset[str]) -> str:
    if any(token.lemma == "and" for token in subject):
        return "several"
    if country_named(name) is not None or organisation_named(name) is not None:
        return "several" if head.tag == "NNS" else "thing"
    if head.tag in {"NNS", "NNPS", "CD"}:
        return "several"
    if name in people or is_office(name) or is_person_noun(head.lemma):
        return "person"
    return "thing" if head.tag == "NN" else ""


def _sort_of(link: Link) -> str:
    if link.kind is LinkKind.PERSON:
        return "person"
    if link.kind is LinkKind.COLLECTIVE:
        return "several"
    if link.kind is LinkKind.ANONYMOUS:
        return "person" if is_office(link.name) or is_person_noun(link.name.split()[-1]) else ""
    return "thing" if link.kind in _BODIES else ""
