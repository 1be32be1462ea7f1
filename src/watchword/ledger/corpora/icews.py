"""A month of coded events (ICEWS18), by names of actors and of CAMEO's relations.

The file has four numbers a line: source, relation, target, and hours since 1 January 2018. Names of
relations are those of CAMEO in the wording of ICEWS; the first words tell the root.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.tables import MEND, read_text
from watchword.model.event import EventType

FIRST_DAY = date(2018, 1, 1)
FOLDER = Path("events") / "icews18"

ROOTS: Mapping[str, str] = {
    "02": "Make an appeal|Appeal",
    "03": "Express intent",
    "04": "Consult|Discuss by|Make a visit|Host a visit|Meet at|Mediate|Engage in negotiation",
    "05": """Engage in diplomatic|Praise|Defend verbally|Rally support|Grant diplomatic|Apologize
        |Forgive|Sign formal""",
    "06": "Engage in material|Cooperate|Engage in judicial|Share",
    "07": "Provide|Grant asylum",
    "08": "Yield|Ease|Accede|Return|Retreat|Declare truce|Demobilize|Receive",
    "09": "Investigate",
    "10": "Demand",
    "11": "Criticize|Accuse|Rally opposition|Complain|Bring lawsuit|find guilty",
    "12": "Reject|Refuse|Defy|Veto",
    "13": "Threaten|Give ultimatum",
    "14": """Demonstrate or|Demonstrate for|Conduct hunger|Conduct strike|Obstruct|Protest
        |Engage in violent|Engage in political""",
    "15": "Demonstrate military|Increase|Mobilize",
    "16": "Reduce|Halt|Impose embargo|Expel or withdraw",
    "17": """Coerce|Seize|Confiscate|Destroy|Impose|Ban|Arrest|Expel or deport
        |Use tactics""",
    "18": """Use unconventional|Abduct|Physically|Sexually|Torture|Kill|Conduct suicide|Carry out
        |Use as|Attempt to|Assassinate""",
    "19": """Use conventional|Impose blockade|Occupy|fight with|Employ aerial|Violate ceasefire
        |Use chemical|Use weapons|Detonate|Engage in mass""",
}
"""How names of relations begin, by root of CAMEO. What is left makes statements, root 01, which
are neither cooperation nor conflict."""
TYPES: Mapping[str, EventType] = {
    "02": EventType.CONSULT,
    "03": EventType.AGREE,
    "04": EventType.CONSULT,
    "05": EventType.SUPPORT,
    "06": EventType.COOPERATE,
    "07": EventType.AID,
    "08": EventType.CONCEDE,
    "09": EventType.ACCUSE,
    "10": EventType.REQUEST,
    "11": EventType.ACCUSE,
    "12": EventType.REJECT,
    "13": EventType.THREATEN,
    "14": EventType.PROTEST,
    "15": EventType.MOBILIZE,
    "16": EventType.SANCTION,
    "17": EventType.COERCE,
    "18": EventType.ASSAULT,
    "19": EventType.ASSAULT,
}
"""A type of each root's quad class; root 20 is among 19 here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """One line of the file.

    Attributes:
        number: of the line, from 1.
        source: who acts, as ICEWS names it ("Government (Norway)").
        relation: CAMEO's name of the deed.
        target: whom it is done to.
        day: when.
    """

    number: int
    source: str
    relation: str
    target: str
    day: date

    @property
    def type(self) -> EventType | None:
        """A type of its quad class; None for a statement."""
        root = root_of(self.relation)
        return TYPES.get(root)


def root_of(relation: str) -> str:
    """CAMEO's root of a relation by its name: the longest beginning that fits.

    >>> root_of("Expel or deport individuals"), root_of("Make statement")
    ('17', '01')
    """
    fits = [
        (len(opening), root)
        for root, openings in ROOTS.items()
        for opening in map(str.strip, openings.split("|"))
        if relation.startswith(opening)
    ]
    return max(fits)[1] if fits else "01"


def read_coded_events(data: Path) -> Iterator[CodedEvent]:
    """Read the events in the order of the file, which is that of time.

    Raises:
        UnreadableError: if a file is missing or broken.
    """
    folder = data / FOLDER
    actors, relations = _names(folder / "entity2id.txt"), _names(folder / "relation2id.txt")
    for number, line in enumerate(read_text(folder / "valid.txt").splitlines(), start=1):
        try:
            source, relation, target, hours = map(int, line.split()[:4])
            yield CodedEvent(
                number=number,
                source=actors[source],
                relation=relations[relation],
                target=actors[target],
                day=FIRST_DAY + timedelta(hours=hours),
            )
        except (ValueError, KeyError) as error:
            key = f"{folder / 'valid.txt'}:{number}"
            raise UnreadableError("no event", key=key, mend=MEND) from error


def _names(path: Path) -> Mapping[int, str]:
    rows = (line.rpartition("\t") for line in read_text(path).splitlines() if "\t" in line)
    try:
        return {int(number): name.strip() for name, _, number in rows}
    except ValueError as error:
        raise UnreadableError("no table of names", key=str(path), mend=MEND) from error
