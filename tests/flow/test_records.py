"""The record of a claim tells where on the globe its place lies, or that it could not be told."""

from pathlib import Path

import pytest

from watchword.collect import Limits
from watchword.engines import ReadingEngine
from watchword.flow.records import record_of
from watchword.flow.running import Inputs, each_read
from watchword.model.read_report import ReadReport

TEXT = (
    "Seoul said about 1,500 soldiers arrived in Russia's Kursk region.\n\n"
    "The coast guard said a ship sank off Hodeidah.\n\n"
    "Police in Zamfara said a bridge fell in Qwertyford.\n\n"
    "The minister denied it."
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> ReadReport:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (read,) = each_read(Inputs(sources=(str(folder),), limits=Limits()), ReadingEngine())
    assert isinstance(read, ReadReport)
    return read


def test_a_claims_place_is_laid_on_the_globe(found: ReadReport) -> None:
    claims = found.extraction.claims
    records = {
        claim.place.words: record_of(claim, found.report, found.toponyms)["location"]
        for claim in claims
        if claim.place
    }
    assert [words for words in records if "Kursk" in words] == ["Russia's Kursk region"]
    kursk, hodeidah, unknown = records.values()
    assert isinstance(kursk, dict)
    assert (kursk["country"], kursk["precision"]) == ("RU", "region")
    assert kursk["latitude"] == pytest.approx(51.7, abs=0.5)
    assert isinstance(hodeidah, dict)
    assert (hodeidah["geonames_id"], hodeidah["country"]) == (79415, "YE")
    assert unknown is None


def test_a_claim_without_a_place_has_no_location(found: ReadReport) -> None:
    placeless = [claim for claim in found.extraction.claims if claim.place is None]
    assert placeless
    assert {record_of(each, found.report, found.toponyms)["location"] for each in placeless} == {
        None
    }


def test_the_record_tells_of_a_party_and_of_unnamed_sources(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Three American officials, who spoke on condition of anonymity, said Russia moved tanks."
        "\n\nKyiv said Ukraine had lost 12 tanks.\n\nA fisherman said the bridge was closed.",
        "utf-8",
    )
    (read,) = each_read(Inputs(sources=(str(tmp_path),), limits=Limits()), ReadingEngine())
    assert isinstance(read, ReadReport)
    records = [record_of(each, read.report) for each in read.extraction.claims]
    assert [each["party"] for each in records] == [False, True, None]
    attribution = records[0]["attribution"]
    assert isinstance(attribution, dict)
    (link,) = attribution["links"]
    assert (link["count"], link["unnamed"]) == (3, "on condition of anonymity")
