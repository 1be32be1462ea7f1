import pytest

from watchword.collect import DEFAULT_MAPPING, parse_mapping
from watchword.errors import SettingsError


def test_named_columns_stand_beside_the_default_ones() -> None:
    assert parse_mapping(" text = body , date=published_at,") == {
        **DEFAULT_MAPPING,
        "text": "body",
        "date": "published_at",
    }
    assert parse_mapping("") == dict(DEFAULT_MAPPING)


@pytest.mark.parametrize("words", ["text", "=body", "text=", "body=text", "text=a,text=b"])
def test_a_mapping_that_makes_no_sense_is_an_error_that_says_so(words: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_mapping(words)
    assert caught.value.key == "mapping"
