"""The API's document: whole, true to what is answered, and in the words of the code."""

import json
from datetime import UTC, datetime

import httpx2
import jsonschema
import pytest

from watchword.api import ROOT
from watchword.api.document import document
from watchword.api.operations import each_operation
from watchword.deliver.webhook import Parcel, headers_of
from watchword.desk.desk import Desk
from watchword.flow.situation.hooks import hooks_in
from watchword.model.principal import whoever_is_here


def test_every_operation_is_told_with_its_name_and_what_may_be_asked() -> None:
    told = document()
    for operation in each_operation():
        methods = told["paths"][operation.path]
        (found,) = methods.values()
        assert found["operationId"] == operation.name
        assert found["summary"] == operation.entry.summary


def test_what_may_be_asked_is_told_in_the_words_of_the_code() -> None:
    claims = document()["paths"]["/situations/{situation}/claims"]["get"]
    told = {each["name"]: each for each in claims["parameters"]}
    assert told["as_of"]["description"].startswith("nothing learnt later is shown")
    assert told["place"]["schema"]["type"] == "array"
    assert told["situation"]["required"]
    unexplained = [
        (path, each["name"])
        for path, methods in document()["paths"].items()
        for operation in methods.values()
        for each in operation.get("parameters", ())
        if not each.get("description")
    ]
    assert unexplained == []


def test_every_reference_leads_to_a_model() -> None:
    named = document()["components"]["schemas"]
    found = {ref.rpartition("/")[2] for ref in references(document())}
    assert found
    assert found <= set(named)


def test_what_is_answered_fits_its_model(served_example: str) -> None:
    home = f"{served_example}{ROOT}/situations/troops"
    hit = httpx2.get(f"{home}/claims", timeout=120).json()["record"]["hits"][0]
    for path, key in (
        ("/claims", ""),
        ("/claims/{key}", hit["claim"]),
        ("/reports/{key}", hit["report"]),
        ("/stories", ""),
        ("/actors", ""),
        ("/figures", ""),
        ("/views/today", ""),
    ):
        answer = httpx2.get(home + path.replace("{key}", key), timeout=120).json()
        told = document()["paths"]["/situations/{situation}" + path]["get"]
        schema = told["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**schema, "components": document()["components"]}
        jsonschema.Draft202012Validator(whole).validate(answer)


def test_the_document_is_served(served_example: str) -> None:
    answer = httpx2.get(f"{served_example}{ROOT}/openapi.json")
    assert answer.json() == document()


def references(value: object) -> set[str]:
    if isinstance(value, list):
        return {ref for each in value for ref in references(each)}
    if not isinstance(value, dict):
        return set()
    own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
    return own | {ref for each in value.values() for ref in references(each)}


def test_what_is_pushed_is_answered_as_its_model_says(
    own_desk: Desk, served: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = "fourteen geese above the estuary"  # noqa: S105 - of a test
    monkeypatch.setenv("WATCHWORD_HOOK_WIRE", secret)
    home = f"{served}{ROOT}/situations/troops"
    wish = {"name": "wire", "secret": "WATCHWORD_HOOK_WIRE"}
    key = httpx2.post(f"{home}/actions/add-hook", json=wish).json()["record"]["key"]
    rows = [{"id": "pushed", "text": "Kyiv said that 40 tanks had been lost."}, {"id": "b"}]
    body, at = json.dumps(rows).encode(), datetime.now(UTC)
    parcel = Parcel(address=served, key="one", body=body, at=at)
    place = f"{served}{ROOT}/hooks/troops/{key}"
    answer = httpx2.post(place, content=body, headers=dict(headers_of(parcel, secret)))
    told = document()["paths"]["/hooks/{situation}/{key}"]["post"]
    schema = told["responses"]["200"]["content"]["application/json"]["schema"]
    whole = {**schema, "components": document()["components"]}
    jsonschema.Draft202012Validator(whole).validate(answer.json())
    assert (answer.json()["new"], answer.json()["refused"][0]["row"]) == (1, 2)
    shown = httpx2.get(f"{home}/views/hooks").json()["record"]["hooks"]
    assert [(each["name"], each["taken"], each["is_ready"]) for each in shown] == [
        ("wire", 1, True)
    ]
    assert secret not in str(shown)
    with own_desk.open_for(whoever_is_here("ana"), "troops").bench.store.viewing() as view:
        assert [each.name for each in hooks_in(view)] == ["wire"]
