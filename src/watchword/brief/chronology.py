"""What happened on which day: which days matter, and what is told of each.

A day matters by how many independent origins speak of it, and by how many of them come back to it
in reports of a later day: what is still mentioned weeks on was no small thing. Each sentence passes
the check of a brief and leads to its claims; what is told on one day is not told on another again.
Of days that matter as much, the one of which most is told comes first, then the earlier; not the
one with the most important finding, since what is important to a brief is what is new.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from watchword.brief.clarity import is_clear
from watchword.brief.days import Stand, agreed_stand, stands_of
from watchword.brief.material import Desk, Material
from watchword.model.chronology import Chronology, Dated, Day, DayLine
from watchword.model.claim import Claim, Modality
from watchword.model.finding import Finding
from watchword.model.known import Known
from watchword.model.sentence import Sentence
from watchword.text.centrality import SHORT
from watchword.text.similarity import stem, words_in

DAYS, PER_DAY = 20, 3
"""Days, and sentences on each, unless asked otherwise: about two pages."""
TRIED = 6
"""Claims of a finding that are tried before it is left untold."""
ALIKE = 0.75
"""Share of the words of a content, all its numbers among them, that one told before has, from which
it is told already. Who says it is no part of that: two short statements of one ministry share most
of their words."""


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
    teller = _Teller(Desk(_material(known, findings)), [])
    told = tuple(_tell_days(by_day, _speaking(placed, stands), asked, teller))
    return Chronology(
        as_of=known.as_of,
        days=tuple(sorted(told, key=lambda each: each.day)),
        left_out=len(by_day) - len(told),
        undated=sum(bool(finding.origins) for finding in findings) - len(placed),
        refused=teller.refused,
    )


def _material(known: Known, findings: Sequence[Finding]) -> Material:
    return Material(
        title="",
        as_of=known.as_of,
        claims=known.claims,
        reports=known.reports,
        findings=tuple(findings),
        origins=known.origins,
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

    def add(self, day: date | None, stand: Stand) -> None:
        """Note that a claim speaks of a day."""
        if day is not None:
            self.origins[day].add(stand.origin)
            if stand.told is not None and stand.told > day:
                self.later[day].add(stand.origin)

    def weight(self, day: date) -> int:
        """How much speaks for telling a day."""
        return len(self.origins[day]) + len(self.later[day])


def _speaking(placed: Sequence[_Placed], stands: Mapping[str, Stand]) -> _Speaking:
    """Who speaks of a day: whoever tells what stands on it, and whoever names it in a text."""
    speaking = _Speaking(defaultdict(set), defaultdict(set))
    for each in placed:
        for key in each.finding.supports:
            if key in stands:
                speaking.add(each.stand.day, stands[key])
    for stand in stands.values():
        if stand.dated is Dated.TOLD:
            speaking.add(stand.day, stand)
    return speaking


@dataclass(frozen=True, slots=True)
class _Content:
    """What a claim says: the stems of its words and numbers, and whether it says yes or no."""

    stems: frozenset[str]
    numbers: frozenset[str]
    denied: bool

    def is_in(self, other: "_Content") -> bool:
        """Whether the other tells as much, or more."""
        shared = len(self.stems & other.stems)
        same = self.denied == other.denied and self.numbers <= other.numbers
        return same and shared >= ALIKE * len(self.stems)


@dataclass(slots=True)
class _Teller:
    """Tells findings, each thing once, and counts what no sentence tells."""

    desk: Desk
    told: list[_Content]
    refused: int = 0

    def tell(self, placed: _Placed) -> Sentence | None:
        """A sentence for a finding; None where it was told before, or none passes the check."""
        claims = self.desk.material.claims
        for key in [key for key in placed.claims if is_clear(claims[key])][:TRIED]:
            content = _content_of(claims[key])
            if any(content.is_in(other) for other in self.told):
                return None
            sentence = self.desk.tell([key], again=True)
            if sentence is not None:
                self.told.append(content)
                return sentence
        self.refused += 1
        return None


def _content_of(claim: Claim) -> _Content:
    """What a claim says, without the words for the day, which every print puts its own way."""
    day = set(words_in(claim.time.words)) if claim.time else set()
    words = [word for word in words_in(claim.content.quote) if word not in day]
    return _Content(
        stems=frozenset(stem(word) for word in words if len(word) > SHORT),
        numbers=frozenset(word for word in words if any(letter.isdigit() for letter in word)),
        denied=claim.modality in {Modality.DENIED, Modality.UNCONFIRMED},
    )


def _tell_days(
    by_day: Mapping[date, Sequence[_Placed]], speaking: _Speaking, asked: Wanted, teller: _Teller
) -> Iterator[Day]:
    """The days that matter, each told, the weightiest first."""
    ranked = sorted(by_day, key=lambda day: (-speaking.weight(day), -len(by_day[day]), day))
    told = (_tell_day(day, by_day[day], speaking, asked.per_day, teller) for day in ranked)
    yield from islice((day for day in told if day is not None), asked.days)


def _tell_day(
    day: date, placed: Sequence[_Placed], speaking: _Speaking, most: int, teller: _Teller
) -> Day | None:
    lines = (_line(each, teller) for each in sorted(placed, key=_rank))
    shown = tuple(islice((line for line in lines if line is not None), most))
    if not shown:
        return None
    return Day(
        day=day,
        lines=shown,
        origins=tuple(sorted(speaking.origins[day])),
        later=tuple(sorted(speaking.later[day])),
        left_out=len(placed) - len(shown),
    )


def _rank(placed: _Placed) -> tuple[float, str]:
    """The more important first; that a text gives the day counts as one more source would."""
    given = placed.stand.dated is not Dated.PUBLISHED
    return (-(placed.finding.importance + given), placed.finding.key)


def _line(placed: _Placed, teller: _Teller) -> DayLine | None:
    finding, stand = placed.finding, placed.stand
    sentence = teller.tell(placed)
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
