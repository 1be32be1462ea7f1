"""What was printed is counted from columns, with what stands and what does not."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.store.records import engine, report_of

from watchword.collect import Limits
from watchword.flow.relating import named_as_known
from watchword.flow.running import Inputs, each_collected
from watchword.flow.situation.origins import place_waiting
from watchword.flow.situation.printing import printed_beside, printed_texts
from watchword.flow.situation.reading import Reader, read_waiting
from watchword.flow.situation.recording import record
from watchword.flow.situation.scoping import Asked
from watchword.flow.situation.standing import find_standing, known_standing
from watchword.flow.situation.windowing import standing_in, window_of
from watchword.model.decision import DecisionKind
from watchword.model.report import DateSource, Published
from watchword.relate.relations import find_texts
from watchword.store import Store
from watchword.store.decisions import add_decision

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "troops-to-russia"
FERRY = "The ferry from Bergen sailed again on Monday after two days of storm in the fjord. " * 4


@pytest.mark.parametrize("location", ["file", "server"], indirect=True)
def test_a_text_is_one_however_many_outlets_print_it(store: Store) -> None:
    own, copy = report_of(FERRY, outlet="Fjord Post"), report_of(FERRY, outlet="Gulf Post")
    other = report_of("A bridge in Malmö was opened by the mayor.", outlet="Gulf Post")
    record(store, [own, copy, other])
    unplaced = printed_texts(store)
    assert len({text.origin for text in unplaced.values()}) == 3
    place_waiting(store)
    texts = printed_texts(store)
    assert len(texts) == 3
    assert texts[own.key].origin == texts[copy.key].origin != texts[other.key].origin


@pytest.mark.parametrize("location", ["file"], indirect=True)
def test_a_withdrawn_report_does_not_count_from_then_on(store: Store) -> None:
    report = report_of(FERRY, outlet="Fjord Post")
    record(store, [report])
    with store.viewing() as view:
        before = view.as_of
    with store.writing() as writing:
        add_decision(writing, DecisionKind.WITHDRAW, report.key, value=None, signed=("ana", ""))
    assert printed_texts(store) == {}
    assert set(printed_texts(store, before)) == {report.key}


@pytest.mark.parametrize("location", ["file"], indirect=True)
def test_the_texts_that_count_are_those_of_what_is_known(store: Store) -> None:
    example = Inputs(sources=(str(EXAMPLE),), limits=Limits())
    record(store, each_collected(example))
    read_waiting(store, Reader(engine=engine(), events=None, name="reader/1"))
    place_waiting(store)
    counted = printed_texts(store)
    known = find_texts(known_standing(find_standing(store)))
    assert named_as_known(counted, known_standing(find_standing(store))) == known
    assert len(counted) > 30


@pytest.mark.parametrize("location", ["file", "server"], indirect=True)
def test_a_window_is_counted_beside_the_texts_of_its_days_alone(store: Store) -> None:
    days = [
        replace(
            report_of(f"The mayor of Malmö opened bridge {day}.", outlet="Gulf Post"),
            published=Published(at=datetime(2024, 10, day, 9, tzinfo=UTC), how=DateSource.HEADER),
        )
        for day in (1, 2, 3, 4)
    ]
    undated = report_of("A bridge in Malmö was closed.", outlet="Gulf Post")
    record(store, [*days, undated])
    read_waiting(store, Reader(engine=engine(), events=None, name="reader/1"))
    whole, window, day = (
        known_standing(standing_in(store, window_of(store, Asked(), most=most)))
        for most in (9, 3, 1)
    )
    assert len(window.reports) == 3
    assert len(printed_beside(store, whole, is_whole=True, asked=Asked())) == 5
    counted = set(printed_beside(store, window, is_whole=False, asked=Asked()))
    assert counted == {days[2].key, days[3].key, undated.key}
    assert days[3].key in printed_beside(store, day, is_whole=False, asked=Asked())
    asked = Asked(since=days[1].published.at, until=days[3].published.at)
    counted = set(printed_beside(store, whole, is_whole=True, asked=asked))
    assert counted == {days[1].key, days[2].key, undated.key}
    counted = set(printed_beside(store, window, is_whole=False, asked=asked))
    assert counted == {days[2].key, undated.key}
