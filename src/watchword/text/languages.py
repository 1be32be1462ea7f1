"""The English names of languages by their codes (ISO 639-1)."""

from functools import cache

_NAMES = """
ar Arabic|az Azerbaijani|be Belarusian|bg Bulgarian|bn Bengali|bs Bosnian|ca Catalan|cs Czech
da Danish|de German|el Greek|en English|es Spanish|et Estonian|eu Basque|fa Persian|fi Finnish
fr French|ga Irish|gl Galician|he Hebrew|hi Hindi|hr Croatian|hu Hungarian|hy Armenian
id Indonesian|is Icelandic|it Italian|ja Japanese|ka Georgian|kk Kazakh|km Khmer|ko Korean
ku Kurdish|ky Kyrgyz|lo Lao|lt Lithuanian|lv Latvian|mk Macedonian|mn Mongolian|ms Malay
my Burmese|nb Norwegian|ne Nepali|nl Dutch|nn Norwegian|no Norwegian|pl Polish|ps Pashto
pt Portuguese|ro Romanian|ru Russian|sk Slovak|sl Slovene|so Somali|sq Albanian|sr Serbian
sv Swedish|sw Swahili|ta Tamil|tg Tajik|th Thai|tk Turkmen|tr Turkish|ug Uyghur|uk Ukrainian
ur Urdu|uz Uzbek|vi Vietnamese|yi Yiddish|zh Chinese
"""


def language_name(code: str) -> str:
    """The English name of a language; its code where the name is not known.

    >>> language_name("ko"), language_name("pt-BR"), language_name("tlh"), language_name("")
    ('Korean', 'Portuguese', 'tlh', 'an unknown language')
    """
    main = code.partition("-")[0].lower()
    return _names().get(main, code) or "an unknown language"


@cache
def _names() -> dict[str, str]:
    pairs = (pair for line in _NAMES.split("\n") for pair in line.split("|") if pair)
    return {code: name for code, _, name in (pair.partition(" ") for pair in pairs)}
