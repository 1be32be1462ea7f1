"""What the API answers, asked of a real server: tags, cursors, problems, repeats."""

import httpx2
import pytest

from watchword.api import ROOT
from watchword.api.operations import each_operation
from watchword.desk.catalogue import ACTIONS, FILES, VIEWS

TROOPS = f"{ROOT}/situations/troops"
GRADE = f"{TROOPS}/actions/grade"
SAID = {"source": "Neva Herald", "grade": "D"}


def get(
    address: str, path: str, *, headers: dict[str, str] | None = None, **asked: object
) -> httpx2.Response:
    return httpx2.get(address + path, params=asked or None, headers=headers, timeout=60)


def test_everything_that_the_desk_offers_has_an_operation_of_its_own() -> None:
    operations = list(each_operation())
    names = [operation.name for operation in operations]
    assert len(names) == len(set(names))
    paths = {operation.path.removeprefix("/situations/{situation}") for operation in operations}
    assert {f"/views/{view.name}" for view in VIEWS} <= paths
    assert {f"/actions/{action.name}" for action in ACTIONS} <= paths
    assert {f"/files/{file.name}" for file in FILES} <= paths


def test_a_situation_says_what_one_may_do_in_it(served_example: str) -> None:
    (listed,) = get(served_example, f"{ROOT}/situations").json()["situations"]
    assert listed == get(served_example, TROOPS).json()
    assert listed["title"] == "Troops to Russia"
    assert listed["may"] == ["read", "decide", "publish", "manage"]


def test_a_noun_and_its_view_are_the_same(served_example: str) -> None:
    noun = get(served_example, f"{TROOPS}/figures", least=3).json()
    view = get(served_example, f"{TROOPS}/views/tracks", least=3).json()
    assert noun["record"]["tracks"]
    assert noun == view
    key = noun["record"]["tracks"][0]["track_id"]
    one = get(served_example, f"{TROOPS}/figures/{key}").json()
    assert one["record"]["track"]["track_id"] == key


def test_an_answer_that_still_holds_is_not_sent_again(served_example: str) -> None:
    first = get(served_example, f"{TROOPS}/claims", limit=2)
    tag = first.headers["etag"]
    again = get(
        served_example, f"{TROOPS}/claims", limit=2, headers={"If-None-Match": f'"x", W/{tag}'}
    )
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == tag
    other = get(served_example, f"{TROOPS}/claims", limit=3, headers={"If-None-Match": tag})
    assert other.status_code == 200


def test_pages_follow_each_other_without_a_gap_or_a_repeat(served_example: str) -> None:
    whole = get(served_example, f"{TROOPS}/claims", limit=12, exact="true", q="troops").json()
    address, shown = f"{TROOPS}/claims?limit=4&exact=true&q=troops", []
    for _page in range(3):
        answer = get(served_example, address)
        shown += answer.json()["record"]["hits"]
        address = answer.links["next"]["url"]
    assert shown == whole["record"]["hits"]


def test_a_list_goes_on_as_of_the_instant_that_it_was_begun(served: str) -> None:
    first = get(served, f"{TROOPS}/claims", limit=2).json()
    done = httpx2.post(served + GRADE, json=SAID)
    assert done.status_code == 200
    second = get(served, f"{TROOPS}/claims", limit=2, cursor=first["next"]).json()
    assert second["as_of"] == first["as_of"]
    assert get(served, TROOPS).json()["as_of"] > first["as_of"]


@pytest.mark.parametrize("cursor", ["x", "!!!", "AAAA" * 400, "tMmy6RLVWyJi"])
def test_a_cursor_that_no_answer_gave_is_refused(served_example: str, cursor: str) -> None:
    answer = get(served_example, f"{TROOPS}/claims", cursor=cursor)
    assert answer.status_code == 400
    assert answer.json()["key"] == "cursor"


def test_a_cursor_of_another_question_is_refused(served_example: str) -> None:
    cursor = get(served_example, f"{TROOPS}/claims", limit=2, q="troops").json()["next"]
    answer = get(served_example, f"{TROOPS}/claims", limit=2, q="shells", cursor=cursor)
    assert answer.status_code == 400
    assert "another question" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", f"{ROOT}/situations/nowhere", {}, 404),
        ("GET", f"{ROOT}/nothing", {}, 404),
        ("GET", f"{TROOPS}/figures/nothing%0Aat-all", {}, 404),
        ("DELETE", TROOPS, {}, 405),
        ("GET", GRADE, {}, 405),
        ("GET", f"{TROOPS}/claims", {"Accept": "text/csv, image/*"}, 406),
        ("GET", f"{TROOPS}/claims?colour=red", {}, 400),
        ("GET", f"{TROOPS}/claims?limit=0", {}, 400),
        ("POST", GRADE, {"Content-Type": "text/plain"}, 415),
        ("POST", GRADE, {"Content-Type": "application/json"}, 400),
    ],
)
def test_whatever_goes_wrong_is_a_problem(
    served_example: str, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    answer = httpx2.request(method, served_example + path, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert {"type", "title", "status", "detail", "instance"} <= set(told)
    assert told["status"] == status
    assert "access-control-allow-origin" not in answer.headers


def test_the_kind_of_a_problem_leads_to_its_explanation(served_example: str) -> None:
    told = get(served_example, f"{ROOT}/nothing").json()
    page, _, anchor = told["type"].partition("#")
    assert f'id="{anchor}"' in get(served_example, page).text


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_page_of_another_site_does_nothing(served: str, headers: dict[str, str]) -> None:
    before = get(served, TROOPS).json()["as_of"]
    answer = httpx2.post(served + GRADE, json=SAID, headers=headers)
    assert answer.status_code == 403
    assert get(served, TROOPS).json()["as_of"] == before


def test_a_request_that_is_sent_again_is_done_once(served: str) -> None:
    headers = {"Idempotency-Key": "the first"}
    first = httpx2.post(served + GRADE, json=SAID, headers=headers)
    moved = get(served, TROOPS).json()["as_of"]
    again = httpx2.post(served + GRADE, json=SAID, headers=headers)
    assert first.json() == again.json()
    assert get(served, TROOPS).json()["as_of"] == moved
    other = httpx2.post(served + GRADE, json={**SAID, "grade": "C"}, headers=headers)
    assert other.status_code == 422


def test_a_change_is_made_only_while_the_record_is_as_it_was_seen(served: str) -> None:
    tag = get(served, TROOPS).headers["etag"]
    assert httpx2.post(served + GRADE, json=SAID, headers={"If-Match": tag}).status_code == 200
    late = httpx2.post(served + GRADE, json=SAID, headers={"If-Match": tag})
    assert late.status_code == 412


def test_a_body_that_is_too_deep_is_refused(served_example: str) -> None:
    deep = '{"source": ' + "[" * 5_000 + "]" * 5_000 + "}"
    headers = {"Content-Type": "application/json"}
    answer = httpx2.post(served_example + GRADE, content=deep.encode(), headers=headers)
    assert answer.status_code == 400


def test_the_page_of_the_api_stays_on_its_host(served_example: str) -> None:
    page = get(served_example, f"{ROOT}/docs").text
    assert "look_tracks" in page
    assert "http:" not in page
    assert "https:" not in page
    assert "<script" not in page
    assert " style=" not in page
