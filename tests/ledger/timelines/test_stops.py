"""The days at which timelines are judged, and the days that a background names."""

from datetime import date

from watchword.ledger.corpora.backgrounds import Update, WrittenTimeline
from watchword.ledger.timelines.stops import STOPS, each_stop, named_days, reports_of, spread


def written(person: str, background: str) -> WrittenTimeline:
    days = (date(2011, 5, 3), date(2011, 5, 5), date(2011, 5, 9))
    updates = ("A ferry sank.", "It was raised.", "It was sold.")
    return WrittenTimeline(
        event="ferry",
        person=person,
        updates=tuple(
            Update(day=day, update=update, background=background if place else "")
            for place, (day, update) in enumerate(zip(days, updates, strict=True))
        ),
    )


def test_a_long_timeline_is_judged_at_ten_days_and_a_short_one_at_each_but_the_first() -> None:
    assert len(spread(164)) == STOPS
    assert spread(164)[-1] == 163
    assert spread(3) == (1, 2)
    assert spread(1) == ()


def test_a_stop_has_everybodys_backgrounds_and_the_days_of_its_own_person() -> None:
    one, other = written("a", "On May 3, 2011 a ferry sank."), written("b", "A ferry sank.")
    first, last = each_stop(one, [one, other])
    assert (first.earlier, last.earlier) == (1, 2)
    assert last.backgrounds == ("On May 3, 2011 a ferry sank.", "A ferry sank.")
    assert last.named == {date(2011, 5, 3)}
    assert all(not stop.named for stop in each_stop(other, [one, other]))


def test_months_and_days_to_come_are_no_named_days() -> None:
    text = "In May 2011 it sank; it sails on 4 June 2012."
    assert named_days(text, date(2011, 9, 1)) == frozenset()


def test_each_update_is_a_report_of_its_day() -> None:
    reports = list(reports_of([written("a", "")]))
    assert [each.text for each in reports] == ["A ferry sank.", "It was raised.", "It was sold."]
    assert [str(each.published.at)[:10] for each in reports] == [
        "2011-05-03",
        "2011-05-05",
        "2011-05-09",
    ]
