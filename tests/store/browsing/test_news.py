"""What came to be known since an instant."""

from tests.store.listed import fill, told

from watchword.model.decision import DecisionKind
from watchword.model.page import Bounded
from watchword.store import Store
from watchword.store.browsing.news import news_since
from watchword.store.decisions import add_decision
from watchword.store.readings import add_readings
from watchword.store.reports import add_reports


def test_what_came_after_an_instant_is_counted_by_kind(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        then = view.as_of
    with store.writing() as writing:
        add_reports(writing, [told(98).report, told(99).report])
        add_readings(writing, [told(99)], made_by="reader/1")
        add_decision(writing, DecisionKind.GRADE, "Gulf Post", value="B", signed=("ana", ""))
    with store.viewing() as view:
        news = news_since(view, then, most=1)
    assert (news.reports.number, news.read.number, news.claims) == (2, 1, 2)
    assert (news.stories.number, news.decisions.number, news.briefs.number) == (0, 1, 0)
    assert news.alerts == Bounded(number=0, is_exact=True)
    assert news.newest == (told(99).report.key,)


def test_nothing_is_new_before_it_was_known(store: Store) -> None:
    with store.viewing() as view:
        beginning = view.as_of
    fill(store)
    with store.viewing() as view:
        assert news_since(view, beginning).stories.number == 4
    with store.viewing(beginning) as view:
        assert news_since(view, beginning).reports.number == 0
