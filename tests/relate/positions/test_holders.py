"""Whose position it is, and who tells it."""

import pytest
from tests.relate.claims import claim
from tests.relate.positions.utterances import MOSCOW, OFFICIAL, SEOUL

from watchword.model.attribution import Link, LinkKind
from watchword.model.stand import Footing
from watchword.relate.positions.holders import Sides, state_of_outlet

YOON = Link(name="Yoon Suk Yeol", words="Yoon", kind=LinkKind.PERSON, role="president")
PAPER = Link(name="Yonhap", words="Yonhap", kind=LinkKind.MEDIA, country="KR")
ASKED = claim("c", "arms", YOON)
SIDES = Sides([ASKED], {"Yoon Suk Yeol": "KR"})


@pytest.mark.parametrize(
    "name", ["South Korea", "Seoul", "the South Korean government", "Yoon Suk Yeol"]
)
def test_a_state_its_capital_its_government_and_its_president_are_one(name: str) -> None:
    side = SIDES.holder(name, ASKED, "")
    assert side is not None
    assert (side.actor, side.name) == ("@KR", "South Korea")


@pytest.mark.parametrize("name", ["South Korean lawmakers", "South Korean opposition"])
def test_lawmakers_and_an_opposition_speak_for_themselves(name: str) -> None:
    side = SIDES.holder(name, ASKED, "")
    assert side is not None
    assert not side.actor.startswith("@")


@pytest.mark.parametrize("name", ["we", "participants", "both presidents", "journalist"])
def test_nobody_in_particular_holds_nothing(name: str) -> None:
    assert SIDES.holder(name, ASKED, "") is None


def test_an_office_without_a_country_is_of_the_country_whose_offices_speak() -> None:
    side = SIDES.holder("presidential office", ASKED, "KR")
    assert side is not None
    assert side.country == "KR"


@pytest.mark.parametrize(
    ("chain", "footing"),
    [
        ((SEOUL,), Footing.OWN),
        ((YOON,), Footing.OWN),
        ((PAPER, SEOUL), Footing.OWN),
        ((OFFICIAL,), Footing.ANONYMOUS),
        ((MOSCOW,), Footing.OTHERS),
        ((MOSCOW, SEOUL), Footing.OTHERS),
        ((), Footing.TOLD),
    ],
)
def test_what_a_state_says_itself_is_told_from_what_is_said_of_it(
    chain: tuple[Link, ...], footing: Footing
) -> None:
    told = claim("c", "arms", *chain, actor="South Korea")
    side = SIDES.holder("South Korea", told, "")
    assert side is not None
    assert SIDES.footing(side, "South Korea", told, "") is footing


def test_the_page_of_a_state_speaks_for_it_and_of_others() -> None:
    told = claim("c", "arms", actor="South Korea")
    side = SIDES.holder("South Korea", told, "")
    assert side is not None
    assert SIDES.footing(side, "South Korea", told, "KR") is Footing.OWN
    assert SIDES.footing(side, "South Korea", told, state_of_outlet("Kremlin")) is Footing.OTHERS
