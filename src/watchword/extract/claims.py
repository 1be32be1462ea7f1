"""A report and its readings into claims and implications: the face of the room.

Invariant: every claim's spans are cut from the report's text, and the same report read by the
same engine gives the same claims with the same keys.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from watchword.extract.antecedents import with_antecedents
from watchword.extract.chains import Chain, chain_of, note_introduced
from watchword.extract.dependents import Tree
from watchword.extract.details import (
    figures_of,
    marks_of,
    placed_marks,
    time_of,
)
from watchword.extract.events.deed_types import event_of
from watchword.extract.implications import implication_of
from watchword.extract.marked import with_verbs_put_right
from watchword.extract.memory import Memory, find_mentions
from watchword.extract.modality import Mood, mood_of
from watchword.extract.positions import positions_of
from watchword.extract.quoting import QuotedText, voice_of
from watchword.extract.roles import action_of, actor_of, recipient_of
from watchword.extract.speeches import Speakers, find_speakers, spoken
from watchword.extract.statements import Statement, find_statements
from watchword.extract.whereabouts import place_of
from watchword.extract.worth import is_too_long, is_worth_claiming, retracts_confidence
from watchword.model.attribution import Attribution, Voice
from watchword.model.claim import Claim, Modality
from watchword.model.extraction import Extraction
from watchword.model.figure import Figure
from watchword.model.maker import maker_of
from watchword.model.position import Position
from watchword.model.reading import Reading, Token
from watchword.model.report import Report
from watchword.model.span import Span
from watchword.text.figures import find_figures
from watchword.text.sentences import Sentence

Stated = tuple[Statement, Tree]
"""What a claim was made from, and the tree of the sentence it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What stays the same while one report is read.

    Attributes:
        report: the report.
        memory: who has been named so far.
        quoted: the report's quotations.
    """

    report: Report
    memory: Memory
    quoted: QuotedText

    @property
    def anchor(self) -> date | None:
        """The day that "Wednesday" and "last month" count from."""
        at = self.report.published.at
        return at.date() if at else None


class _Within(NamedTuple):
    """What stays the same while one sentence is read: found once, however many claims it makes.

    Attributes:
        sentence: the sentence.
        tree: its words as they hang from each other.
        figures: its quantities.
        scene: the report.
    """

    sentence: Sentence
    tree: Tree
    figures: tuple[Figure, ...]
    scene: Scene


def extract(
    report: Report, sentences: Sequence[Sentence], readings: Sequence[Reading]
) -> Extraction:
    """Find what a report claims.

    Args:
        report: the report.
        sentences: its sentences.
        readings: what an engine read in each of them, in the same order.
    """
    scene = Scene(report=report, memory=Memory(), quoted=QuotedText.of(report.text))
    mentions = deque(find_mentions(report.text, report.key))
    found: list[tuple[Claim, Stated]] = []
    for sentence, reading in zip(sentences, readings, strict=True):
        while mentions and mentions[0][0] < sentence.start:
            scene.memory.note_mention(mentions.popleft()[1])
        found += _read_sentence(sentence, reading, scene)
    found = _with_antecedents(found, scene)
    speakers = find_speakers((claim for claim, _ in found), scene.quoted)
    claims = tuple(_spoken(claim, speakers, scene.quoted) for claim, _ in found)
    stated = [(claim, *each) for claim, (_, each) in zip(claims, found, strict=True)]
    implied = (
        implication_of(claim, made.clause, tree, report.text, scene.anchor)
        for claim, made, tree in stated
    )
    return Extraction(
        claims=claims,
        implications=tuple(each for each in implied if each is not None),
        positions=_told_once(
            found for each in stated for found in positions_of(*each, report.text)
        ),
        too_long=sum(is_too_long(reading) for reading in readings),
    )


def _with_antecedents(
    found: Sequence[tuple[Claim, Stated]], scene: Scene
) -> list[tuple[Claim, Stated]]:
    told = [(claim, statement.clause) for claim, (statement, _) in found]
    known = with_antecedents(told, scene.report.text, scene.memory)
    return [(claim, stated) for (claim, _), (_, stated) in zip(known, found, strict=True)]


def _told_once(positions: Iterable[Position]) -> tuple[Position, ...]:
    """One position for each cue: the claim that holds the cue in its own words comes last."""
    return tuple({each.cue.start: each for each in positions}.values())


def _read_sentence(
    sentence: Sentence, reading: Reading, scene: Scene
) -> list[tuple[Claim, Stated]]:
    found: list[tuple[Claim, Stated]] = []
    reading = with_verbs_put_right(reading)
    if scene.quoted.is_introduced(sentence):
        note_introduced(reading.tokens, scene.report, scene.memory)
    if not is_worth_claiming(sentence, reading, scene.report.text):
        return found
    statements = find_statements(reading)
    if not statements:
        return found
    within = _Within(
        sentence=sentence,
        tree=Tree(reading),
        figures=find_figures(scene.report.text, reading.tokens),
        scene=scene,
    )
    for statement in statements:
        chain = chain_of(statement, sentence, scene.report, (scene.memory, scene.quoted))
        if retracts_confidence(statement.clause.words) and found:  # "this is not confirmed"
            claim, stated = found[-1]
            found[-1] = (replace(claim, modality=Modality.UNCONFIRMED), stated)
            continue
        if statement.clause.words:
            claim = _claim(statement, chain, within)
            found.append((claim, (statement, within.tree)))
    return found


def _spoken(claim: Claim, speakers: Speakers, quoted: QuotedText) -> Claim:
    """The claim through the speaker of its quotation, under the key that this gives it."""
    attribution = spoken(claim, speakers, quoted)
    if attribution == claim.attribution:
        return claim
    key = _key(claim.content, attribution, claim.modality, claim.made_by)
    return replace(claim, key=key, attribution=attribution)


def _claim(statement: Statement, chain: Chain, within: _Within) -> Claim:
    sentence, reading, scene = within.sentence, within.tree.reading, within.scene
    text, clause = scene.report.text, statement.clause
    placed = placed_marks(clause.words, text)
    mood = mood_of(clause, statement.frame, placed)
    attribution = _attribution(statement, chain, scene)
    doer = chain.doer(mood.verbs, clause.subject, retold=_is_retold(attribution))
    content = _token_span(scene, clause.spoken or clause.words)
    claim: Claim = maker_of(Claim)(
        key=_key(content, attribution, mood.modality, reading.made_by),
        report=scene.report.key,
        sentence=_span(scene, sentence.start, sentence.end),
        content=content,
        attribution=attribution,
        modality=mood.modality,
        marks=marks_of(clause, text, scene.report.key),
        polarity=mood.polarity,
        actor=actor_of(clause, mood.verbs, text) or doer,
        action=action_of(clause, mood.verbs, text),
        verb=_verb(statement, mood),
        event=event_of(clause.words, mood.verbs),
        recipient=recipient_of(clause, mood.verbs, text),
        figures=figures_of(clause, within.figures),
        place=place_of(clause, mood.verbs, text, reading),
        time=time_of(clause, text, scene.anchor, future=mood.lies_ahead),
        condition=_token_span(scene, clause.condition) if clause.condition else None,
        made_by=reading.made_by,
        subject=_subject(statement, scene),
        corrected=(),
    )
    return claim


def _is_retold(attribution: Attribution) -> bool:
    """As in "Lopes said she would go", with nobody told it who could be "she" as well."""
    told = attribution.cue.lower().startswith(("told", "tell"))
    return attribution.voice is Voice.INDIRECT and bool(attribution.cue) and not told


def _verb(statement: Statement, mood: Mood) -> str | None:
    """The main verb; none for a fragment that nobody is told to have said."""
    if not mood.verbs or (statement.frame.cue is None and not mood.verbs[0].finite):
        return None
    return mood.verbs[-1].lemma


def _subject(statement: Statement, scene: Scene) -> Span | None:
    """The subject that an earlier clause lends to this one."""
    clause = statement.clause
    spoken = clause.spoken or clause.words
    if not clause.subject or clause.subject[0].start >= spoken[0].start:
        return None
    return _token_span(scene, clause.subject)


def _attribution(statement: Statement, chain: Chain, scene: Scene) -> Attribution:
    cue = statement.frame.cue_words
    attribution: Attribution = maker_of(Attribution)(
        links=chain.links,
        cue=" ".join(scene.report.text[cue[0].start : cue[-1].end].split()) if cue else "",
        cue_at=_token_span(scene, cue) if cue else None,
        voice=voice_of(statement.clause.words, scene.quoted) if chain.links else Voice.OWN,
        said=chain.said,
    )
    return attribution


def _token_span(scene: Scene, tokens: Sequence[Token]) -> Span:
    return _span(scene, tokens[0].start, tokens[-1].end)


def _span(scene: Scene, start: int, end: int) -> Span:
    return Span.within(scene.report.text, start, end, report=scene.report.key)


def _key(content: Span, attribution: Attribution, modality: Modality, made_by: str) -> str:
    seal = "|".join(
        (
            content.report,
            f"{content.start}:{content.end}",
            " < ".join(link.name for link in attribution.links),
            modality,
            made_by,
        )
    )
    return sha256(seal.encode()).hexdigest()[:16]
