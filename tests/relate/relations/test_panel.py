from datetime import date, timedelta

import numpy as np
from tests.relate.relations.worlds import BEGIN, event, known, report

from watchword.model.event import EventType
from watchword.model.known import Known
from watchword.model.relation import Grain, Quad, Way
from watchword.relate.relations.calendar import find_periods
from watchword.relate.relations.happenings import find_passing, tell_happenings
from watchword.relate.relations.panel import Panel, build_panel, count_volume
from watchword.relate.relations.sides import find_side
from watchword.relate.relations.texts import find_texts

STRUCK = (Way.FORTH, Quad.MATERIAL_CONFLICT)


def panel_of(what: Known, weeks: int) -> Panel:
    texts = find_texts(what)
    last = BEGIN.date() + timedelta(days=7 * weeks - 1)
    periods = count_volume(texts, find_periods(BEGIN.date(), last, Grain.WEEK))
    passing = tuple(find_passing(what.events, find_side("Norway"), find_side("Sweden")))
    told = tell_happenings(passing, what, texts, date(2023, 1, 1))
    return build_panel(told.happenings, texts, periods)


def daily(outlet: str | None, days: range) -> list:
    return [report(f"{outlet}-{day}", BEGIN + timedelta(days=day), outlet) for day in days]


def test_an_outlet_tells_a_happening_once_however_often_it_prints_it() -> None:
    reports = daily("Post", range(14))
    told = [event(f"e{each.key}", each.key, type=EventType.ASSAULT) for each in reports[:1]]
    again = [event(f"again{each.key}", each.key, time=None) for each in reports[1:1]]
    panel = panel_of(known(reports, told + again), 2)
    assert panel.told[STRUCK].sum() == 1
    assert panel.others[0].tolist() == [6, 7]


def test_an_outlet_counts_from_its_first_text_to_its_last() -> None:
    reports = daily("Post", range(7, 18)) + daily("Blad", range(28))
    told = [event("a", "Post-7"), event("b", "Blad-0")]
    panel = panel_of(known(reports, told), 4)
    row = panel.outlets.index("Post")
    assert np.round(panel.time[row], 2).tolist() == [0, 1, 0.57, 0]


def test_a_week_without_a_text_of_a_daily_outlet_is_a_week_that_was_not_collected() -> None:
    reports = daily("Post", range(21)) + daily("Post", range(28, 56))
    panel = panel_of(known(reports, [event("a", "Post-0")]), 8)
    assert panel.time[0].tolist() == [1, 1, 1, 0, 1, 1, 1, 1]


def test_small_outlets_and_texts_without_an_outlet_stand_together() -> None:
    reports = daily(None, range(20)) + daily("Small", range(3))
    panel = panel_of(known(reports, [event("a", "None-0"), event("b", "Small-1")]), 3)
    assert panel.outlets == (None,)
    assert panel.time.tolist() == [[10, 7, 6]]
