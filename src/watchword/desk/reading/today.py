"""The first page: what came, what is waiting for somebody, and how collecting goes."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal

from watchword.desk.ask import Ask, Instant
from watchword.desk.entries import Action, DeskView, Doing
from watchword.desk.seen import Seen
from watchword.flow.report_records import report_record
from watchword.flow.span_records import Record
from watchword.model.comment import Assignment, Comment
from watchword.model.count import RecordCount
from watchword.model.feed import VisitOutcome
from watchword.model.news import News
from watchword.model.principal import Right
from watchword.store import View
from watchword.store.assessments import each_assessment
from watchword.store.briefs import each_brief_head
from watchword.store.browsing.days import days_told
from watchword.store.browsing.news import news_since
from watchword.store.counting import count_record
from watchword.store.feeds import each_feed, last_visits
from watchword.store.looks import last_look, note_look
from watchword.store.readings import last_read_at
from watchword.store.reports import find_report
from watchword.store.sightings import each_alert

DAYS = 60
"""Days of which the reports are counted a day."""
LISTED = 6
"""Alerts, briefs, comments and reports that are listed of each."""
_SPANS = {"day": timedelta(days=1), "week": timedelta(days=7)}
_WELL = frozenset({VisitOutcome.OK, VisitOutcome.UNCHANGED})


class SinceAsk(Ask):
    """Since when something is new.

    Attributes:
        since: since somebody last looked, a day ago, or a week ago; where they never looked, a
            day before what was published last.
    """

    since: Literal["look", "last", "day", "week", ""] = ""


class LookedAsk(Ask):
    """Up to when somebody has looked.

    Attributes:
        upto: the instant that they were shown; now where it is left out.
    """

    upto: Instant = None


def find_today(seen: Seen, ask: SinceAsk) -> Record:
    """What came since somebody looked, what waits for them, and how much is known."""
    with seen.view() as view:
        count = count_record(view)
        since, how = since_of(seen, view, ask.since)
        news = news_since(view, since, most=LISTED)
        told = [find_report(view, key) for key in news.newest]
        return {
            **_counted(count),
            "since": since.isoformat(),
            "since_how": how,
            "has_looked": last_look(view, seen.by) is not None,
            "new": _new(news),
            "newest": [report_record(each) for each in told if each is not None],
            "days": _days(view, count.latest),
            "alerts": _alerts(view, since),
            "briefs": _briefs(view, since),
            "feeds_failing": list(_each_failing(view)),
            "for_you": [*_assigned(view, seen.by), *_spoken_to(view, seen.by, since)],
        }


def since_of(seen: Seen, view: View, wanted: str) -> tuple[datetime, str]:
    """The instant since which something is new, and how it was chosen: look, last, day or week.

    Whoever has not looked yet is shown the last day on which something was read.
    """
    looked = last_look(view, seen.by)
    how = wanted or ("look" if looked is not None else "last")
    if how == "last":
        return (last_read_at(view) or view.as_of) - _SPANS["day"], how
    if how == "look" and looked is not None and looked <= view.as_of:
        return looked, how
    how = how if how in _SPANS else "day"
    return view.as_of - _SPANS[how], how


def look(doing: Doing, ask: LookedAsk) -> Record:
    """Note that somebody has seen what came, up to what they were shown."""
    upto = ask.upto or doing.seen.as_of
    with doing.bench.store.writing() as writing:
        note_look(writing, doing.by, min(upto, doing.seen.as_of))
    return {"said": "noted: what comes from now on is new"}


def _counted(count: RecordCount) -> Record:
    return {
        "reports": count.reports,
        "claims": count.claims,
        "waiting": count.waiting,
        "failed": count.failed,
        "stories": count.stories,
        "feeds": count.feeds,
        "outlets": count.outlets,
        "unread": count.unread,
        "earliest": count.earliest.isoformat() if count.earliest else None,
        "latest": count.latest.isoformat() if count.latest else None,
    }


def _new(news: News) -> Record:
    return {
        "reports": news.reports.number,
        "claims": news.claims,
        "stories": news.stories.number,
        "alerts": news.alerts.number,
        "decisions": news.decisions.number,
        "briefs": news.briefs.number,
    }


def _days(view: View, latest: datetime | None) -> list[Record]:
    """Reports of each of the last days, days without any too."""
    if latest is None:
        return []
    last = latest.date()
    first = last - timedelta(days=DAYS - 1)
    told = {each.name: each.reports for each in days_told(view, since=f"{first:%Y-%m-%d}")}
    days = (f"{first + timedelta(days=each):%Y-%m-%d}" for each in range(DAYS))
    return [{"day": day, "reports": told.get(day, 0)} for day in days]


def _alerts(view: View, since: datetime) -> list[Record]:
    found = list(each_alert(view, since=since))[-LISTED:]
    return [
        {
            "key": each.key,
            "indicator": each.indicator,
            "name": each.name,
            "turn": each.turn.value,
            "why": each.why,
            "at": each.at.isoformat(),
        }
        for each in reversed(found)
    ]


def _briefs(view: View, since: datetime) -> list[Record]:
    found = [each for each in each_brief_head(view) if each.at > since][-LISTED:]
    return [
        {"key": each.key, "title": each.title, "at": each.at.isoformat()}
        for each in reversed(found)
    ]


def _each_failing(view: View) -> Iterator[Record]:
    visits = last_visits(view)
    for feed in each_feed(view):
        visit = visits.get(feed.key)
        if visit is not None and visit.outcome not in _WELL:
            yield {
                "key": feed.key,
                "name": feed.address,
                "outcome": visit.outcome.value,
                "reason": visit.reason,
            }


def _assigned(view: View, who: str) -> list[Record]:
    """What somebody is to do and has not done."""
    last = {each.key: each for each in each_assessment(view, Assignment)}
    mine = [each for each in last.values() if each.to == who and not each.is_done]
    told: list[Record] = [
        {
            "kind": "assignment",
            "subject": each.subject,
            "words": each.task,
            "by": each.by,
            "at": each.at.isoformat(),
        }
        for each in reversed(mine)
    ]
    return told[:LISTED]


def _spoken_to(view: View, who: str, since: datetime) -> list[Record]:
    """What others say to somebody: by name, or in answer to what they said."""
    known = list(each_assessment(view, Comment))
    own = {each.key for each in known if each.by == who}
    withdrawn = {each.withdraws for each in known}
    found = [
        each
        for each in known
        if each.by != who
        and each.at > since
        and each.key not in withdrawn
        and (each.answers in own or f"@{who}".casefold() in each.words.casefold())
    ]
    told: list[Record] = [
        {
            "kind": "dissent" if each.is_dissent else "comment",
            "subject": each.subject,
            "words": each.words,
            "by": each.by,
            "at": each.at.isoformat(),
        }
        for each in reversed(found)
    ]
    return told[:LISTED]


TODAY = DeskView(
    name="today",
    summary="What changed, what to look at, and how collecting goes",
    asks=SinceAsk,
    find=find_today,
    is_personal=True,
)
LOOKED = Action(
    name="look",
    summary="Note that one has seen what came",
    asks=LookedAsk,
    do=look,
    right=Right.READ,
)
