"""Exports as files of the desk: in every form, within a mark, for whoever may publish."""

import json

import pytest

from watchword.desk.desk import Desk
from watchword.errors import ForbiddenError, RefusedError, SettingsError
from watchword.exchange.forms import Form
from watchword.model.principal import Membership, Principal, Role, whoever_is_here

OWNER = whoever_is_here("Ana")
ANALYST = Principal(name="Ben", memberships=(Membership(situation="troops", role=Role.ANALYST),))


def listed(value: object) -> list[dict[str, object]]:
    assert isinstance(value, list)
    return value


def test_every_form_is_a_file(example_desk: Desk) -> None:
    narrowed = {"actor": "Japan", "tlp": "green"}
    for form in (Form.PLOVER, Form.CSV, Form.GEOJSON, Form.ANNOTATIONS, Form.FTM):
        made = example_desk.make(OWNER, "troops", f"export.{form.value}", narrowed)
        assert made.name.startswith("troops.")
        assert made.content
    archive = example_desk.make(OWNER, "troops", "export.archive", {"as_of": "2024-10-25"})
    assert archive.content.startswith(b"PK")


def test_an_export_is_for_those_who_may_publish(example_desk: Desk) -> None:
    with pytest.raises(ForbiddenError):
        example_desk.make(ANALYST, "troops", "export.csv", {})


def test_a_mark_that_is_none_is_told(example_desk: Desk) -> None:
    with pytest.raises(SettingsError):
        example_desk.make(OWNER, "troops", "export.csv", {"tlp": "purple"})
    with pytest.raises(RefusedError):
        example_desk.make(OWNER, "troops", "export.opml", {"actor": "Japan"})


def test_a_question_is_answered_by_claims_with_who_agrees(example_desk: Desk) -> None:
    answer = example_desk.look(OWNER, "troops", "ask", {"q": "how many troops are in Kursk"})
    assert answer is not None
    claims = json.loads(json.dumps(answer.record["claims"]))
    assert len(claims) == 10
    told = [each["corroboration"] for each in claims]
    assert all(each["credibility"] in "123456" for each in told)
    assert any(len(each["sides"]) > 1 for each in told)


def test_a_limit_tells_how_much_it_leaves_out(own_desk: Desk) -> None:
    record = own_desk.look(OWNER, "troops", "exports", {})
    assert record is not None
    assert (record.record["reports"], record.record["left_out"]) == (39, 0)
    own_desk.act(OWNER, "troops", "mark", {"subject": "situation", "tlp": "TLP:GREEN"})
    clear = own_desk.look(OWNER, "troops", "exports", {"tlp": ""})
    green = own_desk.look(OWNER, "troops", "exports", {"tlp": "green"})
    assert clear is not None
    assert green is not None
    assert (clear.record["left_out"], green.record["left_out"]) == (39, 0)
    assert {form["name"] for form in listed(green.record["forms"])} == {form.value for form in Form}
