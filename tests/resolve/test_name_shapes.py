"""Which part of some words is a place's name, and which wordings need no other witness."""

import pytest

from watchword.resolve.name_shapes import (
    _DIVIDED,
    _DIVISIONS,
    _OWN,
    _OWNED,
    _PARTIES,
    _PARTY,
    each_name,
    find_shaped,
)


def shaped(text: str) -> list[str]:
    return [text[slice(*edges)] for edges in sorted(find_shaped(text))]


def named(words: str) -> list[str]:
    return [words[slice(*edges)] for edges in each_name(words, 0, len(words))]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Cork city", ["Cork"]),
        ("the nearby Sudzha", ["Sudzha"]),
        ("Odesa, Ukraine", ["Odesa", "Ukraine"]),
        ("Egyptian-Israeli", ["Egyptian", "Israeli"]),
        ("Stratford-upon-Avon", ["Stratford-upon-Avon"]),
        ("R-Boyce", ["Boyce"]),
        ("Ohio.", ["Ohio"]),
        ("Okla.", ["Okla."]),
        ("Lindenhof Airport", []),
        ("North", []),
        ("border villages", []),
    ],
)
def test_the_name_is_cut_out_of_what_is_marked(words: str, names: list[str]) -> None:
    assert named(words) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A fire in Rapides Parish spread.", ["Rapides Parish"]),
        ("Born in Moorhead, Minn., he left.", ["Moorhead", "Minn."]),
        ("They met in Graz, Austria.", ["Graz", "Austria"]),
        ("Mayor Ann Springfield, Ohio's first, left.", ["Springfield", "Ohio"]),
        ("Sen. Ada Vane, D-N.D., and Rep. Li Ott, R-Fargo, agreed.", ["N.D.", "Fargo"]),
        ("A Lyon-based firm sued.", ["Lyon"]),
        ("SEOUL, Oct. 31 (Agency) - Rain fell.", ["SEOUL"]),
        ("Toledo police closed a bridge.", ["Toledo"]),
        ("Every County Clerk and the Sheriff, he said, left.", []),
        ("Qzwxvy, Ohio, is nowhere.", []),
    ],
)
def test_some_wordings_are_sure(text: str, names: list[str]) -> None:
    assert shaped(text) == names


def test_no_wording_is_without_what_it_is_tried_for() -> None:
    owners = (
        "police firefighters man woman men women teen couple resident residents mayor officer "
        "officers council councilman councilmembers voters students"
    )
    bodies = ("City Council", "Town Council", "School Board", "Board of Education")
    own = [f"Boyce {owner}" for owner in (*owners.split(), *bodies)]
    assert all(_OWN.search(words) for words in own)
    assert all(any(each in words for each in _OWNED) for words in own)
    divided = [f"Rapides {sort}" for sort in _DIVISIONS]
    assert all(_DIVIDED.search(words) for words in divided)
    told = [f"{party}Boyce" for party in _PARTIES]
    assert all(_PARTY.search(words) for words in told)
