"""Which countries are at war on a day, so that "countries at war" means somebody.

Wars between states and the larger ones within one, of the years since 2014 (Uppsala Conflict Data
Program: conflicts with 1,000 deaths in battle in a year). Whoever wages one abroad is at war too.
"""

from datetime import date

_WARS: tuple[tuple[str, date, date | None], ...] = (
    ("AF", date(2014, 1, 1), date(2021, 8, 31)),
    ("AM", date(2020, 9, 27), date(2020, 11, 10)),
    ("AZ", date(2020, 9, 27), date(2020, 11, 10)),
    ("CD", date(2014, 1, 1), None),
    ("ET", date(2020, 11, 3), date(2022, 11, 3)),
    ("IL", date(2023, 10, 7), date(2025, 10, 10)),
    ("IQ", date(2014, 1, 1), date(2017, 12, 9)),
    ("MM", date(2021, 2, 1), None),
    ("PS", date(2023, 10, 7), date(2025, 10, 10)),
    ("RU", date(2022, 2, 24), None),
    ("SD", date(2023, 4, 15), None),
    ("SO", date(2014, 1, 1), None),
    ("SY", date(2014, 1, 1), date(2024, 12, 8)),
    ("UA", date(2014, 4, 6), None),
    ("YE", date(2014, 9, 16), None),
)
"""Code, first day, last day; None where it had not ended on 30 November 2025."""


def is_at_war(code: str, day: date) -> bool:
    """Whether a country is at war on a day, as far as is known here.

    >>> is_at_war("UA", date(2024, 10, 22)), is_at_war("PL", date(2024, 10, 22))
    (True, False)
    """
    return any(
        code == at_war and since <= day and (until is None or day <= until)
        for at_war, since, until in _WARS
    )
