"""Causes, effects and signals, relation by relation, as the shared task on them is scored.

A relation is one cause and one effect that are linked, and the signals linked to the cause.
"""

from collections.abc import Iterable, Sequence
from itertools import permutations

from watchword.ledger.corpora.sentence import Stretch
from watchword.ledger.measurement import Pair
from watchword.ledger.model.fairness import FairCounts, fair_counts
from watchword.ledger.model.phrases import Spans, total
from watchword.ledger.scores import Detection
from watchword.model.phrase import Phrase
from watchword.model.reading import Reading

SCHEME = "causal"
_NONE: Spans = frozenset()

Links = Iterable[tuple[str, Stretch, Stretch]]
"""Kind, cause, and effect or signal."""


def relations_of(links: Links) -> tuple[Spans, ...]:
    """The relations that links make, by the place of their cause and effect."""
    known = sorted(links)
    return tuple(
        frozenset(
            [
                (*cause, "cause"),
                (*effect, "effect"),
                *((*signal, "signal") for sign, of, signal in known if (sign, of) == _sign(cause)),
            ]
        )
        for kind, cause, effect in known
        if kind == "effect"
    )


def found_relations(reading: Reading) -> tuple[Spans, ...]:
    """The relations that an engine found, the surest first."""
    links = reading.links(SCHEME)
    sure: dict[tuple[Stretch, Stretch], float] = {
        (_stretch(link.first), _stretch(link.second)): min(
            link.first.confidence, link.second.confidence
        )
        for link in links
        if link.kind == "effect"
    }
    found = relations_of(
        {(link.kind, _stretch(link.first), _stretch(link.second)) for link in links}
    )
    return tuple(sorted(found, key=lambda each: -sure[_ends(each)]))


def score_strictly(pairs: Iterable[Pair]) -> Detection:
    """Phrases with the right ends and type, in the right relation; every sentence counts.

    Found relations are matched one to one with labelled ones so that the most phrases are right.
    Every phrase of a relation found beyond the labelled ones is wrong, and so is every one in a
    sentence that is judged to state no cause. A phrase in two relations counts in each.
    """
    return total(
        Detection(
            hits=most_hits(gold, found),
            found=sum(map(len, found)),
            labelled=sum(map(len, gold)),
        )
        for gold, found in _each_both(pairs)
    )


def score_fairly(pairs: Iterable[Pair]) -> FairCounts:
    """The score of the shared task (Tan and others 2023, CASE subtask 2), on which figures are.

    Only sentences with labelled relations count, and in each as many found relations as are
    labelled, the surest; that order is ours, the task takes the first. They are matched so that
    the sentence's F1 is highest. In each match, cause and effect are compared as one sequence
    and signals as another, by Ortmann's fair count (`fair_counts`), and all is summed.
    """
    counts = FairCounts()
    for gold, found in _each_both(pairs):
        if gold:
            kept = [*found[: len(gold)], *[_NONE] * (len(gold) - len(found))]
            counts += _best_fair(gold, kept)
    return counts


def most_hits(gold: Sequence[Spans], found: Sequence[Spans]) -> int:
    """Most phrases that can be right when relations are matched one to one."""
    best = {0: 0}
    for relation in found:
        further = dict(best)
        for taken, hits in best.items():
            for place, meant in enumerate(gold):
                if not taken >> place & 1:
                    matched = taken | 1 << place
                    gained = hits + len(meant & relation)
                    further[matched] = max(further.get(matched, 0), gained)
        best = further
    return max(best.values())


def _each_both(pairs: Iterable[Pair]) -> Iterable[tuple[Sequence[Spans], Sequence[Spans]]]:
    for sentence, reading in pairs:
        scheme = sentence.schemes.get(SCHEME)
        if scheme is not None:
            yield relations_of(scheme.links), found_relations(reading)


def _best_fair(gold: Sequence[Spans], found: Sequence[Spans]) -> FairCounts:
    ways = (
        sum((_compared(one, other) for one, other in zip(gold, way, strict=True)), FairCounts())
        for way in permutations(found)
    )
    return max(ways, key=lambda counts: counts.f1 or 0.0)


def _compared(gold: Spans, found: Spans) -> FairCounts:
    counts = FairCounts()
    for kinds in ({"cause", "effect"}, {"signal"}):
        counts += fair_counts(
            *(frozenset(span for span in each if span[2] in kinds) for each in (gold, found))
        )
    return counts


def _sign(cause: Stretch) -> tuple[str, Stretch]:
    return "signal", cause


def _stretch(phrase: Phrase) -> Stretch:
    return phrase.start, phrase.end


def _ends(relation: Spans) -> tuple[Stretch, Stretch]:
    by_kind = {kind: (start, end) for start, end, kind in relation if kind != "signal"}
    return by_kind["cause"], by_kind["effect"]
