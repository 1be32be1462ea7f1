"""How fast actors are resolved and proposals made, and whether that grows with who is known.

    python benchmarks/identities.py
    python benchmarks/identities.py --known 1000 10000 100000

Prints the time that the register takes to be made from the seed, mentions resolved a second (those
of `tests/resolve/cases`, each once with a cold memory of names and then again and again), and for
each number of composed identities known already, new actors seen a second.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice, product
from pathlib import Path

from watchword.model.actor import Actor
from watchword.model.attribution import LinkKind
from watchword.resolve.identities import resolve
from watchword.resolve.proposals import Proposer
from watchword.resolve.register import Register

CASES = Path(__file__).parents[1] / "tests" / "resolve" / "cases" / "mentions.tsv"
DAY = datetime(2024, 10, 24, tzinfo=UTC)
ROUNDS, MEASURED = 50, 2000
GIVEN = ("Ana", "Bela", "Cato", "Dimo", "Edda", "Fedor", "Gita", "Hugo", "Ilka", "Jora", "Kim")
SOUNDS = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo")
LANDS = ("FR", "UA", "KR", "TD", "BR")


def actor_of(name: str, kind: LinkKind, country: str | None, offices: tuple[str, ...]) -> Actor:
    """An actor of a report that nobody wrote."""
    return Actor(
        key=name,
        report="benchmark",
        name=name,
        kind=kind,
        country=country,
        offices=offices,
        aliases=(name,),
        mentions=(),
    )


def each_case() -> Iterator[tuple[Actor, datetime, tuple[str, ...]]]:
    """The mentions of the cases, their days, and the countries around."""
    for line in CASES.read_text(encoding="utf-8").splitlines()[1:]:
        day, kind, name, country, offices, around, *_ = line.split("\t")
        actor = actor_of(
            name.partition("/")[0],
            LinkKind(kind),
            country or None,
            tuple(filter(None, offices.split("|"))),
        )
        at = datetime.fromisoformat(day).replace(tzinfo=UTC)
        yield actor, at, tuple(filter(None, around.split("|")))


def each_newcomer() -> Iterator[Actor]:
    """People whom nobody knows, each of another name."""
    for number, (given, *parts) in enumerate(product(GIVEN, *[SOUNDS] * 5)):
        name = f"{given} {''.join(parts).capitalize()}"
        yield actor_of(name, LinkKind.PERSON, LANDS[number % len(LANDS)], ())


def measure_resolving(register: Register) -> tuple[float, float]:
    """Mentions a second, at first and when their names have been met before."""
    cases = list(each_case())
    started = time.perf_counter()
    for actor, at, around in cases:
        resolve(actor, at, register, around=around)
    first = len(cases) / (time.perf_counter() - started)
    started = time.perf_counter()
    for _ in range(ROUNDS):
        for actor, at, around in cases:
            resolve(actor, at, register, around=around)
    return first, ROUNDS * len(cases) / (time.perf_counter() - started)


def measure_seeing(known: Sequence[int]) -> Iterator[tuple[int, float]]:
    """New actors a second, for each number of identities known before."""
    proposer = Proposer(Register())
    newcomers = each_newcomer()
    seen = 0
    for number in sorted(known):
        for actor in islice(newcomers, max(0, number - seen)):
            proposer.see(actor, DAY)
        started = time.perf_counter()
        for actor in islice(newcomers, MEASURED):
            proposer.see(actor, DAY)
        seen = max(seen, number) + MEASURED
        yield number, MEASURED / (time.perf_counter() - started)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast actors are resolved.")
    parser.add_argument("--known", type=int, nargs="+", default=[1000, 10_000, 100_000])
    asked = parser.parse_args()
    started = time.perf_counter()
    register = Register()
    print(f"register made from the seed in {time.perf_counter() - started:.3f} s")
    first, again = measure_resolving(register)
    print(f"{first:,.0f} mentions a second at first, {again:,.0f} again")
    for number, rate in measure_seeing(asked.known):
        print(f"{rate:,.0f} new actors a second beside {number:,} known")


if __name__ == "__main__":
    main()
