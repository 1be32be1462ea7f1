"""B-cubed and pairs on groupings whose scores can be counted by hand."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from watchword.ledger.corpora.streams import StreamEvent
from watchword.ledger.stories.scoring import b_cubed, grouping_scores, pairs_of
from watchword.ledger.stories.tasks import labelled_stories

groupings = st.dictionaries(st.integers(0, 20).map(str), st.sampled_from("abc"), min_size=1)


def test_reports_each_in_a_story_of_its_own_are_precise_and_recall_a_share() -> None:
    labels = dict.fromkeys("abcd", "quake")
    assert b_cubed(labels, {key: key for key in labels}) == (1.0, 0.25)


def test_pairs_are_counted_as_labelled_and_as_found() -> None:
    labels = {"a": "1", "b": "1", "c": "2"}
    found = pairs_of(labels, {"a": "x", "b": "x", "c": "x"})
    assert (found.hits, found.found, found.labelled) == (1, 3, 1)


def test_what_has_no_label_is_not_judged() -> None:
    labels = {"a": "1", "b": "1"}
    scores = {
        each.metric: each.value for each in grouping_scores(labels, dict.fromkeys("abcd", "x"))
    }
    assert (scores["B3 F1"], scores["pairs F1"]) == (1.0, 1.0)


@given(groupings)
def test_a_grouping_agrees_with_itself(grouping: dict[str, str]) -> None:
    assert b_cubed(grouping, grouping) == (1.0, 1.0)


def event(number: int, day: date, *headers: str, first: bool = True) -> StreamEvent:
    return StreamEvent(
        event_id=str(number), date=day, headers=headers, first_under_header=first, text=""
    )


def test_a_labelled_story_is_of_one_year_under_all_its_headers_and_has_three() -> None:
    events = [event(number, date(2020, 1, 1), "War", "Siege") for number in range(3)]
    events += [event(number + 3, date(2020, 1, 1), "War") for number in range(2)]
    events += [event(5, date(2021, 1, 1), "War")]
    events += [event(number + 6, date(2020, 1, 2), "Vote", first=False) for number in range(3)]
    found = labelled_stories(events, range(2020, 2022))
    assert found == dict.fromkeys(("0", "1", "2"), "2020\nWar\nSiege")
