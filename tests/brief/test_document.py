"""A brief goes to JSON and back, and what is not a brief is refused with its place."""

import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest

from watchword.brief.document import (
    each_sentence,
    from_document,
    from_json,
    to_document,
    to_json,
    with_texts_from,
)
from watchword.brief.document_schema import brief_schema, schema_text
from watchword.errors import InvalidBriefError
from watchword.model.brief import Brief
from watchword.model.report import Unread


@pytest.fixture
def brief(written_briefs: tuple[Brief, ...]) -> Brief:
    return written_briefs[0]


def test_a_brief_comes_back_as_it_was_but_for_raw_bytes_and_folders(brief: Brief) -> None:
    back = from_json(to_json(brief))
    expected = tuple(
        replace(report, raw=b"", found_at=f"{report.key}.txt") for report in brief.reports
    )
    assert back == replace(brief, reports=expected)


def test_writing_twice_gives_the_same_bytes(brief: Brief) -> None:
    written = to_json(brief)
    assert to_json(from_json(written)) == written
    assert written.endswith("}\n")
    assert "Türkiye" in written


def test_no_folder_of_the_machine_is_told(brief: Brief) -> None:
    unread = Unread(found_at="C:\\secret\\files\\a.zip!inner/b.txt", reason="it is empty")
    written = to_json(replace(brief, unread=(unread,)))
    assert "/somewhere" not in written
    assert "secret" not in written
    assert '"a.zip!inner/b.txt"' in written


def test_an_address_is_kept_whole(brief: Brief) -> None:
    unread = Unread(found_at="https://example.org/a/b", reason="not found")
    assert "https://example.org/a/b" in to_json(replace(brief, unread=(unread,)))


def test_the_published_schema_describes_what_is_written(written_briefs: tuple[Brief, ...]) -> None:
    schema = json.loads(files("watchword.brief").joinpath("brief.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for brief in written_briefs:
        jsonschema.validate(json.loads(to_json(brief)), schema)
        jsonschema.validate(json.loads(to_json(brief, with_texts=False)), schema)


def test_the_published_schema_is_the_one_the_nouns_make() -> None:
    published = files("watchword.brief").joinpath("brief.schema.json").read_text("utf-8")
    assert published == schema_text()


def test_every_object_of_the_schema_is_closed() -> None:
    schema = brief_schema()
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    assert schema["additionalProperties"] is False
    assert all(noun["additionalProperties"] is False for noun in definitions.values())


def test_texts_can_stay_out_and_be_given_later(brief: Brief) -> None:
    bare = from_json(to_json(brief, with_texts=False))
    assert all(report.text == "" for report in bare.reports)
    texts = {report.text_sha256: report.text for report in brief.reports}
    filled = with_texts_from(bare, texts)
    assert [report.text for report in filled.reports] == [report.text for report in brief.reports]


def test_every_sentence_has_a_pointer_that_leads_to_it(brief: Brief) -> None:
    document = json.loads(to_json(brief))
    for pointer, sentence in each_sentence(brief):
        found = document
        for step in pointer.split("/")[1:]:
            found = found[int(step) if step.isdigit() else step]
        assert found["text"] == sentence.text


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (["title"], 7, "$.title"),
        (["schema_version"], 3, "$.schema_version"),
        (["schema_version"], True, "$.schema_version"),
        (["as_of"], "yesterday", "$.as_of"),
        (["as_of"], "2024-10-19T00:00:00", "$.as_of"),
        (["as_of"], "2024-10-19T00:00:00+09:00", "$.as_of"),
        (["headline"], [], "$.headline"),
        (["headline", "text"], "\ud800", "$.headline.text"),
        (["headline", "claims"], "C1", "$.headline.claims"),
        (["judgments", 0, "confidence"], "total", "$.judgments[0].confidence"),
        (["sources", 0, "number"], 1.5, "$.sources[0].number"),
        (["sources", 0, "number"], False, "$.sources[0].number"),
        (["claims", 0, "figures", 0, "best"], 10**400, "$.claims[0].figures[0].best"),
        (["claims", 0, "content", "quote"], "other", "$.claims[0].content.sha256"),
        (["extra"], 1, "$.extra"),
    ],
)
def test_a_wrong_field_is_named_by_its_place(
    brief: Brief, path: list[str | int], value: object, place: str
) -> None:
    document = json.loads(to_json(brief))
    parent = document
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = value
    with pytest.raises(InvalidBriefError) as caught:
        from_document(document)
    assert caught.value.key == place


def test_a_missing_field_is_named_by_its_place(brief: Brief) -> None:
    document = to_document(brief)
    del document["watch"]
    with pytest.raises(InvalidBriefError) as caught:
        from_document(document)
    assert caught.value.key == "$.watch"


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", "{", '{"a": NaN}', '{"a": 1, "a": 2}', "[" * 100_000, '{"a":' + "9" * 9999],
)
def test_what_is_no_json_object_is_refused(text: str) -> None:
    with pytest.raises(InvalidBriefError):
        from_json(text)


def test_a_file_of_the_first_version_is_read(brief: Brief) -> None:
    document = json.loads(to_json(replace(brief, panels=(), sourcing="", machines=())))
    document["schema_version"] = 1
    read = from_json(json.dumps(document))
    assert read.panels == ()
    assert read.parts == brief.parts
