"""How often the like has happened, counted in stretches of time of one length.

The share is estimated with Jeffreys' prior (half a count on either side), and its interval is the
equal-tailed one of the same: Brown, Cai and DasGupta, "Interval estimation for a binomial
proportion", Statistical Science 16, 2001, recommend it for few counts. A stretch in which no report
was published tells nothing and is left out: where nobody reports, nothing is seen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from watchword.assess.forecasts.beta import beta_quantile
from watchword.model.base_rate import BaseRate, Stretch

MADE_BY = "watchword.base-rates/1"
"""Name and version of the rule, and who predicts where a base rate is said of a question."""
PRIOR = 0.5
"""Jeffreys' prior: half a count that it happened, and half that it did not."""
TAIL = 0.05
"""Weight that the interval leaves out on either side: nine tenths are in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """That a claim tells the like.

    Attributes:
        day: when it happened, or was published where that is not told.
        claim: key of the claim.
        origin: key of the origin that prints it.
    """

    day: date
    claim: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """How the like is counted.

    Attributes:
        like: what counts as the like, in words.
        days: length of a stretch in days, 1 or more.
        least_origins: independent origins that it takes for a stretch to count.
    """

    like: str
    days: int
    least_origins: int = 1


def count_base_rate(
    occurrences: Iterable[Occurrence], published: Sequence[date], counting: Counting
) -> BaseRate:
    """Count in how many stretches the like happened.

    Stretches lie end to end, counted back from the newest report, so that the oldest days that do
    not fill one are left out.

    Args:
        occurrences: every claim that tells the like.
        published: the day of every report, whatever it tells.
        counting: how it is counted.
    """
    told = tuple(occurrences)
    cut = tuple(_each_stretch(told, published, counting))
    counted = tuple(each for each in cut if each.reports)
    happened = sum(each.counts for each in counted)
    one, other = happened + PRIOR, len(counted) - happened + PRIOR
    return BaseRate(
        like=counting.like,
        days=counting.days,
        least_origins=counting.least_origins,
        stretches=counted,
        silent=len(cut) - len(counted),
        rate=one / (one + other),
        low=beta_quantile(TAIL, one, other),
        high=beta_quantile(1 - TAIL, one, other),
        made_by=MADE_BY,
    )


def _each_stretch(
    told: Sequence[Occurrence], published: Sequence[date], counting: Counting
) -> Iterator[Stretch]:
    if not published:
        return
    length, end = timedelta(days=counting.days), max(published) + timedelta(days=1)
    whole = (end - min(published)) // length
    for back in range(whole, 0, -1):
        since = end - back * length
        until = since + length
        inside = [each for each in told if since <= each.day < until]
        origins = {each.origin for each in inside}
        yield Stretch(
            since=since,
            until=until,
            reports=sum(since <= day < until for day in published),
            claims=tuple(dict.fromkeys(each.claim for each in inside)),
            origins=len(origins),
            counts=len(origins) >= counting.least_origins,
        )
