from dataclasses import replace

from tests.relate.claims import report

from watchword.model.report import Published, Report, Status
from watchword.text.versions import find_versions, superseded, withdrawn

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
