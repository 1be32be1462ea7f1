"""What happened on which day: which days matter, and what is told of each.

A day matters by how many independent origins speak of it, and by how many of them come back to it
in reports of a later day: what is still mentioned weeks on was no small thing. Each sentence passes
the check of a brief and leads to its claims; what is told on one day is not told on another again.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from watchword.brief.clarity import is_clear
from watchword.brief.days import Stand, agreed_stand, stands_of
from watchword.brief.material import Desk, Material
from watchword.model.chronology import Chronology, Dated, Day, DayLine
from watchword.model.finding import Finding
from watchword.model.known import Known

DAYS, PER_DAY = 20, 3
"""Days, and sentences on each, unless asked otherwise: about two pages."""
TRIED = 6
"""Claims of a finding that are tried before it is left untold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a chronology is asked for.

    Attributes:
        since: the first day, None for the beginning.
        until: the last day, None for the end.
        days: how many days at most.
        per_day: how many sentences on a day at most.
    """

    since: date | None = None
    until: date | None = None
    days: int = DAYS
    per_day: int = PER_DAY

    def holds(self, day: date) -> bool:
        """Whether a day lies in what is asked for."""
        return (self.since or date.min) <= day <= (self.until or date.max)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A finding on its day."""

    finding: Finding
    stand: Stand
    claims: tuple[str, ...]


def chronology_of(
    known: Known, findings: Sequence[Finding], wanted: Wanted | None = None
) -> Chronology:
    """Put what is known on its days, and tell the days that matter.

    Args:
        known: what is known as of an instant.
        findings: the claims put together that say the same thing.
        wanted: what is asked for.
    """
    asked, stands = wanted or Wanted(), stands_of(known)
    placed = [each for finding in findings if (each := _place(finding, stands)) is not None]
    by_day: dict[date, list[_Placed]] = defaultdict(list)
    for each in placed:
        if each.stand.day is not None and asked.holds(each.stand.day):
            by_day[each.stand.day].append(each)
    desk = Desk(
        Material(
            title="",
            as_of=known.as_of,
            claims=known.claims,
            reports=known.reports,
            findings=tuple(findings),
            origins=known.origins,
        )
    )
    speaking = _speaking(stands)
    told, tried = _tell_days(by_day, speaking, asked, desk)
    return Chronology(
        as_of=known.as_of,
        days=tuple(sorted(told, key=lambda each: each.day)),
        left_out=len(by_day) - len(told),
        undated=sum(bool(finding.origins) for finding in findings) - len(placed),
        refused=tried - sum(len(day.lines) for day in told),
    )


def _place(finding: Finding, stands: Mapping[str, Stand]) -> _Placed | None:
    """A finding on its day, with its claims that give this day first."""
    own = [stands[key] for key in finding.supports if key in stands]
    stand = agreed_stand(own)
    if stand is None:
        return None
    fitting = [each.claim for each in own if each.day == stand.day]
    others = [
        each.claim for each in own if each.day != stand.day and stand.dated is Dated.PUBLISHED
    ]
    return _Placed(finding, stand, (*fitting, *others))


@dataclass(slots=True)
class _Speaking:
    """Origins that speak of a day, and those that come back to it later."""

    origins: dict[date, set[str]]
    later: dict[date, set[str]]

    def weight(self, day: date) -> int:
        return len(self.origins[day]) + len(self.later[day])


def _speaking(stands: Mapping[str, Stand]) -> _Speaking:
    origins: dict[date, set[str]] = defaultdict(set)
    later: dict[date, set[str]] = defaultdict(set)
    for stand in stands.values():
        if stand.day is None:
            continue
        origins[stand.day].add(stand.origin)
        if stand.told is not None and stand.told > stand.day:
            later[stand.day].add(stand.origin)
    return _Speaking(origins, later)


def _tell_days(
    by_day: Mapping[date, Sequence[_Placed]], speaking: _Speaking, asked: Wanted, desk: Desk
) -> tuple[list[Day], int]:
    """The days that matter, each told, and how many findings were tried for that."""
    told: list[Day] = []
    tried = 0
    for day in sorted(by_day, key=lambda each: (-speaking.weight(each), each)):
        if len(told) == asked.days:
            break
        lines: list[DayLine] = []
        for placed in sorted(by_day[day], key=_rank):
            if len(lines) == asked.per_day:
                break
            tried += 1
            line = _line(placed, desk)
            if line is not None:
                lines.append(line)
        if lines:
            told.append(
                Day(
                    day=day,
                    lines=tuple(lines),
                    origins=tuple(sorted(speaking.origins[day])),
                    later=tuple(sorted(speaking.later[day])),
                    left_out=len(by_day[day]) - len(lines),
                )
            )
    return told, tried


def _rank(placed: _Placed) -> tuple[float, str]:
    """The more important first; that a text gives the day counts as one more source would."""
    given = placed.stand.dated is not Dated.PUBLISHED
    return (-(placed.finding.importance + given), placed.finding.key)


def _line(placed: _Placed, desk: Desk) -> DayLine | None:
    finding, stand, claims = placed.finding, placed.stand, desk.material.claims
    clear = [key for key in placed.claims if is_clear(claims[key])][:TRIED]
    sentence = desk.tell(clear)
    if sentence is None:
        return None
    return DayLine(
        finding=finding.key,
        sentence=sentence,
        dated=stand.dated,
        words=stand.words,
        until=stand.until,
        origins=finding.origins,
        denies=finding.denies,
        ahead=stand.day is not None and stand.told is not None and stand.day > stand.told,
        importance=finding.importance,
    )
