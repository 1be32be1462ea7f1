"""Held-out sets of our own in a data folder: an article as PolNeAR has them, one as GUM has."""

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
