"""A sentence into statements: whose words, tied by which cue, to what content.

Works outward in: what stands around the sentence ("According to X, ...", "..., X said") is
the outer source, what stands at its head ("X said, citing Y, that ...") the next, and the
content is read again the same way, so that chains of any depth come out in order.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from watchword.extract.around import find_cited, find_insertion, find_opening, find_trailing
from watchword.extract.clauses import Clause, find_clauses
from watchword.extract.cue_phrases import cues_at
from watchword.extract.frames import Found, Frame, subject_before
from watchword.extract.impersonal import find_impersonal
from watchword.extract.labelled import find_labelled, speakers_of
from watchword.extract.leading import find_carried, find_leading
from watchword.extract.marked import (
    MarkedContent,
    Speech,
    find_marked,
    marked_speech,
)
from watchword.extract.splices import CONCEDING, independent_parts, trimmed, without_interruptions
from watchword.extract.syntax import Tokens, find_verb_groups, has_finite_verb
from watchword.model.reading import Reading, Token
from watchword.text.cues import Cue, cues_of

DEEPEST = 4
"""Chains longer than this do not occur in the labelled reports; it bounds the recursion."""


class Statement(NamedTuple):
    """Content with the sources and the cue that carry it.

    Attributes:
        frame: sources outermost first, and the cue nearest the content.
        clause: the clause that is stated.
    """

    frame: Frame
    clause: Clause


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """Find what a sentence states, each part under its own sources."""
    reader = _Reader(speech=marked_speech(reading), named=speakers_of(reading))
    return reader.statements(reading.tokens)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the words of one sentence, knowing what an engine marked in it."""

    speech: tuple[Speech, ...]
    named: frozenset[int]

    def statements(self, tokens: Tokens) -> tuple[Statement, ...]:
        found: list[Statement] = []
        whole = without_interruptions(tuple(tokens))
        conceded = _conceded_by(whole)
        if conceded is not None:
            for part in independent_parts(conceded.content):
                found.extend(self.read(part, conceded.frame, 1))
            return tuple(found)
        for part in independent_parts(whole):
            main, added = _cut_addition(part)
            stated = list(self.read(main, Frame(), 0))
            found.extend(stated)
            if added and stated:
                frame = stated[0].frame if stated[0].frame.sources else _of_subject(part)
                found.extend(self.read(added, frame._replace(aside=()), 1))
        return tuple(found)

    def read(self, tokens: tuple[Token, ...], frame: Frame, depth: int) -> Iterator[Statement]:
        words = trimmed(tokens)
        words = _without_that(words, frame)
        if not words:
            return
        if depth < DEEPEST:
            around = self.find_around(words, frame)
            if around is not None:
                yield from self.read(around.content, around.frame, depth + 1)
                return
            leading = find_leading(words, frame)
            if leading is not None:
                yield from self.read_led(leading.content, leading.frame, frame, depth)
                yield from self.read_rest(words, leading, frame, depth)
                return
            carried = find_carried(words, frame)
            if carried is not None:
                yield from self.read(carried.content, carried.frame, depth + 1)
                return
            marked = find_marked(words, frame, self.speech)
            if marked is not None:
                yield from self.read_marked(marked, frame, depth)
                return
        yield from self.read_clauses(words, frame, depth)

    def find_around(self, words: tuple[Token, ...], frame: Frame) -> Found | None:
        """Whatever stands around the content: a label, an impersonal report, a source."""
        labelled = find_labelled(words, frame, self.named)
        if labelled is not None:
            return labelled
        for find in _AROUND:
            found = find(words, frame)
            if found is not None:
                return found
        return None

    def read_rest(
        self, words: tuple[Token, ...], leading: Found, outer: Frame, depth: int
    ) -> Iterator[Statement]:
        """As in "X rejected A and asserted that B": what stands behind a deed is X's too."""
        rest = words[words.index(leading.content[-1]) + 1 :] if leading.content else ()
        if rest and rest[0].tag == "CC":
            again = find_leading(rest[1:], outer._replace(shared=leading.frame.sources))
            if again is not None:
                yield from self.read_led(again.content, again.frame, outer, depth + 1)

    def read_marked(self, marked: MarkedContent, outer: Frame, depth: int) -> Iterator[Statement]:
        """What a marked attribution holds, and the clauses around it in the outer frame."""
        if has_finite_verb(marked.before):
            yield from self.read_clauses(trimmed(marked.before), outer, depth + 1)
        yield from self.read(marked.found.content, marked.found.frame, depth + 1)
        if has_finite_verb(marked.after):
            yield from self.read(marked.after, outer, depth + 1)

    def read_clauses(
        self, words: tuple[Token, ...], frame: Frame, depth: int
    ) -> Iterator[Statement]:
        """Clauses that have a source of their own are read again; the rest are stated."""
        clauses = find_clauses(words)
        for clause in clauses:
            again = len(clauses) > 1 and depth < DEEPEST and not clause.hearsay
            led = find_leading(clause.words, Frame()) if again else None
            joined = _joined(clause, frame) if again else None
            if led is not None:
                yield from self.read(clause.spoken, frame, depth + 1)
            elif joined is not None:
                yield from self.read_led(joined.content, joined.frame, frame, depth + 1)
            elif clause.words[0].text.lower() == "estimated" and clause is not clauses[0]:
                yield Statement(frame=Frame(), clause=clause)
            elif clause.hearsay:
                hearsay = Frame(
                    sources=(clause.hearsay,), cue=Cue.SAY, cue_words=clause.hearsay[:1]
                )
                yield Statement(frame=hearsay, clause=clause)
            else:
                yield Statement(frame=frame, clause=clause)

    def read_led(
        self, content: tuple[Token, ...], inner: Frame, outer: Frame, depth: int
    ) -> Iterator[Statement]:
        """Read content, letting go of what its coordination says outside the source's words."""
        inside, outside, shared = _cut_coordination(content)
        yield from self.read(inside, inner, depth + 1)
        if outside:
            yield from self.read(outside, outer, depth + 1)
        if shared:
            again = find_leading(shared, outer._replace(shared=inner.sources))
            if again is not None:
                yield from self.read_led(again.content, again.frame, outer, depth + 1)


