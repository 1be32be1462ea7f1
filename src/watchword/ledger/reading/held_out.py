"""The held-out sets that reading is measured on."""

from watchword.ledger.held_out import HeldOut

POLNEAR = HeldOut(
    name="PolNeAR dev",
    files=(
        "attribution/polnear/metadata.tsv",
        "attribution/polnear/dev/text/*.txt",
        "attribution/polnear/dev/attributions/*.ann",
    ),
    origin="PolNeAR's dev articles with their attributions",
)
GUM_NEWS = HeldOut(
    name="GUM news",
    files=("treebanks/gum/test/GUM_news_*.conllu", "treebanks/gum/dev/GUM_news_*.conllu"),
    origin="GUM, the Wikinews texts of test and dev, CC BY 2.5, annotation CC BY 4.0",
)
