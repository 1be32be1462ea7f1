"""English number words: what they are worth, and what the vague ones allow.

Convention for vague words, after UCDP's habit of keeping a low and a high bound: a plural
such as "thousands" allows from two of them up to one below the next larger usual word; "a few"
and "several" allow three to nine, or three of a scale word to just below ten of it; "a couple"
allows two or three. None of them has a best value.
"""

ONES = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
TEENS = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
    "mln": 1e6,
    "bln": 1e9,
    "trn": 1e12,
}
DOZEN = 12.0
MULTIPLIERS = {**SCALES, "dozen": DOZEN}
"""Words that multiply what stands before them."""

GLUED_SCALES = {"k": 1e3, "mn": 1e6, "mil": 1e6, "bn": 1e9, "tn": 1e12}
"""Letters written against digits ("10K", "7bn")."""

MONEY_SCALES = {"m": 1e6, "b": 1e9, "t": 1e12, "mil": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
"""Letters that are scales only after a currency sign ("$7m"): else "7m" is seven metres."""

VULGAR = {"\u00bd": 0.5, "\u00bc": 0.25, "\u00be": 0.75, "\u2153": 1 / 3, "\u2154": 2 / 3}
"""Fractions that are one sign."""

PLURALS = {
    "tens": (20.0, 99.0),
    "dozens": (24.0, 99.0),
    "scores": (40.0, 99.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2e3, 9_999.0),
    "millions": (2e6, 9_999_999.0),
    "billions": (2e9, 9_999_999_999.0),
    "trillions": (2e12, 9_999_999_999_999.0),
}
"""Lowest and highest value that a vague plural allows."""

PLURAL_SCALES = {
    "hundreds": 100.0,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
"""Second halves of "tens of thousands"."""

FEW = (3.0, 9.0)
COUPLE = (2.0, 3.0)
HANDFUL = (2.0, 9.0)

PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "fourth": 4,
    "fourths": 4,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
}
"""Denominators: "two-thirds", "a quarter of"."""

OPENERS = frozenset({*ONES, *TEENS, *TENS, *PLURALS, "a", "an", "half", "several", "few", "minus"})
"""Words that a numeral may start with."""

TELLING = frozenset(
    {*ONES, *TEENS, *TENS, *PLURALS, *MULTIPLIERS, *PARTS, "several", "few", "couple", "handful"}
)
"""Words of which every numeral in words has one; "a" alone is none."""
