"""Which way of finding turns is best on simulated series, and how soon and firmly it names them.

    python benchmarks/turns.py
    python benchmarks/turns.py --seeds 2 --families
    python benchmarks/turns.py --pairs
    python benchmarks/turns.py --online

Each way is scored on the same series (`simulated_series.py`), most of them with turns that are
known, a good part without any. Printed are cover and F1 as on the Turing Change Point Dataset,
means over families; how many turns a series without any is given; and the seconds it took. No
series that Watchword is measured on is looked at. The first rows are other ways, then comes
Watchword's, then Watchword's with one thing taken away or another price.

With --pairs: the two directions of relations are looked at together, by Watchword's ways alone.
Near is 2 of 100 periods. Printed is also the share of turns that are among the first named: as many
as there are, and two more.

With --online: a turn is looked for after each further period. Printed are after how many
periods it is named, and of turns that were named with so many periods behind them, the share that
is named still five periods later.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
import ruptures

from simulated_series import Simulated, SimulatedPair, each_pair, each_simulated
from watchword.ledger.moves.partings import MARGIN, cover, f1
from watchword.relate.turning import find_joint_turns, find_turns, rank_turns
from watchword.relate.turning.choosing import PRICES, Prices
from watchword.relate.turning.segments import Shape
from watchword.relate.turning.series import Scale

Way = Callable[[list[float]], list[int]]
FIRST_SEED = 101
PAIRS = 40
"""Relations for each seed."""
SOON = 30
"""Periods within which a turn should be named."""
LATER = 5
"""Periods after which a turn is looked for again."""
ONLINE = ("steps, white", "steps, kindred", "steps, heavy", "steps, counts", "steps, sums")


def main() -> None:
    """Try the ways, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--seeds", type=int, default=1, help="how many series of each family and length"
    )
    parser.add_argument("--families", action="store_true", help="scores of each family, too")
    parser.add_argument("--pairs", action="store_true", help="relations, instead")
    parser.add_argument("--online", action="store_true", help="how soon turns are named, instead")
    arguments = parser.parse_args()
    if arguments.pairs:
        print_pairs(list(each_pair(FIRST_SEED, PAIRS * arguments.seeds)))
        return
    seeds = range(FIRST_SEED, FIRST_SEED + arguments.seeds)
    series = [each for seed in seeds for each in each_simulated(seed)]
    if arguments.online:
        print_online([each for each in series if each.family in ONLINE])
        return
    print(f"{'way':44} cover    F1  mean  false seconds")
    for name, way in ways().items():
        print_scores(name, way, series, families=arguments.families)


def ways() -> Mapping[str, Way]:
    """The ways that are tried, by name."""
    other = {
        "no turns at all": lambda _: [],
        "means, variance of all, 3 log n": partial(means, price=3.0),
        "means, variance of steps, 3 log n": partial(means, price=3.0, steps=True),
        "kernel rbf, 3 log n": kernel,
        "Watchword": partial(named, prices=PRICES),
    }
    return other | {
        f"Watchword, {name}": partial(named, prices=prices) for name, prices in changed().items()
    }


def changed() -> Mapping[str, Prices]:
    """What is taken away from Watchword's way, or priced otherwise, by name."""
    return {
        "levels alone": replace(PRICES, shapes=(Shape.LEVEL,)),
        "lines alone": replace(PRICES, shapes=(Shape.LINE,)),
        "plain scale alone": replace(PRICES, scales=(Scale.PLAIN,)),
        "spikes kept": replace(PRICES, keep_spikes=True),
        **{f"kinship {each}": replace(PRICES, kinship=each) for each in (0.0, 0.5, 0.75, 1.0)},
        **{f"floor {each}": replace(PRICES, floor=each) for each in (0.03, 0.1, 0.3)},
        **{f"place {each}": replace(PRICES, place=each) for each in (1.0, 1.5, 2.5, 3.0)},
        **{f"number {each}": replace(PRICES, number=each) for each in (0.5, 0.75, 1.0, 1.5)},
        **{f"line {each}": replace(PRICES, line=each) for each in (1.0, 2.0, 6.0)},
        **{f"curve {each}": replace(PRICES, curve=each) for each in (0.0, 2.0, 3.0)},
        **{f"share {each}": replace(PRICES, share=each) for each in (0.0, 0.04)},
    }


def named(values: list[float], prices: Prices) -> list[int]:
    """Watchword's turns."""
    return [turn.at for turn in find_turns(values, prices=prices)]


