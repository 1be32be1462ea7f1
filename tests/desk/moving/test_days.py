"""The days that `as_of` can be set to."""

from watchword.desk.desk import Desk
from watchword.model.principal import whoever_is_here


def test_every_day_up_to_now_is_told_whatever_day_is_shown(example_desk: Desk) -> None:
    owner = whoever_is_here("Ana")
    now = example_desk.look(owner, "troops", "days", {})
    then = example_desk.look(owner, "troops", "days", {"as_of": "2024-10-20"})
    assert now is not None
    assert then is not None
    assert then.record == now.record
    days = now.record["days"]
    assert isinstance(days, list)
    assert days[0][0] == "2024-10-08"
    assert sum(count for _, count in days) == 39
