"""Tells a number that counts something from a year, an age, a name, a calibre or a score.

Only a few words on either side of the number are looked at.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from watchword.text.calendar_words import MONTHS, SHORT_MONTHS
from watchword.text.lexemes import HYPHENS, Form, Kind, Lexeme, Numeral, is_glued, word_at
from watchword.text.lexicon import lexicon
from watchword.text.measures import GLUED, MEASURES
from watchword.text.units import COUNTED_NOUNS, DURATIONS


class Role(StrEnum):
    """What a number does in its sentence; only `COUNT` and `SHARE` are figures."""

    COUNT = "count"
    """How many, how much, how far: a figure."""
    SHARE = "share"
    """A part of a whole ("two-thirds of"): a figure in percent."""
    YEAR = "year"
    DAY = "day"
    """A day of a month."""
    CLOCK = "clock"
    AGE = "age"
    DURATION = "duration"
    """A length of time or a number of times: a moment, not a figure."""
    NAME = "name"
    """Part of a name: "Article 4", "Group of Seven", "Resolution 2270"."""
    CALIBRE = "calibre"
    ORDINAL = "ordinal"
    """"155th Brigade", "October 8th"."""
    PRONOUN = "pronoun"
    """"one another", "the two", "one of the reasons"."""
    MODIFIER = "modifier"
    """Inside a compound: "three-star", "two-state"."""
    REFERENCE = "reference"
    """A telephone number, a score, a section, a note, a list's numbering, a date in digits."""


class Place(NamedTuple):
    """A number among its neighbours.

    Attributes:
        lexemes: the words of the stretch that is read.
        opening: its first numeral.
        closing: its last numeral, the same one but for a range.
        qualified: whether a qualifier stands beside it ("at least").
    """

    lexemes: Sequence[Lexeme]
    opening: Numeral
    closing: Numeral
    qualified: bool

    def before(self, distance: int = 1) -> str:
        """Lower-case word so many places before the number."""
        return word_at(self.lexemes, self.opening.first - distance)

    def after(self, distance: int = 1) -> str:
        """Lower-case word so many places after the number."""
        return word_at(self.lexemes, self.closing.last + distance - 1)

    def following(self) -> list[str]:
        """The five words after the number."""
        return [self.after(distance) for distance in range(1, 6)]

    def touches_next(self) -> bool:
        """Whether the next lexeme is written against the number."""
        return is_glued(self.lexemes, self.closing.last)

    def touches_previous(self) -> bool:
        """Whether the number is written against the lexeme before it."""
        return is_glued(self.lexemes, self.opening.first)


def find_role(place: Place) -> Role:
    """Tell what a number does in its sentence."""
    for rule in _RULES:
        role = rule(place)
        if role is not None:
            return role
    return Role.SHARE if place.opening.form is Form.SHARE else Role.COUNT


