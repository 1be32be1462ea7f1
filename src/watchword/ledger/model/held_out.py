"""The held-out sets that the carried model is measured on: their files, where they come from.

Invariant: what is measured carries the digest of the files it was measured on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from watchword.errors import MissingDataError

_MEND = "set WATCHWORD_DATA to the folder that holds the measuring data"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOut:
    """A set of which nothing was trained on.

    Attributes:
        name: as it stands in the table.
        files: its files below the data folder; `*` stands for any name.
        origin: where it comes from.
    """

    name: str
    files: tuple[str, ...]
    origin: str

    def digest(self, data: Path) -> str:
        """SHA-256 over the names and bytes of the files, hexadecimal."""
        total = sha256()
        for path in self.each_file(data):
            name = path.relative_to(data).as_posix()
            total.update(name.encode() + b"\0" + sha256(path.read_bytes()).digest())
        return total.hexdigest()

    def each_file(self, data: Path) -> Iterator[Path]:
        """Its files that are there, in order."""
        for pattern in self.files:
            yield from sorted(data.glob(pattern))

    def is_there(self, data: Path) -> bool:
        """Whether each of its files, or one of each pattern, is there."""
        return all(any(data.glob(pattern)) for pattern in self.files)


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


def check_data(sets: Iterable[HeldOut], data: Path) -> None:
    """Make sure that sets are there before anything is measured.

    Raises:
        MissingDataError: if any is not; it names each of them and where it comes from.
    """
    absent = {each.name: each for each in sets if not each.is_there(data)}
    if absent:
        told = "; ".join(f"{' and '.join(each.files)} ({each.origin})" for each in absent.values())
        message = f"the ledger of the model needs {told}"
        raise MissingDataError(message, key=str(data), mend=_MEND)
