"""An archive that is lived through is known from when it was published."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from watchword.brief.document import to_json
from watchword.config import Settings
from watchword.errors import SettingsError
from watchword.flow.briefing import Request
from watchword.flow.situation.recording import Recorded
from watchword.model.decision import DecisionKind
from watchword.workbench import Workbench

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "troops-to-russia"


def day(number: int) -> datetime:
    return datetime(2024, 10, number, 23, 59, tzinfo=UTC)


@pytest.mark.parametrize("location", ["file"], indirect=True)
def test_a_day_of_the_past_shows_what_had_been_published_by_then(location: str) -> None:
    Workbench.create(location, Settings(), title="Troops").close()
    with Workbench.open(location, Settings()) as bench:
        assert bench.replay([str(EXAMPLE)]) == (Recorded(new=39), 39)
        then = bench.standing(day(20))
        assert then.read
        assert all((each.report.published.at or day(31)) <= day(20) for each in then.read)
        later = bench.standing(day(25))
        assert len(then.read) < len(later.read) < 39
        brief = bench.brief(Request(title="Then"), as_of=day(20))
        assert brief.as_of <= day(20)
        assert bench.replay([str(EXAMPLE)]) == (Recorded(known=39), 0)
        assert to_json(bench.brief(Request(title="Then"), as_of=day(20))) == to_json(brief)


@pytest.mark.parametrize("location", ["file"], indirect=True)
def test_after_an_archive_the_record_goes_on_from_now(location: str, tmp_path: Path) -> None:
    Workbench.create(location, Settings(), title="Troops").close()
    (tmp_path / "note.txt").write_text("Kyiv said 40 tanks were lost.", encoding="utf-8")
    with Workbench.open(location, Settings()) as bench:
        bench.replay([str(EXAMPLE)])
        before = bench.standing().as_of
        bench.collect([str(tmp_path / "note.txt")])
        bench.work()
        assert len(bench.standing(before).read) == 39
        assert len(bench.standing().read) == 40


@pytest.mark.parametrize("location", ["file"], indirect=True)
def test_a_situation_that_was_only_created_is_opened_first(location: str) -> None:
    with Workbench.create(location, Settings(), title="") as bench, pytest.raises(SettingsError):
        bench.replay([str(EXAMPLE)])


@pytest.mark.parametrize("location", ["file"], indirect=True)
def test_an_archive_of_before_what_the_record_has_reached_is_told_to_be_late(location: str) -> None:
    Workbench.create(location, Settings(), title="Troops").close()
    with Workbench.open(location, Settings()) as bench:
        bench.decide(DecisionKind.GRADE, "Gulf Post", value="B")
        recorded, _ = bench.replay([str(EXAMPLE)])
        assert recorded == Recorded(new=39, late=39)
        assert not bench.standing(day(25)).read
