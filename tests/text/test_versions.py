from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.relate.claims import report

from watchword.model.report import Published, Report, Status
from watchword.model.version import VersionKind
from watchword.text.versions import find_versions, slots_of, superseded, version_of, withdrawn

ADDRESS = "https://news.example/world/1"
TEXT = "The harbour office has held forty boats at the northern pier since Tuesday morning"


def version(key: str, day: int, **known: object) -> Report:
    return report(key, day, **{"text": f"{TEXT}, it said.", "address": ADDRESS, **known})


def test_versions_under_one_address_are_a_chain_and_the_newest_stands() -> None:
    chain = (version("b", 18), version("a", 19), version("c", 20))
    assert [known.key for known in find_versions(reversed(chain))[0]] == ["b", "a", "c"]
    assert superseded(chain) == {"b": "c", "a": "c"}


def test_one_identifier_counts_only_within_one_outlet() -> None:
    one = report("a", 18, text=TEXT, report_id="7", outlet="Post")
    same = report("b", 19, text=f"{TEXT} and later", report_id="7", outlet="Post")
    other = report("c", 19, text=TEXT, report_id="7", outlet="Gazette")
    assert superseded([one, same, other]) == {"a": "b"}


def test_unlike_texts_under_one_address_are_no_versions() -> None:
    assert superseded([version("a", 18), version("b", 19, text="Something else altogether.")]) == {}


def test_a_home_page_is_no_address_of_a_text() -> None:
    home = "https://news.example/"
    assert superseded([version("a", 18, address=home), version("b", 19, address=home)]) == {}


def test_a_kill_replaces_what_it_kills_whatever_it_says() -> None:
    kill = version("b", 19, text="Disregard.", status=Status.CANCELED)
    assert withdrawn([version("a", 18), kill]) == {
        "a": "replaced by a newer version",
        "b": "canceled by its publisher",
    }


def test_version_labels_decide_where_dates_are_equal_and_nothing_is_guessed() -> None:
    one, two = version("b", 18, version="2"), version("a", 18, version="10")
    assert superseded([one, two]) == {"b": "a"}
    undated = [replace(version(key, 18), published=Published()) for key in ("a", "b")]
    assert superseded(undated) == {}


def test_a_chain_by_address_and_one_by_identifier_are_joined() -> None:
    one = version("a", 18, outlet="Post", report_id="7")
    two = version("b", 19, outlet="Post", report_id="8")
    three = version("c", 20, outlet="Post", report_id="8", address=None)
    assert superseded([one, two, three]) == {"a": "c", "b": "c"}


def test_chains_that_a_third_one_joins_are_one() -> None:
    one = version("a", 18, address="https://news.example/a")
    two = version("b", 19, address="https://news.example/a", outlet="Post", report_id="7")
    three = version("c", 20, address="https://news.example/b", outlet="Post", report_id="7")
    four = version("d", 21, address="https://news.example/b")
    assert superseded([one, two, three, four]) == {"a": "d", "b": "d", "c": "d"}


def test_texts_that_take_turns_under_one_address_are_versions_each_of_its_own_kind() -> None:
    other = "Something else altogether came to pass in the hills of Tarn on that same morning"
    turns = [version("a", 18), version("x", 19, text=other), version("b", 20)]
    assert superseded([*turns, version("y", 21, text=f"{other}, it said")]) == {"a": "b", "x": "y"}


def test_a_version_names_the_one_before_it_and_what_changed() -> None:
    older, newest = version("a", 18), version("c", 20, text=f"{TEXT}, it said. All sailed.")
    found = version_of(newest, [older, version("b", 19)])
    assert found is not None
    assert (found.older, found.newer, found.kind) == ("b", None, VersionKind.UPDATE)
    assert found.slot == ("address", ADDRESS)
    assert found.reason == "update: 1 sentence added"
    assert found.diff is not None
    assert [span.quote for span in found.diff.added] == ["All sailed."]


def test_a_version_that_comes_late_knows_the_one_after_it() -> None:
    found = version_of(version("b", 19), [version("a", 18), version("c", 20)])
    assert found is not None
    assert (found.older, found.newer) == ("a", "c")
    first = version_of(version("a", 18), [version("c", 20)])
    assert first is not None
    assert (first.older, first.newer, first.kind) == (None, "c", None)
    assert first.reason == "an earlier version; it came later than a version that is newer"


def test_where_no_date_tells_the_order_of_arrival_does() -> None:
    undated = [replace(version(key, 18), published=Published()) for key in ("b", "a")]
    found = version_of(version("c", 18), undated)
    assert found is not None
    assert found.older == "a"
    same_day = version_of(version("a", 18), [version("z", 18)])
    assert same_day is not None
    assert same_day.older == "z"


def test_a_kill_is_a_withdrawal_and_says_so() -> None:
    kill = version("b", 19, text="Disregard.", status=Status.CANCELED, note="Source withdrew.")
    found = version_of(kill, [version("a", 18)])
    assert found is not None
    assert (found.kind, found.said) == (VersionKind.WITHDRAWAL, "Source withdrew.")


def test_a_report_of_another_slot_or_of_other_words_is_no_version() -> None:
    assert (
        version_of(version("b", 19), [version("a", 18, address="https://news.example/2")]) is None
    )
    assert version_of(version("b", 19, text="Other words."), [version("a", 18)]) is None
    assert version_of(version("a", 19), [version("a", 19)]) is None


def test_a_report_has_the_slots_of_its_address_and_of_its_outlets_identifier() -> None:
    known = version("a", 18, outlet="Post", report_id="7")
    assert list(slots_of(known)) == [("address", ADDRESS), ("id", "Post", "7")]
    assert list(slots_of(version("a", 18, address="https://news.example/"))) == []


@given(st.permutations(range(6)), st.lists(st.booleans(), min_size=6, max_size=6))
def test_versions_are_the_same_in_a_batch_and_one_by_one(days: list[int], kin: list[bool]) -> None:
    other = "Something else altogether came to pass in the hills of Tarn on that same morning"
    reports = [
        version(f"r{day}", day + 1, text=TEXT if kin[day] else other) for day in range(len(days))
    ]
    replaced: dict[str, str] = {}
    for at, known in enumerate(reports):
        found = version_of(known, reports[:at])
        if found is not None and found.older is not None:
            replaced |= {found.older: known.key}
            replaced |= {old: known.key for old, new in replaced.items() if new == found.older}
    assert superseded([reports[day] for day in days]) == replaced
