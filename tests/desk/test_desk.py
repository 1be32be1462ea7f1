"""What the desk shows, and to whom."""

import pytest

from watchword.desk.desk import Desk
from watchword.errors import ForbiddenError, MissingError, SettingsError
from watchword.model.principal import Membership, Principal, Role, whoever_is_here

OWNER = whoever_is_here("Ana")
READER = Principal(name="Ben", memberships=(Membership(situation="troops", role=Role.READER),))
STRANGER = Principal(name="Cem", memberships=(Membership(situation="other", role=Role.OWNER),))


def test_what_was_learnt_later_is_not_shown(example_desk: Desk) -> None:
    now = example_desk.look(OWNER, "troops", "today", {})
    then = example_desk.look(OWNER, "troops", "today", {"as_of": "2024-10-20"})
    assert now is not None
    assert then is not None
    assert now.record["reports"] == 39
    assert 0 < int(str(then.record["reports"])) < 39
    assert now.tag != then.tag


def test_the_same_question_gives_the_same_answer_until_something_is_added(own_desk: Desk) -> None:
    first = own_desk.look(OWNER, "troops", "tracks", {})
    assert own_desk.look(OWNER, "troops", "tracks", {}) is first
    own_desk.act(OWNER, "troops", "grade", {"source": "Neva Herald", "grade": "D"})
    later = own_desk.look(OWNER, "troops", "tracks", {})
    assert first is not None
    assert later is not None
    assert later.tag != first.tag or later.is_behind


def test_a_situation_is_not_there_for_whoever_is_no_member(example_desk: Desk) -> None:
    with pytest.raises(MissingError) as refused:
        example_desk.look(STRANGER, "troops", "today", {})
    with pytest.raises(MissingError) as missing:
        example_desk.look(STRANGER, "nowhere", "today", {})
    assert refused.value.args == missing.value.args
    assert example_desk.situations_of(STRANGER) == {}


def test_a_reader_decides_nothing(own_desk: Desk) -> None:
    assert own_desk.look(READER, "troops", "today", {}) is not None
    with pytest.raises(ForbiddenError, match="may not decide"):
        own_desk.act(READER, "troops", "grade", {"source": "Neva Herald", "grade": "D"})


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("claims", {"limit": "0"}, "limit"),
        ("claims", {"as_of": "yesterday"}, "as_of"),
        ("claims", {"cursor": "1; drop table claim"}, "cursor"),
        ("claims", {"modality": "certain"}, "modality"),
    ],
)
def test_what_cannot_be_asked_is_named(
    example_desk: Desk, name: str, given: dict[str, object], told: str
) -> None:
    with pytest.raises(SettingsError) as error:
        example_desk.look(OWNER, "troops", name, given)
    assert told in error.value.key


def test_a_grade_is_undone(own_desk: Desk) -> None:
    made = own_desk.act(OWNER, "troops", "grade", {"source": "Neva Herald", "grade": "D"})
    undone = own_desk.act(OWNER, "troops", "undo", {"decision": made["decision"]})
    assert undone["said"] == "undone"
    with pytest.raises(SettingsError):
        own_desk.act(OWNER, "troops", "grade", {"source": "Neva Herald", "grade": "Z"})
