"""A transcript's label finds its full name in the report, else stands as it is."""

import pytest
from case_files import composed

from watchword.extract.speakers import speaker_link
from watchword.model.attribution import LinkKind


def test_a_label_takes_its_first_name_from_the_title() -> None:
    report = composed("...", heads={"title": "Briefing by Tola Oyelaran"})
    assert speaker_link("MS. OYELARAN", report).name == "Tola Oyelaran"


def test_a_label_takes_its_first_name_from_the_text() -> None:
    report = composed("Joined by Pat Marlow today.")
    assert speaker_link("GEN. MARLOW", report).name == "Pat Marlow"


def test_a_label_without_a_full_name_stands_as_it_is() -> None:
    assert speaker_link("MR. ABE", composed("...")).name == "Abe"


@pytest.mark.parametrize("label", ["Q", "REPORTER", "JOURNALIST"])
def test_who_asks_is_a_journalist_without_a_name(label: str) -> None:
    link = speaker_link(label, composed("..."))
    assert (link.name, link.kind) == ("journalist", LinkKind.ANONYMOUS)


def test_an_office_is_joined_with_the_name_in_the_title() -> None:
    report = composed("...", heads={"title": "Remarks by President Quintero"})
    link = speaker_link("THE PRESIDENT", report)
    assert (link.name, link.role) == ("President Quintero", "president")


def test_a_speaker_belongs_to_the_outlets_country() -> None:
    report = composed("...", heads={"outlet": "U.S. Department of State"})
    assert speaker_link("MR. ABE", report).country == "US"


def test_a_label_in_mixed_case_is_read_with_its_office() -> None:
    report = composed(
        "President of Ukraine Anna Novak: Hello. Ivo Berg: Hello. Question: When? Anna Novak: Now.",
        heads={"outlet": "Kremlin"},
    )
    first = speaker_link("President of Ukraine Anna Novak", report)
    again = speaker_link("Anna Novak", report)
    assert (first.name, first.role, first.country) == ("Anna Novak", "president of Ukraine", "UA")
    assert (again.name, again.country) == ("Anna Novak", "UA")
    assert speaker_link("Ivo Berg", report).country is None


def test_a_name_that_is_told_twice_is_told_once() -> None:
    report = composed(
        "Minister Ivo Berg Berg IvoMinister of Roads: Good day. Question: When? Ann Lee: Now."
    )
    link = speaker_link("Minister Ivo Berg Berg IvoMinister of Roads", report)
    assert (link.name, link.role) == ("Ivo Berg", "minister")
