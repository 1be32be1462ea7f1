"""What is watched for, at the desk: written, tried, fired, acknowledged, taken back."""

import pytest

from watchword.desk.desk import Desk
from watchword.errors import ForbiddenError, MissingError, RefusedError, SettingsError
from watchword.model.principal import Membership, Principal, Role, whoever_is_here

OWNER = whoever_is_here("Ana")
EDITOR = Principal(name="Eve", memberships=(Membership(situation="troops", role=Role.EDITOR),))
WORDS = {"words": "North Korean troops sent to Russia", "looks_back": "true"}


def looked(desk: Desk, name: str, who: Principal = OWNER, **asked: object) -> dict[str, object]:
    answer = desk.look(who, "troops", name, asked)
    assert answer is not None
    return dict(answer.record)


def test_an_indicator_is_tried_without_being_kept(example_desk: Desk) -> None:
    trial = looked(example_desk, "indicator-trial", **WORDS)["trial"]
    assert isinstance(trial, dict)
    assert trial["shown"] > 5
    assert trial["origins"] > 2
    assert [each["turn"] for each in trial["alerts"]][-1] == "seen"
    assert looked(example_desk, "indicators")["indicators"] == []


def test_an_indicator_fires_on_what_the_record_holds(own_desk: Desk) -> None:
    done = own_desk.act(OWNER, "troops", "watch", WORDS)
    told = looked(own_desk, "indicator", key=done["key"])
    indicator, alerts = told["indicator"], told["alerts"]
    assert isinstance(indicator, dict)
    assert isinstance(alerts, list)
    assert indicator["status"] == "confirmed"
    assert {"seen", "confirmed"} <= {each["turn"] for each in alerts}
    assert all(each["content"]["quote"] for each in alerts[0]["sightings"])


def test_an_alert_is_taken_note_of_and_looked_at_again(own_desk: Desk) -> None:
    own_desk.act(OWNER, "troops", "watch", WORDS)
    alerts = looked(own_desk, "alerts", unseen="true")["alerts"]
    assert isinstance(alerts, list)
    key = alerts[0]["key"]
    done = own_desk.act(OWNER, "troops", "acknowledge", {"key": key, "why": "known"})
    left = looked(own_desk, "alerts", unseen="true")["alerts"]
    assert isinstance(left, list)
    assert key not in [each["key"] for each in left]
    own_desk.act(OWNER, "troops", str(done["undo_by"]), {"decision": done["decision"]})
    assert looked(own_desk, "alerts", unseen="true")["alerts"] == alerts


def test_what_is_written_of_an_indicator_is_taken_back_step_by_step(own_desk: Desk) -> None:
    done = own_desk.act(OWNER, "troops", "watch", {"words": "a bridge is opened"})
    key = done["key"]
    changed = own_desk.act(
        OWNER, "troops", "change-indicator", {"key": key, "words": "a bridge is closed"}
    )
    with pytest.raises(RefusedError, match="something later stands"):
        own_desk.act(OWNER, "troops", "take-back", {"decision": done["decision"]})
    own_desk.act(OWNER, "troops", "take-back", {"decision": changed["decision"]})
    back = looked(own_desk, "indicator", key=key)["indicator"]
    assert isinstance(back, dict)
    assert back["words"] == "a bridge is opened"


def test_what_is_watched_for_no_more_stays_to_be_taken_up_again(own_desk: Desk) -> None:
    key = own_desk.act(OWNER, "troops", "watch", {"words": "a bridge is opened"})["key"]
    own_desk.act(OWNER, "troops", "stop-watching", {"key": key})
    told = looked(own_desk, "indicators")
    assert told["indicators"] == []
    assert isinstance(told["gone"], list)
    assert told["gone"][0]["by"] == "Ana"
    own_desk.act(OWNER, "troops", "take-back", {"decision": told["gone"][0]["revision"]})
    listed = looked(own_desk, "indicators")["indicators"]
    assert isinstance(listed, list)
    assert [each["key"] for each in listed] == [key]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"words": ""}, "name"),
        ({"words": "troops", "events": "DANCE"}, "events"),
        ({"words": "troops", "at_least": "5"}, "counted"),
        ({"words": "troops", "least_origins": "0"}, "least_origins"),
        ({"words": "troops", "silence_days": "soon"}, "silence_days"),
    ],
)
def test_what_says_too_little_is_named(own_desk: Desk, given: dict[str, object], told: str) -> None:
    with pytest.raises(SettingsError) as refused:
        own_desk.act(OWNER, "troops", "watch", given)
    assert refused.value.key == told


def test_an_indicator_that_is_not_there_is_missing(example_desk: Desk) -> None:
    with pytest.raises(MissingError):
        example_desk.look(OWNER, "troops", "indicator", {"key": "nobody"})


def test_a_channel_takes_only_secrets_that_are_meant_for_channels(own_desk: Desk) -> None:
    hook = {"kind": "webhook", "address": "https://alerts.example.org/in"}
    with pytest.raises(SettingsError, match="WATCHWORD_CHANNEL_"):
        own_desk.act(OWNER, "troops", "add-channel", {**hook, "secret": "HOME"})
    done = own_desk.act(OWNER, "troops", "add-channel", {**hook, "secret": "WATCHWORD_CHANNEL_A"})
    channels = looked(own_desk, "channels")["channels"]
    assert isinstance(channels, list)
    assert "WATCHWORD_CHANNEL_A" not in str(channels)
    own_desk.act(OWNER, "troops", "take-back", {"decision": done["decision"]})
    assert looked(own_desk, "channels")["channels"] == []


def test_who_does_not_manage_a_situation_sees_no_channel(own_desk: Desk) -> None:
    with pytest.raises(ForbiddenError):
        own_desk.look(EDITOR, "troops", "channels", {})
    with pytest.raises(ForbiddenError):
        own_desk.act(EDITOR, "troops", "test-channel", {"key": "any"})


def test_no_file_of_the_server_is_written_from_the_desk(own_desk: Desk) -> None:
    with pytest.raises(SettingsError) as refused:
        own_desk.act(OWNER, "troops", "add-channel", {"kind": "atom", "address": "feed.xml"})
    assert refused.value.key == "kind"


def test_the_alerts_are_a_feed(own_desk: Desk) -> None:
    own_desk.act(OWNER, "troops", "watch", WORDS)
    made = own_desk.make(OWNER, "troops", "alerts.atom", {})
    assert made.content.count(b"<entry>") == 3
