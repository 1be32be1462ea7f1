"""The countries that a report speaks of."""

from watchword.resolve.around import countries_around


def test_a_country_counts_by_its_name_adjective_people_and_capital() -> None:
    text = "Seoul told Russia that North Koreans and a Polish team had come."
    assert countries_around(text) == ("KR", "RU", "KP", "PL")


def test_a_body_names_no_country() -> None:
    assert countries_around("The Senate and Gazprom said nothing of the North.") == ()
