"""Comments, dissent, tasks and marks: said by somebody, taken back by them, seen as of then."""

from datetime import UTC, datetime

import pytest

from watchword.desk.desk import Desk
from watchword.errors import ForbiddenError, MissingError, RefusedError, SettingsError
from watchword.model.principal import Membership, Principal, Role

ANA = Principal(name="Ana", memberships=(Membership(situation="*", role=Role.OWNER),))
BEN = Principal(name="Ben", memberships=(Membership(situation="troops", role=Role.ANALYST),))
RITA = Principal(name="Rita", memberships=(Membership(situation="troops", role=Role.READER),))


def shown(desk: Desk, view: str, who: Principal = ANA, **asked: object) -> dict[str, object]:
    answer = desk.look(who, "troops", view, asked)
    assert answer is not None
    return dict(answer.record)


def test_a_dissent_stands_beside_what_it_is_on_and_is_answered(own_desk: Desk) -> None:
    before = own_desk.instant_of(ANA, "troops")
    said = {"subject": "claim1", "words": " The figure is the party's. ", "is_dissent": "true"}
    made = own_desk.act(BEN, "troops", "comment", said)
    answer = {"subject": "claim1", "words": "Agreed, @Ben.", "answers": made["comment"]}
    own_desk.act(ANA, "troops", "comment", answer)
    record = shown(own_desk, "comments", key="claim1")
    (thread,) = record["threads"]  # type: ignore[misc]
    assert (thread["words"], thread["by"], thread["is_dissent"]) == (
        "The figure is the party's.",
        "Ben",
        True,
    )
    assert [each["words"] for each in thread["below"]] == ["Agreed, @Ben."]
    assert (record["count"], record["dissents"]) == (2, 1)
    assert shown(own_desk, "comments", key="claim2")["count"] == 0
    assert shown(own_desk, "comments", BEN, to_me=True)["count"] == 1
    assert shown(own_desk, "comments", key="claim1", as_of=before.isoformat())["count"] == 0


def test_a_comment_is_taken_back_by_whoever_made_it_and_its_answers_stay(own_desk: Desk) -> None:
    made = own_desk.act(BEN, "troops", "comment", {"subject": "c", "words": "First."})
    own_desk.act(
        ANA, "troops", "comment", {"subject": "c", "words": "Then.", "answers": made["comment"]}
    )
    with pytest.raises(ForbiddenError):
        own_desk.act(ANA, "troops", "take-comment-back", {"comment": made["comment"]})
    own_desk.act(BEN, "troops", "take-comment-back", {"comment": made["comment"]})
    record = shown(own_desk, "comments", key="c")
    assert [each["words"] for each in record["threads"]] == ["Then."]  # type: ignore[attr-defined]
    with pytest.raises(MissingError):
        own_desk.act(BEN, "troops", "take-comment-back", {"comment": made["comment"]})
    with pytest.raises(MissingError):
        own_desk.act(
            BEN, "troops", "comment", {"subject": "c", "words": "x", "answers": made["comment"]}
        )


def test_a_task_has_one_who_does_it_until_it_is_done(own_desk: Desk) -> None:
    own_desk.act(ANA, "troops", "assign", {"subject": "story1", "to": "Ben"})
    own_desk.act(ANA, "troops", "assign", {"subject": "story1", "to": "Cem"})
    (task,) = shown(own_desk, "assignments", key="story1")["assignments"]  # type: ignore[misc]
    assert (task["to"], task["task"]) == ("Cem", "look after it")
    assert shown(own_desk, "assignments", to="Ben")["assignments"] == []
    own_desk.act(ANA, "troops", "assign", {"subject": "story1", "to": "Cem", "is_done": "true"})
    assert shown(own_desk, "assignments", key="story1")["assignments"] == []
    assert len(shown(own_desk, "assignments", key="story1", done=True)["assignments"]) == 1  # type: ignore[arg-type]


def test_who_may_publish_marks_and_the_last_mark_holds(own_desk: Desk) -> None:
    with pytest.raises(ForbiddenError):
        own_desk.act(BEN, "troops", "mark", {"subject": "r", "tlp": "TLP:RED"})
    own_desk.act(ANA, "troops", "mark", {"subject": "r", "tlp": "TLP:RED", "why": "a source"})
    own_desk.act(ANA, "troops", "mark", {"subject": "r", "tlp": "TLP:GREEN"})
    (mark,) = shown(own_desk, "marks")["marks"]  # type: ignore[misc]
    assert (mark["subject"], mark["tlp"]) == ("r", "TLP:GREEN")
    assert datetime.fromisoformat(mark["at"]).tzinfo == UTC


def test_who_only_reads_says_nothing_and_nothing_is_not_said(own_desk: Desk) -> None:
    with pytest.raises(ForbiddenError):
        own_desk.act(RITA, "troops", "comment", {"subject": "c", "words": "x"})
    with pytest.raises(RefusedError):
        own_desk.act(ANA, "troops", "comment", {"subject": "c", "words": "  "})
    with pytest.raises(SettingsError):
        own_desk.act(ANA, "troops", "mark", {"subject": "r", "tlp": "TLP:PURPLE"})
