import pytest

from watchword.model.attribution import Link, LinkKind
from watchword.text.officials import country_of, is_official


def link(name: str, kind: LinkKind = LinkKind.ORGANISATION, role: str | None = None) -> Link:
    return Link(name=name, words=name, kind=kind, role=role)


@pytest.mark.parametrize(
    "source",
    [
        link("Seoul", LinkKind.STATE),
        link("National Intelligence Service"),
        link("the Russian defence ministry"),
        link("Mira Holt", LinkKind.PERSON, "defence minister"),
        link("Mira Holt", LinkKind.PERSON, "spokeswoman"),
        link("South Korean lawmakers", LinkKind.COLLECTIVE),
        link("North Korean UN representative", LinkKind.PERSON),
    ],
)
def test_states_their_offices_and_their_speakers_are_official(source: Link) -> None:
    assert is_official(source)


@pytest.mark.parametrize(
    "source",
    [
        link("Yonhap", LinkKind.MEDIA),
        link("South Korean news agency"),
        link("Mira Holt", LinkKind.PERSON, "military analyst"),
        link("Mira Holt", LinkKind.PERSON),
        link("residents", LinkKind.COLLECTIVE),
    ],
)
def test_media_experts_and_people_are_not(source: Link) -> None:
    assert not is_official(source)


def test_a_country_is_known_from_the_link_the_body_or_the_name() -> None:
    assert country_of(Link(name="x", words="x", kind=LinkKind.PERSON, country="UA")) == "UA"
    assert country_of(link("National Intelligence Service")) == "KR"
    assert country_of(link("Kremlin", LinkKind.STATE)) == "RU"
    assert country_of(link("South Korean lawmakers", LinkKind.COLLECTIVE)) == "KR"
    assert country_of(link("a diplomat", LinkKind.ANONYMOUS)) == ""
