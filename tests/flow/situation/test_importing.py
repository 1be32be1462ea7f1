"""An archive gives the same record again, anywhere; a hostile one gives nothing."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.flow.situation.handed import MARKED, MOSCOW, SEOUL, SETTINGS, fill

from watchword.brief.document import to_json
from watchword.errors import RefusedError, StoreError, WatchwordError
from watchword.exchange.archive import MANIFEST, open_archive
from watchword.exchange.forms import Form
from watchword.flow.briefing import Request
from watchword.flow.situation.deciding import Wish, decide
from watchword.flow.situation.exporting import ExportAsked, export_record
from watchword.flow.situation.importing import import_archive
from watchword.flow.situation.marks import marks_in
from watchword.flow.situation.rebuilding import rebuild_brief
from watchword.flow.situation.standing import (
    brief_record,
    find_standing,
    keep_brief,
)
from watchword.model.decision import DecisionKind
from watchword.model.tlp import Tlp
from watchword.store import Store, open_store
from watchword.store.backup import each_line
from watchword.store.briefs import each_brief
from watchword.store.members import keys_beginning, members_of
from watchword.workbench import Workbench

Change = Callable[[dict[str, bytes]], None]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """A situation with a decision, a mark and a brief."""
    place = tmp_path_factory.mktemp("archived")
    folder = place / "reports"
    folder.mkdir()
    for name, text in (("a", SEOUL), ("b", MOSCOW), ("c", MARKED)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Workbench.create(str(place / "s.watchword"), SETTINGS, title="Troops") as made:
        fill(made, str(folder))
        wish = Wish(kind=DecisionKind.GRADE, subject="Gulf Post", value="B", by="ana")
        decide(made.store, wish)
        standing = find_standing(made.store)
        claim = standing.read[0].extraction.claims[0].key
        wish = Wish(
            kind=DecisionKind.CORRECT, subject=claim, value="modality=reported", by="ana", why="so"
        )
        decide(made.store, wish)
        standing = find_standing(made.store)
        keep_brief(made.store, brief_record(made.store, standing, Request(title="Troops")))
        yield made


def archive_of(store: Store, limit: Tlp = Tlp.RED, *, as_of: datetime | None = None) -> bytes:
    asked_for = ExportAsked(form=Form.ARCHIVE, limit=limit, as_of=as_of)
    return b"".join(export_record(store, asked_for).pieces)


def rows_of(store: Store) -> list[dict[str, Any]]:
    with store.viewing() as view:
        rows = [row for row in each_line(view) if row.get("name") != "store"]
    for row in rows:
        if "found_at" in row:
            row["found_at"] = Path(row["found_at"]).name
    return rows


def test_an_archive_gives_the_same_record_on_any_database(bench: Workbench, location: str) -> None:
    content = archive_of(bench.store)
    found = import_archive(io.BytesIO(content), location)
    assert (found.title, found.rows["report"], found.rows["brief"]) == ("Troops", 3, 1)
    store = open_store(location)
    try:
        assert archive_of(store) == content
        assert rows_of(store) == rows_of(bench.store)
        with store.viewing() as view, bench.store.viewing() as other:
            assert view.as_of == other.as_of
            assert marks_in(view) == marks_in(other)
            kept = next(iter(each_brief(view)))
        assert to_json(rebuild_brief(store, kept)) == kept.document
    finally:
        store.close()


def test_a_record_goes_on_after_it_was_imported(bench: Workbench, tmp_path: Path) -> None:
    location = str(tmp_path / "new.watchword")
    import_archive(io.BytesIO(archive_of(bench.store)), location)
    (tmp_path / "d.txt").write_text(SEOUL.replace("3,000", "4,000"), encoding="utf-8")
    with Workbench.open(location, SETTINGS) as opened:
        assert opened.collect([str(tmp_path / "d.txt")]).new == 1
        assert opened.work() == 1
        assert len(find_standing(opened.store).read) == 4


def test_what_is_left_out_of_an_archive_is_grouped_anew(bench: Workbench, tmp_path: Path) -> None:
    location = str(tmp_path / "clear.watchword")
    found = import_archive(io.BytesIO(archive_of(bench.store, Tlp.CLEAR)), location)
    assert found.left_out == {"reports": 1, "claims": 2, "briefs": 1}
    content = archive_of(bench.store, Tlp.CLEAR)
    with Workbench.open(location, SETTINGS) as opened:
        assert archive_of(opened.store, Tlp.CLEAR) != b""
        opened.work()
        with opened.store.viewing() as view:
            told = members_of(view, keys_beginning(view, "", most=3)).values()
        assert sum(map(len, told)) == 2
        assert len(find_standing(opened.store).placements) == 2
    assert content == archive_of(bench.store, Tlp.CLEAR)


def test_an_archive_of_an_earlier_instant_knows_nothing_later(
    bench: Workbench, tmp_path: Path
) -> None:
    with bench.store.viewing() as view:
        then = next(iter(each_brief(view))).as_of
    location = str(tmp_path / "then.watchword")
    found = import_archive(io.BytesIO(archive_of(bench.store, as_of=then)), location)
    assert found.as_of == then
    assert found.rows["brief"] == 0
    store = open_store(location)
    try:
        assert archive_of(store).count(b"rows/") == archive_of(bench.store).count(b"rows/")
        assert len(find_standing(store).read) == 3
        with store.viewing() as view:
            assert set(marks_in(view).given.values()) == {Tlp.AMBER}
    finally:
        store.close()


def changed(content: bytes, change: Change, *, sealed: bool = True) -> bytes:
    """An archive with some members changed, its manifest made to agree where it is sealed."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    change(members)
    if sealed:
        manifest = json.loads(members[MANIFEST])
        manifest["members"] = [
            {"name": name, "sha256": sha256(each).hexdigest(), "size": len(each)}
            for name, each in members.items()
            if name != MANIFEST
        ]
        members[MANIFEST] = json.dumps(manifest).encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, each in members.items():
            packed.writestr(name, each)
    return stream.getvalue()


