"""How long people wait for pages, with twenty of them at once on a server of a large record.

    python benchmarks/search.py ../shared/data --store /tmp/large.watchword
    python benchmarks/serving.py --store /tmp/large.watchword
    python benchmarks/serving.py --store /tmp/large.watchword --people 20 --rounds 5 --think 1,0

Starts `watchword serve` on a free port of loopback and ends it again. Each person goes through the
same pages in an order of their own: the first page, searches by words and names of the record,
pages deeper down, a claim, a story, who is told most, figures. Prints milliseconds by page: the
median, the 95th percentile, the longest; for each time that people think between two pages, in
seconds. A page that is worked out beside the server tells so at once, which is what is timed; when
it was there is timed apart ("ready").
"""

import argparse
import asyncio
import json
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import httpx2
import numpy as np

from watchword.model.tally import TallyKind
from watchword.serve.running import name_of
from watchword.store import open_store
from watchword.store.browsing.names import NamesAsked, most_told
from watchword.store.counting import count_record
from watchword.store.reports import each_report

SEED, SAMPLED = 11, 4_000
STARTS_WITHIN_S, ANSWERS_WITHIN_S, READY_WITHIN_S = 60, 60, 120
_WORKED_OUT = 202


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What people look for, drawn from the record.

    Attributes:
        words: words of reports, rare and common.
        phrases: four words of a report that follow each other.
        names: who reports speak of.
        days: when reports were published, as 2024-10-23.
    """

    words: tuple[str, ...]
    phrases: tuple[str, ...]
    names: tuple[str, ...]
    days: tuple[str, ...]


@dataclass(slots=True)
class Spent:
    """Milliseconds by page, and what went wrong.

    Attributes:
        by_page: milliseconds.
        wrong: how often which status came, by page.
    """

    by_page: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: dict[str, int] = field(default_factory=lambda: defaultdict(int))


def main() -> None:
    """Serve, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", default="large.watchword")
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=4, help="times that each goes through all")
    parser.add_argument("--think", default="1,0", help="seconds between two pages, with commas")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    drawn = draw(asked.store)
    shown: dict[str, object] = {}
    with served(asked.store) as home:
        asyncio.run(_people(home, drawn, (3, 2, 0.0), run=0))  # whatever is loaded once
        for run, think in enumerate(map(float, asked.think.split(",")), start=1):
            spent = asyncio.run(_people(home, drawn, (asked.people, asked.rounds, think), run=run))
            shown[f"{asked.people} people, {think:g} s between two pages"] = _summary(spent)
    print(json.dumps(shown, indent=2) if asked.json else _table(shown))


