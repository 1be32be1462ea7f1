"""Reports to measure archives with: of about 400 words, or of a sentence or two, in a file.

    python benchmarks/archive_texts.py reports.jsonl --reports 2000
    python benchmarks/archive_texts.py notices.jsonl --reports 10000 --short

With the measuring data (`WATCHWORD_DATA`), those of 400 words are statements of two presidents'
offices and briefings of the White House, cut at the ends of sentences into 380 to 420 words, drawn
by lot and put in the order of time; the short ones are the first of the current-events stream, or
that stream with variants of it, where more are wanted. Each stretch of text is printed once.
Without that folder both are composed by templates.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import islice
from pathlib import Path

from varied_reports import each_varied
from watchword.config import read_settings
from watchword.ledger.corpora.statements import read_statements
from watchword.ledger.corpora.streams import read_current_events
from watchword.ledger.corpora.tables import read_field, read_objects
from watchword.text.sentences import find_sentences

FEWEST, MOST = 380, 420
EVENTS = 98_806
"""Reports in the stream of current events; of more, all but one of each are varied."""
SEED, BEGIN = 9, datetime(2024, 10, 1, 8, tzinfo=UTC)
Row = dict[str, str]
"""A report as collecting takes it: id, url, outlet, title, date, text."""

NATIONS = ("Norland", "Vestria", "Karvia", "Ostmark", "South Maren", "Talvia", "Ilmor", "Brenn")
CITIES = ("Harsk", "Lowen", "Port Saya", "Medrin", "Ulvik", "Castra", "Nemos", "Arden Bay")
PEOPLE = ("Anna Torvald", "Jon Merek", "Ilse Marn", "Pavel Osk", "Lee Sang-ho", "Maria Quint")
OFFICES = ("defence minister", "foreign ministry", "intelligence service", "president", "army")
DEEDS = ("sent troops to", "shelled", "closed its border with", "began talks with", "threatened")
COUNTED = ("soldiers", "people", "drones", "shells", "civilians", "vehicles")
PATTERNS = (
    (
        "The {office} of {nation} said on {day} that around {number} {counted} had been deployed"
        " near {city}."
    ),
    (
        "{person}, a lawmaker, told reporters, citing the {office}, that {nation} {deed} {other}"
        " last week."
    ),
    (
        "At least {few} people were killed and {number} wounded when a depot in {city} was hit, the"
        " {office} of {nation} said."
    ),
    "{nation} denied that it {deed} {other}, and called the report an invention.",
    (
        "If the {counted} reach {city}, they could become a greater threat, {person} said, adding:"
        ' "We will not look away."'
    ),
    (
        "{other} is considering whether to send {number} {counted} to {nation}, according to two"
        " officials who asked not to be named."
    ),
    "The two sides agreed in {city} to exchange {few} prisoners by the end of the month.",
    (
        "It was not immediately clear who had ordered the attack on {city}, and the figures could"
        " not be confirmed independently."
    ),
    "Analysts believe that {nation} is likely to sign a treaty with {other} before the winter.",
    (
        "On {day}, {person} met the {office} of {other} in {city} to discuss food, fuel and the"
        " return of displaced families."
    ),
)


def main() -> None:
    """Write the file, and say how many reports and words it has."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="JSONL to write")
    parser.add_argument("--reports", type=int, default=2000, help="how many at most")
    parser.add_argument("--short", action="store_true", help="reports of a sentence or two")
    parser.add_argument("--data", type=Path, default=read_settings().data)
    asked = parser.parse_args()
    make = short_reports if asked.short else long_reports
    rows = make(asked.data if (asked.data / "reports").is_dir() else None, asked.reports)
    count, words = write_rows(rows, asked.file)
    print(json.dumps({"reports": count, "words": words}))


def long_reports(data: Path | None, count: int) -> Iterator[Row]:
    """Reports of 380 to 420 words, in the order of time.

    Args:
        data: the folder of the measuring data, None to compose.
        count: how many at most.
    """
    if data is None:
        return islice(_each_composed(390), count)
    cut = [row for whole in _each_whole(data) for row in each_cut(whole)]
    drawn = sorted(cut, key=lambda row: sha256(row["text"].encode()).digest())[:count]
    return iter(sorted(drawn, key=lambda row: (row["date"], row["id"])))


def short_reports(data: Path | None, count: int) -> Iterator[Row]:
    """Reports of a sentence or two, in the order of time; arguments as above."""
    if data is None:
        return islice(_each_composed(30), count)
    return islice(_each_short(data, count), count)


def each_cut(whole: Row) -> Iterator[Row]:
    """Stretches of whole sentences, 380 to 420 words long; what fits into none is left out."""
    text, begin, words = whole["text"], None, 0
    for place in find_sentences(text):
        begin = place.start if begin is None else begin
        words += len(text[place.start : place.end].split())
        if words < FEWEST:
            continue
        if words <= MOST:
            part = {"id": f"{whole['id']}-{begin}", "text": text[begin : place.end]}
            yield {**whole, **part}
        begin, words = None, 0


def write_rows(rows: Iterable[Row], file: Path) -> tuple[int, int]:
    """Write rows as JSONL, and give how many rows and words that were."""
    count = words = 0
    with file.open("w", encoding="utf-8") as lines:
        for row in rows:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
            words += len(row["text"].split())
    return count, words


def _each_short(data: Path, count: int) -> Iterator[Row]:
    if count > EVENTS:
        for number, (at, text) in enumerate(each_varied(data, count)):
            yield _row(f"varied-{number}", "", "Events Page", at.isoformat(), text)
        return
    for each in read_current_events(data):
        yield _row(each.event_id, "", "Events Page", each.date.isoformat(), each.text)


def _each_whole(data: Path) -> Iterator[Row]:
    for key, told in read_objects(data / "reports" / "white-house" / "reports.jsonl"):
        fields = (read_field(told, name, key) for name in ("id", "title", "outlet", "date", "text"))
        yield _row(*fields)
    for each in read_statements(data):
        yield _row(each.statement_id, each.title, each.outlet, each.published, each.text)


def _row(*fields: str) -> Row:
    return dict(zip(("id", "title", "outlet", "date", "text"), fields, strict=True))


def _each_composed(least: int) -> Iterator[Row]:
    """Reports by templates, each with so many words at least, one every ten minutes; no end."""
    dice = random.Random(SEED)  # noqa: S311 - composes examples, no secret
    number = 0
    while True:
        at = BEGIN + timedelta(minutes=10 * number)
        sentences: list[str] = []
        while sum(len(each.split()) for each in sentences) < least:
            sentences.append(_composed(dice))
        outlet, title = f"{dice.choice(CITIES)} Post", sentences[0][:60]
        yield _row(f"composed-{number}", title, outlet, at.isoformat(), " ".join(sentences))
        number += 1


def _composed(dice: random.Random) -> str:
    nation, other = dice.sample(NATIONS, 2)
    return _one(PATTERNS, dice).format(
        nation=nation,
        other=other,
        office=_one(OFFICES, dice),
        person=_one(PEOPLE, dice),
        city=_one(CITIES, dice),
        deed=_one(DEEDS, dice),
        counted=_one(COUNTED, dice),
        day=_one(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"), dice),
        number=f"{dice.randint(2, 120) * 100:,}",
        few=dice.randint(2, 90),
    )


def _one(some: Sequence[str], dice: random.Random) -> str:
    return dice.choice(some)


if __name__ == "__main__":
    main()