_MONTHS = frozenset(
    form for word in (*MONTHS, *SHORT_MONTHS) for form in (word.capitalize(), word.upper())
)
"""Months as they are written; in small letters they are verbs as often."""
_NAMING = lexicon(
    "article articles resolution section chapter room flight route highway no nos number phase "
    "channel order decree directive bureau unit office step building level type mark boeing "
    "airbus paragraph page pages annex appendix figure table volume issue case law protocol rule "
    "regulation sector zone pier gate block track apollo chapter verse title tel phone fax ext "
    "version item group class grade category tier generation hwasong pukguksong part game row "
    "stage season episode platform lane bay model series camp checkpoint section clause schedule "
    "amendment bill act motion proposition measure council district ward precinct sector "
    "operation exercise task squad wing fleet windows android ios mach boeing airbus flight"
)
_SCALES = lexicon("magnitude height hill richter")
"""Words before a number with a fraction that counts nothing, too."""
_INDICES = lexicon(
    "p nasdaq stoxx asx ftse dax cac nikkei russell topix kospi tsx msci sensex ibex hsi sp "
    "composite"
)
_ERAS = lexicon("ad bc bce ce")
_ONE_BEFORE = lexicon(
    "the this that which each every another any no latter first last only everyone good new big "
    "other former such"
)
_ONE_AFTER = lexicon(
    "of another can could should would must might may will has had is was who that day thing by "
    "way side hand cannot does did in to and or from but on as"
)
_YEAR_BEFORE = lexicon(
    "in since until till by from of during before after early late mid year summer winter spring "
    "autumn fall the end around circa than between through and to"
)
_BEFORE_AGE = lexicon("year years") | HYPHENS
_BEFORE_DURATION = lexicon("more additional full long consecutive straight of other") | HYPHENS
"""Words right after a number that may go on to its age, and to how long something took."""
_ZONES = lexicon("gmt utc est edt kst msk bst cet eet hours hrs")
_CALIBRES = lexicon("mm millimetre millimeter")
_WEAPONS = lexicon(
    "gun guns howitzer howitzers shell shells round rounds mortar mortars artillery cannon cannons "
    "ammunition ammo munition munitions rocket rockets rifle rifles pistol pistols cartridge "
    "cartridges launcher launchers projectile projectiles caliber calibre tank bullet bullets "
    "autocannon grenade grenades bomb bombs missile missiles barrel mlrs"
)
_KNOWN_CALIBRES = frozenset(
    {5.45, 5.56, 7.62, 12.7, 14.5, 20.0, 23.0, 25.0, 30.0, 35.0, 40.0, 57.0, 60.0, 76.0, 81.0, 82.0}
    | {100.0, 105.0, 107.0, 115.0, 120.0, 122.0, 125.0, 127.0, 130.0, 152.0, 155.0, 170.0, 203.0}
    | {220.0, 227.0, 240.0, 300.0, 600.0}
)
_KEPT_COMPOUNDS = lexicon("strong odd plus member man person percent per dollar euro troop soldier")
_SCREENS = frozenset({480.0, 720.0, 1080.0, 1440.0, 2160.0})


def _is_glued_into_text(place: Place) -> Role | None:
    """Section numbers, fractions of dates, "#5", "[12]", telephone numbers."""
    before, after = place.before(), place.after()
    if place.touches_previous() and before in {"#", "/", ":", "\u00a7", "_", "."}:
        return Role.CLOCK if before == ":" else Role.REFERENCE
    if place.touches_previous() and before == "+" and place.opening.form is Form.BARE:
        return Role.REFERENCE
    index = place.closing.last + 1
    digit_next = place.after(2)[:1].isdecimal() and is_glued(place.lexemes, index)
    if place.touches_next() and digit_next and after in {":", "/", ".", ","}:
        return Role.CLOCK if after == ":" else Role.REFERENCE
    if (
        place.touches_previous()
        and before == ","
        and is_glued(place.lexemes, place.opening.first - 1)
    ):
        return Role.REFERENCE
    boxed = (before, after) in {("[", "]"), ("(", ")")}
    small = place.opening.form is Form.BARE and place.opening.high < 100
    return Role.REFERENCE if boxed and small else None


def _is_chain(place: Place) -> Role | None:
    """Digits chained by hyphens: "202-555-0147", a score "3-2", a date "2024-10-18"."""
    if place.opening.form is not Form.BARE:
        return None
    hyphen_after = place.touches_next() and place.after() in {*HYPHENS, "\u2013"}
    hyphen_before = place.touches_previous() and place.before() in {*HYPHENS, "\u2013"}
    chained_on = hyphen_after and place.after(2)[:1].isdecimal()
    chained_back = hyphen_before and place.before(2)[-1:].isdecimal()
    return Role.REFERENCE if chained_on or chained_back else None


def _is_numbering(place: Place) -> Role | None:
    starts = place.opening.first == 0
    dot = place.after() in {".", ")"} and place.touches_next()
    bare = place.opening.form is Form.BARE and place.opening.high < 100
    more = place.closing.last + 1 < len(place.lexemes)
    return Role.REFERENCE if starts and dot and bare and more else None


def _is_ordinal(place: Place) -> Role | None:
    glued = place.touches_next() and place.after() in {"st", "nd", "rd", "th"}
    return Role.ORDINAL if glued else None


