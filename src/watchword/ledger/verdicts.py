"""What a found claim gets right of the labelled claim it stands for, field by field."""

from dataclasses import dataclass

from watchword.ledger.names import resembles, same_name, stems, token_f1, tokens
from watchword.ledger.quantities import FigureVerdict, compare_figures
from watchword.ledger.record import ClaimRecord

LIKE = 0.5
"""Least token F1 of two places, times or deeds that are taken as alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spotted:
    """Whether a field that may be empty is filled, and filled alike.

    Attributes:
        labelled: the label fills it.
        found: the found claim fills it.
        exact: both fill it, with the same words after normalisation.
        alike: both fill it, with mostly the same words.
    """

    labelled: bool
    found: bool
    exact: bool
    alike: bool

    @property
    def right(self) -> bool:
        """Whether nothing is wrong: filled alike, or empty on both sides."""
        return self.alike if self.labelled else not self.found


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The judgment of one pair.

    Attributes:
        gold: the labelled claim.
        found: the claim that stands for it.
        chain_exact: the same names in the same order, spelling and aliases apart.
        chain_relaxed: as long, and each link resembles its counterpart.
        speaker: the outermost names are the same, or both chains are empty.
        origin: the last names are the same, or both chains are empty.
        cue_exact: the same reporting words.
        cue_alike: a reporting word in common, inflection apart.
        modality: the same modality.
        figure: whether there is a figure, exact where its value agrees.
        figure_detail: what agrees where both give a figure, else None.
        actor: who.
        action: what, by shared words; labels put it their own way.
        recipient: to or for whom.
        place: where.
        time: when.
    """

    gold: ClaimRecord
    found: ClaimRecord
    chain_exact: bool
    chain_relaxed: bool
    speaker: bool
    origin: bool
    cue_exact: bool
    cue_alike: bool
    modality: bool
    figure: Spotted
    figure_detail: FigureVerdict | None
    actor: Spotted
    action: Spotted
    recipient: Spotted
    place: Spotted
    time: Spotted

    @property
    def whole(self) -> bool:
        """Whether the claim could be handed on: chain, modality and figure are right."""
        return self.chain_relaxed and self.modality and self.figure.right


def judge(gold: ClaimRecord, found: ClaimRecord) -> Verdict:
    """Judge a found claim against the labelled one it stands for."""
    chains = gold.source_chain, found.source_chain
    as_long = len(chains[0]) == len(chains[1])
    ends = [(chain[0] if chain else "", chain[-1] if chain else "") for chain in chains]
    figure, detail = _figures(gold, found)
    return Verdict(
        gold=gold,
        found=found,
        chain_exact=as_long and all(map(same_name, *chains)),
        chain_relaxed=as_long and all(map(resembles, *chains)),
        speaker=same_name(ends[0][0], ends[1][0]),
        origin=same_name(ends[0][1], ends[1][1]),
        cue_exact=tokens(gold.cue) == tokens(found.cue),
        cue_alike=_share_a_word(gold.cue, found.cue),
        modality=gold.modality == found.modality,
        figure=figure,
        figure_detail=detail,
        actor=_spot_name(gold.actor, found.actor),
        action=_spot_words(gold.action, found.action),
        recipient=_spot_name(gold.recipient, found.recipient),
        place=_spot_words(gold.place, found.place),
        time=_spot_words(gold.time, found.time),
    )


def _figures(gold: ClaimRecord, found: ClaimRecord) -> tuple[Spotted, FigureVerdict | None]:
    detail = None
    if gold.figure is not None and found.figure is not None:
        detail = compare_figures(gold.figure, found.figure)
    return (
        Spotted(
            labelled=gold.figure is not None,
            found=found.figure is not None,
            exact=detail is not None and detail.qualified,
            alike=detail is not None and detail.value,
        ),
        detail,
    )


def _share_a_word(first: str, second: str) -> bool:
    one, other = ({_bare(word) for word in stems(words)} for words in (first, second))
    return bool(one & other) or tokens(first) == tokens(second)


def _bare(word: str) -> str:
    return {"said": "say", "says": "say", "told": "tell", "saw": "see"}.get(word, word)


def _spot_name(gold: str, found: str) -> Spotted:
    both = bool(gold.strip()) and bool(found.strip())
    return Spotted(
        labelled=bool(gold.strip()),
        found=bool(found.strip()),
        exact=both and same_name(gold, found),
        alike=both and resembles(gold, found),
    )


def _spot_words(gold: str, found: str) -> Spotted:
    one, other = stems(gold), stems(found)
    both = bool(gold.strip()) and bool(found.strip())
    exact = both and (one == other if one and other else tokens(gold) == tokens(found))
    return Spotted(
        labelled=bool(gold.strip()),
        found=bool(found.strip()),
        exact=exact,
        alike=exact or (both and same_name(gold, found)) or (both and token_f1(one, other) >= LIKE),
    )
