"""Briefs at the desk: composed, worded anew under the check, published, compared, made again."""

import json

import pytest

from watchword.brief.document import from_document
from watchword.brief.verify import verify
from watchword.desk.desk import Desk
from watchword.errors import ForbiddenError, MissingError, RefusedError, SettingsError
from watchword.model.principal import Membership, Principal, Role, whoever_is_here

OWNER = whoever_is_here("Ana")
ANALYST = Principal(name="Ben", memberships=(Membership(situation="troops", role=Role.ANALYST),))
TRUE = "A lawmaker in Seoul said that some 10,900 North Korean soldiers are in the Kursk region."


def looked(desk: Desk, name: str, **asked: object) -> dict[str, object]:
    answer = desk.look(OWNER, "troops", name, asked)
    assert answer is not None
    return dict(answer.record)


def brief_of(desk: Desk, key: str) -> dict[str, object]:
    brief = looked(desk, "brief", key=key)["brief"]
    assert isinstance(brief, dict)
    return brief


def first_of(brief: dict[str, object]) -> dict[str, object]:
    judgments = brief["judgments"]
    assert isinstance(judgments, list)
    sentence = judgments[0]["sentence"]
    assert isinstance(sentence, dict)
    return sentence


def another(brief: dict[str, object]) -> str:
    """The pointer of a sentence that is no judgment."""
    told = [*_list(brief["overview"]), *_list(brief["watch"])]
    told += [each["heading"] for each in _list(brief["sections"])]  # type: ignore[misc]
    return str(told[0]["pointer"])


def test_every_sentence_of_a_brief_leads_to_its_claims(brief_desk: Desk, composed: str) -> None:
    brief = brief_of(brief_desk, composed)
    first = first_of(brief)
    assert first["cites"]
    assert all(each["claim"] and each["number"] for each in first["cites"])
    told = looked(brief_desk, "brief", key=composed)
    assert told["is_publishable"] is True


def test_a_false_sentence_is_kept_as_a_draft_and_never_published(
    brief_desk: Desk, composed: str
) -> None:
    first = first_of(brief_of(brief_desk, composed))
    pointer = first["pointer"]
    false = f"{first['text']}".replace("10,900", "20,000")
    assert false != first["text"]
    edit = {"brief": composed, "pointer": pointer, "text": false}
    done = brief_desk.act(OWNER, "troops", "edit-sentence", edit)
    assert done["ok"] is False
    assert "20,000" in str(done["problems"])
    after = looked(brief_desk, "brief", key=composed)
    assert after["failing"] == 1
    assert after["is_publishable"] is False
    with pytest.raises(RefusedError):
        brief_desk.act(OWNER, "troops", "publish", {"key": composed})
    draft = brief_desk.make(OWNER, "troops", "brief.json", {"key": composed})
    assert b"20,000 North" not in draft.content
    brief_desk.act(OWNER, "troops", "take-back", {"decision": done["decision"]})
    assert looked(brief_desk, "brief", key=composed)["is_publishable"] is True


def test_what_is_typed_is_checked_and_the_wrong_words_are_marked(
    brief_desk: Desk, composed: str
) -> None:
    pointer = first_of(brief_of(brief_desk, composed))["pointer"]
    text = "A lawmaker in Seoul said that some 20,000 soldiers are in the Kursk region."
    told = looked(brief_desk, "check", brief=composed, pointer=pointer, text=text)
    marks = told["marks"]
    assert told["ok"] is False
    assert isinstance(marks, list)
    assert "some 20,000" in [text[each["start"] : each["end"]] for each in marks]
    assert all(each["words"] for each in marks)


def test_a_published_brief_holds_what_people_worded_and_says_so(
    brief_desk: Desk, composed: str
) -> None:
    whole = brief_of(brief_desk, composed)
    first, pointer = first_of(whole), another(whole)
    text = f"{first['text']}".replace(" now", "")
    edit = {"brief": composed, "pointer": first["pointer"], "text": text}
    brief_desk.act(OWNER, "troops", "edit-sentence", edit)
    brief_desk.act(
        OWNER,
        "troops",
        "edit-sentence",
        {**edit, "pointer": pointer, "deed": "strike"},
    )
    done = brief_desk.act(OWNER, "troops", "publish", {"key": composed, "tlp": "TLP:GREEN"})
    made = brief_desk.make(OWNER, "troops", "brief.json", {"key": done["key"]})
    brief = from_document(json.loads(made.content))
    assert verify(brief).ok
    assert looked(brief_desk, "brief", key=composed)["edits"] == 2
    assert brief.judgments[0].sentence.text == text
    assert [(each.by, each.pointer) for each in brief.edited] == [("Ana", first["pointer"])]
    assert "TLP-GREEN" in made.name