def head(**told: object) -> Change:
    def change(members: dict[str, bytes]) -> None:
        members[MANIFEST] = json.dumps({**json.loads(members[MANIFEST]), **told}).encode()

    return change


def row(table: str, **told: object) -> Change:
    """Change the first row of a table."""

    def change(members: dict[str, bytes]) -> None:
        name = f"rows/{table}.jsonl"
        first, *rest = members[name].splitlines(keepends=True)
        members[name] = b"".join(
            [json.dumps({**json.loads(first), **told}).encode() + b"\n", *rest]
        )

    return change


def added(name: str, content: bytes) -> Change:
    return lambda members: members.update({name: content})


FOLDER = {
    "id": 9,
    "key": "a" * 16,
    "payload": {"key": "a" * 16, "kind": "folder", "address": "/etc"},
    "known_at": "2024-01-01T00:00:00+00:00",
}
HOSTILE: dict[str, Change] = {
    "a member that climbs out": added("../../.bashrc", b"x"),
    "a member with a whole path": added("/etc/cron.d/x", b"x"),
    "a member of another kind": added("rows/x.py", b"x"),
    "a table that is not carried": added("rows/channel.jsonl", b"{}\n"),
    "a line that is no JSON": added("rows/unread.jsonl", b"{\n"),
    "a line that is no object": added("rows/unread.jsonl", b"[1]\n"),
    "a line that is nested for ever": added("rows/unread.jsonl", b"[" * 200_000),
    "another form": head(form="something"),
    "a newer version": head(version=2),
    "no version": head(version="1"),
    "newer tables": head(tables="9999"),
    "an instant to come": head(as_of="2999-01-01T00:00:00+00:00"),
    "an instant without a zone": head(as_of="2024-01-01T00:00:00"),
    "an instant that is none": head(as_of="soon"),
    "works that are none": head(done=["actors"]),
    "a work that is no number": head(done={"done actors": "many"}),
    "a row without a column": lambda members: members.update({"rows/report.jsonl": b'{"id": 1}\n'}),
    "a row with a column more": row("report", colour="x"),
    "a number that is a word": row("report", id="1"),
    "a flag that is a number": row("report", day_only=1),
    "a text that is another": row("report", text="Something else."),
    "a row of later": row("report", known_at="2999-01-01T00:00:00+00:00"),
    "a reading of no report": row("reading", report_id=77),
    "a reading that is none": row("reading", payload={"extraction": {"claims": [[]]}}),
    "a reading that is a word": row("reading", payload="x"),
    "a direction of another width": row("vector", codes="AAAA"),
    "a direction that is no base64": row("vector", codes="?"),
    "a decision on an origin that is none": row("placement", payload={"report": 1}),
    "an assessment of an unknown kind": row("assessment", kind="trojan"),
    "a mark that is none": row("assessment", payload={"subject": "x", "tlp": "TLP:BLACK"}),
    "a brief that is another": lambda members: members.update(
        {name: b"{}" for name in members if name.startswith("briefs/")}
    ),
    "a brief that is not there": row("brief", key="0" * 16),
    "a feed that reads this machine": added("rows/feed.jsonl", json.dumps(FOLDER).encode()),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_is_refused_and_leaves_nothing(
    bench: Workbench, tmp_path: Path, name: str
) -> None:
    content = changed(archive_of(bench.store), HOSTILE[name])
    with pytest.raises(WatchwordError):
        import_archive(io.BytesIO(content), str(tmp_path / "new.watchword"))
    assert list(tmp_path.iterdir()) == []


def test_an_archive_that_was_changed_on_its_way_is_refused(bench: Workbench) -> None:
    content = archive_of(bench.store)
    for change in (
        row("report", title="Another"),
        lambda members: members.pop("rows/report.jsonl"),
        added("rows/extra.jsonl", b""),
    ):
        with pytest.raises(RefusedError):
            open_archive(io.BytesIO(changed(content, change, sealed=False)))
    with pytest.raises(RefusedError):
        open_archive(io.BytesIO(content[: len(content) // 2]))
    with pytest.raises(RefusedError):
        open_archive(io.BytesIO(b"PK\x03\x04 no archive"))


def test_an_archive_that_unpacks_to_far_more_than_it_is_is_refused(bench: Workbench) -> None:
    bomb = added("rows/unread.jsonl", b"\n" * 40_000_000)
    with pytest.raises(RefusedError, match="times its size"):
        open_archive(io.BytesIO(changed(archive_of(bench.store), bomb)))


def test_nothing_is_written_over_a_record_that_is_there(bench: Workbench, tmp_path: Path) -> None:
    place = tmp_path / "there.watchword"
    place.write_bytes(b"something of mine")
    with pytest.raises(StoreError):
        import_archive(io.BytesIO(archive_of(bench.store)), str(place))
    assert place.read_bytes() == b"something of mine"
