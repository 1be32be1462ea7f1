"""How well a model's wordings are judged: the share of lies dropped, and of honest ones kept.

The wordings and the judge belong to `brief.wording`; this counts their outcomes over many briefs.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from watchword.brief.mutate_words import Cast
from watchword.brief.wording.altering import each_faithful, each_lie
from watchword.brief.wording.asking import Asked, sentences_to_word
from watchword.brief.wording.judging import Judge
from watchword.ledger.scores import Share
from watchword.model.brief import Brief

LEAST_DROPPED = 0.98
"""Least share of lies that have to be dropped."""
LEAST_KEPT = 0.9
"""Least share of honest wordings that have to be kept: a judge that drops all is of no use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Misjudged:
    """A wording that was judged wrongly.

    Attributes:
        kind: how it was made.
        before: the sentence that it was to replace.
        after: the wording.
        faults: what was found wrong with it; empty for a lie that was kept.
    """

    kind: str
    before: str
    after: str
    faults: tuple[str, ...] = ()


@dataclass(slots=True)
class WordingScores:
    """What was dropped and kept, by kind, and what was judged wrongly.

    Attributes:
        briefs: how many briefs there were.
        dropped: lies that were dropped, by kind.
        kept: honest wordings that were kept, by kind.
        misjudged: the others, in the order in which they came.
    """

    briefs: int = 0
    dropped: dict[str, Share] = field(default_factory=dict)
    kept: dict[str, Share] = field(default_factory=dict)
    misjudged: list[Misjudged] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether there was something to judge, and enough of it was judged rightly."""
        dropped, kept = total_of(self.dropped).value, total_of(self.kept).value
        return (dropped or 0.0) >= LEAST_DROPPED and (kept or 0.0) >= LEAST_KEPT


def total_of(shares: dict[str, Share]) -> Share:
    """The share over all kinds."""
    return Share(
        hits=sum(share.hits for share in shares.values()),
        of=sum(share.of for share in shares.values()),
    )


def score_wordings(
    briefs: Iterable[Brief], judge: Judge, pass_on: Callable[[int], None] = lambda _done: None
) -> WordingScores:
    """Judge lies and honest wordings of many briefs.

    Args:
        briefs: the briefs whose sentences are worded.
        judge: judges them.
        pass_on: is told how many have been judged.
    """
    scores = WordingScores()
    made: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    right: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for brief in briefs:
        scores.briefs += 1
        for is_honest, kind, text, asked in _each_wording(brief):
            faults = judge.faults(text, asked)
            made[is_honest][kind] += 1
            if bool(faults) is not is_honest:
                right[is_honest][kind] += 1
            else:
                told = tuple(f"{fault.reason}: {fault.words}" for fault in faults)
                before = asked.sentence.text
                scores.misjudged.append(
                    Misjudged(kind=kind, before=before, after=text, faults=told)
                )
            pass_on(made[True].total() + made[False].total())
    scores.dropped = {k: Share(hits=right[False][k], of=n) for k, n in sorted(made[False].items())}
    scores.kept = {k: Share(hits=right[True][k], of=n) for k, n in sorted(made[True].items())}
    return scores


def write_wordings(scores: WordingScores) -> str:
    """Give the shares as lines of text, each total last."""
    lines = []
    for title, shares, least in (
        ("Altered wordings dropped", scores.dropped, LEAST_DROPPED),
        ("Faithful wordings kept", scores.kept, LEAST_KEPT),
    ):
        rows = [*shares.items(), ("all", total_of(shares))]
        width = max(len(kind) for kind, _ in rows)
        lines.append(f"{title}, over {scores.briefs} briefs (at least {least:.0%} needed):")
        for kind, share in rows:
            told = "nothing to word" if share.value is None else f"{share.value:6.1%}"
            lines.append(f"  {kind:<{width}}  {told}  {share.hits}/{share.of}")
    return "\n".join(lines) + "\n"


def _each_wording(brief: Brief) -> Iterator[tuple[bool, str, str, Asked]]:
    """Each wording with whether it is honest, its kind, and the sentence it is to replace."""
    asked, cast = sentences_to_word(brief), Cast.of(brief)
    for place, each in enumerate(asked):
        for kind, text in each_faithful(each):
            yield True, kind, text, each
        for kind, text in each_lie(each, asked[place + 1 :], cast):
            yield False, kind, text, each
