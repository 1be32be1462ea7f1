"""Feeds at the desk: added with a guard, paused, removed, taken from lists; files that are sent."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import desk_over

from watchword.config import Settings
from watchword.desk.desk import Desk
from watchword.desk.entries import Uploaded
from watchword.errors import ForbiddenError, MissingError, RefusedError, UnreadableError
from watchword.flow.span_records import Record
from watchword.model.principal import Membership, Principal, Role, whoever_is_here

ANA = whoever_is_here("Ana")
ANALYST = Principal(name="Ben", memberships=(Membership(situation="troops", role=Role.ANALYST),))
PAGE = "http://192.0.2.7/feed"
OPML = b"""<?xml version="1.0"?><opml version="2.0"><body>
<outline type="rss" text="One" xmlUrl="https://one.example/feed"/>
<outline text="more"><outline type="rss" text="Two" xmlUrl="https://two.example/feed"/></outline>
<outline type="folder" text="Passwords" xmlUrl="/etc"/></body></opml>"""
BOMB = b"""<!DOCTYPE o [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><opml><body>
<outline type="rss" xmlUrl="https://&b;.example/feed"/></body></opml>"""
REPORT = b"""Title: Seoul counts again
Date: 2024-12-02

The spy agency in Seoul said on Monday that about 2,000 more troops have gone to Kursk.
"""


def look(desk: Desk, name: str, **asked: object) -> Record:
    answer = desk.look(ANA, "troops", name, asked)
    assert answer is not None
    return answer.record


def act(desk: Desk, action: str, **given: object) -> Record:
    return desk.act(ANA, "troops", action, given)


def take(desk: Desk, content: bytes) -> Record:
    return act(desk, "import-feeds", files=Uploaded(name="feeds.opml", content=content))


@pytest.mark.parametrize("kind", ["feed", "sitemap", "page"])
@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/feed", "http://192.0.2.7/feed", "http://[::1]/feed"]
)
def test_a_feed_inside_a_private_network_is_refused(
    own_desk: Desk, kind: str, address: str
) -> None:
    with pytest.raises(RefusedError, match="private network") as error:
        act(own_desk, "add-feed", kind=kind, address=address)
    assert error.value.key == address
    assert "public internet" in error.value.mend
    assert look(own_desk, "feeds")["feeds"] == []


@pytest.mark.parametrize(
    ("kind", "address", "told"),
    [
        ("folder", "/etc", "on the machine itself"),
        ("mailbox", "imaps://ana@mail.example/INBOX", "on the machine itself"),
        ("feed", "file:///etc/passwd", "only http and https"),
        ("feed", "https://ana:secret@news.example/feed", "name or password"),
    ],
)
def test_what_reads_this_machine_is_not_added_from_a_page(
    own_desk: Desk, kind: str, address: str, told: str
) -> None:
    with pytest.raises(RefusedError, match=told):
        act(own_desk, "add-feed", kind=kind, address=address)


def test_feeds_are_for_those_who_manage(own_desk: Desk) -> None:
    for name in ("add-feed", "collect", "add-reports", "import-feeds"):
        with pytest.raises(ForbiddenError):
            own_desk.act(ANALYST, "troops", name, {"address": PAGE})


def test_a_feed_is_added_paused_visited_and_removed(
    own_record: Path, user_settings: Settings
) -> None:
    desk = desk_over(own_record, replace(user_settings, allow_private=True))
    added = act(desk, "add-feed", kind="page", address=PAGE, name="Page", every="30")
    (feed,) = look(desk, "feeds")["feeds"]
    key = feed["key"]
    assert added["at"] == f"/feeds/{key}"
    act(desk, "add-feed", kind="page", address=PAGE + "?second", every="")
    assert len(look(desk, "feeds")["feeds"]) == 2
    act(desk, "remove-feed", key=PAGE + "?second")
    assert (feed["name"], feed["every_s"], feed["health"]) == ("Page", 1800.0, "not visited yet")
    act(desk, "pause-feed", key=key)
    assert look(desk, "feed", key=key)["paused"]
    act(desk, "resume-feed", key=key)
    assert not look(desk, "feed", key=key)["paused"]
    act(desk, "visit-feed", key=key)
    act(desk, "remove-feed", key=key)
    assert look(desk, "feeds")["feeds"] == []
    with pytest.raises(MissingError):
        look(desk, "feed", key=key)
    desk.close()


def test_a_list_of_feeds_is_taken_but_for_what_reads_this_machine(own_desk: Desk) -> None:
    told = take(own_desk, OPML)
    assert "2 feeds added" in told["said"]
    assert "folder is not taken" in told["said"]
    assert "2 known already" in take(own_desk, OPML)["said"]
    made = own_desk.make(ANA, "troops", "feeds.opml", {})
    assert made.name == "troops.opml"
    assert made.content.count(b"<outline") == 2


@pytest.mark.parametrize("content", [BOMB, b"<html></html>", b"", b"\0\1\2" * 100])
def test_a_hostile_list_adds_nothing(own_desk: Desk, content: bytes) -> None:
    with pytest.raises((RefusedError, UnreadableError)):
        take(own_desk, content)
    assert look(own_desk, "feeds")["feeds"] == []


def test_sent_files_become_reports_and_what_is_none_is_told(own_desk: Desk) -> None:
    files = [
        Uploaded(name="../../seoul.txt", content=REPORT),
        Uploaded(name="broken.pdf", content=b"%PDF-1.7 nothing"),
    ]
    told = act(own_desk, "add-reports", files=files)
    assert told["said"].startswith("1 new report, 1 not read: sent: broken.pdf:")
    assert "known already" in act(own_desk, "add-reports", files=files[:1])["said"]
    found = look(own_desk, "feeds")
    assert found["unread"][0]["found_at"] == "sent: broken.pdf"
    assert found["unread"][0]["count"] == 1
    with pytest.raises(RefusedError, match="nothing in what was sent"):
        act(own_desk, "add-reports", files=[])


def test_sent_files_are_bounded(own_record: Path, user_settings: Settings) -> None:
    desk = desk_over(own_record, replace(user_settings, max_bytes=100))
    with pytest.raises(RefusedError, match="larger than 100 bytes"):
        act(desk, "add-reports", files=Uploaded(name="long.txt", content=b"x" * 101))
    desk.close()


def test_that_collecting_is_wanted_is_noted_and_adds_nothing_to_the_record(own_desk: Desk) -> None:
    before = own_desk.instant_of(ANA, "troops")
    act(own_desk, "collect")
    assert own_desk.instant_of(ANA, "troops") == before
    assert look(own_desk, "collecting")["begun_at"] is None
