"""What a clause says beside its deed: figures, marks and time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from watchword.extract.clauses import Clause
from watchword.extract.modality import Placed
from watchword.model.claim import Mark, MarkKind
from watchword.model.figure import Figure
from watchword.model.moment import Moment, Precision
from watchword.model.reading import Token
from watchword.model.span import Span
from watchword.text.hedges import find_marks
from watchword.text.lexicon import lexicon
from watchword.text.times import find_moments

_PEOPLE = lexicon(
    "troops soldiers officers people civilians men fighters personnel servicemen workers generals "
    "recruits militants refugees prisoners casualties hostages children women"
)


def placed_marks(words: Sequence[Token], text: str) -> tuple[Placed, ...]:
    """The marks in a clause, by the words they cover."""
    if not words:
        return ()
    found = []
    for kind, start, end in find_marks(text, words[0].start, words[-1].end):
        covered = [i for i, token in enumerate(words) if token.start < end and token.end > start]
        if covered:
            supposed = words[covered[0]].lemma == "if"
            found.append(
                Placed(
                    kind=MarkKind.CONDITION if supposed else kind,
                    first=covered[0],
                    last=covered[-1],
                )
            )
    return tuple(found)


def marks_of(clause: Clause, text: str, report: str) -> tuple[Mark, ...]:
    """The marks in a clause, its condition and its own hearsay included."""
    words = clause.spoken or clause.words
    start = clause.hearsay[0].start if clause.hearsay else words[0].start
    return tuple(
        Mark(kind=kind, span=Span.within(text, first, last, report=report))
        for kind, first, last in find_marks(text, start, words[-1].end)
    )


def figures_of(clause: Clause, sentence: Sequence[Figure]) -> tuple[Figure, ...]:
    """The quantities of a clause, people first; parts point at their whole within the clause.

    Args:
        clause: the clause.
        sentence: the quantities of its sentence, where "including some 3,000" has what it is
            part of.
    """
    words = clause.words
    inside = [
        index
        for index, figure in enumerate(sentence)
        if words[0].start <= figure.start and figure.end <= words[-1].end
    ]
    inside.sort(key=lambda index: (sentence[index].unit not in _PEOPLE, index))
    places: dict[int | None, int] = {index: number for number, index in enumerate(inside)}
    return tuple(
        replace(sentence[index], part_of=places.get(sentence[index].part_of)) for index in inside
    )


def time_of(clause: Clause, text: str, anchor: date | None, *, future: bool) -> Moment | None:
    """When it happens: a dated time before a vague one."""
    words = clause.words
    told = find_moments(text, words[0].start, words[-1].end, anchor=anchor, future=future)
    asides = tuple(_each_aside(words)) if told else ()
    moments = [
        moment for moment in told if not any(start < moment.start < end for start, end in asides)
    ]
    dated = [moment for moment in moments if moment.precision is not Precision.VAGUE]
    ends = [moment for moment in dated if moment.words.lower().startswith(("by ", "until "))]
    return next(iter((ends if future else []) or dated or moments), None)


def _each_aside(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Places of relative clauses that commas set off, where the tree tells them."""
    for index, token in enumerate(words):
        if token.relation != "acl:relcl":
            continue
        opens = next((i for i in range(index, -1, -1) if words[i].text == ","), None)
        if opens is not None:
            closes = (i for i in range(index, len(words)) if words[i].text == ",")
            yield words[opens].start, words[next(closes, len(words) - 1)].end
