"""What a scenario says: how likely each state is, what moved it, and what would move it most."""

from dataclasses import dataclass

from watchword.model.scenario import Evidence, Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """How likely each state of a node is.

    Attributes:
        node: id of the node.
        states: names of its states.
        before: probability of each before any evidence.
        now: probability of each with all the evidence and what is supposed.
        numbers: how many numbers of it and of what leads to it are used.
        untold: how many of those nobody gave.
        is_moved: whether what is seen moved it.
    """

    node: str
    states: tuple[str, ...]
    before: tuple[float, ...]
    now: tuple[float, ...]
    numbers: int
    untold: int
    is_moved: bool

    @property
    def is_untold(self) -> bool:
        """Whether nobody gave any number that it rests on, and nothing seen moved it."""
        return self.numbers == self.untold and not self.is_moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What a piece of evidence does to one state of the target.

    Attributes:
        evidence: the piece.
        before: probability with the pieces that stand before it.
        after: probability with it as well.
        without: probability with every piece but this one.
    """

    evidence: Evidence
    before: float
    after: float
    without: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What it would be worth to know a node for certain.

    Attributes:
        node: id of the node.
        states: names of its states.
        chances: probability of each as things stand.
        information: mutual information with the target, in bits.
        change: by how much the target is expected to move: the mean, over the states, of how far
            its probability would move.
        target_if: probability of the target for each state.
    """

    node: str
    states: tuple[str, ...]
    chances: tuple[float, ...]
    information: float
    change: float
    target_if: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Swing:
    """How far the target moves when one number of the scenario is other than given.

    Attributes:
        number: which number, in words.
        ground: where it comes from.
        value: as it stands.
        low: the least that is tried.
        high: the most that is tried.
        target_low: probability of the target at the least.
        target_high: probability of the target at the most.
    """

    number: str
    ground: Ground
    value: float
    low: float
    high: float
    target_low: float
    target_high: float

    @property
    def width(self) -> float:
        """How far the target moves between the two, from 0 to 1."""
        return abs(self.target_high - self.target_low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """What is asked about one state of one node.

    Attributes:
        node: id of the target.
        state: the state that is asked about.
        probability: how likely it is now.
        moves: what each piece of evidence does to it, in the order of the scenario.
        worths: what knowing each node that tells of it would be worth, the most first.
        swings: how sensitive it is to each number, the most first.
    """

    node: str
    state: str
    probability: float
    moves: tuple[Move, ...]
    worths: tuple[Worth, ...]
    swings: tuple[Swing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What a scenario says.

    Attributes:
        beliefs: of every node, in the order of the scenario.
        explanation: the states of all nodes that are together the likeliest, one a node.
        explanation_chance: how likely that is, given the evidence.
        evidence_chance: how likely what is certain was, before it was seen; 1 where nothing is.
        observed: what is supposed to be seen, node and state.
        done: what is supposed to be brought about, node and state.
        set_aside: evidence that does not count, since its node is supposed to be brought about.
        focus: what is asked about one node, None where none is asked about.
        made_by: name and version of what computed it.
    """

    beliefs: tuple[Belief, ...]
    explanation: tuple[tuple[str, str], ...]
    explanation_chance: float
    evidence_chance: float
    observed: tuple[tuple[str, str], ...]
    done: tuple[tuple[str, str], ...]
    set_aside: tuple[Evidence, ...]
    focus: Focus | None
    made_by: str
