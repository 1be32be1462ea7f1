"""Scores of found claims against labelled ones, in counts, with intervals.

Detection is judged in the sentences that have labels, and nowhere else: a transcript of a
hundred pages has labels on a few of its sentences. The scores of fields are over the pairs;
`whole` is over every label, so that a claim not found counts against it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from watchword.errors import WatchwordError
from watchword.ledger.pairing import Pairing, pair_claims
from watchword.ledger.record import KINDS, ClaimRecord
from watchword.ledger.verdicts import Spotted, Verdict, judge
from watchword.model.claim import Modality

Z95 = 1.959963984540054
"""Standard normal quantile of a two-sided 95 % interval."""

ALL = "all"
"""Name of the group of every labelled claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many right out of so many."""

    hits: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, None where there is nothing to judge."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's score interval at 95 % (Wilson 1927)."""
        if not self.of:
            return None
        share, square = self.hits / self.of, Z95 * Z95
        middle = (share + square / (2 * self.of)) / (1 + square / self.of)
        spread = sqrt(share * (1 - share) / self.of + square / (4 * self.of * self.of))
        half = Z95 * spread / (1 + square / self.of)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """What was found of what there is."""

    hits: int
    found: int
    labelled: int

    @property
    def precision(self) -> Share:
        """How much of what was found is right."""
        return Share(hits=self.hits, of=self.found)

    @property
    def recall(self) -> Share:
        """How much of what there is was found."""
        return Share(hits=self.hits, of=self.labelled)

    @property
    def f1(self) -> float | None:
        """Their harmonic mean, None where there is nothing on either side."""
        total = self.found + self.labelled
        return 2 * self.hits / total if total else None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupScores:
    """The scores of one labelled set.

    Attributes:
        name: reworded, transcript or all.
        labelled: how many labels it has.
        outside: found claims in sentences without labels, not judged.
        detections: scores with precision and recall, by metric.
        shares: scores that are a share, by metric.
        confusion: how often a labelled modality was found as another, most frequent first.
        modality_f1: F1 by modality, for those that are labelled.
    """

    name: str
    labelled: int
    outside: int
    detections: dict[str, Detection]
    shares: dict[str, Share]
    confusion: tuple[tuple[Modality, Modality, int], ...]
    modality_f1: dict[Modality, float]

    @property
    def macro_f1(self) -> float | None:
        """Mean F1 of the modalities that are labelled."""
        scored = list(self.modality_f1.values())
        return sum(scored) / len(scored) if scored else None

    def values(self) -> dict[str, float]:
        """Give each metric's one number; what could not be judged is left out."""
        numbers = {f"{name}_f1": score.f1 for name, score in self.detections.items()}
        numbers |= {name: share.value for name, share in self.shares.items()}
        numbers["modality_macro_f1"] = self.macro_f1
        return {name: number for name, number in sorted(numbers.items()) if number is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimScores:
    """Every group's scores, and what they were counted from.

    Attributes:
        groups: all first, then the labelled sets.
        verdicts: the judged pairs.
        missed: labels that no found claim stands for.
        extra: found claims left over in sentences with labels.
    """

    groups: tuple[GroupScores, ...]
    verdicts: tuple[Verdict, ...]
    missed: tuple[ClaimRecord, ...]
    extra: tuple[ClaimRecord, ...]

    def group(self, name: str) -> GroupScores:
        """Give the scores of one group.

        Raises:
            WatchwordError: if there is no such group.
        """
        for group in self.groups:
            if group.name == name:
                return group
        known = ", ".join(group.name for group in self.groups)
        raise WatchwordError("no such group of scores", key=name, mend=f"one of {known}")


def score_claims(gold: Sequence[ClaimRecord], found: Iterable[ClaimRecord]) -> ClaimScores:
    """Score found claims against labelled ones, each labelled set apart and together."""
    collected = tuple(found)
    whole = pair_claims(gold, collected)
    verdicts = tuple(judge(label, claim) for label, claim in whole.pairs)
    groups = [_score_group(ALL, whole, verdicts)]
    for kind in KINDS.values():
        of_kind = [claim for claim in gold if claim.kind == kind]
        if of_kind:
            reports = {claim.report_id for claim in of_kind}
            own = pair_claims(of_kind, [each for each in collected if each.report_id in reports])
            judged = tuple(judge(label, claim) for label, claim in own.pairs)
            groups.append(_score_group(kind, own, judged))
    return ClaimScores(
        groups=tuple(groups), verdicts=verdicts, missed=whole.missed, extra=whole.extra
    )


def _score_group(name: str, pairing: Pairing, verdicts: Sequence[Verdict]) -> GroupScores:
    paired, labelled = len(verdicts), len(verdicts) + len(pairing.missed)
    detections = {
        "claim": Detection(hits=paired, found=paired + len(pairing.extra), labelled=labelled)
    }
    confused = Counter((each.gold.modality, each.found.modality) for each in verdicts)
    return GroupScores(
        name=name,
        labelled=labelled,
        outside=pairing.outside,
        detections=detections | _field_detections(verdicts),
        shares=_shares(verdicts) | {"whole": _count(verdicts, lambda each: each.whole, labelled)},
        confusion=tuple(
            (gold, found, count)
            for (gold, found), count in sorted(confused.items(), key=lambda cell: (-cell[1], cell))
        ),
        modality_f1=_modality_f1(confused),
    )


def _field_detections(verdicts: Sequence[Verdict]) -> dict[str, Detection]:
    spotted = {
        "figure": [each.figure for each in verdicts],
        "actor": [each.actor for each in verdicts],
        "action": [each.action for each in verdicts],
        "recipient": [each.recipient for each in verdicts],
        "place": [each.place for each in verdicts],
        "time": [each.time for each in verdicts],
    }
    scores = {f"{name}_alike": _detect(fields, exact=False) for name, fields in spotted.items()}
    scores |= {f"{name}_exact": _detect(spotted[name], exact=True) for name in ("place", "time")}
    figures = scores.pop("figure_alike")
    present = sum(each.labelled and each.found for each in spotted["figure"])
    return scores | {
        "figure_present": Detection(hits=present, found=figures.found, labelled=figures.labelled),
        "figure_value": figures,
        "figure_qualified": _detect(spotted["figure"], exact=True),
    }


def _detect(fields: Sequence[Spotted], *, exact: bool) -> Detection:
    return Detection(
        hits=sum(each.exact if exact else each.alike for each in fields),
        found=sum(each.found for each in fields),
        labelled=sum(each.labelled for each in fields),
    )


def _shares(verdicts: Sequence[Verdict]) -> dict[str, Share]:
    deep = [each for each in verdicts if len(each.gold.source_chain) > 1]
    both = [each for each in verdicts if each.figure_detail is not None]
    return {
        "chain_exact": _count(verdicts, lambda each: each.chain_exact),
        "chain_relaxed": _count(verdicts, lambda each: each.chain_relaxed),
        "chain_speaker": _count(verdicts, lambda each: each.speaker),
        "chain_origin": _count(verdicts, lambda each: each.origin),
        "chain_nested_exact": _count(deep, lambda each: each.chain_exact),
        "chain_nested_relaxed": _count(deep, lambda each: each.chain_relaxed),
        "cue_exact": _count(verdicts, lambda each: each.cue_exact),
        "cue_alike": _count(verdicts, lambda each: each.cue_alike),
        "modality": _count(verdicts, lambda each: each.modality),
        "figure_unit": _count(
            both, lambda each: each.figure_detail is not None and each.figure_detail.unit
        ),
    }


def _count(
    verdicts: Sequence[Verdict], is_right: Callable[[Verdict], bool], of: int | None = None
) -> Share:
    hits = sum(is_right(each) for each in verdicts)
    return Share(hits=hits, of=len(verdicts) if of is None else of)


def _modality_f1(confused: Counter[tuple[Modality, Modality]]) -> dict[Modality, float]:
    labelled: Counter[Modality] = Counter()
    found: Counter[Modality] = Counter()
    for (gold, other), count in confused.items():
        labelled[gold] += count
        found[other] += count
    return {
        each: 2 * confused[each, each] / (labelled[each] + found[each])
        for each in Modality
        if labelled[each]
    }
