"""Two actors over time: what passes between them, both ways, and when it turned."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum

from watchword.model.event import EventType, Goods
from watchword.model.figure import Figure
from watchword.model.span import Span


class Grain(StrEnum):
    """How long a period of a relation is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Quad(IntEnum):
    """PLOVER's quad class."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4

    @property
    def words(self) -> str:
        """The class in words."""
        return self.name.lower().replace("_", " ")

    @property
    def is_conflict(self) -> bool:
        """Whether it is conflict rather than cooperation."""
        return self >= Quad.VERBAL_CONFLICT


class Way(StrEnum):
    """Which way a deed goes."""

    FORTH = "forth"
    """From the one to the other."""
    BACK = "back"


class Apart(StrEnum):
    """Why what is told is no deed of the period: it is counted apart."""

    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATION = "negation"
    UNCONFIRMED = "unconfirmed"
    BEFORE = "before the reports begin"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two.

    Attributes:
        name: canonical name.
        code: ISO 3166-1 alpha-3 code of a state, or PLOVER's of a body that has one of its own
            (`EUR`, `UNO`); None for one that is known by name alone.
        alone: whether only its own name counts, and not its officials and forces.
    """

    name: str
    code: str | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One event as one report tells it.

    Attributes:
        event: key of the event.
        claim: key of the claim that tells it.
        report: key of the report.
        origin: key of the origin of that report's text.
        outlet: who published that text, None where not known.
        chain: names of the sources that tell it, outermost first.
        deed: the words of the deed.
    """

    event: str
    claim: str
    report: str
    origin: str
    outlet: str | None
    chain: tuple[str, ...]
    deed: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One deed, however often it is told: the same way, day, type and place.

    Attributes:
        key: content key.
        way: from whom to whom.
        day: the day it happened, else the day it was first told.
        type: what sort of deed.
        modes: how it was done, as any telling has it.
        place: where, None where no telling says.
        by_place: whether the other side is told by the place alone ("struck Kharkiv").
        tellings: the events that tell it, the earliest first; one at least.
    """

    key: str
    way: Way
    day: date
    type: EventType
    modes: tuple[str, ...]
    place: str | None
    by_place: bool
    tellings: tuple[Telling, ...]

    @property
    def quad(self) -> Quad:
        """Its quad class."""
        return Quad(self.type.quad)

    @property
    def score(self) -> float:
        """PLOVER's score of its type."""
        return self.type.score

    @property
    def origins(self) -> tuple[str, ...]:
        """Keys of the independent texts that tell it."""
        return tuple(dict.fromkeys(telling.origin for telling in self.tellings))


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldApart:
    """What is told between the two that is no deed of the period.

    Attributes:
        way: from whom to whom.
        why: why it is counted apart.
        day: the day it is told for, None where not known.
        type: what sort of deed it would be.
        telling: the event that tells it.
    """

    way: Way
    why: Apart
    day: date | None
    type: EventType
    telling: Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of days with what was printed in it, of whatever.

    Attributes:
        start: first day.
        end: the day after the last.
        offset: periods since day 0, negative before it; None without a day 0.
        reports: reports published in it.
        texts: origins among them: ten prints of one text are one.
        outlets: those that printed a text of their own in it.
    """

    start: date
    end: date
    offset: int | None
    reports: int
    texts: int
    outlets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One class of deeds one way, period by period.

    Attributes:
        way: from whom to whom.
        quad: the class.
        counts: happenings in each period.
        scores: the sum of their scores in each period.
        levels: happenings a period with the ups and downs of reporting taken out, on the scale
            of the counts; None where nobody reported.
    """

    way: Way
    quad: Quad
    counts: tuple[int, ...]
    scores: tuple[float, ...]
    levels: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How one class of deeds moved at a turn.

    Attributes:
        way: from whom to whom.
        quad: the class.
        before: level a period before the turn, None where it cannot be told.
        after: level a period since; likewise.
        counted_before: happenings a period before it, as counted.
        counted_after: happenings a period since.
        by_outlet: how many times as much the same outlets tell since.
        by_share: how many times as large a share of their texts it is; None where they print
            too little else to tell.
        gain: how far beyond chance it is, in standard deviations.
    """

    way: Way
    quad: Quad
    before: float | None
    after: float | None
    counted_before: float
    counted_after: float
    by_outlet: float
    by_share: float | None
    gain: float

    @property
    def rises(self) -> bool:
        """Whether more is told since."""
        return self.by_outlet > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationTurn:
    """When a relation turned, and by what.

    Attributes:
        key: content key.
        at: number of the first period of the new level.
        day: first day of that period.
        shifts: what moved, the strongest first; one at least.
        happenings: keys of the happenings that explain it, the strongest first.
        outlets: outlets that were there before and after: the turn is seen by them alone.
        words: the turn in words.
    """

    key: str
    at: int
    day: date
    shifts: tuple[Shift, ...]
    happenings: tuple[str, ...]
    outlets: int
    words: str

    @property
    def gain(self) -> float:
        """How far beyond chance its strongest shift is, in standard deviations."""
        return max(shift.gain for shift in self.shifts)


class Manner(StrEnum):
    """Whether a thing is told to have moved."""

    CLAIMED = "claimed"
    PLANNED = "planned"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeEntry:
    """What one claim tells of a thing that moves.

    Attributes:
        words: the words for the thing.
        figure: how much of it, None where not told.
        day: the day it is told for, None where not known.
        manner: whether it is told to have moved.
        in_return: whether it is told to be given in return.
        party: whether its source belongs to one of the two; None: no source, or its state not
            known.
        telling: the event that tells it.
    """

    words: Span
    figure: Figure | None
    day: date | None
    manner: Manner
    in_return: bool
    party: bool | None
    telling: Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One thing that goes one way.

    Attributes:
        key: content key.
        way: from whom to whom.
        goods: what sort of thing.
        thing: the thing in a word ("shells"); the sort where one word stands for all of it.
        entries: what each claim tells of it, in order of days.
    """

    key: str
    way: Way
    goods: Goods
    thing: str
    entries: tuple[ExchangeEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Two actors over time.

    Attributes:
        key: content key.
        one: the one.
        other: the other.
        grain: how long a period is.
        day_zero: the day that periods are counted from, None without one.
        as_of: nothing learnt later is in it, aware UTC.
        periods: from the first report to the last, without a gap.
        happenings: deeds both ways, by day.
        apart: what is told and is no deed of a period.
        lines: eight: both ways, each class.
        turns: the strongest first; None where they were not looked for.
        feeds_only: first days of periods where the counts move, and the outlets that were there
            before and after do not bear it out.
        exchanges: what moves between them.
        made_by: name and version of what found it.
    """

    key: str
    one: Side
    other: Side
    grain: Grain
    day_zero: date | None
    as_of: datetime
    periods: tuple[Period, ...]
    happenings: tuple[Happening, ...]
    apart: tuple[ToldApart, ...]
    lines: tuple[Line, ...]
    turns: tuple[RelationTurn, ...] | None
    feeds_only: tuple[date, ...]
    exchanges: tuple[Exchange, ...]
    made_by: str

    def names(self, way: Way) -> tuple[str, str]:
        """From whom and to whom a way goes."""
        both = (self.one.name, self.other.name)
        return both if way is Way.FORTH else (both[1], both[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationSummary:
    """A pair among others.

    Attributes:
        one: the one.
        other: the other.
        happenings: deeds between them, both ways.
        quads: how many of them each of PLOVER's four classes has, in their order.
        score: the sum of their scores.
        first: day of the first.
        last: day of the last.
        turn: its newest turn, None without one or where turns were not looked for.
        claims: keys of the claims that tell the last happening.
        made_by: name and version of what found it.
    """

    one: Side
    other: Side
    happenings: int
    quads: tuple[int, int, int, int]
    score: float
    first: date
    last: date
    turn: RelationTurn | None
    claims: tuple[str, ...]
    made_by: str
