"""A model behind an address is asked within bounds, and whatever it does costs one answer."""

import gzip
import json
from collections.abc import Callable

import pytest
from tests.consult.speaking import Part, Speaker, speaking

from watchword.consult import Endpoint, RemoteModel
from watchword.errors import SettingsError, UnansweredError
from watchword.model.inquiry import Inquiry, request_key

INQUIRY = Inquiry(
    prompt="word/1",
    instruction="Word these.",
    material='{"sentences": []}',
    schema='{"type": "object"}',
    most_tokens=50,
)
KEY = "a key that nobody may see"


def remote(
    speaker: Speaker,
    *,
    timeout_s: float = 2.0,
    wait: Callable[[float], None] = lambda _seconds: None,
    max_bytes: int = 100_000,
) -> RemoteModel:
    endpoint = Endpoint(
        address=speaker.address, model="small", key=KEY, timeout_s=timeout_s, max_bytes=max_bytes
    )
    return RemoteModel(endpoint, wait=wait)


def test_a_model_is_asked_with_the_least_chance_and_the_form_of_its_answer() -> None:
    with speaking(Part(says="words")) as speaker:
        answer = remote(speaker).answer(INQUIRY)
    (heard,) = speaker.heard
    assert heard.path == "/v1/chat/completions"
    assert heard.headers["authorization"] == f"Bearer {KEY}"
    assert (heard.asked["temperature"], heard.asked["seed"]) == (0, 0)
    assert heard.asked["stream"] is False
    assert heard.asked["max_tokens"] == 50
    assert heard.asked["response_format"]["json_schema"]["schema"] == {"type": "object"}
    assert [each["role"] for each in heard.asked["messages"]] == ["system", "user"]
    assert answer.text == "words"
    assert answer.model == "small"
    assert answer.request == request_key("small", INQUIRY)


def test_a_server_that_knows_no_form_of_answers_is_asked_without_it_from_then_on() -> None:
    with speaking(Part(status=400), Part(says="words")) as speaker:
        model = remote(speaker)
        assert [model.answer(INQUIRY).text for _ in range(2)] == ["words", "words"]
    assert ["response_format" in each.asked for each in speaker.heard] == [True, False, False]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_asked_again_ever_later(status: int) -> None:
    waited: list[float] = []
    with speaking(Part(status=status), Part(status=status), Part(says="at last")) as speaker:
        assert remote(speaker, wait=waited.append).answer(INQUIRY).text == "at last"
    assert waited == [1.0, 4.0]


def test_a_server_that_stays_busy_is_left_after_three_attempts() -> None:
    with speaking(Part(status=429)) as speaker, pytest.raises(UnansweredError, match="status 429"):
        remote(speaker).answer(INQUIRY)
    assert len(speaker.heard) == 3


def test_a_server_is_given_the_time_it_asks_for_and_no_more_than_is_bearable() -> None:
    waited: list[float] = []
    with speaking(Part(status=429, headers={"Retry-After": "7"}), Part(says="now")) as speaker:
        remote(speaker, wait=waited.append).answer(INQUIRY)
    with (
        speaking(Part(status=429, headers={"Retry-After": "3600"})) as patient,
        pytest.raises(UnansweredError, match="429"),
    ):
        remote(patient, wait=waited.append).answer(INQUIRY)
    assert waited == [7.0]
    assert len(patient.heard) == 1


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (Part(body=b"not JSON"), "not JSON"),
        (Part(body=b"[" * 100_000), "not JSON|longer"),
        (Part(body=b'{"choices": []}'), "no chat completion"),
        (Part(body=b'{"choices": [{"message": {"content": 7}}]}'), "no chat completion"),
        (Part(body=b"[]"), "no chat completion"),
        (Part(status=401), "refuses the key"),
        (Part(status=404), "no such interface or model"),
        (Part(status=302, headers={"Location": "http://127.0.0.1:1/"}), "not followed"),
        (Part(body=b" " * 200_000), "longer than"),
        (Part(endless=True), "longer than"),
        (Part(body=gzip.compress(b" " * 10), headers={"Content-Encoding": "gzip"}), "packed"),
    ],
)
def test_whatever_is_no_answer_is_told_as_such(part: Part, told: str) -> None:
    with speaking(part) as speaker, pytest.raises(UnansweredError, match=told) as error:
        remote(speaker).answer(INQUIRY)
    assert KEY not in str(error.value)


def test_a_slow_model_is_left_in_time_and_not_asked_again() -> None:
    with speaking(Part(pause_s=1.0)) as speaker, pytest.raises(UnansweredError, match="too long"):
        remote(speaker, timeout_s=0.2).answer(INQUIRY)
    assert len(speaker.heard) == 1


def test_an_endless_answer_ends_with_the_time_where_its_size_does_not_end_it() -> None:
    with speaking(Part(endless=True)) as speaker, pytest.raises(UnansweredError, match="too long"):
        remote(speaker, timeout_s=0.2, max_bytes=10**12).answer(INQUIRY)


def test_nobody_there_is_told() -> None:
    with speaking() as speaker:
        model = remote(speaker)
    with pytest.raises(UnansweredError, match="nothing answers"):
        model.answer(INQUIRY)


def test_a_key_is_seen_nowhere() -> None:
    endpoint = Endpoint(address="https://models.example/v1", model="m", key=KEY)
    assert KEY not in repr(endpoint)


@pytest.mark.parametrize(
    ("address", "model", "key", "named"),
    [
        ("ftp://models.example", "m", None, "WATCHWORD_LM_URL"),
        ("https://ana:secret@models.example", "m", None, "WATCHWORD_LM_URL"),
        ("https://models.example/v1", "", None, "WATCHWORD_LM_MODEL"),
        ("https://models.example/v1", "m", "two\nlines", "WATCHWORD_LM_KEY"),
    ],
)
def test_what_cannot_be_asked_is_refused_before_anything_is_sent(
    address: str, model: str, key: str | None, named: str
) -> None:
    with pytest.raises(SettingsError) as error:
        RemoteModel(Endpoint(address=address, model=model, key=key))
    assert error.value.key == named
    assert "secret" not in str(error.value)


def test_over_the_public_internet_a_model_is_asked_sealed_or_not_at_all() -> None:
    def resolve(_host: str, port: int, **_kind: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", ("93.184.215.14", port))]

    endpoint = Endpoint(address="http://models.example/v1", model="m", timeout_s=0.5)
    with pytest.raises(UnansweredError, match="https only"):
        RemoteModel(endpoint, resolve=resolve).answer(INQUIRY)


def test_the_request_is_json_whatever_the_material_holds() -> None:
    odd = Inquiry(
        prompt="word/1", instruction="a", material='"\ud800 \u201c"', schema="{}", most_tokens=1
    )
    with speaking(Part(says="words")) as speaker:
        remote(speaker).answer(odd)
    assert json.dumps(speaker.heard[0].asked)
