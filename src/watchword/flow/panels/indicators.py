"""Indicators with their state, as a panel: since when, what showed them, what turned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from watchword.flow.panels.rows import (
    MADE_BY,
    Before,
    cited,
    day_of,
    newest_first,
    since_head,
    tell_one,
)
from watchword.model.alert import Alert, AlertTurn, Status
from watchword.model.indicator import Indicator
from watchword.model.known import Known
from watchword.model.panel import Panel, PanelRow
from watchword.model.plan import Part
from watchword.model.sighting import Manner, Sighting

TITLE = "What is watched for, and how it stands"
COLUMNS = ("Indicator", "State", "Since", "Shown by", "Last alert")
NEVER, NOT_LOOKED = "never seen", "not looked for yet: nothing was read since it is watched for"
_ORDER = (Status.CONFIRMED, Status.SEEN, Status.RECEDED, Status.NOT_SEEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """An indicator with what became of it.

    Attributes:
        indicator: the indicator.
        alerts: its alerts, in the order they were made.
        sightings: its sightings, likewise.
        looked: whether anything was read since it is watched for.
    """

    indicator: Indicator
    alerts: tuple[Alert, ...]
    sightings: tuple[Sighting, ...]
    looked: bool

    @property
    def status(self) -> Status:
        """How it stands."""
        return self.alerts[-1].after if self.alerts else Status.NOT_SEEN

    @property
    def showing(self) -> tuple[Sighting, ...]:
        """The sightings that show it and count."""
        gone = {each.claim for each in self.sightings if each.manner is Manner.WITHDRAWN}
        shown = (each for each in self.sightings if each.manner is Manner.SHOWS)
        return tuple(each for each in shown if each.claim not in gone)


def indicator_panel(
    watched: Iterable[Watched], known: Known, before: Before | None = None
) -> Panel | None:
    """How indicators stand; None where nothing is watched for.

    Args:
        watched: every indicator.
        known: what is known.
        before: the earlier brief, None without one.
    """
    ranked = sorted(watched, key=lambda each: _rank(each, before))
    if not ranked:
        return None
    return Panel(
        part=Part.INDICATORS,
        title=TITLE,
        columns=(*COLUMNS, *since_head(before)),
        rows=tuple(_row(each, known, before) for each in ranked),
        made_by=MADE_BY,
    )


def indicator_gaps(watched: Iterable[Watched]) -> Iterator[PanelRow]:
    """What is watched for and was never seen, or not looked for: two things that are not one."""
    known = tuple(watched)
    unseen = [each.indicator.name for each in known if each.looked and not each.sightings]
    if unseen:
        told = f"{len(unseen)} of {len(known)} indicators were never seen: {'; '.join(unseen)}"
        yield PanelRow(cells=("Whether what is watched for goes on unseen", told))
    unlooked = [each.indicator.name for each in known if not each.looked]
    if unlooked:
        told = f"{len(unlooked)} of {len(known)} were not looked for yet: {'; '.join(unlooked)}"
        yield PanelRow(cells=("What the newest indicators would show", told))


def _rank(each: Watched, before: Before | None) -> tuple[bool, int, int, str]:
    """What turned since the earlier brief first, then what matters most, then what is seen."""
    is_old = before is not None and not _since(each, before)
    return (
        is_old,
        -each.indicator.importance.rank,
        _ORDER.index(each.status),
        each.indicator.name,
    )


def _row(each: Watched, known: Known, before: Before | None) -> PanelRow:
    turned = [alert.at for alert in each.alerts if alert.after is not alert.before]
    last = each.alerts[-1] if each.alerts else None
    keys = newest_first((seen.claim for seen in each.showing), known)
    because = newest_first(last.claims, known) if last else ()
    cells = (
        each.indicator.name,
        each.status.value,
        day_of(turned[-1] if turned else each.indicator.since),
        _shown_by(each),
        f"{day_of(last.at)} {last.turn.value}: {last.why}" if last else "none",
    )
    return PanelRow(
        cells=(*cells, _since(each, before)) if before else cells,
        claims=cited((*because, *keys), known),
        sentence=tell_one((*because, *keys), known),
    )


def _shown_by(each: Watched) -> str:
    showing = each.showing
    if not each.sightings:
        return NEVER if each.looked else NOT_LOOKED
    if not showing:
        return "nothing that counts any more"
    origins = {seen.origin for seen in showing}
    last = max(showing, key=lambda seen: (seen.seen_at, seen.key))
    parties = ", all of them parties" if all(seen.party for seen in showing) else ""
    claims = f"{len(showing)} {'claim' if len(showing) == 1 else 'claims'}"
    late = "too long ago: " if each.status is Status.NOT_SEEN else ""
    texts = f"{len(origins)} {'origin' if len(origins) == 1 else 'origins'}"
    outlet = last.outlet or "outlet not named"
    return f"{late}{claims} from {texts}{parties}; last {day_of(last.seen_at)}, {outlet}"


def _since(each: Watched, before: Before) -> str:
    """What became of it since the earlier brief; empty where nothing did."""
    fresh = [alert for alert in each.alerts if alert.at > before.as_of]
    if each.indicator.since > before.as_of and not fresh:
        return "watched for since then"
    if not fresh:
        return ""
    was = fresh[0].before
    if was is not each.status:
        return f"was “{was.value}”"
    return "denied" if fresh[-1].turn is AlertTurn.DENIED else f"turned and is “{was.value}” again"
