"""What a view is asked about, and that it says what it is over."""

from functools import partial

import pytest

from watchword.desk import seen
from watchword.desk.ask import Scoped
from watchword.desk.desk import Desk
from watchword.desk.scoping import scope_of
from watchword.flow.situation.scoping import Asked
from watchword.flow.situation.windowing import window_of
from watchword.model.principal import whoever_is_here

OWNER = whoever_is_here("Ana")


def test_everything_that_is_asked_is_in_the_scope() -> None:
    ask = Scoped(actor=("Seoul",), place=("Kursk",), story="abc")
    assert scope_of(ask) == Asked(actors=("Seoul",), places=("Kursk",), story="abc")


def test_a_heavy_view_of_a_part_says_so(own_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = own_desk.look(OWNER, "troops", "tracks", {})
    monkeypatch.setattr(seen, "window_of", partial(window_of, most=5))
    part = own_desk.look(OWNER, "troops", "tracks", {"since": "2024-10-01"})
    assert whole is not None
    assert "window" not in whole.record
    assert part is not None
    assert part.record["window"]["words"].startswith("over the newest 5 of ")
