import made_files as made
import pytest

from watchword.collect.languages import settle_language


@pytest.mark.parametrize(
    ("given", "code"), [("en-GB", "en"), ("EN_us", "en"), ("ko", "ko"), ("zh-Hant-TW", "zh")]
)
def test_a_given_language_is_kept_by_its_first_part(given: str, code: str) -> None:
    assert settle_language(given, "") == code


def test_a_body_tells_its_language_where_none_is_given() -> None:
    assert settle_language("", made.STATEMENT) == "en"
    korean = "국방부는 금요일 국경 지역에서 병력이 철수했다고 밝혔다. 대변인은 더 말하지 않았다."
    assert settle_language("und", f"{korean} {korean}") == "ko"
    french = "Le ministère a déclaré que ses troupes étaient parties de la région."
    assert settle_language("x" * 3000, french) == "fr"


def test_a_few_words_tell_no_language() -> None:
    assert settle_language("", "Troops leave Kursk") is None
