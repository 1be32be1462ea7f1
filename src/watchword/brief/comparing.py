"""Two briefs side by side: which sentences are new, which are gone, which say it otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass

from watchword.brief.document import each_sentence
from watchword.model.brief import Brief
from watchword.model.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """A sentence that rests on some of the same claims and says it otherwise.

    Attributes:
        before: as the earlier brief has it.
        after: as the later one has it.
    """

    before: Sentence
    after: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What parts two briefs.

    Attributes:
        new: sentences that stand on no claim of a sentence that is gone.
        gone: the same the other way round.
        reworded: pairs that share claims, in the order of the later brief.
        same: how many sentences are the same, word for word.
        new_reports: keys of the reports that only the later one cites.
    """

    new: tuple[Sentence, ...]
    gone: tuple[Sentence, ...]
    reworded: tuple[Reworded, ...]
    same: int
    new_reports: tuple[str, ...]


def compare(before: Brief, after: Brief) -> Comparison:
    """Compare two briefs sentence by sentence; what a part repeats is told once.

    Args:
        before: the earlier one.
        after: the later one.
    """
    old, now = _told(before), _told(after)
    same = old.keys() & now.keys()
    left = [each for text, each in old.items() if text not in same]
    pairs: list[Reworded] = []
    new: list[Sentence] = []
    for text, each in now.items():
        if text in same:
            continue
        near = _nearest(each, left)
        if near is None:
            new.append(each)
        else:
            left.remove(near)
            pairs.append(Reworded(before=near, after=each))
    known = {source.report for source in before.sources}
    return Comparison(
        new=tuple(new),
        gone=tuple(left),
        reworded=tuple(pairs),
        same=len(same),
        new_reports=tuple(s.report for s in after.sources if s.report not in known),
    )


def _told(brief: Brief) -> dict[str, Sentence]:
    return {sentence.text: sentence for _, sentence in each_sentence(brief)}


def _nearest(sentence: Sentence, others: Sequence[Sentence]) -> Sentence | None:
    """The sentence that shares the most claims; None where none shares any."""
    claims = set(sentence.claims)
    ranked = sorted(others, key=lambda each: (-len(claims & set(each.claims)), each.text))
    return ranked[0] if ranked and claims & set(ranked[0].claims) else None