def _conceded_by(tokens: tuple[Token, ...]) -> Found | None:
    """As in "While A, B, he said" and "Although A, he said, B": A is his as much as B."""
    words = trimmed(tokens)
    if not words or words[0].lemma not in CONCEDING:
        return None
    return find_trailing(words, Frame()) or find_insertion(words, Frame())


def _without_that(words: tuple[Token, ...], frame: Frame) -> tuple[Token, ...]:
    """As in "issued a statement saying that ..."; "demanded that it stay" keeps its own."""
    told = frame.cue_words[-1:] if frame.sources else ()
    says = any(Cue.SAY in cues_of(token.lemma) for token in told)
    opened = len(words) > 1 and words[0].text == "that" and words[0].tag == "IN"
    return words[1:] if says and opened else words


def _cut_addition(
    tokens: tuple[Token, ...],
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """As in "A, the office said, adding that B": A and B have one source."""
    for index, token in enumerate(tokens[:-3]):
        if index < 2 or tokens[index - 1].text not in _BEFORE_ADDING:
            continue
        if token.text.lower() in _ADDING:
            start = index + 2 if tokens[index + 1].lemma == "that" else index + 1
            if has_finite_verb(tokens[start:]) and has_finite_verb(tokens[:index]):
                return tokens[: index - 1], tokens[start:]
    return tokens, ()


def _of_subject(tokens: tuple[Token, ...]) -> Frame:
    """As in "The navy turned back two tankers, saying that ...": whoever did it says it."""
    adding = next(
        index
        for index, token in enumerate(tokens)
        if index and token.text.lower() in _ADDING and tokens[index - 1].text in _BEFORE_ADDING
    )
    group = next((each for each in find_verb_groups(tokens) if each.finite), None)
    source = subject_before(tokens, group.first) if group else ()
    if not source:
        return Frame()
    return Frame(sources=(source,), cue=Cue.SAY, cue_words=tokens[adding : adding + 1])


def _joined(clause: Clause, frame: Frame) -> Found | None:
    """As in "X did not go but told Y that ...": the speaker is the subject of the clause before."""
    groups = find_verb_groups(clause.words)
    if not clause.subject or not groups or groups[0].first:
        return None
    return find_leading(clause.words, frame._replace(shared=(clause.subject,)))


def _cut_coordination(
    content: tuple[Token, ...],
) -> tuple[tuple[Token, ...], tuple[Token, ...], tuple[Token, ...]]:
    """Content, what is no longer the source's, and a second reporting verb of the source.

    "X claimed that A, and Y has backed B": the second half is not X's. "X warned that A and
    said B": the second half has X's again.
    """
    for group in find_verb_groups(content):
        if not group.finite or group.passive or not cues_at(content, group) & _SPEAKING:
            continue
        before = content[: group.first]
        junction = _junction(before)
        if junction is None or not _is_whole(before, junction):
            continue
        subject = before[junction + 1 :]
        if not subject:
            return content[:junction], (), content[junction + 1 :]
        if before[junction - 1 : junction] and before[junction - 1].text == ",":
            return content[:junction], content[junction + 1 :], ()
    return content, (), ()


def _is_whole(before: Tokens, junction: int) -> bool:
    """Whether what stands before the junction can be content by itself.

    A clause can; a noun can where a comma and a new subject follow: "assessing the impacts of
    the strikes, but we can confirm that ...", "spoke of 300, while police put the crowd at 90".
    """
    if has_finite_verb(before):
        return True
    subject = before[junction + 1 :]
    new = bool(subject) and (subject[0].tag == "PRP" or before[junction].tag != "CC")
    return before[junction - 1].text == "," and new


def _junction(before: Tokens) -> int | None:
    """Index of the "and" or "but" that opens the clause which ends with `before`."""
    for index in range(len(before) - 1, 0, -1):
        token = before[index]
        contrast = token.lemma in {"while", "whereas"} and before[index - 1].text == ","
        if contrast or (token.lemma in {"and", "but"} and token.tag == "CC"):
            return None if has_finite_verb(before[index + 1 :]) else index
        if token.tag == "IN" and token.lemma == "that":
            return None
    return None


_AROUND = (find_impersonal, find_opening, find_trailing, find_insertion, find_cited)
_SPEAKING = frozenset({Cue.SAY, Cue.DENY, Cue.ACCUSE})
_BEFORE_ADDING = frozenset({",", "\u201d", "''", '"'})
_ADDING = frozenset({"adding", "saying", "noting", "warning", "claiming", "stressing", "arguing"})
