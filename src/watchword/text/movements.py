"""Tells whether a figure is a change, and which way: "rose 5 %", "another 1,500", "down 12"."""

import re
from dataclasses import dataclass

from watchword.text.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Movement:
    """What the words say of a figure's change.

    Attributes:
        is_change: whether it is added to or taken from a total.
        direction: "up" or "down", None where no words tell.
    """

    is_change: bool
    direction: str | None


NO_MOVEMENT = Movement(is_change=False, direction=None)

WINDOW = 64
"""Characters on either side of a figure that are searched."""


def find_movement(text: str, lower: int, start: int, stop: int, *, measured: bool) -> Movement:
    """Find what moved by a figure.

    A level that is reached ("rose to 45") is no change. Some verbs tell a change only of measures
    ("lost 190 points", but "lost 12 tanks" is a loss).

    Args:
        text: the report's text.
        lower: first character that may belong to the words.
        start: first character of the figure, its qualifier included.
        stop: the character after its unit.
        measured: whether it counts a measure or money.
    """
    window = text[max(lower, start - WINDOW) : start]
    word = _told_before(window, measured=measured)
    if not word and measured:
        after = _NOUN_AFTER.match(text, stop, stop + WINDOW)
        after = after or _COMPARED.match(text, stop, stop + WINDOW)
        word = after["word"] if after else ""
    if word:
        return Movement(is_change=True, direction="up" if word.lower() in _RISES else "down")
    added = _ADDED_BEFORE.search(window) or _ADDED_AFTER.match(text, stop)
    return Movement(is_change=True, direction=None) if added else NO_MOVEMENT


_UP = lexicon(
    "rise rises rose risen rising gain gains gained gaining climb climbs climbed climbing jump "
    "jumps jumped jumping surge surges surged surging soar soars soared soaring rally rallies "
    "rallied advance advances advanced advancing increase increases increased increasing grow "
    "grows grew grown growing growth up higher swell swells swelled expand expands expanded "
    "expanding leap leapt spike spiked raise raised raises raising boost boosted hike"
)
_DOWN = lexicon(
    "fall falls fell fallen falling drop drops dropped dropping slide slides slid sliding decline "
    "declines declined declining tumble tumbles tumbled plummet plummets plummeted plunge plunges "
    "plunged sink sinks sank sunk slip slips slipped slipping decrease decreases decreased "
    "decreasing shrink shrinks shrank shrunk shrinking slump slumped dip dipped dipping retreat "
    "retreated down lower lowered reduce reduced reduction cut cuts contract contracted lose loses "
    "lost losing loss shed sheds shedding ease eased easing dive dived cutting reduces reducing "
    "lowers slash slashed"
)
_OF_MEASURES = lexicon(
    "gain gains gained gaining add adds added adding advance advances advanced advancing lose "
    "loses lost losing shed sheds shedding ease eased easing drop drops dropped dropping sink sank "
    "sunk slip slips slipped raise raised cut cuts"
)
"""Verbs that tell a change only of measures: ships are lost and sunk, bombs are dropped."""
_ONLY_WITH_BY = lexicon(
    "up down higher lower growth loss reduction hike boost boosted contract contracted reduce "
    "reduced lowered expand expands expanded expanding grow grows"
)
"""Words that tell a change of what follows only with "by": "reduced |by| 40"."""
_NOUNS = lexicon(
    "rise increase gain jump surge growth hike fall drop decline decrease reduction loss cut slide "
    "slump dip plunge"
)


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_DEGREE = (
    r"(?:\s(?:slightly|sharply|steeply|modestly|marginally|further|only|just|again|also|"
    r"steadily|rapidly|another|an|a|the|additional|by|as\smuch\sas)){0,3}"
)
_FAR = lexicon(
    "cut cuts cutting raise raised raises raising reduce reduced reduces reducing increase "
    "increased increases increasing boost boosted lower lowered lowers expand expanded slash "
    "slashed"
)
_BE = (
    r"(?:is|are|was|were|been|be|edged|ticked|inched|moved|nudged|crept|trading|traded|closed|"
    r"opened|ended|finished)(?:\s(?:also|now|still|already))?\s"
)
_TELLING = re.compile(
    rf"(?<![\w'\u2019-])(?:(?P<by>{_any(_UP | _DOWN)}){_DEGREE}\sby{_DEGREE}|"
    rf"(?P<far>{_any(_FAR)})\s(?:[\w'\u2019-]+\s){{1,4}}by{_DEGREE}|"
    rf"(?P<plain>{_any((_UP | _DOWN) - _ONLY_WITH_BY - _OF_MEASURES)}){_DEGREE}|"
    rf"(?:a|an|the|this|that|of)\s(?:\w+\s){{0,2}}?(?P<noun>{_any(_NOUNS)})"
    rf"\sof(?:\s(?:a|an|another))?|"
    rf"{_BE}(?P<state>up|down|higher|lower){_DEGREE})\s{{1,3}}\Z",
    re.IGNORECASE,
)
_SERIES = (
    r"\b(?:shares?|stocks?|prices?|sales|exports?|imports?|output|production|revenues?|profits?|"
    r"index|futures|yields?|rates?|turnout|support|inflation|volumes?|arrivals|crossings|casualties|"
    r"deaths|incidents|attacks|shipments|oil|gold|gas|crude|wheat|rouble|ruble|dollar|euro|yen|lira)"
)
_SET_OFF = re.compile(
    rf"(?:[,;:(\u2013\u2014-]\s?|[0-9]\s|{_SERIES}\s)(?P<state>up|down){_DEGREE}\s{{1,3}}\Z",
    re.IGNORECASE,
)
_TELLING_OF_MEASURES = re.compile(
    rf"(?<![\w'\u2019-])(?P<plain>{_any(_OF_MEASURES)}){_DEGREE}\s{{1,3}}\Z", re.IGNORECASE
)
_NOUN_AFTER = re.compile(
    rf"[\s-]{{1,2}}(?:\w+\s)?(?P<word>{_any(_NOUNS)})\b(?!\s(?:of\s(?:a|the)\s|[A-Z]))",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\s(?P<word>higher|lower|up|down)\b(?!\s(?:to|than\s[0-9]))", re.IGNORECASE)
_ADDED_BEFORE = re.compile(
    r"\b(?:another|additional|(?:a\s)?further|extra|(?:another|additional|further)\s\w{1,20}\sof)"
    r"\s{1,3}\Z",
    re.IGNORECASE,
)
_ADDED_AFTER = re.compile(r"\s{1,3}(?:more|additional|further|extra)\b(?!\s{1,3}than\b)")
_TELLING_WORDS = _UP | _DOWN | _OF_MEASURES | _NOUNS
_RISES = _UP | {"add", "adds", "added", "adding"}


def _told_before(window: str, *, measured: bool) -> str:
    """The word that tells a movement at the end of a window, empty without one."""
    if _TELLING_WORDS.isdisjoint(window.lower().replace("(", " ").split()):
        return ""
    match = _TELLING.search(window) or _SET_OFF.search(window)
    if match is None and measured:
        match = _TELLING_OF_MEASURES.search(window)
    return next(word for word in match.groups() if word) if match else ""
