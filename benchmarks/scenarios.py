"""How long a scenario takes to compute, and to draw from what is claimed.

    python benchmarks/scenarios.py

Makes networks of yes and no from a fixed seed, each node with up to three causes, two pieces of
evidence, and prints the milliseconds of processor time that the answers take, the best of five
runs: every node's probability, and all that `watchword scenarios run --target` tells. Then joins
phrases of made words into states, for growing numbers of phrases.
"""

import argparse
import random
import time
from collections.abc import Callable

from watchword.assess.scenarios.completing import with_defaults
from watchword.assess.scenarios.library import load_pyagrum
from watchword.assess.scenarios.network import Network, weights_of
from watchword.assess.scenarios.outlooks import look_ahead
from watchword.assess.scenarios.phrases import Phrase, place_phrases
from watchword.model.scenario import Arrow, Chance, Evidence, Ground, Node, Row, Scenario

TIMES, CAUSES = 5, 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, nargs="+", default=[10, 30, 60])
    parser.add_argument("--phrases", type=int, nargs="+", default=[2_000, 20_000])
    arguments = parser.parse_args()
    load_pyagrum()
    for size in arguments.nodes:
        scenario = made(size)
        target = (f"n{size - 1}", "yes")
        answers = best(lambda scenario=scenario: answer(scenario))
        whole = best(lambda scenario=scenario, target=target: look_ahead(scenario, target=target))
        print(f"{size} nodes: every probability {answers:6.1f} ms, all of run {whole:7.1f} ms")
    for count in arguments.phrases:
        phrases = made_phrases(count)
        begun = time.process_time()
        place_phrases(phrases)
        print(f"{count:,} phrases: {time.process_time() - begun:.2f} s")


def answer(scenario: Scenario) -> None:
    """Every node's probability under the evidence, tables and all."""
    network = Network(with_defaults(scenario))
    network.beliefs(weights_of(scenario.evidence, network.nodes, {}))


def best(work: Callable[[], object]) -> float:
    """Milliseconds of the best of some runs."""
    times = []
    for _ in range(TIMES):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times) * 1_000


def made(size: int) -> Scenario:
    """A network from a fixed seed."""
    chance = random.Random(7)  # noqa: S311 - made data
    arrows, nodes = [], []
    for at in range(size):
        causes = sorted(chance.sample(range(at), min(at, chance.randint(0, CAUSES))))
        arrows += [Arrow(cause=f"n{cause}", effect=f"n{at}") for cause in causes]
        rows = tuple(
            Row(
                given=tuple("yes" if line >> bit & 1 else "no" for bit in range(len(causes))),
                chances=both(chance.uniform(0.05, 0.95)),
            )
            for line in range(1 << len(causes))
        )
        nodes.append(Node(id=f"n{at}", text=f"state {at}", table=rows))
    seen = [(f"n{size // 2}", None), (f"n{size // 3}", 6.0)]
    evidence = tuple(
        Evidence(node=name, state="yes", ratio=ratio, ground=Ground.PERSON) for name, ratio in seen
    )
    return Scenario(title="made", nodes=tuple(nodes), arrows=tuple(arrows), evidence=evidence)


def both(yes: float) -> tuple[Chance, Chance]:
    """The probabilities of no and yes."""
    return (
        Chance(value=round(1 - yes, 12), ground=Ground.PERSON),
        Chance(value=yes, ground=Ground.PERSON),
    )


def made_phrases(count: int) -> list[Phrase]:
    """Phrases of four to seven words, drawn as words are: a few often, most seldom."""
    chance = random.Random(7)  # noqa: S311 - made data
    return [
        Phrase(
            text="",
            words=frozenset(
                f"w{int(chance.paretovariate(0.4)) % 30_000}" for _ in range(chance.randint(4, 7))
            ),
            countries=frozenset(),
            negated=False,
            by_pronoun=False,
        )
        for _ in range(count)
    ]


if __name__ == "__main__":
    main()
