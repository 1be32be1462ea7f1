"""The example's record as people leave it after a day's work: something on every page."""

import shutil
from pathlib import Path

from watchword.desk.desk import Desk
from watchword.desk.entries import Uploaded
from watchword.model.principal import whoever_is_here

ANA = whoever_is_here("Ana")
OUTLINES = Uploaded(
    name="feeds.opml",
    content=b'<opml version="2.0"><body><outline type="rss" text="Example"'
    b' xmlUrl="https://example.org/feed"/></body></opml>',
)
DEEDS: tuple[tuple[str, dict[str, object]], ...] = (
    ("grade", {"source": "Neva Herald", "grade": "D", "why": "prints one side alone"}),
    ("watch", {"words": "North Korean troops sent to Russia", "looks_back": "true"}),
    ("question", {"question": "sending weapons to Ukraine"}),
    ("ask-question", {"words": "Will Seoul send shells to Ukraine?", "closes": "2030-01-01"}),
    ("open-matrix", {"title": "Why were the troops sent?", "hypotheses": "For pay\nFor skill"}),
    ("new-scenario", {"title": "Troops on the front"}),
    (
        "add-channel",
        {
            "kind": "webhook",
            "address": "https://example.org/alerts",
            "secret": "WATCHWORD_CHANNEL_ALERTS",
        },
    ),
    ("save-search", {"name": "Kursk", "asked": "q=Kursk"}),
    ("compose", {"title": "Troops to Russia"}),
)


def furnish(desk: Desk) -> None:
    """Do something of every kind in the situation "troops"."""
    done = {name: desk.act(ANA, "troops", name, given) for name, given in DEEDS}
    desk.act(ANA, "troops", "import-feeds", {"files": [OUTLINES]})
    question = str(done["ask-question"]["key"])
    desk.act(ANA, "troops", "say-likely", {"key": question, "likely": "20%"})
    asked = {"words": "Are there North Korean troops in Kursk?", "closes": "2030-01-01"}
    settled = str(desk.act(ANA, "troops", "ask-question", asked)["key"])
    desk.act(ANA, "troops", "say-likely", {"key": settled, "likely": "70%"})
    desk.act(ANA, "troops", "resolve-question", {"key": settled, "came": "yes"})
    scenario = str(done["new-scenario"]["at"]).rpartition("/")[2]
    for name, text in (("sent", "Troops are sent"), ("fight", "Troops fight")):
        desk.act(ANA, "troops", "put-node", {"key": scenario, "id": name, "text": text})
    arrow = {"key": scenario, "cause": "sent", "effect": "fight", "chance": "60%"}
    desk.act(ANA, "troops", "draw-arrow", arrow)
    brief = str(done["compose"]["at"]).rpartition("/")[2]
    desk.act(ANA, "troops", "publish", {"key": brief})
    report = _first(desk, "reports", "report")
    desk.act(ANA, "troops", "comment", {"subject": report, "words": "To be read again, @Ana."})
    desk.act(ANA, "troops", "mark", {"subject": report, "tlp": "TLP:AMBER"})
    claim = _first(desk, "claims", "claim")
    correction = {"claim": claim, "field": "modality", "value": "reported", "why": "hearsay"}
    desk.act(ANA, "troops", "correct", correction)


def copied(record: Path, folder: Path) -> Path:
    """A copy of a record to be furnished."""
    return Path(shutil.copy(record, folder / "troops.watchword"))


def _first(desk: Desk, kind: str, field: str) -> str:
    found = desk.look(ANA, "troops", "claims", {"kind": kind, "q": "Kursk"})
    assert found is not None
    hits = found.record["hits"]
    assert isinstance(hits, list)
    return str(hits[0][field])