def _is_clock(place: Place) -> Role | None:
    after = place.after()
    meridiem = after in {"am", "pm"} or (
        after in {"a", "p"} and place.after(2) == "." and place.after(3) == "m"
    )
    zoned = after in _ZONES and place.opening.form is Form.BARE and after not in {"hours", "hrs"}
    military = after in {"hours", "hrs"} and place.before() == "at"
    return Role.CLOCK if meridiem or zoned or military or after == "o'clock" else None


def _is_age(place: Place) -> Role | None:
    if place.after() in _BEFORE_AGE:
        words = [word for word in place.following() if word not in HYPHENS]
        if words[:2] in (["year", "old"], ["years", "old"], ["years", "of"]):
            return Role.AGE if words[1] == "old" or words[2] == "age" else None
    if place.before() in {"aged", "age", "ages"}:
        return Role.AGE
    index = place.opening.first
    apposed = place.before() == "," and place.after() in {",", "."} and index >= 2
    named = apposed and place.lexemes[index - 2].text[:1].isupper()
    bare = place.opening.form is Form.BARE and 10 <= place.opening.high <= 110
    return Role.AGE if named and bare and place.opening is place.closing else None


def _is_day(place: Place) -> Role | None:
    if place.opening.form is not Form.BARE or place.closing.high > 31:
        return None
    first, last = place.opening.first, place.closing.last
    around = [first - 1, first - 2 if place.before() in {".", ","} else -1]
    if place.before() in {"and", "or", "to"} and place.before(2).isdigit():
        around.append(first - 3)  # "October 27 and 28"
    around += [last, last + 1 if place.after() == "of" else -1]
    near = [place.lexemes[index].text for index in around if 0 <= index < len(place.lexemes)]
    return Role.DAY if any(word in _MONTHS for word in near) else None


def _is_year(place: Place) -> Role | None:
    numeral = place.closing
    if place.opening.form in {Form.BARE, Form.DIGITS} and _has_era(place):
        return Role.YEAR
    if place.opening.form is not Form.BARE or not 1800 <= numeral.high <= 2100:
        return None
    if place.touches_next() and place.after() == "s":
        return Role.YEAR
    dated = place.before() in {"in", "since", "the", "until", "during"}
    counts = not dated and _counts(place)
    modern = numeral.high >= 1900 or place.before() in _YEAR_BEFORE
    return Role.YEAR if modern and not counts else None


def _has_era(place: Place) -> bool:
    """Whether "AD" stands before it or "BC" after it, with stops or without."""
    dotted = place.before() == "." and place.before(2) == "d" and place.before(4) == "a"
    following = place.after() + (place.after(3) if place.after(2) == "." else "")
    return dotted or place.before() == "ad" or following in _ERAS


def _counts(place: Place) -> bool:
    """Whether a counted noun follows within a few words."""
    if place.after() in MEASURES:
        return True
    for word in place.following():
        if word in COUNTED_NOUNS:
            return True
        if not word.replace("-", "").isalpha() or word in {"the", "and", "of", "to", "in"}:
            return False
    return False


def _is_calibre(place: Place) -> Role | None:
    """Millimetres of a weapon; others are a length ("20 mm of rain")."""
    offset = 2 if place.after() in HYPHENS else 1
    if place.after(offset) not in _CALIBRES:
        return None
    if place.after(offset + 1) == "of":
        return Role.COUNT
    following = [place.after(offset + step) for step in range(1, 6)]
    armed = any(word in _WEAPONS for word in following)
    joined = offset == 2 or place.touches_next()
    known = joined and place.opening.high in _KNOWN_CALIBRES and following[0].isalpha()
    return Role.CALIBRE if armed or known else None


