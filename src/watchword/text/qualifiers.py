"""Finds the words that qualify a number, before it ("at least") and after it ("or so").

Only a short window beside the number is searched, so the time does not depend on the length of
the text.
"""

import re
from typing import NamedTuple

from watchword.model.figure import Approx
from watchword.text.number_words import ONES

WINDOW = 56
"""Characters searched on either side: the longest qualifier, twice."""


class Qualified(NamedTuple):
    """How far the qualifiers of a number reach and what they say.

    Attributes:
        start: first character of the qualifiers, or of the number without any.
        end: the character after them, or after the number.
        approx: what they say; None where there are none.
    """

    start: int
    end: int
    approx: Approx | None


_COULD = r"(?:could|may|might|can)(?:\s(?:eventually|ultimately|soon|well|even|also))?"
_AT_LEAST = (
    r"at\s(?:the\svery\s)?least|(?:(?:far|well|slightly|much|significantly)\s)?more\sthan|"
    r"(?:(?:just|well|a\slittle)\s)?over|(?:no|not)\s(?:fewer|less)\sthan|upwards?\sof|above|"
    r"a\sminimum\sof|minimum|in\sexcess\sof|north\sof|(?:great|high|larg|bigg|long|heavi)er\sthan|"
    r"exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|beyond"
)
_UP_TO = (
    r"up\sto|as\s(?:many|much|high)\sas|at\s(?:the\s)?(?:very\s)?most|(?:no|not)\smore\sthan|"
    r"(?:fewer|less|lower|smaller|shorter)\sthan|(?:just\s|well\s)?under|below|a\smaximum\sof|"
    r"maximum|shy\sof|short\sof|"
    rf"{_COULD}\s(?:reach|total|number|be\sas\s(?:high|many)\sas|(?:rise|grow|swell)\sto)"
)
_ABOUT = (
    r"(?:just\s)?about|around|some|approximately|approx\.?|roughly|nearly|almost|"
    r"an\sestimated|estimated(?:\s(?:at|to\s(?:be|total|number)))?|close\sto|circa|ca\.|"
    r"(?:in|on)\sthe\s(?:region|order)\sof|something\slike|practically|virtually|"
    r"more\sor\sless|in\sthe\svicinity\sof"
)


def _ending(words: str) -> re.Pattern[str]:
    spaced = words.replace(r"\s", r"\s{1,3}")
    return re.compile(rf"(?<![\w'\u2019-])(?:{spaced})\s{{1,3}}\Z", re.IGNORECASE)


_BEFORE = (
    (Approx.UP_TO, _ending(_UP_TO)),
    (Approx.AT_LEAST, _ending(_AT_LEAST)),
    (Approx.ABOUT, _ending(_ABOUT)),
)
_LAST_WORDS = (
    "least", "than", "over", "of", "above", "minimum", "exceed", "exceeds", "exceeded", "exceeding",
    "surpass", "surpasses", "surpassed", "surpassing", "topped", "topping", "beyond",
    "to", "as", "most", "under", "below", "maximum", "reach", "total", "number",
    "about", "around", "some", "approximately", "approx", "approx.", "roughly", "nearly", "almost",
    "estimated", "at", "be", "circa", "ca.", "like", "practically", "virtually", "less",
)  # fmt: skip
"""The last words of all that `_BEFORE` has: behind other words none of it is tried."""
_PREFIX = re.compile(r"(?<![\w-])sub-\Z", re.IGNORECASE)
"""As in "sub-300-ton vessels"."""
_SIGNS = {
    "~": Approx.ABOUT,
    "\u2248": Approx.ABOUT,
    ">": Approx.AT_LEAST,
    "\u2265": Approx.AT_LEAST,
    "<": Approx.UP_TO,
    "\u2264": Approx.UP_TO,
}
_STOP = r"(?=\s?(?:[.,;:)]|\Z))"
_AFTER = (
    (
        Approx.AT_LEAST,
        re.compile(
            rf"(?:\s|-)plus\b|\+|\s(?:or|and)\s(?:more|over|above|higher|upwards?|counting)\b(?!\s(?:the|a)\b)|"
            rf",?\sat\s(?:least|minimum){_STOP}"
        ),
    ),
    (
        Approx.UP_TO,
        re.compile(
            rf"\s(?:or|and)\s(?:fewer|less|under|below|lower)\b|,?\sat\s(?:the\smost|most|maximum){_STOP}"
        ),
    ),
    (Approx.ABOUT, re.compile(r",?\sor\s(?:so|thereabouts)\b|[\s-]odd\b|,?\sgive\sor\stake\b")),
    (None, re.compile(r"-strong\b")),
)
_TOPIC = re.compile(
    r"(?:talk(?:s|ed|ing)?|speak(?:s|ing)?|spoke|know(?:s|n)?|knew|concern(?:s|ed)?|told|"
    r"worr(?:y|ied)|ask(?:s|ed)?|hear[ds]?|information|reports?|questions?|news|disputes?|"
    r"control|war|fight|conflict|tensions?|anger|row|power|victory|fears?|taken?|took|"
    r"hand(?:s|ed|ing)?)"
    r"\s{1,3}(?:about|over|around)\s{1,3}\Z",
    re.IGNORECASE,
)


