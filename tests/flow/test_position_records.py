"""A position and an actor as records: stable names, and spans that stand in the text."""

from pathlib import Path

from watchword.collect import Limits
from watchword.engines import ReadingEngine
from watchword.flow.actor_records import actor_record_of
from watchword.flow.position_records import position_record_of
from watchword.flow.records import record_of
from watchword.flow.running import Inputs, each_read
from watchword.model.read_report import ReadReport

TEXT = "Qatar urged both sides on Monday not to abandon the truce. Qatar sent an envoy."


def read_text(folder: Path) -> ReadReport:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (found,) = each_read(Inputs(sources=(str(folder),), limits=Limits()), ReadingEngine())
    assert isinstance(found, ReadReport)
    return found


def test_a_position_has_its_words_and_the_chain_of_its_claim(tmp_path: Path) -> None:
    found = read_text(tmp_path)
    (position,) = found.extraction.positions
    claim = next(each for each in found.extraction.claims if each.key == position.claim)
    record = position_record_of(position, claim, found.report)
    assert record["holder"] == "Qatar"
    assert record["kind"] == "demands"
    assert record["toward"] == "both sides"
    assert record["source_chain"] == ["Qatar"]
    spans = record["spans"]
    assert isinstance(spans, dict)
    for name, span in spans.items():
        assert TEXT[span["start"] : span["end"]] == record[name]


def test_a_claim_has_its_position_or_null(tmp_path: Path) -> None:
    found = read_text(tmp_path)
    told = [
        record_of(claim, found.report, found.toponyms, found.extraction.positions)["position"]
        for claim in found.extraction.claims
    ]
    assert isinstance(told[0], dict)
    assert told[0]["matter"] == "not to abandon the truce"
    assert told[1:] == [None]


def test_an_actor_has_every_place_where_it_is_named(tmp_path: Path) -> None:
    found = read_text(tmp_path)
    (actor,) = found.actors
    record = actor_record_of(actor, found.report)
    assert (record["name"], record["kind"], record["country"]) == ("Qatar", "state", "QA")
    mentions = record["mentions"]
    assert isinstance(mentions, list)
    assert [TEXT[each["start"] : each["end"]] for each in mentions] == ["Qatar", "Qatar"]
