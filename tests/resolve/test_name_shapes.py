"""Which part of some words is a place's name, and which wordings need no other witness."""

import pytest

from watchword.resolve.name_shapes import each_name, find_shaped


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
