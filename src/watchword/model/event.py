"""Who did what to whom, where and when, in the terms of PLOVER.

Types, quad classes, scores and codes after the codebook: Open Event Data Alliance, PLOVER draft
1.3, 5 February 2022. Its tables put SANCTION under verbal and under material conflict; here it is
material, as its own chapter says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from watchword.model.claim import Modality
from watchword.model.figure import Figure
from watchword.model.moment import Moment
from watchword.model.place import Place
from watchword.model.span import Span


class EventType(StrEnum):
    """What sort of deed it is: the sixteen types of PLOVER."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"

    @property
    def quad(self) -> int:
        """Quad class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
        return _FACTS[self][0]

    @property
    def score(self) -> float:
        """PLOVER's score of conflict (-10) and cooperation (10), to be spliced with Goldstein's."""
        return _FACTS[self][1]

    @property
    def cameo_root(self) -> str:
        """Cue category of CAMEO, two digits."""
        return _FACTS[self][2]


_FACTS: Mapping[EventType, tuple[int, float, str]] = MappingProxyType(
    {
        EventType.AGREE: (1, 4.2, "03"),
        EventType.CONSULT: (1, 2.1, "04"),
        EventType.SUPPORT: (1, 4.6, "05"),
        EventType.CONCEDE: (1, 5.0, "08"),
        EventType.COOPERATE: (2, 6.8, "06"),
        EventType.AID: (2, 7.4, "07"),
        EventType.RETREAT: (2, 7.6, "08"),
        EventType.REQUEST: (3, -5.0, "10"),
        EventType.ACCUSE: (3, -2.0, "11"),
        EventType.REJECT: (3, -4.2, "12"),
        EventType.THREATEN: (3, -5.1, "13"),
        EventType.PROTEST: (4, -6.6, "14"),
        EventType.SANCTION: (4, -5.2, "16"),
        EventType.MOBILIZE: (4, -5.3, "15"),
        EventType.COERCE: (4, -7.2, "17"),
        EventType.ASSAULT: (4, -9.3, "18"),
    }
)


class Standing(StrEnum):
    """Whether an event is more, or less, than something that has just happened."""

    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATION = "negation"


class Goods(StrEnum):
    """What sort of thing goes from one actor to another."""

    TROOPS = "troops"
    ARMS = "arms"
    MONEY = "money"
    TECHNOLOGY = "technology"
    INTELLIGENCE = "intelligence"
    FUEL = "fuel"
    FOOD = "food"
    MEDICINE = "medicine"
    PEOPLE = "people"
    GOODS = "goods"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody on one side of an event.

    Attributes:
        span: the words that stand for it.
        name: canonical name where known, else the words.
        code: ISO 3166-1 alpha-3 code of the state it is or belongs to, or PLOVER's code of a body
            of no state (`IGO`, `UNO`, `EUR`, `NGO`, `ISM`, `IMG`, `MNC`); None: not told.
        sector: PLOVER's code of what it is in its state (`GOV`, `MIL`); None: not told.
        others: further sectors that apply.
        office: the office it is named with, in normal form; None: without one.
    """

    span: Span
    name: str
    code: str | None = None
    sector: str | None = None
    others: tuple[str, ...] = ()
    office: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """What goes from one side to the other.

    Attributes:
        goods: what sort of thing.
        span: the words for it ("artillery shells").
        figure: how much of it, None where not told.
        in_return: whether the recipient gives it in return.
    """

    goods: Goods
    span: Span
    figure: Figure | None = None
    in_return: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a claim says that somebody did, does or may do.

    Attributes:
        key: content key.
        report: key of the report.
        claim: key of the claim that tells it: its chain and spans are the event's.
        chain: names of the sources that tell it, outermost first; empty for the outlet's own
            voice. A speech act, such as a demand, is not told by its speaker.
        deed: the words of the verb.
        type: what sort of deed.
        modes: how it is done, PLOVER's modes of that type.
        contexts: what it is about, PLOVER's general contexts.
        standing: whether it lies ahead, long ago, or in nobody's doing yet.
        modality: the claim's.
        actors: who acts; more than one for a mutual deed. Empty where nobody is named.
        recipients: whom it is done to or for; empty where nobody is named.
        place: where; None: not said.
        time: when; None: not said.
        transfers: what goes from one side to the other.
        killed: how many died; None: not said.
        wounded: how many were hurt; None: not said.
        size: how many died or were hurt, told as one number, or how many took part in a protest;
            None: not said.
        confidence: how sure the engine is of the type, 0 to 1; None for a type that a list of
            verbs gave.
        made_by: name and version of what found it.
    """

    key: str
    report: str
    claim: str
    chain: tuple[str, ...]
    deed: Span
    type: EventType
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    standing: tuple[Standing, ...]
    modality: Modality
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Place | None
    time: Moment | None
    transfers: tuple[Transfer, ...]
    killed: Figure | None
    wounded: Figure | None
    size: Figure | None
    confidence: float | None
    made_by: str

    @property
    def cameo_root(self) -> str:
        """Cue category of CAMEO; what its mode tells of investigations and fights is in it."""
        if self.type is EventType.ACCUSE and "investigate" in self.modes:
            return "09"
        if self.type is EventType.ASSAULT and "unconventional" in self.modes:
            return "20"
        if self.type is EventType.ASSAULT and not _FIGHTS.isdisjoint(self.modes):
            return "19"
        return self.type.cameo_root


_FIGHTS = frozenset({"heavy-weapons", "aerial", "drone", "firearms", "sideAB"})
