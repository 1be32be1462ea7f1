"""`watchword changes`: what changed since a day, since you last looked, or since the last brief."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from watchword.cli.screen import many, one_line, put_lines, tell, warn
from watchword.cli.viewing import EVERYTHING, ViewOrder, kept_beside, see_changed
from watchword.config import read_settings
from watchword.errors import SettingsError
from watchword.flow.change_records import change_record, claim_in
from watchword.flow.situation.scoping import Asked
from watchword.flow.situation.standing import LAST, find_brief
from watchword.flow.turned import find_turned
from watchword.flow.weighing import states_of
from watchword.model.change import Change
from watchword.model.claim import Claim
from watchword.model.known import Known
from watchword.relate.since import changes_since
from watchword.store.looks import last_look, note_look
from watchword.text.instants import moment_of
from watchword.workbench import Workbench

LOOK, BRIEF = "look", "brief"
_SHOWN_CLAIMS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesOrder:
    """What was asked for, as typed.

    Attributes:
        view: what is looked at.
        since: a day or a time, `look`, or `brief`.
        asked: the part that is looked at.
        limit: how many changes to print at most.
        peek: whether this look is not noted.
    """

    view: ViewOrder
    since: str
    asked: Asked = EVERYTHING
    limit: int = 40
    peek: bool = False


def show(order: ChangesOrder) -> None:
    """Print what changed, the most important first, and note that somebody looked."""
    since = _instant(order)
    before, now = see_changed(order.view, order.asked, since)
    turned = find_turned(before, now, *kept_beside(order.view))
    found = changes_since(before, now, turned, states_of(now))
    shown = found[: order.limit]
    if order.view.as_json:
        put_lines(change_record(each, before, now) for each in shown)
    else:
        for line in _each_line(shown, before, now):
            tell(line)
    left = f"; {len(found) - len(shown):,} more with --limit" if len(found) > len(shown) else ""
    warn(f"{many(len(found), 'change')} since {since:%Y-%m-%d %H:%M} UTC{left}")
    _note(order, now)


def _instant(order: ChangesOrder) -> datetime:
    """The instant since which changes are asked for.

    Raises:
        SettingsError: if paths are looked at, and no day is named.
        RefusedError: if nobody has looked yet, or no brief is kept.
    """
    if order.since not in {LOOK, BRIEF}:
        return moment_of(order.since, option="--since")
    if order.view.sources:
        raise SettingsError("of paths, changes are since a day", key="--since")
    settings = read_settings()
    with Workbench.open(order.view.store or settings.store, settings) as bench:
        if order.since == BRIEF:
            return find_brief(bench.store, LAST).as_of
        with bench.store.viewing() as view:
            looked = last_look(view, settings.user)
    if looked is None:
        mend = "name a day once: watchword changes --since 2024-10-25"
        raise SettingsError("you have not looked yet", key="--since", mend=mend)
    return looked


def _note(order: ChangesOrder, now: Known) -> None:
    """Note the look, where it was at everything there is."""
    whole = order.asked == EVERYTHING and order.view.as_of is None
    if order.peek or order.view.sources or not whole:
        return
    settings = read_settings()
    with (
        Workbench.open(order.view.store or settings.store, settings) as bench,
        bench.store.writing() as writing,
    ):
        note_look(writing, settings.user, now.as_of)


def _each_line(changes: tuple[Change, ...], before: Known, now: Known) -> Iterator[str]:
    for change in changes:
        yield f"{change.kind.value}: {one_line(change.about)}  [{change.importance:.1f}]"
        if change.reasons:
            yield f"    because: {one_line('; '.join(change.reasons))}"
        for key in change.claims[:_SHOWN_CLAIMS]:
            yield f"    {_told(claim_in(key, before, now), now)}"
        if len(change.claims) > _SHOWN_CLAIMS:
            yield f"    and {len(change.claims) - _SHOWN_CLAIMS:,} more claims"


def _told(claim: Claim, now: Known) -> str:
    report = now.reports[claim.report]
    chain = " < ".join(link.name for link in claim.attribution.links) or "outlet"
    day = f"{report.published.at:%Y-%m-%d}" if report.published.at else "undated"
    outlet = report.outlet or "outlet not named"
    quote = claim.content.quote
    return one_line(f"{claim.key} {day} {outlet}, {chain}: “{quote}”")
