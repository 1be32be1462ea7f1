"""What invented requests found: each stays refused in words, and harms nothing."""

import httpx2
import pytest

from watchword.api import ROOT

TROOPS = f"{ROOT}/situations/troops"


@pytest.mark.parametrize("days", [-9.7e104, 0, 1e9])
def test_days_that_no_clock_can_count_are_refused_and_nothing_is_watched_for(
    served: str, days: float
) -> None:
    said = {"name": "silence", "actors": ["North Korea"], "silence_days": days}
    answer = httpx2.post(f"{served}{TROOPS}/actions/watch", json=said, timeout=60)
    assert answer.status_code == 400
    assert "days" in answer.json()["detail"]
    listed = httpx2.get(f"{served}{TROOPS}/indicators", timeout=60).json()
    assert "silence" not in str(listed["record"])


def test_two_actors_of_whom_nothing_is_told_have_an_empty_relation(served_example: str) -> None:
    asked = {"until": "0492-02-25T10:29:53-11:36", "grain": "week"}
    address = f"{served_example}{TROOPS}/relations/nobody/no one"
    assert httpx2.get(address, params=asked, timeout=120).status_code in {200, 404, 409}
