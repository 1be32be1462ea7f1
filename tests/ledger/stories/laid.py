"""Sets of our own in a data folder, each in the form that the real one has."""

import json
from pathlib import Path

FERRY = "The ferry Aurora sank off Lindau with 120 people, and divers of Oster searched for them."
STRIKE = "Dock workers in Belgrade went on strike for higher pay, the union Sloga said."


def lay_all(data: Path) -> None:
    """Two stories of three articles, and a stream of two stories in each of two years."""
    articles = data / "stories" / "ecbplus"
    articles.mkdir(parents=True)
    rows = [
        {
            "id": f"{story}/{number}",
            "topic": 1,
            "story": story,
            "sentences": [{"tokens": text.split()}],
        }
        for story, text in (("1ecb", FERRY), ("1ecbplus", STRIKE))
        for number in range(3)
    ]
    _write(articles / "topics-01-22.jsonl", rows)
    stream = data / "reports" / "current-events"
    stream.mkdir(parents=True)
    events = [
        {
            "id": f"{year}-03-0{day}-{number}",
            "date": f"{year}-03-0{day}",
            "headers": [header],
            "first_under_header": True,
            "text": text,
        }
        for year in (2016, 2021)
        for day in (1, 2, 3)
        for number, (header, text) in enumerate((("Ferry", FERRY), ("Strike", STRIKE)))
    ]
    _write(stream / "until-2023.jsonl", events)


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
