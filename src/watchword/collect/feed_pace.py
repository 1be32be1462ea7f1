"""What a feed says of its own pace: `ttl`, `sy:updatePeriod`, `skipHours`, `skipDays`.

RSS 2.0 specification (https://www.rssboard.org/rss-specification) and the RSS 1.0 syndication
module (https://web.resource.org/rss/1.0/modules/syndication/). Only what stands before the first
entry is looked at.
"""

import re
from dataclasses import dataclass

_HEAD_BYTES = 64_000
_FIRST_ENTRY = re.compile(r"<(?:\w{1,20}:)?(?:item|entry)[\s>]")
_TTL = re.compile(r"<ttl>\s*(\d{1,7})\s*</ttl>", re.IGNORECASE)
_PERIOD = re.compile(r"<(?:\w{1,20}:)?updatePeriod>\s*([a-z]{4,8})\s*<", re.IGNORECASE)
_FREQUENCY = re.compile(r"<(?:\w{1,20}:)?updateFrequency>\s*(\d{1,5})\s*<", re.IGNORECASE)
_HOURS = re.compile(r"<skipHours>(.{0,2000}?)</skipHours>", re.IGNORECASE | re.DOTALL)
_DAYS = re.compile(r"<skipDays>(.{0,1000}?)</skipDays>", re.IGNORECASE | re.DOTALL)
_HOUR = re.compile(r"<hour>\s*(\d{1,2})\s*</hour>", re.IGNORECASE)
_DAY = re.compile(r"<day>\s*([a-z]{6,9})\s*</day>", re.IGNORECASE)
_PERIODS_S = {
    "hourly": 3_600.0, "daily": 86_400.0, "weekly": 604_800.0, "monthly": 2_592_000.0,
    "yearly": 31_536_000.0,
}  # fmt: skip
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPace:
    """How a feed asks to be visited.

    Attributes:
        pace_s: seconds for which its content holds, None where it does not say.
        closed_hours: hours of the day, UTC, in which nothing is published.
        closed_days: days of the week likewise, Monday being 0.
    """

    pace_s: float | None = None
    closed_hours: tuple[int, ...] = ()
    closed_days: tuple[int, ...] = ()


def read_feed_pace(content: bytes) -> FeedPace:
    """Read a feed's own pace; a feed that closes every hour or day of the week is not believed.

    >>> read_feed_pace(b"<rss><channel><ttl>60</ttl><item/></channel></rss>").pace_s
    3600.0
    """
    head = content[:_HEAD_BYTES].replace(b"\0", b"").decode("latin-1")
    entry = _FIRST_ENTRY.search(head)
    head = head[: entry.start()] if entry else head
    hours = {int(hour) % 24 for hour in _inside(_HOURS, _HOUR, head) if int(hour) <= 24}
    days = {_WEEK.index(day.lower()) for day in _inside(_DAYS, _DAY, head) if day.lower() in _WEEK}
    return FeedPace(
        pace_s=_pace_s(head),
        closed_hours=tuple(sorted(hours)) if len(hours) < 24 else (),
        closed_days=tuple(sorted(days)) if len(days) < 7 else (),
    )


def _pace_s(head: str) -> float | None:
    ttl, period, often = _TTL.search(head), _PERIOD.search(head), _FREQUENCY.search(head)
    said = [float(ttl[1]) * 60] if ttl else []
    if period and period[1].lower() in _PERIODS_S:
        said.append(_PERIODS_S[period[1].lower()] / max(int(often[1]) if often else 1, 1))
    return max(said, default=None)


def _inside(outer: re.Pattern[str], inner: re.Pattern[str], head: str) -> list[str]:
    block = outer.search(head)
    return inner.findall(block[1]) if block else []
