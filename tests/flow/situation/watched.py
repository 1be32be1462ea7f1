"""Reports of some weeks, and indicators that see some of them, for the tests of watching."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.store.records import report_of

from watchword.engines.tagging import TaggingEngine
from watchword.flow.situation.indicating import keep_indicator
from watchword.flow.situation.origins import place_waiting
from watchword.flow.situation.reading import Reader, read_waiting
from watchword.flow.situation.recording import record
from watchword.flow.situation.replaying import ReplayClock
from watchword.flow.situation.watching import IndicatorKeeper
from watchword.model.event import EventType
from watchword.model.indicator import Indicator, Threshold, indicator_key
from watchword.model.report import DateSource, Published, Report
from watchword.store import Store

BEGAN = datetime(2024, 10, 1, 12, tzinfo=UTC)
READER = Reader(engine=TaggingEngine(), events=None, name="rules/1")
OUTLETS = ("Gulf Post", "River Herald", "North Courier")
SENTENCES = (
    "Kyiv said that {n} tanks had been lost near Kursk.",
    "North Korea has sent {n} troops to Russia, the ministry said.",
    "Moscow denied that North Korean troops had been sent to Russia.",
    "Officials opened a bridge over the river in Lyon.",
    "South Korea warned that rockets had struck the port of Odesa.",
    "A spokesman said that {n} soldiers had crossed the border into Moldova.",
)


def watched(name: str, **said: object) -> Indicator:
    return Indicator(key=indicator_key(name), name=name, since=BEGAN, **said)  # type: ignore[arg-type]


INDICATORS = (
    watched("troops", words="North Korean troops sent to Russia", window_days=4.0),
    watched("many", threshold=Threshold(counted="troops", least=1_000), window_days=3.0),
    watched("tanks", words="tanks lost", least_origins=3, rest_days=2.0),
    watched("silence", words="rockets struck the port of Odesa", silence_days=3.0),
    watched("bridge", words="a bridge opened", least_origins=1, window_days=2.0),
    watched("nothing", words="a volcano erupts", events=(EventType.ASSAULT,)),
)


def no_direction(_words: str) -> None:
    """Rules give words no direction."""


def reports_of(day: int) -> list[Report]:
    """The reports of one day: some on what is watched for, a copy among them."""
    made: list[Report] = []
    for slot in range(3):
        text = SENTENCES[(day * 5 + slot * slot * day) % len(SENTENCES)]
        words = text.format(n=100 + 37 * day * (slot + 1))
        outlet = OUTLETS[(day + slot) % len(OUTLETS)]
        made.append(dated(f"{words} It was day {day}.", day, outlet))
    if day % 4 == 0:
        made.append(dated(made[0].text, day, "Copy Daily"))
    return made


def dated(text: str, day: int, outlet: str) -> Report:
    at = BEGAN + timedelta(days=day, minutes=len(outlet))
    published = Published(at=at, how=DateSource.HEADER)
    return replace(report_of(text, outlet=outlet, title=""), published=published)


def live_through(
    store: Store, clock: ReplayClock, days: range, keeper: IndicatorKeeper | None = None
) -> None:
    """Live through some days: what each brings is read and looked at before the next."""
    keeper = keeper or IndicatorKeeper(store, no_direction)
    for day in days:
        clock.set(BEGAN + timedelta(days=day, hours=10))
        record(store, reports_of(day))
        read_waiting(store, READER)
        place_waiting(store)
        keeper.watch_waiting()


def watch_for(store: Store, clock: ReplayClock, *indicators: Indicator) -> None:
    clock.set(BEGAN)
    for indicator in indicators or INDICATORS:
        keep_indicator(store, indicator)
