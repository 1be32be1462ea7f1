"""What is handed on stays within its mark, its instant and what was asked for."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from tests.flow.situation.handed import MARKED, MOSCOW, ONLY_THERE, SEOUL, SETTINGS, fill, mark

from watchword.collect.feeds import make_feed
from watchword.errors import RefusedError
from watchword.exchange.forms import Form
from watchword.flow.briefing import Request
from watchword.flow.situation.deciding import Wish, decide
from watchword.flow.situation.exporting import (
    EVERYTHING,
    ExportAsked,
    Exported,
    export_record,
)
from watchword.flow.situation.feeding import keep_feeds
from watchword.flow.situation.scoping import Asked
from watchword.flow.situation.standing import brief_record, find_standing, keep_brief
from watchword.model.decision import DecisionKind
from watchword.model.feed import FeedKind
from watchword.model.tlp import Tlp
from watchword.store import Store
from watchword.store.briefs import each_brief
from watchword.workbench import Workbench

OF_REPORTS = [each for each in Form if each not in {Form.OPML, Form.PROV, Form.ARCHIVE}]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """A situation of three reports, one of them marked TLP:AMBER, with a brief of all three."""
    place = tmp_path_factory.mktemp("handed")
    folder = place / "reports"
    folder.mkdir()
    for name, text in (("a", SEOUL), ("b", MOSCOW), ("c", MARKED)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Workbench.create(str(place / "s.watchword"), SETTINGS, title="Troops") as made:
        fill(made, str(folder))
        standing = find_standing(made.store)
        keep_brief(made.store, brief_record(made.store, standing, Request(title="Troops")))
        keep_feeds(made.store, [make_feed(FeedKind.FEED, "https://example.org/feed")])
        keep_feeds(made.store, [make_feed(FeedKind.FOLDER, str(folder))])
        yield made


def content_of(exported: Exported) -> bytes:
    return b"".join(exported.pieces)


def words_in(content: bytes) -> str:
    """Everything that an archive, or a file of text, says."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return "\n".join(packed.read(name).decode() for name in packed.namelist())


def export(
    store: Store,
    form: Form,
    limit: Tlp = Tlp.CLEAR,
    *,
    as_of: datetime | None = None,
    asked: Asked = EVERYTHING,
) -> Exported:
    wanted = ExportAsked(form=form, limit=limit, as_of=as_of, asked=asked)
    return export_record(store, wanted)


@pytest.mark.parametrize("form", [*OF_REPORTS, Form.ARCHIVE])
def test_nothing_of_what_is_marked_above_the_limit_goes_out(bench: Workbench, form: Form) -> None:
    exported = export(bench.store, form)
    content = content_of(exported)
    told = content.decode("latin-1") + words_in(content)
    assert [word for word in ONLY_THERE if word in told] == []
    assert exported.left_out.reports == 1
    assert exported.left_out.told == "2 claims of 1 report left out above TLP:CLEAR" or (
        form is Form.ARCHIVE
        and exported.left_out.told.endswith("and 1 brief left out above TLP:CLEAR")
    )


@pytest.mark.parametrize("form", [*OF_REPORTS, Form.ARCHIVE])
def test_within_its_mark_everything_goes_out(bench: Workbench, form: Form) -> None:
    exported = export(bench.store, form, Tlp.AMBER)
    assert exported.left_out.told == ""
    if "parquet" not in form.value:
        assert "Vladivostok" in words_in(content_of(exported))


def test_a_mark_that_is_set_today_holds_for_what_was_known_yesterday(bench: Workbench) -> None:
    with bench.store.viewing() as view:
        yesterday = next(iter(each_brief(view))).as_of
    for form in (Form.CSV, Form.ARCHIVE):
        words = words_in(content_of(export(bench.store, form, as_of=yesterday)))
        assert [word for word in ONLY_THERE if word in words] == []


