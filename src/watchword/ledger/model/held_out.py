"""The held-out sets that the carried model is measured on."""

from watchword.ledger.held_out import HeldOut

POLNEAR = HeldOut(
    name="PolNeAR dev",
    files=("attribution/polnear-sentences/dev.jsonl",),
    origin="PolNeAR's dev set as tagged sentences, as CofeNet scores it",
)
EWT = HeldOut(
    name="EWT test",
    files=("treebanks/ewt/test.conllu",),
    origin="UD English-EWT, CC BY-SA 4.0",
)
GUM = HeldOut(
    name="GUM test",
    files=("treebanks/gum/test/*_*_*.conllu",),
    origin="GUM, annotation CC BY 4.0",
)
GUM_OTHERS = HeldOut(
    name="GUM test2",
    files=("treebanks/gum/test2/*_*_*.conllu",),
    origin="GENTLE, the out-of-domain test of GUM, annotation CC BY 4.0",
)
UNER = HeldOut(
    name="UNER EWT test",
    files=("entities/uner-ewt/test.iob2",),
    origin="Universal NER on UD English-EWT, CC BY-SA 4.0",
)
RE3D = HeldOut(
    name="re3d test",
    files=("entities/re3d/*/documents.json", "entities/re3d/*/entities.json"),
    origin="Relationship and Entity Extraction Evaluation Dataset, without its BBC part",
)
WORLDWIDE = HeldOut(
    name="Worldwide dev",
    files=("entities/worldwide/processed_annotated/*.tsv",),
    origin="Worldwide English newswire NER (Shan and others 2023)",
)
PLV = HeldOut(
    name="PLV test",
    files=("events/plv/PLV_test.tsv",),
    origin="PLV, PLOVER types of marked pairs",
)
CNC = HeldOut(
    name="CNC v2 dev",
    files=("causal/cnc/V2/dev_subtask1.csv", "causal/cnc/V2/dev_subtask2_grouped.csv"),
    origin="Causal News Corpus, version 2, annotation CC0",
)
COUNTERFACTUALS = HeldOut(
    name="SemEval-2020 5 test",
    files=(
        "conditionals/semeval2020-5/Subtask-1/subtask1_test.csv",
        "conditionals/semeval2020-5/Subtask-2/subtask2_test.csv",
    ),
    origin="SemEval-2020 task 5, counterfactuals",
)
FACTUALITY = HeldOut(
    name="UDS-IH2 test",
    files=("factuality/uds-ih2/test.jsonl",),
    origin="UDS-IH2, factuality of predicates in EWT, MIT",
)
STREAM = HeldOut(
    name="current events",
    files=("reports/current-events/until-2023.jsonl",),
    origin="the current-events pages of Wikipedia, CC BY-SA 4.0",
)