def means(values: list[float], price: float, *, steps: bool = False) -> list[int]:
    """Means, exactly, with the noise taken from all values or from steps between neighbours."""
    signal = np.array(values)
    noise = np.median(np.abs(np.diff(signal))) / 0.6745 / np.sqrt(2) if steps else signal.std()
    if signal.std() == 0 or len(signal) < 4:
        return []
    search = ruptures.KernelCPD(kernel="linear", min_size=2).fit((signal / (noise or 1))[:, None])
    return search.predict(pen=price * np.log(len(signal)))[:-1]


def kernel(values: list[float]) -> list[int]:
    """Kernel changes with the usual width."""
    signal = np.array(values)
    if signal.std() == 0:
        return []
    search = ruptures.KernelCPD(kernel="rbf", min_size=2).fit(signal[:, None])
    return search.predict(pen=3 * np.log(len(signal)))[:-1]


def print_scores(name: str, way: Way, series: Iterable[Simulated], *, families: bool) -> None:
    """Score a way and print its row."""
    began = time.perf_counter()
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    false: list[int] = []
    for each in series:
        found = way(each.values)
        marks = [each.turns]
        scores[each.family].append((cover(marks, found, len(each.values)), f1(marks, found)))
        if not each.turns:
            false.append(len(found))
    by_family = {family: np.mean(rows, axis=0) for family, rows in scores.items()}
    covered, right = np.mean(list(by_family.values()), axis=0)
    seconds = time.perf_counter() - began
    told = f"{covered:.3f} {right:.3f} {(covered + right) / 2:.3f} {np.mean(false):6.2f}"
    print(f"{name:44} {told} {seconds:7.1f}", flush=True)
    for family, row in by_family.items() if families else ():
        print(f"    {family:40} {row[0]:.3f} {row[1]:.3f}")


def print_pairs(pairs: Sequence[SimulatedPair]) -> None:
    """Score Watchword's ways on relations and print a row for each."""
    print(f"{'way':44} cover    F1  first  seconds")
    for name, prices in {"Watchword": PRICES, **changed()}.items():
        began = time.perf_counter()
        rows = [_score_pair(each, prices) for each in pairs]
        covered, right = np.mean([row[:2] for row in rows], axis=0)
        first = np.mean([hit for row in rows for hit in row[2]])
        seconds = time.perf_counter() - began
        print(f"{name:44} {covered:.3f} {right:.3f}  {first:.3f} {seconds:8.1f}", flush=True)


def _score_pair(pair: SimulatedPair, prices: Prices) -> tuple[float, float, list[bool]]:
    length, marks = len(pair.columns[0]), [pair.turns]
    ranked = [turn.at for turn in rank_turns(find_joint_turns(pair.columns, prices=prices))]
    margin = max(MARGIN, length // 50)
    first = ranked[: len(pair.turns) + 2]
    hits = [any(abs(turn - each) <= margin for each in first) for turn in pair.turns]
    return cover(marks, ranked, length), f1(marks, ranked, margin), hits


def print_online(series: Iterable[Simulated]) -> None:
    """Look for each first turn after each further period; print delays, and what stays named."""
    delays: list[int | None] = []
    stays: dict[int, list[bool]] = defaultdict(list)
    for each in series:
        turn, *more = [*each.turns, len(each.values)]
        found = {
            end: named(each.values[:end], PRICES)
            for end in range(turn + 1, min(more[0], turn + 31))
        }
        near = [end - turn for end, at in found.items() if _holds(at, turn)]
        delays.append(near[0] if near else None)
        for end, at in found.items():
            for one in at if end + LATER in found else ():
                stays[end - one].append(_holds(found[end + LATER], one))
    known = sorted(delay for delay in delays if delay is not None)
    print(f"{len(known)} of {len(delays)} first turns are named before the next and {SOON} periods")
    shares = {share: known[int(share * (len(known) - 1))] for share in (0.25, 0.5, 0.75)}
    print("periods until then:", ", ".join(f"{s:.0%} {delay}" for s, delay in shares.items()))
    for behind, held in sorted(stays.items()):
        if behind <= 15:
            print(f"named with {behind:2} periods behind: {np.mean(held):.2f} of {len(held)} stay")


def _holds(turns: Iterable[int], turn: int) -> bool:
    return any(abs(each - turn) <= MARGIN for each in turns)


if __name__ == "__main__":
    main()
