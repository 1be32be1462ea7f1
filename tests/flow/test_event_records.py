"""The record of an event has the codebook's names and tells where each of its parts stands."""

from pathlib import Path

import pytest

from watchword.collect import Limits
from watchword.engines import ReadingEngine
from watchword.flow.event_records import event_record_of
from watchword.flow.records import Record
from watchword.flow.running import Inputs, each_read
from watchword.model.read_report import ReadReport

TEXT = (
    "---\ndate: 2025-03-07\n---\n"
    "Israeli jets struck the port of Hodeidah on 5 March, killing four people, Oman said.\n\n"
    "Norway has sent 300 drones to Moldova in return for grain.\n\n"
    "It rained."
)


def read_events(folder: Path, text: str = TEXT) -> ReadReport:
    (folder / "a.md").write_text(text, "utf-8")
    engine = ReadingEngine()
    inputs = Inputs(sources=(str(folder),), limits=Limits())
    (found,) = each_read(inputs, engine, events=engine)
    assert isinstance(found, ReadReport)
    return found


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> ReadReport:
    return read_events(tmp_path_factory.mktemp("reports"))


@pytest.fixture(scope="module")
def records(found: ReadReport) -> tuple[Record, ...]:
    return tuple(event_record_of(each, found.report, found.toponyms) for each in found.events)


def test_a_strike_has_its_day_its_dead_and_its_place(records: tuple[Record, ...]) -> None:
    strike = records[0]
    assert (strike["event"], strike["mode"], strike["cameo_root"]) == (
        ["ASSAULT"],
        ["aerial"],
        "19",
    )
    assert (strike["quad_code"], strike["event_scale"]) == (4, -9.3)
    assert (strike["date"], strike["enddate"], strike["date_from"]) == (
        "2025-03-05",
        "2025-03-05",
        "text",
    )
    assert strike["source_chain"] == ["Oman"]
    assert isinstance(strike["dead"], dict)
    assert strike["dead"]["best"] == 4
    place = strike["event_loc"]
    assert isinstance(place, dict)
    assert (place["geonameid"], place["country_code"], place["resolution"]) == (79415, "YEM", 4)


def test_a_transfer_tells_both_ways(records: tuple[Record, ...], found: ReadReport) -> None:
    deal = records[1]
    assert (deal["date"], deal["date_from"]) == ("2025-03-07", "report")
    transfers = deal["transfers"]
    assert isinstance(transfers, list)
    assert [(each["goods"], each["in_return"]) for each in transfers] == [
        ("arms", False),
        ("food", True),
    ]
    text = found.report.text
    for each in transfers:
        span = each["span"]
        assert text[span["start"] : span["end"]] == span["quote"]


def test_an_event_is_told_by_a_claim_of_the_report(
    records: tuple[Record, ...], found: ReadReport
) -> None:
    assert {each["claim_id"] for each in records} <= {
        claim.key for claim in found.extraction.claims
    }


def test_no_events_are_looked_for_unless_asked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Norway accused Chad of piracy.", "utf-8")
    (read,) = each_read(Inputs(sources=(str(tmp_path),), limits=Limits()), ReadingEngine())
    assert isinstance(read, ReadReport)
    assert read.events == ()


def test_an_undated_report_gives_no_day(tmp_path: Path) -> None:
    found = read_events(tmp_path, "Norway accused Chad of piracy.")
    (event,) = found.events
    assert event_record_of(event, found.report)["date"] is None


def test_what_a_claim_hangs_on_has_not_its_place(tmp_path: Path) -> None:
    found = read_events(tmp_path, "Spain will send two frigates to Kenya if Greece agrees.")
    places = [event_record_of(each, found.report)["event_loc"] for each in found.events]
    assert [place is None for place in places] == [False, True]
