"""Alerts as an Atom feed (RFC 4287): one file, written whole, the newest first."""

import os
import re
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from watchword.deliver.letter import Letter, subject_of, text_of
from watchword.errors import UndeliveredError

NEWEST = 200
"""How many alerts a feed holds."""

_ATOM = "http://www.w3.org/2005/Atom"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_of(title: str, letters: Sequence[Letter]) -> bytes:
    """A feed of alerts, the newest first.

    Args:
        title: what the situation is called.
        letters: the alerts; of more than `NEWEST` the newest.
    """
    by_time = sorted(letters, key=lambda each: (each.alert.at, each.alert.key))
    shown = by_time[-NEWEST:][::-1]
    feed = ET.Element("feed", xmlns=_ATOM)
    _add(feed, "id", "urn:watchword:alerts")
    _add(feed, "title", f"Alerts: {title}" if title else "Alerts")
    latest = max((each.alert.at for each in shown), default=datetime.fromtimestamp(0, UTC))
    _add(feed, "updated", latest.isoformat())
    author = ET.SubElement(feed, "author")
    _add(author, "name", "Watchword")
    for letter in shown:
        entry = ET.SubElement(feed, "entry")
        _add(entry, "id", f"urn:watchword:alert:{letter.alert.key}")
        _add(entry, "title", subject_of(letter))
        _add(entry, "updated", letter.alert.at.isoformat())
        _add(entry, "content", text_of(letter)).set("type", "text")
        for address in dict.fromkeys(each.address for each in letter.sightings if each.address):
            ET.SubElement(entry, "link", rel="related", href=_plain(address))
    ET.indent(feed)
    content: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def write_feed(path: Path, content: bytes) -> None:
    """Put a feed in the place of the one before, whole or not at all.

    Raises:
        UndeliveredError: if it cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent or Path(), prefix=f".{path.name}.")
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            part.chmod(0o644)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise UndeliveredError(
            f"it cannot be written: {error.strerror}", key=str(path), mend="check the path"
        ) from error


def _add(parent: ET.Element, name: str, words: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = _plain(words)
    return child


def _plain(words: str) -> str:
    """Words without what XML cannot hold."""
    return _NO_XML.sub("\ufffd", words)
