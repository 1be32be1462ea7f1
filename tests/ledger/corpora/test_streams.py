import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.streams import (
    NEAR,
    StreamEvent,
    read_current_events,
    read_white_house,
    story_pairs,
)

ROW = {
    "id": "e1",
    "date": "2020-01-02",
    "headers": ["Floods", "Flood in Vale"],
    "first_under_header": True,
    "text": "Rain fell.",
}


def lay(folder: Path, name: str, row: object) -> None:
    path = folder / "reports" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(row) + "\n", "utf-8")


def stories(count: int, *, topic: str = "Topic {}") -> list[StreamEvent]:
    return [
        StreamEvent(
            event_id=f"{story}-{number}",
            date=date(2020, 1, 1) + timedelta(days=number),
            headers=(topic.format(story), f"Story {story}"),
            first_under_header=True,
            text=f"Event {number} of story {story}.",
        )
        for story in range(count)
        for number in range(3)
    ]


def test_events_and_briefings_are_read(tmp_path: Path) -> None:
    lay(tmp_path, "current-events/until-2023.jsonl", ROW)
    lay(tmp_path, "white-house/reports.jsonl", {"id": "f1", "text": "Good day."})
    (event,) = read_current_events(tmp_path)
    assert (event.date, event.headers[-1]) == (date(2020, 1, 2), "Flood in Vale")
    assert list(read_white_house(tmp_path)) == [("f1", "Good day.")]


@pytest.mark.parametrize("broken", [{"date": "soon"}, {"headers": None}, {"text": 1}])
def test_a_broken_event_is_refused(tmp_path: Path, broken: dict[str, object]) -> None:
    lay(tmp_path, "current-events/until-2023.jsonl", {**ROW, **broken})
    with pytest.raises(UnreadableError):
        list(read_current_events(tmp_path))


def test_pairs_tell_one_story_from_two() -> None:
    pairs = story_pairs(stories(6), 8, 1)
    for title, text, same in pairs.headlines:
        assert (title.split()[-1] == text.rstrip(".").split()[-1]) is same
    for left, right, same in pairs.leads:
        assert left != right
        assert (left.split()[-1] == right.split()[-1]) is same
    assert [len(pairs.headlines), len(pairs.leads)] == [8, 8]


def test_the_same_seed_gives_the_same_pairs_and_another_gives_others() -> None:
    events = stories(9)
    assert story_pairs(events, 8, 1) == story_pairs(reversed(events), 8, 1)
    assert story_pairs(events, 8, 1) != story_pairs(events, 8, 2)


def test_stories_that_share_a_header_are_not_paired_as_different() -> None:
    pairs = story_pairs(stories(4, topic="Floods"), 8, 1)
    assert all(same for *_, same in (*pairs.headlines, *pairs.leads))


def test_different_stories_of_a_hard_pair_lie_close_in_time() -> None:
    early, late = stories(2)[:3], stories(2)[3:]
    far = [
        StreamEvent(
            event_id=event.event_id,
            date=event.date + 2 * NEAR,
            headers=event.headers,
            first_under_header=True,
            text=event.text,
        )
        for event in late
    ]
    assert all(same for *_, same in story_pairs([*early, *far], 8, 1).leads)


def test_short_stories_and_events_without_gold_header_give_no_pairs() -> None:
    assert story_pairs(stories(1)[:2], 8, 1).headlines == ()
