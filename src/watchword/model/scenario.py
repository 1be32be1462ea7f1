"""A causal model of a situation that a person completes: states of affairs, arrows, evidence.

Invariant: every number says where it comes from, and what nobody gave is marked as such.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchword.model.claim import Modality
from watchword.model.source import Credibility
from watchword.model.span import Span

NO_YES = ("no", "yes")
"""The states of a node that is so or not so."""


class Ground(StrEnum):
    """Where a number comes from."""

    PERSON = "person"
    CLAIM = "claim"
    """A source's own word of likelihood."""
    FILE = "file"
    """A network that was read in."""
    RULE = "rule"
    """Computed from other numbers by the node's gate."""
    DEFAULT = "default"
    """Nobody gave it."""


class Gate(StrEnum):
    """How the causes of a node work together where it has no table."""

    OR = "or"
    """Each cause may bring it about alone: noisy-OR."""
    AND = "and"
    """Each cause that is missing may keep it from coming about: noisy-AND."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """A probability, and where it comes from.

    Attributes:
        value: from 0 to 1.
        ground: where it comes from.
        words: the term of ICD 203 that it was given as; empty where it was given as a number.
        by: who gave it, or the rule; empty where that is not told.
        why: the reason in words; empty where none was given.
        claims: keys of the claims that it rests on.
    """

    value: float
    ground: Ground
    words: str = ""
    by: str = ""
    why: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a node's table.

    Attributes:
        given: the state of each cause, in the order of the node's arrows.
        chances: one for each state of the node; they come to 1.
    """

    given: tuple[str, ...]
    chances: tuple[Chance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A state of affairs.

    Attributes:
        id: short name, letters, digits and low lines.
        text: the state of affairs in words.
        states: names of the states that it may be in; for one that is or is not so, no and yes.
        chance: of the last of two states: by itself, where it has no causes; where none of them
            is at work (OR); where all of them are (AND). None: not given.
        gate: how causes work together where the table does not say.
        table: what is given outright; each line stands before what the gate would give.
    """

    id: str
    text: str
    states: tuple[str, ...] = NO_YES
    chance: Chance | None = None
    gate: Gate = Gate.OR
    table: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """A source's claim that one thing would lead to another.

    Attributes:
        implication: key of the implication.
        claim: key of its claim.
        report: the `id` of the report.
        origin: key of the report's origin; reports of one origin count once.
        outlet: who published it, None where that is not told.
        published: when, None where that is not told.
        chain: who says so, outermost first; empty is the outlet's own voice.
        modality: how firmly.
        hedge: the word that softens it; empty where none does.
        likelihood: the term of ICD 203 that the hedge stands for; empty where it names no degree.
        condition: the words of the cause.
        consequence: the words of what would follow.
        made_by: name and version of what found the claim.
    """

    implication: str
    claim: str
    report: str
    origin: str
    outlet: str | None
    published: datetime | None
    chain: tuple[str, ...]
    modality: Modality
    hedge: str
    likelihood: str
    condition: Span
    consequence: Span
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """One state of affairs bears on another.

    Attributes:
        cause: id of the node that bears.
        effect: id of the node that is borne on.
        when: the state of the cause that is at work; None is its last.
        prevents: whether it keeps the effect from coming about.
        weight: chance that it works where it is at work and nothing else is; None: not given.
        claimed: who claims it; none where a person drew it.
        left_out: why a person leaves it out; None where it counts.
    """

    cause: str
    effect: str
    when: str | None = None
    prevents: bool = False
    weight: Chance | None = None
    claimed: tuple[Backing, ...] = ()
    left_out: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known of a node, and how much it weighs.

    Attributes:
        node: id of the node.
        state: the state that it speaks for.
        ratio: how many times likelier it is to be seen in that state than in any other, below 1
            where it speaks against it; None where the state is certain.
        ground: where the ratio comes from.
        by: who gave it, or the rule; empty where that is not told.
        why: the reason in words; empty where none was given.
        claims: keys of the claims that show it.
        indicator: name of the indicator that shows it, None where none does.
        credibility: of those claims, None where nobody graded them.
    """

    node: str
    state: str
    ratio: float | None
    ground: Ground
    by: str = ""
    why: str = ""
    claims: tuple[str, ...] = ()
    indicator: str | None = None
    credibility: Credibility | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A causal model over what is claimed.

    Attributes:
        title: what it is about.
        nodes: the states of affairs.
        arrows: what bears on what; a node's causes stand in the order of its arrows.
        evidence: what is known, in the order in which it is taken into account.
        as_of: the instant as of which the claims were known, None where none were asked.
        made_by: name and version of what drew it first, or who.
    """

    title: str
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    as_of: datetime | None = None
    made_by: str = ""

    def node(self, name: str) -> Node | None:
        """The node with this id, None where there is none."""
        return next((each for each in self.nodes if each.id == name), None)

    def causes(self, name: str) -> tuple[Arrow, ...]:
        """The arrows that bear on a node and count, in their order."""
        return tuple(each for each in self.arrows if each.effect == name and each.left_out is None)
