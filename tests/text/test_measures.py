import pytest

from watchword.text.measures import find_measure, find_money


@pytest.mark.parametrize(
    ("after", "unit"),
    [
        ("%", "percent"),
        (" per cent", "percent"),
        (" percentage points", "percentage points"),
        ("km", "kilometers"),
        (" Kilometres", "kilometers"),
        ("-mile", "miles"),
        (" sq km", "square kilometers"),
        ("\u00b0C", "degrees Celsius"),
        (" degrees Fahrenheit", "degrees Fahrenheit"),
        ("-pound", "pounds"),
        (" parts per million", "parts per million"),
        ("g of heroin", "grams"),
        (" g of heroin", ""),
        ("G networks", ""),
        (" men", ""),
        ("", ""),
    ],
)
def test_a_measure_is_found_after_a_number(after: str, unit: str) -> None:
    text = f"12{after}"
    found, stop = find_measure(text, 2)
    assert found == unit
    assert stop == 2 if not unit else stop > 2


def test_money_is_found_but_what_was_won_is_not() -> None:
    assert find_money("800 yuan promotion", 3) == ("yuan", 8)
    assert find_money("12 won medals", 2) == ("", 2)
