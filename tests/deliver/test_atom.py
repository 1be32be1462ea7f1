"""A feed holds the newest alerts, is well-formed whatever reports say, and is written whole."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.deliver.letters import QUOTE, letter

from watchword.deliver.atom import NEWEST, feed_of, write_feed
from watchword.errors import UndeliveredError

NAMES = {"atom": "http://www.w3.org/2005/Atom"}


def test_an_entry_has_the_alert_its_claims_and_where_to_read_them() -> None:
    feed = ET.fromstring(feed_of("Troops", [letter()]))  # noqa: S314 - our own
    (entry,) = feed.findall("atom:entry", NAMES)
    assert entry.findtext("atom:title", namespaces=NAMES) == "SEEN: Troops to Kursk"
    assert QUOTE in (entry.findtext("atom:content", namespaces=NAMES) or "")
    link = entry.find("atom:link", NAMES)
    assert link is not None
    assert link.get("href") == "https://example.org/a"
    assert feed.findtext("atom:updated", namespaces=NAMES) == "2024-10-25T06:00:00+00:00"


def test_whatever_a_report_says_the_feed_is_well_formed() -> None:
    evil = letter("<b>&\x00\ud800]]>", quote="</content><script>\x1b[2J\uffff")
    feed = ET.fromstring(feed_of("<&", [evil]))  # noqa: S314 - our own
    assert len(feed.findall("atom:entry", NAMES)) == 1
    assert feed.find(".//script") is None


def test_the_same_alerts_give_the_same_bytes_and_old_ones_leave() -> None:
    many = [letter(f"Name {number}") for number in range(NEWEST + 5)]
    assert feed_of("a", many) == feed_of("a", many)
    feed = ET.fromstring(feed_of("a", many))  # noqa: S314 - our own
    assert len(feed.findall("atom:entry", NAMES)) == NEWEST


def test_a_feed_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "alerts.xml"
    write_feed(path, b"one")
    write_feed(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UndeliveredError, match="cannot be written"):
        write_feed(tmp_path / "none" / "alerts.xml", b"one")