def test_a_brief_bears_the_mark_of_its_reports(bench: Workbench) -> None:
    with pytest.raises(RefusedError, match="TLP:AMBER"):
        export(bench.store, Form.PROV)
    told = json.loads(content_of(export(bench.store, Form.PROV, Tlp.AMBER)))
    (brief,) = [each for name, each in told["entity"].items() if name.startswith("ww:brief-")]
    assert brief["ww:tlp"] == "TLP:AMBER"


def test_the_provenance_of_a_brief_is_prov_and_leads_to_every_report(bench: Workbench) -> None:
    from prov.model import ProvDerivation, ProvDocument, ProvEntity  # noqa: PLC0415 - slow

    content = content_of(export(bench.store, Form.PROV, Tlp.AMBER)).decode()
    document = ProvDocument.deserialize(content=content, format="json")
    entities = {str(each.identifier) for each in document.get_records(ProvEntity)}
    used: dict[str, set[str]] = {}
    for each in document.get_records(ProvDerivation):
        made, of = (str(value) for _, value in each.formal_attributes[:2])
        used.setdefault(made, set()).add(of)
    assert {of for each in used.values() for of in each} <= entities
    sentences = {each for each in entities if each.startswith("ww:sentence-")}
    assert sentences
    assert [
        each for each in sentences if not any("report" in name for name in reached(each, used))
    ] == []


def reached(name: str, used: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    ahead = {name}
    while ahead:
        step = ahead.pop()
        found.add(step)
        ahead |= used.get(step, set()) - found
    return found


def test_only_what_is_asked_for_goes_out(bench: Workbench) -> None:
    asked = Asked(actors=("Japan",))
    words = words_in(content_of(export(bench.store, Form.CSV, asked=asked)))
    assert "Gulf Post" in words
    assert "Strait Gazette" not in words
    with pytest.raises(RefusedError, match="whole situation"):
        export(bench.store, Form.ARCHIVE, asked=asked)


def test_more_claims_than_can_be_weighed_go_out_without_a_grade(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    graded = export(bench.store, Form.STIX)
    monkeypatch.setattr("watchword.flow.situation.exporting.MOST_WEIGHED", 1)
    plain = export(bench.store, Form.STIX)
    assert (graded.ungraded, plain.ungraded) == (0, 3)
    assert "opinion--" in words_in(content_of(graded))
    assert "opinion--" not in words_in(content_of(plain))
    told = "3 claims without a credibility: too many to be weighed at once"
    assert told not in content_of(graded).decode()
    for form in (Form.STIX, Form.FTM, Form.MISP):
        assert told in content_of(export(bench.store, form)).decode(), form
    assert told not in content_of(export(bench.store, Form.CSV)).decode()


def test_feeds_go_out_without_the_folders_of_this_machine(bench: Workbench) -> None:
    for form in (Form.OPML, Form.ARCHIVE):
        words = words_in(content_of(export(bench.store, form)))
        assert "https://example.org/feed" in words
        assert "/reports" not in words


def test_a_report_that_a_person_withdraws_stays_and_is_marked(bench: Workbench) -> None:
    standing = find_standing(bench.store)
    key = next(each.report.key for each in standing.read if each.report.outlet == "Strait Gazette")
    wish = Wish(kind=DecisionKind.WITHDRAW, subject=key, by="ana", why="a satire")
    made = decide(bench.store, wish)
    told = [json.loads(line) for line in content_of(export(bench.store, Form.PLOVER)).splitlines()]
    text = words_in(content_of(export(bench.store, Form.CSV)))
    decide(bench.store, Wish(kind=DecisionKind.UNDO, subject=made.key, by="ana"))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {row["withdrawn"] for row in rows if row["report_key"] == key} == {"true"}
    assert all(isinstance(each["withdrawn"], bool) for each in told)


def test_what_bears_no_mark_bears_the_situations(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SEOUL, encoding="utf-8")
    with Workbench.create(str(tmp_path / "s.watchword"), SETTINGS, title="Troops") as bench:
        bench.collect([str(tmp_path / "a.txt")])
        bench.work()
        mark(bench.store, "situation", Tlp.GREEN)
        assert export(bench.store, Form.CSV).left_out.reports == 1
        assert export(bench.store, Form.CSV, Tlp.GREEN).left_out.reports == 0
