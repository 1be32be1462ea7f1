"""Classic networks, written from the tables of the papers that published them."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from watchword.model.scenario import Arrow, Chance, Evidence, Ground, Node, Row, Scenario

Table = Mapping[tuple[str, ...], float]


def told(value: float) -> Chance:
    """A probability that a person gave."""
    return Chance(value=value, ground=Ground.PERSON)


def node(name: str, table: Table) -> Node:
    """A node that is or is not so, by the chance of yes in each line of its table."""
    rows = tuple(
        Row(given=given, chances=(told(round(1 - yes, 12)), told(yes)))
        for given, yes in table.items()
    )
    return Node(id=name, text=name, table=rows)


def network(nodes: Mapping[str, tuple[Sequence[str], Table]]) -> Scenario:
    """A scenario of causes and tables."""
    return Scenario(
        title="a classic",
        nodes=tuple(node(name, table) for name, (_, table) in nodes.items()),
        arrows=tuple(
            Arrow(cause=cause, effect=name)
            for name, (causes, _) in nodes.items()
            for cause in causes
        ),
    )


def seen(name: str, state: str = "yes", ratio: float | None = None) -> Evidence:
    """Evidence of a person."""
    return Evidence(node=name, state=state, ratio=ratio, ground=Ground.PERSON)


N, Y = "no", "yes"


@pytest.fixture
def sprinkler() -> Scenario:
    """The lawn of Russell and Norvig, "Artificial Intelligence", 15.1 (1995)."""
    return network(
        {
            "cloudy": ((), {(): 0.5}),
            "sprinkler": (("cloudy",), {(N,): 0.5, (Y,): 0.1}),
            "rain": (("cloudy",), {(N,): 0.2, (Y,): 0.8}),
            "wet": (
                ("sprinkler", "rain"),
                {(N, N): 0.0, (N, Y): 0.9, (Y, N): 0.9, (Y, Y): 0.99},
            ),
        }
    )


@pytest.fixture
def burglary() -> Scenario:
    """Pearl's alarm, with the numbers of Russell and Norvig, 14.1."""
    return network(
        {
            "burglary": ((), {(): 0.001}),
            "earthquake": ((), {(): 0.002}),
            "alarm": (
                ("burglary", "earthquake"),
                {(N, N): 0.001, (N, Y): 0.29, (Y, N): 0.94, (Y, Y): 0.95},
            ),
            "john": (("alarm",), {(N,): 0.05, (Y,): 0.90}),
            "mary": (("alarm",), {(N,): 0.01, (Y,): 0.70}),
        }
    )


@pytest.fixture
def asia() -> Scenario:
    """The chest clinic of Lauritzen and Spiegelhalter (1988)."""
    return network(
        {
            "asia": ((), {(): 0.01}),
            "tuberculosis": (("asia",), {(N,): 0.01, (Y,): 0.05}),
            "smoking": ((), {(): 0.5}),
            "cancer": (("smoking",), {(N,): 0.01, (Y,): 0.1}),
            "bronchitis": (("smoking",), {(N,): 0.3, (Y,): 0.6}),
            "either": (
                ("tuberculosis", "cancer"),
                {(N, N): 0.0, (N, Y): 1.0, (Y, N): 1.0, (Y, Y): 1.0},
            ),
            "xray": (("either",), {(N,): 0.05, (Y,): 0.98}),
            "dyspnoea": (
                ("either", "bronchitis"),
                {(N, N): 0.1, (N, Y): 0.8, (Y, N): 0.7, (Y, Y): 0.9},
            ),
        }
    )


Beliefs = Callable[..., dict[str, float]]


@pytest.fixture
def chances() -> Beliefs:
    """The chance of the last state of each node, by its id."""
    from watchword.assess.scenarios.outlooks import Supposed, look_ahead  # noqa: PLC0415

    def chances_of(scenario: Scenario, supposed: Supposed | None = None) -> dict[str, float]:
        return {each.node: each.now[-1] for each in look_ahead(scenario, supposed).beliefs}

    return chances_of
