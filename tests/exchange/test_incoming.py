"""Reports of other programs, with the marks that they came with."""

import json

import pytest
from tests.exchange.handed import handover

from watchword.errors import UnreadableError
from watchword.exchange.incoming import as_record, read_incoming
from watchword.exchange.misp import write_misp
from watchword.exchange.stix import write_stix
from watchword.exchange.stix_marks import TLP_MARKS
from watchword.model.tlp import Tlp

REPORT = {
    "type": "report",
    "id": "report--84e4d88f-44ea-4bcd-bbf3-b2c1c320bcb3",
    "name": "Convoys",
    "description": "About 3,000 troops had been sent to Russia.",
    "published": "2024-10-24T09:00:00Z",
    "created_by_ref": "identity--1",
}
MAKER = {"type": "identity", "id": "identity--1", "name": "Desk"}


def bundle(**told: object) -> bytes:
    return json.dumps({"type": "bundle", "objects": [MAKER, {**REPORT, **told}]}).encode()


def test_a_stix_report_comes_with_its_maker_and_its_mark() -> None:
    (found,) = read_incoming(bundle(object_marking_refs=[TLP_MARKS[Tlp.AMBER]]))
    assert (found.title, found.outlet, found.mark) == ("Convoys", "Desk", Tlp.AMBER)
    told = json.loads(as_record(found))
    assert told["text"] == REPORT["description"]
    assert told["date"] == "2024-10-24T09:00:00Z"


@pytest.mark.parametrize(
    ("refs", "mark"),
    [
        ([], None),
        (["marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"], Tlp.GREEN),
        (["marking-definition--00000000-0000-4000-8000-000000000000"], Tlp.RED),
        ([TLP_MARKS[Tlp.CLEAR], TLP_MARKS[Tlp.AMBER_STRICT]], Tlp.AMBER_STRICT),
    ],
)
def test_what_is_marked_never_becomes_free(refs: list[str], mark: Tlp | None) -> None:
    assert read_incoming(bundle(object_marking_refs=refs))[0].mark is mark


def test_what_was_exported_comes_back_with_its_marks() -> None:
    marks = {each.title: each.mark for each in read_incoming(write_stix(handover()))}
    assert marks == {
        "Seoul on the convoy": Tlp.CLEAR,
        '=HYPERLINK("https://x")': Tlp.GREEN,
        "Tanks": Tlp.CLEAR,
    }
    found = read_incoming(write_misp(handover()))
    assert {each.mark for each in found} == {Tlp.GREEN}
    texts = "\n".join(each.text for each in found)
    assert handover().read[1].report.text in texts


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[",
        b"[" * 100_000,
        b"7",
        b"[]",
        b'{"type": "bundle2"}',
        b'{"Event": 3}',
        b"\xff\xfe",
    ],
)
def test_what_is_neither_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_incoming(content)


@pytest.mark.parametrize(
    "told", [{"description": ["x"]}, {"description": None}, {"object_marking_refs": 7}, {"id": 3}]
)
def test_fields_of_another_kind_do_no_harm(told: dict[str, object]) -> None:
    assert len(read_incoming(bundle(**told))) <= 1
