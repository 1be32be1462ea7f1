"""The example situation keeps its promises: composed by us, invented outlets, and its puzzles."""

import csv
import json
import mailbox
import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parent.parent / "examples"
FOLDER = ROOT / "troops-to-russia"
NOTE = "Composed for Watchword from the public record"
FILES = sorted(path for path in FOLDER.rglob("*") if path.is_file())


class Printed(NamedTuple):
    """A report of the example, as far as these tests need it."""

    outlet: str
    day: date
    address: str
    text: str


def fronted(path: Path) -> Iterator[Printed]:
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in front.splitlines())
    day = date.fromisoformat(fields["date"][:10])
    yield Printed(fields["outlet"], day, fields["url"], plain(body))


def paged(path: Path) -> Iterator[Printed]:
    page = path.read_text("utf-8")
    article = page.split("</p>", 1)[1].split("</article>")[0]
    named = dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', page))
    address = re.findall(r'rel="canonical" href="([^"]+)"', page)[0]
    body = "\n\n".join(unescape(words) for words in re.findall(r"<p>(.*?)</p>", article))
    day = date.fromisoformat(named["article:published_time"][:10])
    yield Printed(named["og:site_name"], day, address, body)


def mailed(path: Path) -> Iterator[Printed]:
    if path.suffix == ".eml":
        messages = [path.read_bytes()]
    else:
        box = mailbox.mbox(path, create=False)
        messages = [message.as_bytes() for message in box]
        box.close()
    for raw in messages:
        message = message_from_bytes(raw, policy=policy.default)
        outlet = message["From"].addresses[0].display_name
        day = parsedate_to_datetime(message["Date"]).date()
        yield Printed(outlet, day, message["Archived-At"].strip("<>"), message.get_content())


def listed(path: Path) -> Iterator[Printed]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
    else:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for row in rows:
        day = date.fromisoformat(row["date"][:10])
        yield Printed(row["outlet"], day, row["url"], row["text"])


def wired(path: Path) -> Iterator[Printed]:
    item = json.loads(path.read_text("utf-8"))
    day = date.fromisoformat(item["versioncreated"][:10])
    yield Printed(item["copyrightholder"], day, item["uri"], item["body_text"])


def fed(path: Path) -> Iterator[Printed]:
    channel = ET.fromstring(path.read_text("utf-8")).find("channel")  # noqa: S314 - own file
    assert channel is not None
    for item in channel.iter("item"):
        body = item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") or ""
        text = "\n\n".join(unescape(words) for words in re.findall(r"<p>(.*?)</p>", body))
        day = parsedate_to_datetime(item.findtext("pubDate") or "").date()
        yield Printed(channel.findtext("title") or "", day, item.findtext("link") or "", text)


def spoken(path: Path) -> Iterator[Printed]:
    words = re.findall(r"^<v [^>]+>(.*)</v>$", path.read_text("utf-8"), re.MULTILINE)
    address = "https://example.org/peninsula-watch/2024/11/06"
    yield Printed("Peninsula Watch", date.fromisoformat(path.name[:10]), address, " ".join(words))


READERS = {
    ".md": fronted,
    ".txt": fronted,
    ".html": paged,
    ".eml": mailed,
    ".mbox": mailed,
    ".csv": listed,
    ".jsonl": listed,
    ".json": wired,
    ".rss": fed,
    ".vtt": spoken,
}


def plain(markdown: str) -> str:
    return re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", markdown).replace("**", "").strip()


def reports() -> list[Printed]:
    return [printed for path in FILES for printed in READERS[path.suffix](path)]


def only(outlet: str, slug: str) -> Printed:
    (found,) = (each for each in reports() if each.outlet == outlet and slug in each.address)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_file_says_that_it_was_composed(path: Path) -> None:
    assert NOTE in path.read_text("utf-8")


def test_there_are_reports_enough_in_every_format() -> None:
    assert {path.suffix for path in FILES} == set(READERS)
    assert 32 <= len(reports()) <= 39


def test_reports_are_short_dated_and_at_no_real_address() -> None:
    for report in reports():
        assert 60 <= len(report.text.split()) <= 230, report
        assert date(2024, 10, 8) <= report.day <= date(2024, 11, 22), report
        assert report.address.startswith("https://example.org/"), report


def test_every_outlet_is_told_to_be_invented() -> None:
    told = (ROOT / "README.md").read_text("utf-8")
    assert NOTE in told
    assert {report.outlet for report in reports() if report.outlet not in told} == set()


def test_a_wire_story_is_printed_whole_cut_and_rewritten() -> None:
    first = only("Northern Press Agency", "first-1500").text
    assert first in only("Prairie Sentinel", "north-korea-soldiers").text
    assert only("Gulf of Riga Observer", "special-forces").text in first
    second = only("Strait Newswire", "3000-troops").text
    assert second.endswith(only("Lowland Courier", "contingent").text)
    rewritten = only("Kanto Evening News", "doubled").text.split("\n\n")
    shared = [paragraph for paragraph in rewritten if paragraph in second]
    assert 1 <= len(shared) < len(rewritten)
    assert "Strait Newswire reported" in rewritten[1]


def test_a_correction_replaces_a_version_and_a_kill_withdraws_one() -> None:
    items = [json.loads(path.read_text("utf-8")) for path in FILES if path.suffix == ".json"]
    killed, first, second = items
    assert (killed["pubstatus"], killed["ednote"][:5]) == ("canceled", "KILL:")
    assert first["uri"] == second["uri"]
    assert (first["version"], second["version"]) == ("1", "2")
    assert second["pubstatus"] == "usable"
    assert second["ednote"].startswith("CORRECTION:")
    assert "ednote" not in first
    copied = only("Harbour and Gulf Times", "nato-kursk").text
    assert "10,000 of them were already in Kursk" in copied
    assert "10,000 of them were already in Kursk" not in second["body_text"]


@pytest.mark.parametrize(
    "figure",
    [
        "about 1,500 special-forces soldiers",
        "total to 3,000",
        "at least 3,000 soldiers by ship",
        "About 10,000 troops are expected to be in Russia by December",
        "10,900 troops to Russia by December",
        "12,000 servicemen to Russia, including 500 officers and three generals",
        "between 11,000 and 12,000 North Korean soldiers",
        "As many as 8,000 North Korean soldiers",
        "Some 10,900 North Korean soldiers are now stationed in Russia's Kursk region",
    ],
)
def test_the_figure_moves(figure: str) -> None:
    assert any(figure in " ".join(report.text.split()) for report in reports())
