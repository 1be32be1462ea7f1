"""Which language a text is in: as given, else told from its body."""

import re
from functools import cache
from typing import Any

_COMMON_CODES = (
    "ar bg cs da de el en es et fa fi fr he hi hu id it ja ko lt lv nl no pl pt ro ru sk sl sr sv "
    "th tr uk ur vi zh"
)
COMMON = tuple(_COMMON_CODES.split())
"""ISO 639-1 codes that the guess is held to: more choices make more wrong ones."""

LEAST_LETTERS = 40
"""A shorter text is not guessed: names and headlines alone mislead."""

_SAMPLE_CHARACTERS = 2_000
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*", re.ASCII)


def settle_language(given: str, text: str) -> str | None:
    """Give the primary language subtag (BCP 47) of a text, None where it cannot be told.

    Args:
        given: what the input says ("en-GB", "EN_us"), or empty.
        text: the body, looked at only where nothing usable is given.
    """
    code = _CODE.fullmatch(given.strip())
    if code and code[1].lower() != "und":
        return code[1].lower()
    sample = text[:_SAMPLE_CHARACTERS]
    if sum(map(str.isalpha, sample)) < LEAST_LETTERS:
        return None
    language, _score = _identifier().classify(sample)
    return str(language)


@cache
def _identifier() -> Any:  # noqa: ANN401 - the library has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - slow import

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(COMMON)
    return identifier
