import pytest

from watchword.ledger.names import resembles, same_name, stems, token_f1, tokens


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the Kremlin", "Kremlin"),
        ("NIS", "National Intelligence Service"),
        ("Seoul's spy agency", "South Korea's National Intelligence Service"),
        ("Pyongyang", "North Korea"),
        ("the DPRK", "Democratic People\u2019s Republic of Korea"),
        ("U.S.", "United States"),
        ("the North", "North Koreans"),
        ("Finns", "Helsinki"),
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("President Volodymyr Zelensky", "Volodymyr Zelenskiy"),
        ("Yoon", "Yoon Suk Yeol"),
        ("Kim Yong-hyun", "Kim Yong Hyun"),
        ("Ukrainian military intelligence", "military intelligence"),
        ("the presidential office", "South Korean president's office"),
        ("US Defense Department", "Pentagon"),
        ("NATO", "North Atlantic Treaty Organization"),
        ("", ""),
    ],
)
def test_spelling_titles_acronyms_and_aliases_do_not_part_a_name(first: str, second: str) -> None:
    assert same_name(first, second)
    assert same_name(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("North Korea", "South Korea"),
        ("Kim Jong Un", "Kim Jong Gyu"),
        ("Russian officials", "Ukrainian officials"),
        ("", "Kremlin"),
        ("defence minister", "foreign minister"),
    ],
)
def test_different_names_are_neither_the_same_nor_alike(first: str, second: str) -> None:
    assert not same_name(first, second)
    assert not resembles(first, second)
    assert not resembles(second, first)


def test_phrases_that_share_most_of_their_words_resemble_each_other() -> None:
    assert resembles("senior official of the presidential office", "a senior presidential official")
    assert not resembles("military attache", "grain exporter")


def test_token_f1_is_one_for_two_empty_phrases_and_nought_for_one() -> None:
    assert token_f1((), ()) == 1.0
    assert token_f1(("kursk",), ()) == 0.0
    assert token_f1(("kursk", "region"), ("kursk",)) == pytest.approx(2 / 3)


def test_accents_quotes_and_endings_are_left_out() -> None:
    assert tokens("Türkiye\u2019s troops'") == ("turkiye", "troops")
    assert stems("deployments of troops") == stems("deploying the troop")
