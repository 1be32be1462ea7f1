"""What went wrong in reading: contents with a wrong source, contents missed, claims too many.

A wrong source puts words into the wrong mouth; that misleads more than a content told as the
outlet's own, and a content that nobody labelled least of all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from watchword.ledger.corpora.texts import Pieces
from watchword.ledger.reading.attributions import Compared, Label, Told


class Fault(StrEnum):
    """What is wrong, worst first."""

    SOURCE = "wrong source"
    MISSED = "missed attribution"
    EXTRA = "attribution without a label"


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One thing that went wrong.

    Attributes:
        fault: what.
        document: in which text.
        labelled: source, cue and content as labelled; None for what is too many.
        found: chain, cue and content as found; None for what is missed.
    """

    fault: Fault
    document: str
    labelled: tuple[str, str, str] | None
    found: tuple[str, str, str] | None

    @property
    def rank(self) -> tuple[int, str]:
        """Worst first, then in an order that favours no text: the first few are a fair sample."""
        seal = repr((self.document, self.labelled, self.found))
        return tuple(Fault).index(self.fault), sha256(seal.encode()).hexdigest()


def find_misses(compared: Compared, *, with_extra: bool = True) -> Iterator[Miss]:
    """What went wrong in a text.

    Args:
        compared: the text.
        with_extra: whether every attribution is labelled, so that one without a label is wrong.
    """
    document = compared.read.labelled.document
    for label in compared.labels:
        met = [each for each in compared.meetings if each.label is label]
        labelled = _labelled(compared, label)
        if not met and (label.is_sourced or not with_extra):
            yield Miss(fault=Fault.MISSED, document=document, labelled=labelled, found=None)
        elif label.is_sourced and not any(each.source for each in met):
            found = _found(met[0].told)
            yield Miss(fault=Fault.SOURCE, document=document, labelled=labelled, found=found)
    stood_for = {each.told.claim.key for each in compared.meetings}
    for told in compared.told if with_extra else ():
        if told.claim.key not in stood_for:
            found = _found(told)
            yield Miss(fault=Fault.EXTRA, document=document, labelled=None, found=found)


def _labelled(compared: Compared, label: Label) -> tuple[str, str, str]:
    def words(pieces: Pieces) -> str:
        return " ... ".join(compared.read.labelled.text[start:end] for start, end in pieces)

    each = label.labelled
    return words(each.source), words(each.cue), words(each.content)


def _found(told: Told) -> tuple[str, str, str]:
    chain = told.claim.attribution
    links = " < ".join(f"{link.name} ({link.words})" for link in chain.links)
    return links, chain.cue, told.claim.content.quote
