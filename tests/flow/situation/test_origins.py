"""Copies, versions and rulings in the record, whenever they come and whoever stops in between."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.store.records import report_of

from watchword.errors import RefusedError, SettingsError
from watchword.flow.situation.deciding import Wish, decide
from watchword.flow.situation.origins import place_waiting
from watchword.flow.situation.recording import record
from watchword.flow.situation.showing import show_report
from watchword.model.decision import DecisionKind
from watchword.model.origin import Manner
from watchword.model.report import DateSource, Published, Report
from watchword.model.version import VersionKind
from watchword.store import Store, create_store
from watchword.store.origins import each_placement, each_succession

BODY = (
    "North Korea has sent about 3,000 soldiers to eastern Russia, South Korea's intelligence"
    " service told lawmakers in Seoul on Wednesday. The soldiers were brought by ship from the port"
    " of Rason to Vladivostok, the service said, and are being trained at several bases in the far"
    " east. Moscow has called such reports contradictory. The defence minister in Seoul said that"
    " the dispatch was a grave threat and that the government would answer it in steps."
)
OTHER = (
    "Heavy rain has closed the road between the two largest towns of the island, the transport"
    " ministry said. Ferries go every hour instead. Shops in the harbour stay open until midnight."
)


def published(text: str, day: int, outlet: str, **fields: str) -> Report:
    at = datetime(2024, 10, day, 9, tzinfo=UTC)
    report = report_of(text, outlet=outlet, **fields)  # type: ignore[arg-type]
    return replace(report, published=Published(at=at, how=DateSource.HEADER))


def origins(store: Store) -> dict[str, str]:
    with store.viewing() as view:
        return {each.report: each.origin for each in each_placement(view)}


def add(store: Store, *reports: Report) -> None:
    record(store, reports)
    assert place_waiting(store) == len(reports)


def test_a_copy_finds_its_origin_whenever_it_comes(store: Store) -> None:
    wire = published(BODY, 23, "Gulf Post")
    add(store, wire, published(OTHER, 23, "Gulf Post"))
    copy = published("SEOUL. " + BODY, 24, "Strait Gazette")
    late = published(BODY + " More soon.", 22, "Han River Daily")
    far = published("And again: " + BODY, 29, "Pusan Star")
    add(store, copy)
    add(store, late, far)
    found = origins(store)
    assert found[copy.key] == found[late.key] == wire.key
    assert len(set(found.values())) == 3
    assert found[far.key] == far.key
    with store.viewing() as view:
        shown = show_report(view, copy.key[:8])
    assert shown.origin is not None
    assert set(shown.origin.reports) == {wire.key, copy.key, late.key}
    assert place_waiting(store) == 0


def test_the_same_address_again_is_a_version_with_what_changed(store: Store) -> None:
    address = "https://example.org/a"
    first = published(BODY, 23, "Gulf Post", address=address)
    second = published(BODY.replace("3,000", "10,900"), 24, "Gulf Post", address=address)
    add(store, first)
    add(store, second)
    with store.viewing() as view:
        (version,) = each_succession(view)
        shown = show_report(view, second.key)
    assert (version.older, version.kind) == (first.key, VersionKind.UPDATE)
    assert version.diff is not None
    numbers = [(each.older, each.newer) for each in version.diff.numbers]
    assert [(one and one.quote, other and other.quote) for one, other in numbers] == [
        ("about 3,000", "about 10,900")
    ]
    assert shown.versions == (version,)
    assert shown.placement is not None
    assert shown.placement.manner is Manner.VERSION


def wish(kind: DecisionKind, subject: str, value: str | None = None) -> Wish:
    return Wish(kind=kind, subject=subject, value=value, by="ana", why="I asked them")


def test_what_a_person_rules_is_obeyed_and_undone(store: Store) -> None:
    wire, copy = published(BODY, 23, "Gulf Post"), published(BODY, 24, "Strait Gazette")
    add(store, wire, copy)
    with store.viewing() as view:
        before = view.as_of
    parted = decide(store, wish(DecisionKind.NOT_COPY, copy.key, wire.key))
    assert origins(store) == {wire.key: wire.key, copy.key: copy.key}
    again = published(BODY, 25, "Strait Gazette", report_id="again")
    add(store, again)
    with store.viewing(before) as view:
        assert {each.origin for each in each_placement(view)} == {wire.key}
    decide(store, wish(DecisionKind.UNDO, parted.key))
    assert origins(store)[copy.key] == wire.key
    joined = decide(store, wish(DecisionKind.COPY, again.key, wire.key))
    assert set(origins(store).values()) == {wire.key}
    assert joined.value == wire.key


def test_a_ruling_on_what_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(RefusedError, match="no such report"):
        decide(store, wish(DecisionKind.NOT_COPY, "0" * 16))
    with pytest.raises(SettingsError, match="needs a value"):
        decide(store, wish(DecisionKind.COPY, "0" * 16))
    with pytest.raises(RefusedError, match="no such proposal"):
        decide(store, wish(DecisionKind.ACCEPT, "0" * 16))


def test_placing_one_by_one_and_all_at_once_come_to_the_same(store: Store, tmp_path: Path) -> None:
    reports = [
        published(f"{BODY} The {day}th day.", 20 + day, outlet, report_id=f"{day}")
        for day in range(8)
        for outlet in ("Gulf Post", "Strait Gazette")
    ]
    for report in reports:
        add(store, report)
    other = create_store(str(tmp_path / "other.watchword"), title="")
    add(other, *reports)
    assert origins(store) == origins(other)
    assert len(set(origins(store).values())) == 1
    other.close()
