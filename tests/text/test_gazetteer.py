import re
import subprocess
import sys
import time

import pytest

from watchword.text.aliases import find_aliases
from watchword.text.gazetteer import (
    OrganisationKind,
    ambiguous_words,
    countries,
    country_by_code,
    country_named,
    main_service,
    organisation_named,
    organisations,
    rows,
    split_owner,
)
from watchword.text.sites import site_names, sites_named


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("South Korea's", "KR"),
        ("Seoul\u2019s", "KR"),
        ("the North Korean", "KP"),
        ("the North Koreans", "KP"),
        ("DPRK", "KP"),
        ("Democratic People\u2019s Republic of Korea", "KP"),
        ("N. Korea", "KP"),
        ("ROK", "KR"),
        ("U.S.", "US"),
        ("the White House", "US"),
        ("the Pentagon", "US"),
        ("Downing Street", "GB"),
        ("the Kremlin", "RU"),
        ("UKRAINE", "UA"),
        ("Kosovo", "XK"),
        ("Côte d'Ivoire", "CI"),
        ("Congolese", "CD"),
        ("Dutch", "NL"),
    ],
)
def test_a_country_is_known_by_any_of_its_names(words: str, code: str) -> None:
    country = country_named(words)
    assert country is not None
    assert country.code == code


@pytest.mark.parametrize("words", ["", "the", "Vladivostok", "Brussels", "the agency", "'s", "X"])
def test_other_words_are_no_country(words: str) -> None:
    assert country_named(words) is None


def test_the_north_means_north_korea_only_in_a_text_about_it() -> None:
    assert country_named("the North", around="Seoul said the North fired a missile") is None
    about = country_named("the North", around="South Korea said the North fired; Pyongyang denied")
    assert about is not None
    assert about.code == "KP"
    assert country_named("the North", around="Rebels in Nigeria hold the North") is None
    assert country_named("the North") is not None


def test_an_owner_is_parted_from_what_it_owns() -> None:
    owner, rest = split_owner("the Democratic Republic of the Congo's armed forces")
    assert owner is not None
    assert (owner.code, rest) == ("CD", "armed forces")
    assert split_owner("senior officials") == (None, "senior officials")


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("the NIS", "National Intelligence Service", "KR"),
        ("South Korea's spy agency", "National Intelligence Service", "KR"),
        ("Seoul\u2019s intelligence agency", "National Intelligence Service", "KR"),
        ("Ukraine's defence intelligence", "Main Intelligence Directorate", "UA"),
        ("the HUR", "Main Intelligence Directorate", "UA"),
        ("the Russian defense ministry", "Russian Defence Ministry", "RU"),
        ("Ministry of Defence of Ukraine", "Ukrainian Defence Ministry", "UA"),
        ("Iran's Ministry of Foreign Affairs", "Iranian Foreign Ministry", "IR"),
        ("South Korean presidential office", "South Korean presidential office", "KR"),
        ("U.N. Security Council", "UN Security Council", ""),
        ("The Times", "The Times", "GB"),
        ("the Kyiv Post", "Kyiv Post", "UA"),
        ("AFP", "Agence France-Presse", "FR"),
    ],
)
def test_an_organisation_is_known_by_name_or_pattern(words: str, name: str, country: str) -> None:
    body = organisation_named(words)
    assert body is not None
    assert (body.name, body.country) == (name, country)


def test_a_shared_name_goes_to_the_country_it_is_used_with() -> None:
    bodies = (
        organisation_named("Joint Chiefs of Staff", context_country="US"),
        organisation_named("US Joint Chiefs of Staff"),
        organisation_named("the defence ministry", context_country="US"),
    )
    assert [body and body.country for body in bodies] == ["US", "US", "US"]


def test_a_country_without_one_main_service_gets_none() -> None:
    assert main_service("UA") is None
    body = organisation_named("Ukraine's spy agency")
    assert body is not None
    assert body.name == "Ukrainian spy agency"
    assert body.kind is OrganisationKind.INTELLIGENCE
    assert organisation_named("US intelligence") is None


@pytest.mark.parametrize("words", ["", "the agency", "Zelensky", "troops of many lands", "a" * 500])
def test_other_words_are_no_organisation(words: str) -> None:
    assert organisation_named(words) is None


@pytest.mark.parametrize(
    "words", ["the Sacramento Police Department", "New York City Fire Department"]
)
def test_a_police_department_is_no_ministry(words: str) -> None:
    body = organisation_named(words)
    assert body is None or "Ministry" not in body.name


def test_every_row_of_the_data_is_whole() -> None:
    columns = {
        "countries": 9, "organisations": 6, "cities": 6, "regions": 4, "offices": 4, "ambiguous": 1,
    }  # fmt: skip
    for name, count in columns.items():
        assert all(len(row) == count and row[0] for row in rows(name)), name


def test_codes_are_unique_and_every_code_in_use_is_a_country() -> None:
    codes = [country.code for country in countries()]
    assert len(codes) == len(set(codes)) == 250
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)
    used = {body.country for body in organisations() if body.country}
    used |= {row[2] for row in (*rows("cities"), *rows("regions")) if row[2]}
    assert used <= set(country_by_code())


def test_a_country_has_at_most_one_main_service() -> None:
    main = [body.country for body in organisations() if body.main]
    assert len(main) == len(set(main)) >= 60


def test_cities_carry_position_and_size() -> None:
    kursk = sites_named("Kursk")[0]
    assert (kursk.country, round(kursk.latitude or 0), kursk.population > 300_000) == (
        "RU",
        52,
        True,
    )
    assert len({*site_names()}) > 8000
    assert sites_named("No Such Town") == ()


def test_of_two_names_in_one_place_the_longer_is_found() -> None:
    found = [alias.words for alias in find_aliases("The North Sea and the North Korean army")]
    assert found == ["North Sea", "North Korean"]


def test_a_name_inside_a_longer_word_is_not_found() -> None:
    assert find_aliases("Romanians studied Iranology at Chadwick") == find_aliases("Romanians")


def test_places_of_aliases_count_from_the_start_of_the_text() -> None:
    text = "Yesterday\nin Kursk\u2019s north"
    alias = find_aliases(text, 9)[0]
    assert text[alias.start : alias.end] == "Kursk"


def test_common_words_are_marked_as_such() -> None:
    assert {"Nice", "Reading", "Mobile", "Most", "Police", "Bath", "Man", "Of"} <= ambiguous_words()


def test_everything_loads_in_a_fraction_of_a_second() -> None:
    program = (
        "import time; t = time.process_time();"
        "from watchword.text.aliases import find_aliases;"
        "find_aliases('Kursk'); print(time.process_time() - t)"
    )
    began = time.monotonic()
    done = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert float(done.stdout) < 1.0
    assert time.monotonic() - began < 30
