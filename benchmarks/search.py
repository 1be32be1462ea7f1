"""How fast a large record is searched, opened and how much room it takes.

    python benchmarks/search.py
    python benchmarks/search.py ../shared/data --reports 98806 --store /tmp/large.watchword
    python benchmarks/search.py --store 'postgresql://USER@HOST/DATABASE?schema=bench' --json

Makes a store of short reports with 2.5 claims each, by `large_store.py`, unless there is one. Asks
queries of each kind, for claims and for reports, each made of words, names and days of the record,
and prints milliseconds: the median, the 95th percentile, the longest. The first query of each kind
is left out, since it warms what later ones share; the first looks at directions and at days are
told apart.
"""

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np

from large_store import Directions, fill
from watchword.errors import StoreError
from watchword.model.claim import Modality
from watchword.model.report import Report
from watchword.model.search import Query, Sought
from watchword.store import Store, create_store, open_store
from watchword.store.counting import count_record, measure_tables
from watchword.store.reports import each_report
from watchword.store.search import search
from watchword.store.server_index import index_on_server

SEED, SAMPLED = 11, 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Words of a record to make queries of.

    Attributes:
        rare: words that few of the sampled reports have.
        common: words that most have, after those that nobody searches for.
        stops: the commonest of all.
        pairs: two words that follow each other.
        names: names of actors.
        days: when reports were published.
        sentences: texts of reports.
    """

    rare: tuple[str, ...]
    common: tuple[str, ...]
    stops: tuple[str, ...]
    pairs: tuple[str, ...]
    names: tuple[str, ...]
    days: tuple[datetime, ...]
    sentences: tuple[str, ...]


def main() -> None:
    """Make or open a store, ask, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="folder of the corpora")
    parser.add_argument("--reports", type=int, default=98_806)
    parser.add_argument("--store", default="large.watchword")
    parser.add_argument("--times", type=int, default=40, help="queries of each kind")
    parser.add_argument("--index", action="store_true", help="build pgvector's index first")
    parser.add_argument(
        "--processor", action="store_true", help="time this processor alone, of a busy machine"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    filled_s = _fill(asked)
    begin = time.perf_counter()
    store = open_store(asked.store)
    opened_s = time.perf_counter() - begin
    if asked.index:
        begin = time.perf_counter()
        index_on_server(store)
        print(f"pgvector's index: {time.perf_counter() - begin:.0f} s")
    shown = {
        "filled in s": filled_s,
        "opened in ms": round(opened_s * 1000, 1),
        **_measure_room(store),
        **_measure_queries(store, asked),
    }
    print(json.dumps(shown, indent=2) if asked.json else _table(shown))


def _fill(asked: argparse.Namespace) -> float | None:
    """Fill a new store; None where there is one already."""
    try:
        store = create_store(asked.store, title="Large")
    except StoreError:
        return None
    begin = time.perf_counter()
    fill(store, asked.reports, asked.data)
    store.close()
    return round(time.perf_counter() - begin, 1)


def _measure_room(store: Store) -> dict[str, object]:
    with store.viewing() as view:
        counted, sizes = count_record(view), measure_tables(view)
    total = sum(each.size for each in sizes)
    shares = {each.table: round(each.size / counted.reports) for each in sizes}
    return {
        "reports": counted.reports,
        "claims": counted.claims,
        "bytes a report": round(total / counted.reports),
        "bytes a report by table": {name: size for name, size in shares.items() if size},
    }


def _measure_queries(store: Store, wanted: argparse.Namespace) -> dict[str, object]:
    clock = time.process_time if wanted.processor else time.perf_counter
    vocabulary = _learn(store)
    first = Query(near=Directions().of(vocabulary.sentences[0]))
    middle = sorted(vocabulary.days)[len(vocabulary.days) // 2]
    days = Query(words=vocabulary.common[0], until=middle)
    shown: dict[str, object] = {
        "first look at directions in ms": round(_timed(store, first), 1),
        "first look at days in ms": round(_timed(store, days), 1),
    }
    everything: list[float] = []
    for kind in Sought:
        for name, make in Asking(vocabulary).each_kind():
            asked = [replace(make(), kind=kind) for _ in range(wanted.times + 1)]
            spent = [_timed(store, query, clock) for query in asked][1:]
            everything += spent
            shown[f"{kind.value}, {name}"] = _summary(spent)
    shown["all of them"] = _summary(everything)
    return shown


def _timed(store: Store, query: Query, clock: Callable[[], float] = time.perf_counter) -> float:
    begin = clock()
    search(store, query)
    return (clock() - begin) * 1000


def _summary(spent: Sequence[float]) -> dict[str, float]:
    middle, most = np.percentile(spent, (50, 95))
    return {"p50": round(middle, 1), "p95": round(most, 1), "max": round(max(spent), 1)}


def _learn(store: Store) -> Vocabulary:
    dice = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    with store.viewing() as view:
        count = count_record(view).reports
        numbers = dice.sample(range(1, count + 1), min(SAMPLED, count))
        sampled: list[Report] = list(each_report(view, numbers=numbers))
    met = Counter(word for each in sampled for word in re.findall(r"[a-z]{3,}", each.text.lower()))
    ranked = [word for word, _ in met.most_common()]
    named = Counter(name for each in sampled for name in re.findall(r"[A-Z][a-z]{3,}", each.text))
    pairs = [
        " ".join(each.text.split()[at : at + 2]) for each in sampled for at in (3, 7) if each.text
    ]
    return Vocabulary(
        rare=tuple(dice.sample(ranked[len(ranked) // 4 :], 300)),
        common=tuple(ranked[10:210]),
        stops=tuple(ranked[:10]),
        pairs=tuple(pairs),
        names=tuple(name for name, _ in named.most_common(200)),
        days=tuple(each.published.at for each in sampled if each.published.at),
        sentences=tuple(each.text for each in sampled),
    )


class Asking:
    """Makes queries of each kind from the words of a record, the same ones in each run."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._dice = random.Random(SEED)  # noqa: S311 - as above
        self._directions = Directions()

    def each_kind(self) -> Iterator[tuple[str, Callable[[], Query]]]:
        """Names of kinds, each with what makes a query of it."""
        yield from self._of_words().items()
        yield from self._of_filters().items()
        yield from self._of_meaning().items()

    def _of_words(self) -> dict[str, Callable[[], Query]]:
        words = self._words
        return {
            "a rare word": lambda: Query(words=self._one(words.rare)),
            "two common words": lambda: Query(words=f"{self._common()} {self._common()}"),
            "a common word": lambda: Query(words=self._common()),
            "the commonest word alone": lambda: Query(words=self._one(words.stops)),
            "a phrase": lambda: Query(words=f'"{self._one(words.pairs)}"'),
            "a prefix": lambda: Query(words=f"{self._common()[:3]}*"),
            "a OR b -c": lambda: Query(
                words=f"{self._common()} OR {self._one(words.rare)} -{self._common()}"
            ),
        }

    def _of_filters(self) -> dict[str, Callable[[], Query]]:
        return {
            "an actor": lambda: Query(actors=self._actor()),
            "an actor, a common word": lambda: Query(words=self._common(), actors=self._actor()),
            "a month": lambda: Query(**self._stretch(30)),
            "a year, a common word": lambda: Query(words=self._common(), **self._stretch(365)),
            "six years, a common word": lambda: Query(
                words=self._common(), **self._stretch(6 * 365)
            ),
            "a modality, a common word": lambda: Query(
                words=self._common(), modality=self._dice.choice(tuple(Modality))
            ),
            "an outlet": lambda: Query(outlet="Gulf Post"),
            "the newest": lambda: Query(offset=self._dice.randrange(100)),
        }

    def _of_meaning(self) -> dict[str, Callable[[], Query]]:
        return {
            "a direction": lambda: Query(near=self._near()),
            "a direction, a common word": lambda: Query(near=self._near(), words=self._common()),
            "a direction, an actor": lambda: Query(near=self._near(), actors=self._actor()),
            "a direction, a year": lambda: Query(near=self._near(), **self._stretch(365)),
        }

    def _one(self, some: Sequence[str]) -> str:
        return self._dice.choice(some)

    def _common(self) -> str:
        return self._one(self._words.common)

    def _actor(self) -> tuple[str, ...]:
        return (self._one(self._words.names),)

    def _near(self) -> bytes:
        return self._directions.of(self._one(self._words.sentences))

    def _stretch(self, days: int) -> dict[str, datetime]:
        since = self._dice.choice(self._words.days)
        return {"since": since, "until": since + timedelta(days=days)}


def _table(shown: dict[str, object]) -> str:
    lines = []
    for name, value in shown.items():
        told = value
        if isinstance(value, dict):
            told = ", ".join(f"{part} {number}" for part, number in value.items())
        lines.append(f"{name:44} {told}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
