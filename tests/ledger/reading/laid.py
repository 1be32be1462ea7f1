"""Held-out sets of our own in a data folder, each in the form that the real one has."""

import json
from pathlib import Path

ARTICLE = "Anna Berg said that three ships had left. The union wants a dredger."
HEADER = "compartment\tfilename\tannotators\tpublisher\ttitle\tpublication_date\n"
UNITS = (
    ("Berg", "Discourse=attribution-positive:1->2:0:x"),
    ("said", "_"),
    ("ships", "Discourse=ROOT:2:0"),
    ("left", "_"),
    (".", "_"),
)


def lay_polnear(data: Path) -> None:
    """An article whose first attribution is found, and whose second is none that is claimed."""
    home = data / "attribution" / "polnear"
    for name in ("text", "attributions"):
        (home / "dev" / name).mkdir(parents=True)
    row = "dev\tharbour\taa\tpost\tShips\t2024-10-25\n"
    (home / "metadata.tsv").write_text(HEADER + row, "utf-8")
    (home / "dev" / "text" / "harbour.txt").write_text(ARTICLE, "utf-8")
    labels = "".join(
        f"T{number}\t{label} {ARTICLE.index(words)} {ARTICLE.index(words) + len(words)}\t{words}\n"
        for number, (label, words) in enumerate(
            (
                ("Source", "Anna Berg"),
                ("Cue", "said"),
                ("Content", "that three ships had left"),
                ("Source", "The union"),
                ("Cue", "wants"),
                ("Content", "a dredger"),
            ),
            start=1,
        )
    )
    events = (
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
        "E2\tAttribution:T5 Source:T4 Cue:T5 Content:T6\n"
    )
    path = home / "dev" / "attributions" / "harbour_aa.ann"
    path.write_text(labels + events, "utf-8")


def lay_gum(data: Path) -> None:
    """A text of one sentence, in test and in dev."""
    rows = [
        f"{number}\t{word}\t{word}\tX\tX\t_\t{number - 1}\tdep\t_\t{extra}"
        for number, (word, extra) in enumerate(UNITS, start=1)
    ]
    text = "# newdoc id = GUM_news_port\n# newpar\n# sent_id = 1\n" + "\n".join(rows) + "\n\n"
    for split in ("test", "dev"):
        folder = data / "treebanks" / "gum" / split
        folder.mkdir(parents=True)
        (folder / f"GUM_news_{split}.conllu").write_text(text, "utf-8")


def lay_newsquant(data: Path) -> None:
    """A sentence with one quantity."""
    quantity = {
        "change": "=",
        "value": "5.0",
        "unit": "ships",
        "normalized_unit": "ship",
        "referred_concepts": "-",
    }
    path = data / "figures" / "newsquant" / "NewsQuant.json"
    path.parent.mkdir(parents=True)
    row = {"text": "Five ships sailed from Lima.", "quantities": [quantity]}
    path.write_text(json.dumps([row]), "utf-8")


def lay_places(data: Path) -> None:
    """Two texts with one toponym each, in the form of LGL and of GeoWebNews."""
    point = "<lat>-12.04</lat><lon>-77.03</lon>"
    article = (
        '<article docid="{}"><text>Rain fell in Lima on Monday.</text><toponyms><toponym>'
        "<start>13</start><end>17</end><phrase>Lima</phrase>"
        f'<gaztag geonameid="3936456">{point}</gaztag></toponym></toponyms></article>'
    )
    web = (
        '<article file="{}"><text>Rain fell in Lima on Monday.</text><toponyms><toponym>'
        "<extractedName>Lima</extractedName><type>Literal</type><start>13</start><end>17</end>"
        "<geonamesID>3936456</geonamesID><latitude>-12.04</latitude>"
        "<longitude>-77.03</longitude></toponym></toponyms></article>"
    )
    folder = data / "places"
    folder.mkdir(parents=True)
    for file, form in (("lgl.xml", article), ("geowebnews.xml", web)):
        texts = "".join(form.format(number) for number in range(2))
        (folder / file).write_text(f"<articles>{texts}</articles>", "utf-8")


def lay_events(data: Path) -> None:
    """A sentence with one event, in the form of PLV and of PLOVER's gold records."""
    text = "Norway accused Chad of piracy."
    marked = "<s>Norway</s> accused <t>Chad</t> of piracy."
    plv = data / "events" / "plv" / "PLV_test.tsv"
    plv.parent.mkdir(parents=True)
    header = "sentence_id\tmarked_sentence\tgold_root\tgold_penta\n"
    plv.write_text(f"{header}1\t{marked}\tACCUSE\t3\n", "utf-8")
    gold = data / "events" / "plover-gsr" / "PLOVER_GSR_CAMEO.txt"
    gold.parent.mkdir(parents=True)
    record = {
        "id": "1",
        "event": "DISAPPROVE",
        "text": text,
        "context": "legal",
        "source": [{"actorText": "Norway", "code": "NOR"}],
        "target": [{"actorText": "Chad", "code": "TCD", "sector": "***"}],
    }
    gold.write_text(json.dumps([{"id": "0", "event": "DOCUMENT"}, record]), "utf-8")


def lay_all(data: Path) -> None:
    """Every set that reading is measured on."""
    for lay in (lay_polnear, lay_gum, lay_newsquant, lay_places, lay_events):
        lay(data)
