import pytest

from watchword.resolve.people import canonical_names, same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskiy", "Vladimir Zelensky"),
        ("Andriy Sybiga", "Andrii Sybiha"),
        ("Yoon Suk Yeol", "Yoon Suk-yeol"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Sergei Shoigu", "Sergey Shoygu"),
        ("Oleksandr Syrskyi", "Oleksandr Syrsky"),
        ("Recep Tayyip Erdo\u011fan", "Recep Tayyip Erdogan"),
        ("Lloyd J. Austin", "Lloyd Austin"),
    ],
)
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Jong Gyu"),
        ("Kim Yo-jong", "Kim Jong-un"),
        ("Volodymyr Zelensky", "Vladimir Putin"),
        ("Olena Zelenska", "Volodymyr Zelensky"),
        ("Zelensky", "Volodymyr Zelensky"),
        ("", "Kim"),
    ],
)
def test_other_people_stay_apart(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_the_most_frequent_spelling_is_used_then_the_longest_then_the_first() -> None:
    often = canonical_names(["Kim Jong Un", "Kim Jong-un", "Kim Jong-un"])
    assert set(often.values()) == {"Kim Jong-un"}
    tied = canonical_names(["Volodymyr Zelensky", "Volodymyr Zelenskyy"])
    assert set(tied.values()) == {"Volodymyr Zelenskyy"}
    assert set(canonical_names(["Kim Jong-un", "Kim Jong Un"]).values()) == {"Kim Jong Un"}


def test_a_surname_goes_to_the_only_one_who_bears_it() -> None:
    found = canonical_names(["Zelensky", "Volodymyr Zelensky", "John Kirby", "Kirby"])
    assert (found["Zelensky"], found["Kirby"]) == ("Volodymyr Zelensky", "John Kirby")
    shared = canonical_names(["Harris", "Kamala Harris", "Sam Harris"])
    assert shared["Harris"] == "Harris"


def test_a_family_name_that_many_share_is_nobody() -> None:
    assert canonical_names(["Kim", "Kim Jong Un"])["Kim"] == "Kim"


def test_the_order_of_mentions_changes_nothing() -> None:
    names = ["Andriy Sybiga", "Andrii Sybiha", "Sybiga", "Kim Jong Un", "Kim Jong-un"]
    assert canonical_names(names) == canonical_names(names[::-1])
