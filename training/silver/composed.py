"""Sentences of our own with their labels written in: attributions, names, statuses, causes.

The files in `composed/` say in their first line which types and statuses their sentences are
labelled for, completely. Slots in braces are filled anew for each copy (`silver.cast`);
`{do:planned}`, `{doing:considered}` and `{did:done}` become a deed in that form and status.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from silver.cast import LISTS, Scene, draw, filled, open_scene
from silver.markup import Marked, labelled, read_marked
from watchword.ledger.corpora.sentence import LabelledSentence

FOLDER = Path(__file__).parent / "composed"

_DEED = re.compile(r"\{(do|doing|did):(planned|considered|done)\}")
_LOUD = re.compile(r"\{(CAPITAL|COUNTRY|FAMILY)\}")
_WIRES = ("Yonhap", "AP", "Reuters", "AFP", "Xinhua", "Kyodo", "TASS", "dpa", "Anadolu")


def each_composed(seed: int, copies: int) -> Iterator[LabelledSentence]:
    """Read every composed sentence, several times with other names and numbers.

    Args:
        seed: decides all; the same seed gives the same sentences.
        copies: how often a sentence with slots is filled; one without slots is given once.
    """
    rng = random.Random(seed)  # noqa: S311 - composes examples, no secret
    for path in sorted(FOLDER.glob("*.txt")):
        header, *lines = path.read_text(encoding="utf-8").splitlines()
        types = header.removeprefix("#").split()
        for number, line in enumerate(lines):
            for _ in range(copies if "{" in line or "|" in line else 1):
                marked = _compose(line, open_scene(rng))
                document = f"composed-{path.stem}-{number}"
                yield labelled(marked, types, document=document, corpus="composed")


def _compose(line: str, scene: Scene) -> Marked:
    line = line.replace("{wire}", scene.rng.choice(_WIRES))
    line = _DEED.sub(lambda match: _deed(match[1], match[2], scene.rng), line)
    line = _LOUD.sub(lambda match: _loud(match[1], scene), line)
    marked = read_marked(filled(line, scene))
    first = marked.words[0]
    return Marked(words=(first[0].upper() + first[1:], *marked.words[1:]), marks=marked.marks)


def _deed(form: str, status: str, rng: random.Random) -> str:
    base, gerund, past, rest = rng.choice(_deeds())
    verb = {"do": base, "doing": gerund, "did": past}[form]
    return f"[{verb}:{status}] {rest}"


def _loud(kind: str, scene: Scene) -> str:
    return draw(kind.lower(), scene.home, scene).words.upper().removeprefix("THE ")


@cache
def _deeds() -> tuple[tuple[str, str, str, str], ...]:
    lines = (LISTS / "deeds.tsv").read_text(encoding="utf-8").splitlines()
    fields = [line.split("\t") for line in lines]
    return tuple((base, gerund, past, rest) for base, gerund, past, rest in fields)