_PLACE = re.compile(r"\b(?:over|under|above|below)\s{1,3}\Z", re.IGNORECASE)
"""Before a small number in words these are places: "a dispute over two islands"."""


def find_qualifiers(
    text: str, start: int, end: int, *, lower: int = 0, upper: int | None = None
) -> Qualified:
    """Find what qualifies the number at `start` to `end`, several words where they chain.

    Of "at least about 3,000" the bound wins over the approximation; of two bounds, the one that
    stands nearer to the number.

    Args:
        text: the report's text.
        start: first character of the number.
        end: the character after it.
        lower: first character that may belong to a qualifier.
        upper: the character after the last one that may, None for the end of the text.
    """
    first, found = _look_back(text, start, end, lower)
    last = end
    limit = min(len(text) if upper is None else upper, end + WINDOW)
    for approx, pattern in _AFTER:
        match = pattern.match(text, last, limit)
        if match:
            last = match.end()
            found.append(approx)
    return Qualified(first, last, _strongest(found))


def _look_back(text: str, start: int, end: int, lower: int) -> tuple[int, list[Approx | None]]:
    first = start
    found: list[Approx | None] = []
    if text[start:end].lower() in ONES and _PLACE.search(text[max(lower, start - WINDOW) : start]):
        return first, found
    for _ in range(3):
        window = text[max(lower, first - WINDOW) : first]
        approx, length = _last_qualifier(window)
        if approx is None:
            break
        found.append(approx)
        first -= length
    return first, found


def _last_qualifier(window: str) -> tuple[Approx | None, int]:
    """The qualifier that a window ends in, and its length."""
    sign = _SIGNS.get(window[-1:])
    if sign is not None:
        return sign, 1
    prefix = _PREFIX.search(window) if window.endswith("-") else None
    if prefix is not None:
        return Approx.UP_TO, len(window) - prefix.start()
    last = window.rsplit(maxsplit=1)[-1].lower() if window[-1:].isspace() and window.strip() else ""
    if not last.endswith(_LAST_WORDS) or _TOPIC.search(window):
        return None, 0
    matches = [(pattern.search(window), approx) for approx, pattern in _BEFORE]
    found = [(match.start(), approx) for match, approx in matches if match]
    if not found:
        return None, 0
    begin, approx = min(found)
    return approx, len(window) - begin


def _strongest(found: list[Approx | None]) -> Approx | None:
    bounds = [approx for approx in found if approx in {Approx.AT_LEAST, Approx.UP_TO}]
    if bounds:
        return bounds[0]
    return Approx.ABOUT if Approx.ABOUT in found else None
