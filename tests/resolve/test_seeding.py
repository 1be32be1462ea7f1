"""The seed is well formed, and says of each fact who, where and from when to when."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from watchword.model.attribution import LinkKind
from watchword.resolve.office_words import asked_office
from watchword.resolve.seeding import CHECKED, STATE_BODIES, edges_of, rows, seed, state_key
from watchword.text.gazetteer import OrganisationKind, countries
from watchword.text.offices import is_office

COLUMNS = {"states": 5, "bodies": 10, "people": 4, "tenures": 6}
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
QID = re.compile(r"Q[1-9]\d*")
LIVES = 80
"""Years in office longer than anybody's."""


@pytest.mark.parametrize("name", COLUMNS)
def test_every_row_has_its_columns_and_no_stray_blanks(name: str) -> None:
    for row in rows(name):
        assert len(row) == COLUMNS[name], row
        assert all(field == " ".join(field.split()) for field in row), row
    assert len(set(rows(name))) == len(list(rows(name)))


def test_every_country_of_the_gazetteer_has_its_standing() -> None:
    told = {row[0]: row[1] for row in rows("states")}
    assert set(told) == {country.code for country in countries()}
    counted = Counter(told.values())
    assert counted["member"] == 193
    assert {code for code, standing in told.items() if standing == "observer"} == {"PS", "VA"}
    assert {code for code, standing in told.items() if "some" in standing} == {"TW", "XK"}


def test_a_territory_is_part_of_a_member() -> None:
    told = {row[0]: row for row in rows("states")}
    for code, standing, part_of, leader, _ in told.values():
        assert (standing == "territory") >= bool(part_of), code
        assert not part_of or told[part_of][1] == "member", code
        assert not leader or standing != "territory", code


def test_keys_are_unique_and_everything_hangs_together() -> None:
    known = {identity.key for identity in seed().identities}
    assert len(known) == len(seed().identities)
    assert {each.parent for each in seed().identities if each.parent} <= known
    assert {alias.identity for alias in seed().aliases} == known
    assert {tenure.of for tenure in seed().tenures} <= known
    assert {tenure.person for tenure in seed().tenures} <= known


def test_nobody_is_part_of_himself_however_far_up() -> None:
    parents = {each.key: each.parent for each in seed().identities}
    for parent in parents.values():
        above: list[str | None] = []
        at = parent
        while at is not None:
            assert at not in above
            above.append(at)
            at = parents[at]


def test_a_body_stands_for_its_state_once() -> None:
    stands = [(row[4], row[1]) for row in rows("bodies") if row[4]]
    assert Counter(stands).most_common(1)[0][1] == 1
    assert {each for each, _ in stands} <= set(STATE_BODIES)
    assert {row[2] for row in rows("bodies")} <= {kind.value for kind in OrganisationKind}


def test_a_person_stands_in_the_list_once_and_has_a_country() -> None:
    names = [row[0] for row in rows("people")]
    assert len(set(names)) == len(names)
    codes = {country.code for country in countries()}
    assert {row[1] for row in rows("people")} <= codes


def test_a_tenure_begins_before_it_ends_and_lasts_no_longer_than_a_life() -> None:
    for row in rows("tenures"):
        assert DAY.fullmatch(row[4]), row
        assert not row[5] or DAY.fullmatch(row[5]), row
    for tenure in seed().tenures:
        assert tenure.since is not None
        until = tenure.until or CHECKED
        assert tenure.since <= until <= CHECKED, tenure
        assert (until - tenure.since).days < LIVES * 365


def test_an_office_is_in_normal_form() -> None:
    offices = {row[2] for row in rows("tenures")}
    odd = {office for office in offices if not (is_office(office) or asked_office(office))}
    assert odd == set()


def test_two_hold_an_office_on_one_day_only_when_it_is_handed_over() -> None:
    held: dict[tuple[str, str, str], list[tuple[str, str, str]]] = {}
    for country, body, office, person, since, until in rows("tenures"):
        held.setdefault((country, body, office), []).append((since, until, person))
    for tenures in held.values():
        ordered = sorted(tenures)
        for (_, until, _), (since, _, _) in pairwise(ordered):
            shortest = min(len(until), len(since))
            assert until, ordered
            assert until[:shortest] <= since[:shortest], ordered


def test_an_item_on_wikidata_is_one_identitys_alone() -> None:
    items = [each.qid for each in seed().identities if each.qid]
    assert len(set(items)) == len(items)
    assert all(QID.fullmatch(each) for each in items)


def test_what_is_told_to_the_month_has_its_slack() -> None:
    since, until, slack = edges_of("2024-02", "2024-02")
    assert (since.isoformat(), until.isoformat()) == ("2024-02-01", "2024-02-29")  # type: ignore[union-attr]
    assert slack == 31


def test_the_states_that_reports_name_most_have_their_offices() -> None:
    held = {(tenure.of, tenure.office) for tenure in seed().tenures}
    for code in ("US", "GB", "FR", "RU", "CN", "DE", "JP", "KR", "UA", "IL", "IR", "TR", "IN"):
        assert (state_key(code), "foreign minister") in held or code == "US"
        assert any(of == state_key(code) and "defence" in office for of, office in held)


def test_every_kind_of_identity_is_there() -> None:
    counted = Counter(each.kind for each in seed().identities)
    assert counted[LinkKind.STATE] == len(countries())
    assert counted[LinkKind.PERSON] > 600
    assert counted[LinkKind.ORGANISATION] > 2000
