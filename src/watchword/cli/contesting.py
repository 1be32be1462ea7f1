"""`watchword contradictions` and `drift`: on what sources are at odds, and what hardened."""

from collections.abc import Iterator
from dataclasses import dataclass

from watchword.cli.claim_lines import claim_line
from watchword.cli.corroborating import each_of_drift
from watchword.cli.screen import one_line, put_lines, tell, warn
from watchword.cli.viewing import EVERYTHING, ViewOrder, see
from watchword.flow.corroboration_records import contradiction_record, drift_record
from watchword.flow.situation.scoping import Asked
from watchword.flow.weighing import bench_of
from watchword.model.contradiction import Account, Contradiction
from watchword.model.known import Known
from watchword.relate.contradictions import find_contradictions
from watchword.relate.drift import find_drifts

_SHOWN_CLAIMS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestOrder:
    """What was asked for, as typed.

    Attributes:
        view: what is looked at.
        asked: the part that is looked at.
        limit: how many to print at most.
    """

    view: ViewOrder
    asked: Asked = EVERYTHING
    limit: int = 40


def show_contradictions(order: ContestOrder) -> None:
    """Print everything on which sources are at odds, the most important first."""
    known = see(order.view, order.asked)
    found = find_contradictions(known, bench_of(known))
    if order.view.as_json:
        put_lines(contradiction_record(each, known) for each in found[: order.limit])
    else:
        for each in found[: order.limit]:
            for line in _each_of(each, known):
                tell(line)
    _count(len(found), order.limit, "contradiction", "no source is at odds with another")


def show_drift(order: ContestOrder) -> None:
    """Print every statement that is told more firmly, or less, than at first; the newest first."""
    known = see(order.view, order.asked)
    found = find_drifts(known, bench_of(known))[::-1]
    if order.view.as_json:
        put_lines(drift_record(each, known) for each in found[: order.limit])
    else:
        for each in found[: order.limit]:
            for line in each_of_drift(each, known):
                tell(line)
    _count(len(found), order.limit, "drift", "no statement is told otherwise than at first")


def _each_of(found: Contradiction, known: Known) -> Iterator[str]:
    yield f"{found.bearing.value}: {one_line(found.reason)}  [{found.importance:.1f}]"
    for account in found.accounts:
        yield f"  {_account(account)}"
        yield from (f"    {claim_line(key, known)}" for key in account.claims[:_SHOWN_CLAIMS])
        if len(account.claims) > _SHOWN_CLAIMS:
            yield f"    and {len(account.claims) - _SHOWN_CLAIMS:,} more claims"


def _account(account: Account) -> str:
    kind = "not so" if account.denies else "so"
    sources = "one source" if account.independent == 1 else f"{account.independent} sources"
    parties = ", parties to it" if account.party_only else ""
    told = f"{kind}: “{account.words}” ({sources}{parties}: {', '.join(account.sources)})"
    return one_line(told)


def _count(count: int, limit: int, noun: str, nothing: str) -> None:
    if not count:
        warn(nothing)
        return
    left = f"; {count - limit:,} more with --limit" if count > limit else ""
    warn(f"{count:,} {noun}{'' if count == 1 else 's'}{left}")
