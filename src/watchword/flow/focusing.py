"""What is known, narrowed to what a brief is about: a question, or what passes between two."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from watchword.errors import RefusedError
from watchword.flow.stands import heard_in, lines_on
from watchword.model.finding import Finding
from watchword.model.focus import Focus
from watchword.model.implication import Implication
from watchword.model.known import Known
from watchword.model.panel import Panel, PanelRow
from watchword.model.plan import Part
from watchword.model.question import Question, question_key
from watchword.model.read_report import ReadReport
from watchword.model.stand import Stand, StandLine
from watchword.model.track import Track
from watchword.relate.relations import find_side
from watchword.relate.topics import closeness, passes_between, topic_of
from watchword.resolve.register import Register

MADE_BY = "watchword-focus/1"
CLOSER = 3
"""Power of the closeness by which a finding weighs. On the example, asked about weapons for
Ukraine, 1 and 2 put a team of observers first, 3 the president's word on weapons."""
MOST_NAMES = 6
"""Actors that one cell names at most."""
_ACTS = (Stand.DOES, Stand.INTENDS, Stand.FOR, Stand.REVIEW, Stand.AGAINST)
_WORDS = {
    Stand.DOES: "does it",
    Stand.INTENDS: "intends it",
    Stand.FOR: "is for it",
    Stand.REVIEW: "weighs it",
    Stand.AGAINST: "is against it",
    Stand.DENIES: "denies it",
    Stand.SILENT: "says nothing on it",
    Stand.DEFENDS: "defends it",
}

Directions = Mapping[tuple[str, int], bytes]
"""Of a sentence's meaning, as `Reading.embedding`, by its report and where it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found, for a brief to be made of.

    Attributes:
        findings: the most important first.
        tracks: figures.
        implications: consequences as claimed.
    """

    findings: tuple[Finding, ...]
    tracks: tuple[Track, ...]
    implications: tuple[Implication, ...]


def directions_of(read: Iterable[ReadReport]) -> Directions:
    """The directions that reading has given."""
    return {(each.report.key, start): code for each in read for start, code in each.vectors}


def claims_about(known: Known, focus: Focus, directions: Directions) -> Mapping[str, float]:
    """The claims that a brief is about, by their keys, with how close each is to it.

    One that a question is about by a hair, or that stands where nothing is asked, counts 1.

    Args:
        known: what is known.
        focus: what it is about; every claim where it is about everything.
        directions: of the sentences' meanings.

    Raises:
        RefusedError: if both names of a pair are of one.
    """
    if focus.is_wide:
        return dict.fromkeys(known.claims, 1.0)
    if focus.between:
        one, other = pair_of(focus)
        return {
            key: 1.0 for key, claim in known.claims.items() if passes_between(claim, one, other)
        }
    topic = topic_of(focus.question, focus.direction)
    said = {
        key
        for line in lines_about(known, focus)
        for statement in line.statements
        for key in statement.claims
    }
    near = (
        (key, closeness(topic, each, directions.get((each.report, each.sentence.start), b"")))
        for key, each in known.claims.items()
    )
    return {key: max(close, 1.0) for key, close in near if close or key in said}


def pair_of(focus: Focus) -> tuple[str, str]:
    """The names of the two that a brief is on.

    Raises:
        RefusedError: if they are of one.
    """
    one, other = (find_side(name).name for name in focus.between)
    if one == other:
        raise RefusedError(f"both names are of {one}", key="--between", mend="name two")
    return one, other


def question_of(focus: Focus) -> Question:
    """The question that a brief answers, as positions are taken on it."""
    return Question(key=question_key(focus.question), words=focus.question)


def lines_about(known: Known, focus: Focus) -> tuple[StandLine, ...]:
    """Where everybody stands on the question that a brief answers."""
    register = Register()
    return lines_on([question_of(focus)], heard_in(known, register), register)


def narrowed(found: Found, about: Mapping[str, float]) -> Found:
    """Those findings that are told by a claim that the brief is about, the closer the weightier."""
    return Found(
        findings=tuple(
            replace(
                each,
                supports=_first(each.supports, about),
                importance=each.importance * about[each.lead] ** CLOSER,
            )
            for each in found.findings
            if each.lead in about
        ),
        tracks=tuple(each for each in found.tracks if _is_mostly(each, about)),
        implications=tuple(each for each in found.implications if each.claim in about),
    )


def answer_panel(known: Known, focus: Focus, about: Collection[str]) -> Panel:
    """What is said on a question, side by side, with what nobody says.

    Args:
        known: what is known.
        focus: the question.
        about: keys of the claims that are about it.
    """
    lines = lines_about(known, focus)
    stood = [line for line in lines if line.stand is not None]
    rows = [_stand_row(stand, held) for stand in Stand if (held := _of(stood, stand))]
    unsaid = [_WORDS[stand] for stand in _ACTS if not _of(stood, stand)]
    if unsaid:
        rows.append(PanelRow(cells=("nobody is told to say or do this", "; ".join(unsaid), "")))
    reports = {known.claims[key].report for key in about}
    note = f"{len(reports)} of {len(known.reports)} reports say something about it"
    return Panel(
        part=Part.POSITIONS,
        title=focus.question,
        columns=("Who", "Where they stand", "Since"),
        rows=tuple(rows),
        notes=(f"{note}, in {len(about)} of {len(known.claims)} claims.",),
        made_by=MADE_BY,
    )


def _of(lines: Sequence[StandLine], stand: Stand) -> list[StandLine]:
    return [line for line in lines if line.stand is stand]


def _stand_row(stand: Stand, lines: Sequence[StandLine]) -> PanelRow:
    standing = [said for line in lines for said in line.statements if said.key == line.standing]
    newest = max((said.said_at for said in standing if said.said_at), default=None)
    names = [line.name for line in lines]
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return PanelRow(
        cells=(
            ", ".join(names[:MOST_NAMES]) + more,
            _WORDS[stand],
            f"{newest:%Y-%m-%d}" if newest else "not known",
        ),
        claims=tuple(dict.fromkeys(said.claims[0] for said in standing))[:MOST_NAMES],
    )


def _first(keys: Sequence[str], about: Collection[str]) -> tuple[str, ...]:
    """The claims that are about it before those that are not."""
    return (*(k for k in keys if k in about), *(k for k in keys if k not in about))


def _is_mostly(track: Track, about: Collection[str]) -> bool:
    told = [point.claim in about for point in track.points]
    return 2 * sum(told) > len(told)


def title_of(focus: Focus) -> str | None:
    """What a brief that is about something is called; None where it is about everything."""
    if focus.between:
        return "{} and {}: what passes between them".format(*pair_of(focus))
    return focus.question or None
