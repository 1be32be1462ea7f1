"""What a text says of sources without names: how many they are, and why they are unnamed."""

import re

from watchword.text.calendar_words import SMALL_NUMBERS

_SPOKE = (
    r"(?:on|under)\s(?:the\s)?(?:condition|guarantee|cover)\sof\sanonymity|"
    r"(?:asked|requested|declined|refused|wished|preferred|wanted)\s(?:not\s)?to\s"
    r"(?:be|remain|stay)\s(?:named|identified|quoted|anonymous|unnamed)(?:\sby\sname)?|"
    r"did\snot\s(?:want|wish)\sto\sbe\s(?:named|identified|quoted)|"
    r"(?:was|were|is|are)\snot\sauthori[sz]ed\sto\s(?:speak|comment|talk|brief)[^,.;\u2014]*|"
    r"(?:whose|their)\snames?\s(?:was|were|is|are)\s(?:not\sgiven|withheld)"
)
_WHY = (
    r"(?:,?\s(?:because|as|since|citing|due\sto|given|so\sas\sto|in\sorder\sto|to)\s[^,.;\u2014]*)?"
)
_UNNAMED = re.compile(rf"(?:{_SPOKE}){_WHY}", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,3}")


def told_unnamed(sentence: str) -> str | None:
    """The words by which a sentence says that its source is not named, its reason included.

    >>> told_unnamed("Two aides, who spoke on condition of anonymity to discuss talks, said so.")
    'on condition of anonymity to discuss talks'
    """
    found = _UNNAMED.search(sentence)
    return " ".join(found.group().split()) if found else None


def count_told(words: str) -> int | None:
    """How many somebody is told to be, None where no number opens the words.

    >>> count_told("Three American officials"), count_told("officials"), count_told("12 aides")
    (3, None, 12)
    """
    first = words.split(maxsplit=1)[0].lower() if words.split() else ""
    if _DIGITS.fullmatch(first):
        return int(first)
    return None if first in {"a", "an"} else SMALL_NUMBERS.get(first)
