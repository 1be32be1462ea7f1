import pytest

from watchword.resolve.actors import canonical_actor, country_of


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("Pyongyang", "North Korea", "KP"),
        ("the North", "North Korea", "KP"),
        ("the DPRK", "North Korea", "KP"),
        ("Democratic People\u2019s Republic of Korea", "North Korea", "KP"),
        ("Seoul", "South Korea", "KR"),
        ("the NIS", "National Intelligence Service", "KR"),
        ("Seoul's spy agency", "National Intelligence Service", "KR"),
        ("the Kremlin", "Kremlin", "RU"),
        ("South Korean president's office", "South Korean presidential office", "KR"),
        ("N. Korean soldiers", "North Korean soldiers", "KP"),
        ("Pyongyang's soldiers", "North Korean soldiers", "KP"),
        ("Russia's army", "Russian army", "RU"),
        ("NATO", "NATO", None),
        ("the agency", "agency", None),
        ("North Korea and Russia", "North Korea and Russia", None),
        ("", "", None),
    ],
)
def test_an_actor_has_one_name_and_one_country(words: str, name: str, country: str | None) -> None:
    assert canonical_actor(words) == name
    assert country_of(words) == country


def test_the_north_needs_a_text_about_it_where_the_text_is_given() -> None:
    assert canonical_actor("the North", around="Rebels in Mali hold the North") == "North"
