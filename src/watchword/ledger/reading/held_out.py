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
NEWSQUANT = HeldOut(
    name="NewsQuant",
    files=("figures/newsquant/NewsQuant.json",),
    origin="NewsQuant, quantities in news",
)
LGL = HeldOut(
    name="LGL",
    files=("places/lgl.xml",),
    origin="the Local-Global Lexicon, toponyms of local news with GeoNames ids",
)
GEOWEBNEWS = HeldOut(
    name="GeoWebNews",
    files=("places/geowebnews.xml",),
    origin="GeoWebNews, toponyms of world news with GeoNames ids",
)
PLV = HeldOut(
    name="PLV test",
    files=("events/plv/PLV_test.tsv",),
    origin="PLV, PLOVER types of marked pairs, the marks taken out",
)
PLOVER_GOLD = HeldOut(
    name="PLOVER gold",
    files=("events/plover-gsr/PLOVER_GSR_CAMEO.txt",),
    origin="PLOVER's gold records, CC BY-SA 4.0, their older types mapped",
)
