"""The sets of stories where they are there: how many, and whether the floors belong to them."""

from pathlib import Path

import pytest

from watchword.config import read_settings
from watchword.errors import MissingDataError
from watchword.ledger.corpora.ecbplus import read_ecbplus
from watchword.ledger.corpora.streams import read_current_events
from watchword.ledger.held_out import HeldOut, check_data
from watchword.ledger.held_out_floors import read_floors
from watchword.ledger.stories.bench import Stories
from watchword.ledger.stories.floors import FLOORS
from watchword.ledger.stories.held_out import ECB_PLUS, MEASURED
from watchword.ledger.stories.tasks import MEASURED_YEARS, TASKS, labelled_stories
from watchword.model.story import StoryDecision, StoryStep


def decided(step: StoryStep, story: str, report: str, other: str | None = None) -> StoryDecision:
    return StoryDecision(
        key="k",
        step=step,
        story=story,
        report=report,
        other=other,
        score=None,
        reasons=(),
        made_by="test",
    )


def test_stories_are_what_their_decisions_make_of_them() -> None:
    stories = Stories()
    for each in (
        decided(StoryStep.START, "s", "a"),
        decided(StoryStep.JOIN, "s", "b"),
        decided(StoryStep.START, "t", "c"),
        decided(StoryStep.MERGE, "s", "c", "t"),
        decided(StoryStep.SPLIT, "u", "a", "s"),
    ):
        stories.apply(each)
    assert stories.story_of == {"a": "u", "b": "s", "c": "s"}


def data_with(*sets: HeldOut) -> Path:
    data = read_settings().data
    try:
        check_data(sets, data)
    except MissingDataError as error:
        pytest.skip(str(error))
    return data


@pytest.mark.corpora
def test_ecbplus_has_its_reports_and_stories() -> None:
    texts = list(read_ecbplus(data_with(ECB_PLUS)))
    assert (len(texts), len({text.story for text in texts})) == (462, 40)


@pytest.mark.corpora
def test_the_stream_has_its_stories_of_three_and_more() -> None:
    found = labelled_stories(read_current_events(data_with(MEASURED)), MEASURED_YEARS)
    assert (len(found), len(set(found.values()))) == (9834, 1415)


@pytest.mark.corpora
def test_the_packaged_floors_belong_to_this_data() -> None:
    sets = {task.held.name: task.held for task in TASKS}
    data = data_with(*sets.values())
    groups = read_floors(FLOORS.path).groups
    assert {name: kept.digest for (_, name), kept in groups.items()} == {
        name: held.digest(data) for name, held in sets.items()
    }