def draw(location: str) -> Drawn:
    """Draw what people look for from a record."""
    store = open_store(location)
    with store.viewing() as view:
        count = count_record(view).reports
        numbers = range(1, count + 1, max(1, count // SAMPLED))
        reports = list(each_report(view, numbers=numbers))
        told = most_told(view, NamesAsked(kind=TallyKind.ACTOR, most=200))
    store.close()
    texts = [each.text for each in reports]
    days = {each.published.at.date().isoformat() for each in reports if each.published.at}
    words = [word for text in texts for word in re.findall(r"[a-z]{4,}", text)]
    cut = [text.split() for text in texts]
    return Drawn(
        words=tuple(words),
        phrases=tuple(" ".join(each[2:6]) for each in cut if len(each) > 6),
        names=tuple(each.name for each in told.rows if len(each.name) > 3),
        days=tuple(sorted(days)[-12:]),
    )


@contextmanager
def served(location: str) -> Iterator[str]:
    """Serve a record; yields the address of the situation's first page."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="watchword-bench-") as folder:
        nobody = str(Path(folder) / "accounts.watchword")
        words = ["serve", "--store", location, "--port", str(port), "--accounts", nobody]
        process = subprocess.Popen([sys.executable, "-m", "watchword", *words])  # noqa: S603 - our own program
        try:
            home = f"http://127.0.0.1:{port}/s/{quote(name_of(location))}"
            _await(home)
            yield home
        finally:
            process.terminate()
            process.wait(10)


def _await(home: str) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until:
        try:
            httpx2.get(f"{home}/", timeout=ANSWERS_WITHIN_S)
        except httpx2.TransportError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server does not answer")


async def _people(home: str, drawn: Drawn, how: tuple[int, int, float], *, run: int) -> Spent:
    people, rounds, think = how
    spent = Spent()
    async with asyncio.TaskGroup() as group:
        for number in range(people):
            group.create_task(Person(home, drawn, spent, run * people + number).live(rounds, think))
    return spent


class Person:
    """Somebody who goes through the pages.

    Args:
        home: address of the first page.
        drawn: what they look for.
        spent: takes how long they waited.
        number: which of them it is; each draws differently.
    """

    def __init__(self, home: str, drawn: Drawn, spent: Spent, number: int) -> None:
        self._home, self._drawn, self._spent = home, drawn, spent
        self._dice = random.Random(SEED * 1000 + number)  # noqa: S311 - a sample, not a secret
        self._seen: dict[str, list[str]] = defaultdict(list)

    async def live(self, rounds: int, think: float) -> None:
        """Go through every page so many times, thinking between two."""
        async with httpx2.AsyncClient(timeout=ANSWERS_WITHIN_S) as client:
            for _ in range(rounds):
                pages = list(self._each_page())
                self._dice.shuffle(pages)
                for name, path in pages:
                    await asyncio.sleep(think * self._dice.uniform(0.5, 1.5))
                    await self._visit(client, name, path)

    def _each_page(self) -> Iterator[tuple[str, str]]:
        one = self._dice.choice
        words, names = self._drawn.words, self._drawn.names
        yield "first page", "/"
        for _ in range(3):
            yield "search: a word", f"/claims?q={quote(one(words))}"
        yield "search: two words", f"/claims?q={quote(one(words) + ' ' + one(words))}"
        yield "search: by meaning", f"/claims?q={quote(one(self._drawn.phrases))}"
        yield "search: an actor", f"/claims?actor={quote(one(names))}"
        yield "search: a kind", f"/claims?modality=denied&q={quote(one(words))}"
        yield "search: reports", f"/claims?kind=reports&q={quote(one(words))}"
        yield "claims, the newest", "/claims"
        yield "stories", "/stories"
        yield "actors", "/actors"
        yield "sources", "/sources"
        day = one(self._drawn.days)
        yield "figures", f"/figures?since={day}"
        for kind in ("claims", "stories", "reports"):
            if self._seen[kind]:
                yield f"one of the {kind}", one(self._seen[kind])

    async def _visit(self, client: httpx2.AsyncClient, name: str, path: str) -> None:
        begin = time.perf_counter()
        try:
            answer = await client.get(self._home + path)
        except httpx2.TransportError:
            self._spent.wrong[f"{name}: no answer"] += 1
            return
        self._spent.by_page[name].append((time.perf_counter() - begin) * 1000)
        until = begin + READY_WITHIN_S
        worked_out = answer.status_code == _WORKED_OUT
        while answer.status_code == _WORKED_OUT and time.perf_counter() < until:
            await asyncio.sleep(2)
            answer = await client.get(self._home + path)
        if worked_out:
            self._spent.by_page[f"{name}, ready"].append((time.perf_counter() - begin) * 1000)
        if answer.status_code != httpx2.codes.OK:
            self._spent.wrong[f"{name}: {answer.status_code}"] += 1
        for kind in ("claims", "stories", "reports"):
            found = re.findall(rf'href="[^"]*(/{kind}/[0-9a-f]{{16}})[?"#]', answer.text)
            self._seen[kind] += found[:5]


def _summary(spent: Spent) -> dict[str, object]:
    everything = [
        each for name, some in spent.by_page.items() if "ready" not in name for each in some
    ]
    rows: dict[str, object] = {
        name: _told(some)
        for name, some in sorted({**spent.by_page, "all pages": everything}.items())
    }
    return {**rows, **({"wrong": dict(spent.wrong)} if spent.wrong else {})}


def _told(some: list[float]) -> dict[str, float]:
    middle, most = np.percentile(some, (50, 95))
    return {
        "visits": len(some),
        "p50": round(middle),
        "p95": round(most),
        "max": round(max(some)),
    }


def _table(shown: dict[str, object]) -> str:
    lines: list[str] = []
    for title, rows in shown.items():
        lines.append(title)
        assert isinstance(rows, dict)  # noqa: S101 - as `_summary` makes it
        for name, value in rows.items():
            told = ", ".join(f"{part} {number}" for part, number in value.items())
            lines.append(f"    {name:28} {told}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
