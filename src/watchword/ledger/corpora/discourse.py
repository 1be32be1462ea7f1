"""GUM's attribution relations: which stretch of a text is laid to whom by which other stretch.

GUM cuts its texts into elementary discourse units (Carlson and Marcu 2001) and links them (eRST,
Zeldes and others 2025). The last column of a unit's first word has `Discourse=` and its links,
parted by `;`, as `attribution-positive:12->13:...`: unit 12 attributes unit 13 to somebody. A unit
runs to the first word of the next. One that another breaks in two goes on in a unit linked to it
by `same-unit`, which is taken along. So is what a unit itself attributes: in `A said / B denied /
that ships left` the first unit attributes the second with the third.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.conllu import ConlluBlock, each_block
from watchword.ledger.corpora.sentence import Stretch
from watchword.ledger.corpora.splits import check_split
from watchword.ledger.corpora.tables import MEND, read_text
from watchword.ledger.corpora.texts import LabelledAttribution, LabelledText, Pieces

_LINK = re.compile(r"(?P<kind>[A-Za-z-]+)(?:_[a-z])?:(?P<unit>\d+)(?:->(?P<other>\d+))?:.*")
ATTRIBUTIONS: Mapping[str, bool] = {"attribution-positive": False, "attribution-negative": True}
"""Kinds of links, and whether they deny."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discourse:
    """The units of a text and their links.

    Attributes:
        units: by number, where each stands.
        links: kind, number of the unit, number of the unit it is linked to.
    """

    units: Mapping[str, Stretch]
    links: tuple[tuple[str, str, str], ...]

    def whole(self, unit: str) -> Pieces:
        """Where a unit stands, with what goes on after a break and what it attributes itself."""
        found, ahead = {unit}, [unit]
        while ahead:
            further = set(self._each_part(ahead.pop())) - found
            found |= further
            ahead += further
        return tuple(sorted(self.units[each] for each in found))

    def _each_part(self, unit: str) -> Iterator[str]:
        for kind, one, other in self.links:
            if (kind, other) == ("same-unit", unit):
                yield one
            elif kind in ATTRIBUTIONS and one == unit:
                yield other


def read_gum_attributions(data: Path, split: str, *, genre: str) -> Iterator[LabelledText]:
    """The texts of a genre of GUM whole, with their attributions.

    The cue is the unit that attributes; sources are not labelled.

    Args:
        data: the folder of all corpora.
        split: `train`, `dev` or `test`.
        genre: such as `news`.

    Raises:
        UnreadableError: if a file is not there or broken.
    """
    check_split(split, ("train", "dev", "test"), "gum")
    folder = data / "treebanks" / "gum" / split
    paths = sorted(folder.glob(f"GUM_{genre}_*.conllu"))
    if not paths:
        raise UnreadableError("no CoNLL-U files here", key=str(folder), mend=MEND)
    for path in paths:
        blocks = tuple(each_block(read_text(path), str(path)))
        text, places = joined_text(blocks)
        yield LabelledText(
            document=path.stem,
            text=text,
            attributions=tuple(_each_attribution(read_discourse(blocks, places, str(path)))),
        )


def joined_text(blocks: Sequence[ConlluBlock]) -> tuple[str, tuple[tuple[Stretch, ...], ...]]:
    """A text put together from its words, and where in it the words of each sentence stand."""
    text = ""
    places: list[tuple[Stretch, ...]] = []
    for block in blocks:
        if text:
            text = text.rstrip() + ("\n\n" if block.opens_paragraph else " ")
        of_block: list[Stretch] = []
        for row in block.rows:
            of_block.append((len(text), len(text) + len(row.word)))
            text += row.word + ("" if row.tight else " ")
        places.append(tuple(of_block))
    return text.rstrip(), tuple(places)


def read_discourse(
    blocks: Sequence[ConlluBlock], places: Sequence[Sequence[Stretch]], key: str
) -> Discourse:
    """The units of a text and their links.

    Args:
        blocks: its sentences.
        places: where their words stand.
        key: what to call the text in an error.

    Raises:
        UnreadableError: if a link is not in its form, or leads nowhere.
    """
    units: dict[str, Stretch] = {}
    links: list[tuple[str, str, str]] = []
    unit = ""
    for block, of_block in zip(blocks, places, strict=True):
        for row, (start, end) in zip(block.rows, of_block, strict=True):
            found = list(_each_link(row.extra.get("Discourse", ""), f"{key}:{block.sentence_id}"))
            if found:
                unit = found[0][1]
                links += [(kind, one, other) for kind, one, other in found if other]
            if unit:
                units[unit] = (units[unit][0] if unit in units else start, end)
    if any(each not in units for _, *both in links for each in both):
        raise UnreadableError("a link that leads nowhere", key=key, mend=MEND)
    return Discourse(units=units, links=tuple(links))


def _each_link(value: str, key: str) -> Iterator[tuple[str, str, str]]:
    for link in filter(None, value.split(";")):
        parts = _LINK.fullmatch(link)
        if parts is None:
            raise UnreadableError("not a link between units", key=key, mend=MEND)
        yield parts["kind"], parts["unit"], parts["other"] or ""


def _each_attribution(discourse: Discourse) -> Iterator[LabelledAttribution]:
    for kind, unit, other in discourse.links:
        if kind in ATTRIBUTIONS:
            yield LabelledAttribution(
                source=(),
                cue=(discourse.units[unit],),
                content=discourse.whole(other),
                negative=ATTRIBUTIONS[kind],
            )