def _is_name(place: Place) -> Role | None:
    before, index = place.before(), place.opening.first
    if place.opening.currency or place.qualified:
        return None
    if (place.before(2), before) == ("group", "of") or _is_index(place):
        return Role.NAME
    dotted = before == "." and place.before(2) in {"no", "nos", "art", "sec", "ch", "p", "pp"}
    named = before in _SCALES or (before in _NAMING and not _counts(place))
    if dotted or named or _is_capitalised_word(place):
        return Role.NAME
    plain = place.opening.form is Form.BARE and place.opening.high < 1000
    if not plain or index == 0 or place.lexemes[index - 1].kind is not Kind.WORD:
        return None
    capital = place.lexemes[index - 1].text[:1].isupper() and index > 1 and not _is_shouted(place)
    return Role.NAME if capital and not place.after()[:1].isalpha() else None


def _is_index(place: Place) -> bool:
    """Whether it names an index of shares: "the Nasdaq 100", "the S&P 500"."""
    index = place.opening.first
    capital = index > 0 and place.lexemes[index - 1].text[:1].isupper()
    named = place.before() in _INDICES and (place.before() != "p" or place.before(2) in {"&", "s"})
    return named and capital and place.opening.form is Form.BARE


def _is_shouted(place: Place) -> bool:
    """Whether the words on both sides are all in capitals, so that capitals name nothing."""
    first, last = place.opening.first, place.closing.last
    around = [*place.lexemes[max(0, first - 4) : first], *place.lexemes[last : last + 4]]
    words = [each.text for each in around if each.kind is Kind.WORD and len(each.text) > 1]
    return len(words) > 2 and all(word.isupper() for word in words)


def _is_capitalised_word(place: Place) -> bool:
    """Whether it is a word with a capital after one with a capital: "the Bucharest Nine"."""
    index = place.opening.first
    if place.opening.form is not Form.WORDS or index < 2 or _is_shouted(place):
        return False
    before, number = place.lexemes[index - 1], place.lexemes[index]
    return before.kind is Kind.WORD and before.text[:1].isupper() and number.text[:1].isupper()


def _is_duration(place: Place) -> Role | None:
    if place.after() not in _BEFORE_DURATION:
        return Role.DURATION if place.after() in DURATIONS else None
    words = [word for word in place.following() if word not in HYPHENS]
    for word in words[:3]:
        if word in DURATIONS:
            return Role.DURATION
        if word not in _BEFORE_DURATION:
            return None
    return None


def _is_pronoun(place: Place) -> Role | None:
    words = [lexeme.low for lexeme in place.lexemes[place.opening.first : place.closing.last]]
    if words == ["two"] and place.before() in {"the", "these", "those"}:
        return Role.PRONOUN
    if words != ["one"] or place.qualified:
        return None
    after = place.after()
    stands_alone = not after[:1].isalpha() and after not in HYPHENS
    unnamed = place.before() in _ONE_BEFORE or after in _ONE_AFTER or stands_alone
    return Role.PRONOUN if unnamed else None


def _is_compound(place: Place) -> Role | None:
    if place.after() in HYPHENS and place.touches_next():
        word = place.after(2)
        suspended = not is_glued(place.lexemes, place.closing.last + 1)
        kept = word in _KEPT_COMPOUNDS or word in MEASURES or not word[:1].isalpha()
        return None if kept or suspended else Role.MODIFIER
    if not (place.touches_next() and place.after()[:1].isalpha()):
        return None
    spaced = f"{place.after()} {place.after(2)}"
    measured = place.after() in MEASURES or spaced in MEASURES or _is_glued_measure(place)
    return None if measured else Role.NAME


def _is_glued_measure(place: Place) -> bool:
    """Whether a letter against the digits measures: "7m", but no screen of "1080p"."""
    letters = place.lexemes[place.closing.last].text
    return letters in GLUED and not (letters == "p" and place.closing.high in _SCREENS)


_RULES: tuple[Callable[[Place], Role | None], ...] = (
    _is_ordinal,
    _is_clock,
    _is_glued_into_text,
    _is_chain,
    _is_numbering,
    _is_age,
    _is_day,
    _is_year,
    _is_calibre,
    _is_duration,
    _is_pronoun,
    _is_name,
    _is_compound,
)
"""The first rule that answers decides."""