def test_an_edition_is_numbered_stays_as_it_is_and_is_withdrawn_with_a_reason(
    brief_desk: Desk, composed: str
) -> None:
    one = brief_desk.act(OWNER, "troops", "publish", {"key": composed})
    with pytest.raises(RefusedError, match="edition 1"):
        brief_desk.act(OWNER, "troops", "publish", {"key": composed})
    before = brief_desk.make(OWNER, "troops", "brief.md", {"key": one["key"]})
    pointer = another(brief_of(brief_desk, composed))
    edit = {"brief": composed, "pointer": pointer, "deed": "strike"}
    brief_desk.act(OWNER, "troops", "edit-sentence", edit)
    two = brief_desk.act(OWNER, "troops", "publish", {"key": composed})
    assert (one["number"], two["number"]) == (1, 2)
    assert brief_desk.make(OWNER, "troops", "brief.md", {"key": one["key"]}) == before
    with pytest.raises(SettingsError):
        brief_desk.act(OWNER, "troops", "withdraw-edition", {"key": one["key"], "why": " "})
    brief_desk.act(OWNER, "troops", "withdraw-edition", {"key": one["key"], "why": "a source lied"})
    gone = looked(brief_desk, "edition", key=one["key"])["withdrawn"]
    assert isinstance(gone, dict)
    assert gone["why"] == "a source lied"


def test_an_analyst_composes_and_does_not_publish(brief_desk: Desk) -> None:
    done = brief_desk.act(ANALYST, "troops", "compose", {"length": "screen"})
    with pytest.raises(ForbiddenError, match="may not publish"):
        brief_desk.act(ANALYST, "troops", "publish", {"key": done["key"]})


def test_a_brief_is_compared_with_the_one_before(brief_desk: Desk) -> None:
    before = {"length": "screen", "as_of": "2024-10-25"}
    brief_desk.act(OWNER, "troops", "compose", before)
    done = brief_desk.act(OWNER, "troops", "compose", {"length": "screen", "as_of": "2024-11-25"})
    found = looked(brief_desk, "brief-comparison", key=done["key"])["found"]
    assert isinstance(found, dict)
    assert found["new"]
    assert found["gone"]
    assert all(each["claims"] for each in (*_list(found["new"]), *_list(found["gone"])))


def _list(value: object) -> list[dict[str, object]]:
    assert isinstance(value, list)
    return value


def test_a_kept_brief_is_made_again_byte_for_byte(brief_desk: Desk, composed: str) -> None:
    assert looked(brief_desk, "brief-rebuilt", key=composed)["same"] is True


def test_a_question_is_answered_and_a_pair_needs_two(brief_desk: Desk) -> None:
    asked = {"question": "Will South Korea send weapons to Ukraine?", "length": "screen"}
    done = brief_desk.act(OWNER, "troops", "compose", asked)
    assert brief_of(brief_desk, str(done["key"]))["template"] == "question"
    with pytest.raises(SettingsError, match="between two"):
        brief_desk.act(OWNER, "troops", "compose", {"one": "Russia"})


def test_no_sentence_is_worded_where_none_stands(brief_desk: Desk, composed: str) -> None:
    edit = {"brief": composed, "pointer": "/overview/99", "text": TRUE}
    with pytest.raises(MissingError):
        brief_desk.act(OWNER, "troops", "edit-sentence", edit)
    with pytest.raises(SettingsError, match="does not hold this claim"):
        brief_desk.act(
            OWNER,
            "troops",
            "edit-sentence",
            {**edit, "pointer": "/judgments/0/sentence", "claims": "0" * 16},
        )


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "md", "json"])
def test_a_brief_is_had_in_every_format(brief_desk: Desk, composed: str, form: str) -> None:
    made = brief_desk.make(OWNER, "troops", f"brief.{form}", {"key": composed})
    begins = {"pdf": b"%PDF", "docx": b"PK", "html": b"<!doctype", "md": b"#", "json": b"{"}
    assert made.content.lower().startswith(begins[form].lower())
    assert made.name.endswith(f"-draft.{form}")


def test_an_edition_is_never_marked_weaker_than_a_report_that_it_cites(
    brief_desk: Desk, composed: str
) -> None:
    sources = brief_of(brief_desk, composed)["sources"]
    report = _list(sources)[0]["report"]
    brief_desk.act(OWNER, "troops", "mark", {"subject": report, "tlp": "TLP:RED"})
    with pytest.raises(RefusedError, match="TLP:RED"):
        brief_desk.act(OWNER, "troops", "publish", {"key": composed, "tlp": "TLP:GREEN"})
    done = brief_desk.act(OWNER, "troops", "publish", {"key": composed, "tlp": "TLP:RED"})
    made = brief_desk.make(OWNER, "troops", "brief.md", {"key": done["key"]})
    assert "Edition 1 · TLP:RED" in made.content.decode()
