import pytest

from watchword.text.offices import is_office, normal_office, office_head


@pytest.mark.parametrize(
    ("words", "normal"),
    [
        ("South Korean Defense Minister", "defence minister"),
        ("Defence minister", "defence minister"),
        ("Vice Foreign Minister", "vice foreign minister"),
        ("White House spokeswoman", "spokesperson"),
        ("spokesmen", "spokesperson"),
        ("NATO chief", "chief"),
        ("NIS deputy director", "deputy director"),
        ("former US Ambassador to the UN", "former ambassador to the UN"),
        ("Chairman of the Joint Chiefs of Staff", "chair of the Joint Chiefs of Staff"),
        ("chief of the General Staff", "chief of general staff"),
        ("a senior Ukrainian defence ministry official", "senior defence ministry official"),
        ("MPs", "lawmaker"),
        ("head of Ukraine's defence intelligence", "head of Ukraine's defence intelligence"),
    ],
)
def test_an_office_has_one_normal_form(words: str, normal: str) -> None:
    assert is_office(words)
    assert normal_office(words) == normal


@pytest.mark.parametrize("words", ["", "Storm Corps", "Kursk region", "the war", "Volodymyr"])
def test_other_words_are_no_office(words: str) -> None:
    assert not is_office(words)


def test_several_people_are_told_from_one() -> None:
    one, many = office_head("a Western diplomat"), office_head("South Korean lawmakers")
    assert one is not None
    assert many is not None
    assert (one.plural, many.plural) == (False, True)
