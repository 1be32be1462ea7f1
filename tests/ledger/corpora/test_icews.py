from datetime import date
from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.icews import FOLDER, ROOTS, TYPES, read_coded_events, root_of
from watchword.model.event import EventType


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    (folder / "entity2id.txt").write_text("Norway\t0\nPolice (Sweden)\t1\n", encoding="utf-8")
    (folder / "relation2id.txt").write_text("Demand\t0\nMake statement\t1\n", encoding="utf-8")
    (folder / "valid.txt").write_text("0\t0\t1\t24\t0\n1\t1\t0\t48\t0\n", encoding="utf-8")
    return tmp_path


def test_a_line_is_who_did_what_to_whom_on_which_day(data: Path) -> None:
    demand, statement = read_coded_events(data)
    assert (demand.source, demand.relation, demand.target) == (
        "Norway",
        "Demand",
        "Police (Sweden)",
    )
    assert demand.day == date(2018, 1, 2)
    assert demand.type is EventType.REQUEST
    assert statement.type is None


def test_a_number_without_a_name_is_told(data: Path) -> None:
    (data / FOLDER / "valid.txt").write_text("7\t0\t1\t24\t0\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match="no event"):
        list(read_coded_events(data))


def test_the_longest_beginning_tells_the_root() -> None:
    told = {
        "Impose blockade, restrict movement": "19",
        "Impose curfew": "17",
        "Expel or withdraw peacekeepers": "16",
        "Expel or deport individuals": "17",
        "Demonstrate military or police power": "15",
        "Demonstrate for policy change": "14",
        "Express intent to yield": "03",
        "Decline comment": "01",
    }
    assert {relation: root_of(relation) for relation in told} == told


def test_every_root_has_a_type() -> None:
    assert set(ROOTS) == set(TYPES)
