"""Finds the noun phrase that a number counts: "five |Russian railcars| travelled".

Closed lists of words decide first and part-of-speech tags second, so that a wrong tag costs
little.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from watchword.model.reading import Token
from watchword.text.currencies import MONEY
from watchword.text.lexicon import lexicon
from watchword.text.units import COUNTED_NOUNS, SAME_IN_PLURAL, to_plural

LONGEST_PHRASE = 12
"""Words after a number among which its noun is looked for."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A counted noun phrase.

    Attributes:
        first: index of its first token.
        last: index after its head.
        head: the head noun.
    """

    first: int
    last: int
    head: Token

    def words(self, text: str, tokens: Sequence[Token]) -> str:
        """The phrase as written."""
        return text[tokens[self.first].start : self.head.end]


def find_counted(tokens: Sequence[Token], index: int, *, single: bool) -> Phrase | None:
    """Find the noun phrase that starts at a token, the one after the number.

    Args:
        tokens: the sentence.
        index: the first token after the number.
        single: whether the number is one, so that a singular noun may be counted.
    """
    first = _past_of(tokens, index)
    head = None
    for place in range(first, min(len(tokens), first + LONGEST_PHRASE)):
        if _joins_modifiers(tokens, place, head):
            continue
        if _ends_phrase(tokens[place], head):
            break
        if is_plural_noun(tokens[place]):
            head = place
            if place + 1 == len(tokens) or not _goes_on(tokens[place + 1]):
                break
        elif _is_noun(tokens[place]):
            head = place
    if head is None or not _can_be_counted(tokens[head], single=single):
        return None
    return Phrase(_past_whole(tokens, (index, first, head)), head + 1, tokens[head])


def is_plural_noun(token: Token) -> bool:
    """Whether a token is a noun in the plural, by its word or its tag."""
    word = token.text.lower()
    if word in COUNTED_NOUNS or token.tag == "NNS" or _MODELS.fullmatch(token.text):
        return True
    if token.tag == "NNPS":
        return word not in {"states", "nations"}
    return token.tag == "NN" and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def unit_of(tokens: Sequence[Token], phrase: Phrase) -> str:
    """The unit that a counted phrase gives: its head in the plural, people by what they are.

    "Special forces" are soldiers, and a people's name in the plural counts people.
    """
    word = phrase.head.text.lower()
    before = tokens[phrase.last - 2].text if phrase.last - 2 >= phrase.first else ""
    if word in {"dollar", "dollars"} and before[:1].isupper() and before.lower() not in _AMERICAN:
        earlier = tokens[phrase.last - 3].text if phrase.last - 3 >= phrase.first else ""
        return f"{earlier} {before} dollars" if earlier in {"New", "Hong"} else f"{before} dollars"
    if word in MONEY:
        return MONEY[word]
    if word == "forces":
        return "soldiers"
    if word in _PEOPLES or (phrase.head.text[:1].isupper() and word.endswith(("ans", "is"))):
        return "people"
    if _MODELS.fullmatch(phrase.head.text):
        return phrase.head.text
    return to_plural(word.rsplit("-", 1)[-1])


_MODELS = re.compile(r"[A-Z][A-Za-z]{0,6}-?[0-9]{1,4}[A-Z]{0,2}s")
"""Machines by their model: "Su-35s", "F-16s", "T-72Bs"."""
_AMERICAN = frozenset({"us", "u.s.", "american"})
_PEOPLES = lexicon(
    "koreans russians ukrainians americans chinese japanese germans poles turks britons iranians "
    "iraqis israelis palestinians syrians afghans houthis kurds georgians belarusians"
)
_DETERMINERS = lexicon("the these those its their his her our your all such")
_PRONOUNS = lexicon("them whom which are were was is also")
_ADDING = lexicon("more additional further extra")
_STOPS = lexicon(
    "a an of in on at to from for with by as and or nor but that which who whom whose when where "
    "while if is are was were be been being has have had do does did will would can could may "
    "might shall should must not it they he she we you i them him us this there here than then "
    "so because since until till after before during under over into onto through against "
    "between among within without about around near off out up down including already now also "
    "reportedly allegedly killed kills injures died dead wounded injured hurt missing captured"
)
_MODIFIERS = lexicon(
    "more additional further extra other new special north south east west armed joint senior "
    "fully newly highly heavily - [ ] ' 's \u2019 \u2019s \u2011 further different separate"
)


def _past_of(tokens: Sequence[Token], index: int) -> int:
    """Index after "more", "of the", "out of these", "of whom are", which lead to the noun."""
    while _word(tokens, index) in _ADDING:
        index += 1
    place = index + (_word(tokens, index) == "out")
    if _word(tokens, place) == "of":
        place += 1
        joined = _PRONOUNS if _word(tokens, place) in _PRONOUNS else _DETERMINERS
        while _word(tokens, place) in joined:
            place += 1
        return place
    return index


def _word(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text.lower() if index < len(tokens) else ""


def _stops(token: Token) -> bool:
    return token.text.lower() in _STOPS or token.tag in {"IN", "TO", "CC", "MD", "PRP", "WDT"}


def _joins_modifiers(tokens: Sequence[Token], place: int, head: int | None) -> bool:
    """Whether "and" joins two modifiers of one noun: "20 Russian |and| Belarusian soldiers"."""
    if tokens[place].text.lower() not in {"and", "or"} or not 0 < place < len(tokens) - 1:
        return False
    inside = head is None or (tokens[head].tag == "NNP" and not is_plural_noun(tokens[head]))
    beside = (tokens[place - 1], tokens[place + 1])
    return inside and all(each.tag in {"JJ", "NNP", "VBN", "JJR"} for each in beside)


def _past_whole(tokens: Sequence[Token], places: tuple[int, int, int]) -> int:
    """Index after the number of a whole that "of" leads to: "37 of the ferry's 52 |passengers|"."""
    index, first, head = places
    if first == index:
        return first
    wholes = [
        place + 1
        for place in range(first, head)
        if tokens[place].tag == "CD" and "-" not in tokens[place].text
    ]
    return max([first, *wholes])


def _ends_phrase(token: Token, head: int | None) -> bool:
    """Whether a token can be no part of the phrase."""
    if _stops(token) or (head is not None and _is_verb(token)):
        return True
    return not (is_plural_noun(token) or _is_noun(token) or _is_modifier(token))


def _goes_on(token: Token) -> bool:
    """Whether a compound goes on after a plural: "special forces |soldiers|"."""
    return is_plural_noun(token) and token.tag not in {"VBZ", "VBP", "VBD"}


def _is_noun(token: Token) -> bool:
    named = token.tag.startswith("NN") and any(letter.isalnum() for letter in token.text)
    return named or token.text.lower() in SAME_IN_PLURAL


def _is_verb(token: Token) -> bool:
    return token.tag.startswith("VB") and token.text.lower() not in COUNTED_NOUNS


def _is_modifier(token: Token) -> bool:
    if token.text.lower() in _MODIFIERS or token.tag in {"JJ", "JJR", "JJS", "POS", "HYPH", "CD"}:
        return True
    degree = token.tag == "RB" and token.text.endswith("ly")
    return degree or token.tag in {"VBN", "VBG", "AFX", "ADD"} or token.text[:1].isupper()


def _can_be_counted(token: Token, *, single: bool) -> bool:
    if single or is_plural_noun(token):
        return not token.tag.startswith("NNP") or is_plural_noun(token)
    return token.text.lower() in SAME_IN_PLURAL or token.text.lower() in MONEY
