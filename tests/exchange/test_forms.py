"""Each form, by a validator or a reader that other people wrote, and by its standard."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import stix2
from jsonschema import Draft202012Validator
from tests.exchange.handed import AT, SEOUL, handover, read_reports

from watchword.exchange.annotations import write_annotations
from watchword.exchange.forms import Form, media_type_of, suffix_of
from watchword.exchange.ftm import write_ftm
from watchword.exchange.geojson import write_geojson
from watchword.exchange.misp import write_misp
from watchword.exchange.plover import GOLDSTEIN, goldstein_of
from watchword.exchange.stix import write_stix
from watchword.exchange.stix_marks import TLP_MARKS
from watchword.model.event import EventType
from watchword.model.tlp import Tlp

SCHEMATA = json.loads((Path(__file__).parent / "ftm_schemata.json").read_text(encoding="utf-8"))
POINT = {
    "type": "object",
    "required": ["type", "geometry", "properties", "id"],
    "properties": {
        "type": {"const": "Feature"},
        "id": {"type": ["string", "number"]},
        "properties": {"type": ["object", "null"]},
        "geometry": {
            "type": "object",
            "required": ["type", "coordinates"],
            "additionalProperties": False,
            "properties": {
                "type": {"const": "Point"},
                "coordinates": {
                    "type": "array",
                    "minItems": 2,
                    "maxItems": 2,
                    "prefixItems": [
                        {"type": "number", "minimum": -180, "maximum": 180},
                        {"type": "number", "minimum": -90, "maximum": 90},
                    ],
                },
            },
        },
    },
}
"""RFC 7946, sections 3.1.2, 3.2 and 3.3, for the geometry that is written."""
COLLECTION = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {"type": "array", "items": POINT},
        "coordinates": False,
        "geometries": False,
        "geometry": False,
        "properties": False,
    },
}


@pytest.fixture(scope="module")
def bundle() -> dict[str, Any]:
    """The STIX bundle of what is handed on."""
    return json.loads(write_stix(handover()))


def of_type(bundle: Mapping[str, Any], kind: str) -> list[dict[str, Any]]:
    return [each for each in bundle["objects"] if each["type"] == kind]


def test_the_stix_library_takes_the_bundle_without_custom_content(bundle: dict[str, Any]) -> None:
    parsed = stix2.parse(bundle, allow_custom=False, version="2.1")
    assert len(parsed.objects) == len(bundle["objects"])
    assert {each["type"] for each in bundle["objects"]} >= {
        *("identity", "location", "report", "note", "opinion", "relationship"),
        *("marking-definition", "extension-definition"),
    }


def test_the_stix_validator_finds_no_fault(bundle: dict[str, Any]) -> None:
    validator = pytest.importorskip("stix2validator")
    options = validator.ValidationOptions(version="2.1")
    found = validator.validate_instance(bundle, options)
    assert [str(error) for error in found.errors] == []


def test_every_reference_of_the_bundle_leads_to_an_object_in_it(bundle: dict[str, Any]) -> None:
    there = {each["id"] for each in bundle["objects"]}
    assert len(there) == len(bundle["objects"])
    refs = re.findall(r'"([a-z-]+--[0-9a-f-]{36})"', json.dumps(bundle["objects"]))
    tlp_extension = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"
    assert set(refs) - {tlp_extension} == there


def test_marks_and_grades_go_with_what_they_are_on(bundle: dict[str, Any]) -> None:
    marks = {each["id"]: each["name"] for each in of_type(bundle, "marking-definition")}
    assert marks == {TLP_MARKS[Tlp.CLEAR]: "TLP:CLEAR", TLP_MARKS[Tlp.GREEN]: "TLP:GREEN"}
    reports = {each["name"]: each for each in of_type(bundle, "report")}
    marked = reports['=HYPERLINK("https://x")']
    assert [marks[mark] for mark in marked["object_marking_refs"]] == ["TLP:GREEN"]
    (grade,) = reports["Seoul on the convoy"]["extensions"].values()
    assert grade["source_reliability"] == "B"
    assert reports["Tanks"]["labels"] == ["withdrawn"]


def test_an_event_stands_between_those_who_are_named(bundle: dict[str, Any]) -> None:
    names = {each["id"]: each["name"] for each in of_type(bundle, "identity")}
    told = {
        (names[each["source_ref"]], each["relationship_type"], names[each["target_ref"]])
        for each in of_type(bundle, "relationship")
    }
    assert ("Volodymyr Zelensky", "consult", "Japan") in told


def test_a_claim_that_cannot_be_judged_gets_no_opinion(bundle: dict[str, Any]) -> None:
    worths = list(handover().credibilities.values())
    assert len(of_type(bundle, "note")) == len(worths)
    assert len(of_type(bundle, "opinion")) == sum(each.value != "6" for each in worths)


def test_the_same_record_gives_the_same_bundle(bundle: dict[str, Any]) -> None:
    assert json.loads(write_stix(handover())) == bundle


def entities() -> list[dict[str, Any]]:
    return [json.loads(line) for line in b"".join(write_ftm(handover())).splitlines()]


def test_every_entity_is_of_its_schema_in_followthemoney() -> None:
    told = entities()
    ids = {each["id"] for each in told}
    assert len(ids) == len(told)
    assert {each["schema"] for each in told} == set(SCHEMATA["schemata"])
    assert [fault for each in told for fault in faults_of(each, ids)] == []


def faults_of(entity: Mapping[str, Any], ids: set[str]) -> list[tuple[str, str, str]]:
    schema = SCHEMATA["schemata"][entity["schema"]]
    told = entity["properties"]
    found = [(entity["schema"], name, "missing") for name in schema["required"] if name not in told]
    for name, values in told.items():
        kind = schema["properties"].get(name, "not a property")
        found += [
            (entity["schema"], name, value) for value in values if not is_of_kind(value, kind, ids)
        ]
    return found


def is_of_kind(value: str, kind: str, ids: set[str]) -> bool:
    checks = {
        "entity": lambda: value in ids,
        "date": lambda: re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\+00:00)?", value),
        "language": lambda: value in SCHEMATA["languages"],
        "country": lambda: value in SCHEMATA["countries"],
        "url": lambda: value.startswith("https://"),
        "not a property": lambda: False,
    }
    return bool(checks.get(kind, value.strip)())


def test_followthemoney_itself_keeps_every_value() -> None:
    ftm = pytest.importorskip("followthemoney")
    for entity in entities():
        ftm.model.get(entity["schema"]).validate(entity)
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        assert {name: len(proxy.get(name)) for name in entity["properties"]} == {
            name: len(values) for name, values in entity["properties"].items()
        }


def test_a_note_tells_where_its_words_stand() -> None:
    note = next(each for each in entities() if each["schema"] == "Note")["properties"]
    chain, place, *_ = note["notes"]
    assert chain == "source chain: National Intelligence Service"
    start, end = map(int, re.findall(r"characters (\d+) to (\d+)", place)[0])
    assert SEOUL[start:end].startswith(note["name"][0])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_pymisp_reads_the_event_with_its_reports_tags_and_opinions() -> None:
    from pymisp import MISPEvent  # noqa: PLC0415 - it warns when it is imported

    event = MISPEvent()
    event.load(write_misp(handover()).decode())
    assert [tag.name for tag in event.tags] == ["tlp:green"]
    assert len(event.event_reports) == len(read_reports())
    assert len(event.attributes) == len(handover().credibilities)
    tags = {tag.name for tag in event.attributes[0].tags}
    assert tags == {
        "tlp:clear",
        'admiralty-scale:source-reliability="b"',
        'admiralty-scale:information-credibility="1"',
    }
    assert [opinion.opinion for opinion in event.attributes[0].opinions] == [100]
    told = {tag.name for attribute in event.attributes for tag in attribute.tags}
    assert 'estimative-language:likelihood-probability="very-likely"' in told
    assert "left out above TLP:GREEN" in event.info
    assert not any(attribute.to_ids for attribute in event.attributes)


def test_nothing_of_a_report_is_markup_in_a_misp_report() -> None:
    event = json.loads(write_misp(handover()))["Event"]
    texts = [each["content"] for each in event["EventReport"]]
    assert not any(re.search(r"(?<!\\)[<>\[\]`]", text) for text in texts)


def test_places_are_points_with_their_precision() -> None:
    collection = json.loads(write_geojson(handover()))
    Draft202012Validator(COLLECTION).validate(collection)
    told = {each["properties"]["precision"] for each in collection["features"]}
    assert {"country", "city"} <= told
    places = {each["properties"]["place"]: each["geometry"] for each in collection["features"]}
    longitude, latitude = places["Kyiv"]["coordinates"]
    assert (round(longitude), round(latitude)) == (31, 50)
    assert collection["left_out"] == "12 claims of 3 reports left out above TLP:GREEN"


def test_an_annotation_finds_its_words_by_quote_and_by_position() -> None:
    page = json.loads(write_annotations(handover()))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    first = page["items"][0]
    quote, position = first["target"]["selector"]
    assert first["target"]["source"] == "https://gulf.example/convoy"
    assert SEOUL[position["start"] : position["end"]] == quote["exact"]
    assert SEOUL[: position["start"]].endswith(quote["prefix"])
    assert page["partOf"]["total"] == len(page["items"]) == len(handover().credibilities)
    assert len({each["id"] for each in page["items"]}) == len(page["items"])


def test_every_event_type_has_a_weight() -> None:
    assert {each.cameo_root for each in EventType} <= set(GOLDSTEIN)
    events = [event for read in read_reports() for event in read.events]
    assert events
    assert all(-10 <= goldstein_of(each) <= 10 for each in events)


def test_every_form_has_a_name_and_a_media_type() -> None:
    suffixes = [suffix_of(each) for each in Form]
    assert len(set(suffixes)) == len(suffixes)
    assert all("/" in media_type_of(each) for each in Form)
    assert AT.tzinfo is not None
