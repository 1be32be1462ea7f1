"""Which agency a report credits its text to: in the outlet's name, the byline or the text.

A credit says whose text it is. "According to a report by Anadolu" inside the text is not one: it
says whose information it is, and belongs to a claim's attribution.
"""

import re
from dataclasses import dataclass
from functools import cache

from watchword.model.report import Report

_AGENCIES = """
Agence France-Presse = AFP, Agence France-Presse, Agence France Presse
Reuters = Reuters, Thomson Reuters
Associated Press = AP, Associated Press, The Associated Press
United Press International = UPI, United Press International
Bloomberg = Bloomberg, Bloomberg News
Deutsche Presse-Agentur = DPA, dpa, Deutsche Presse-Agentur
Deutsche Welle = DW, Deutsche Welle
PA Media = PA Media, Press Association
Yonhap = Yonhap, Yonhap News, Yonhap News Agency
Kyodo = Kyodo, Kyodo News
Jiji Press = Jiji, Jiji Press
NHK = NHK, NHK World
Xinhua = Xinhua, Xinhua News Agency
KCNA = KCNA, Korean Central News Agency
TASS = TASS, Itar-Tass
RIA Novosti = RIA, RIA Novosti
Interfax = Interfax
Interfax-Ukraine = Interfax-Ukraine
Ukrinform = Ukrinform
UNIAN = UNIAN
Belta = BelTA, Belta
Anadolu = Anadolu, Anadolu Agency, AA
KUNA = KUNA, Kuwait News Agency
WAM = WAM, Emirates News Agency
SPA = SPA, Saudi Press Agency
QNA = QNA, Qatar News Agency
MENA = MENA, Middle East News Agency
IRNA = IRNA
ISNA = ISNA
Tasnim = Tasnim, Tasnim News Agency
SANA = SANA
Press Trust of India = PTI, Press Trust of India
ANI = ANI, Asian News International
IANS = IANS
Bernama = Bernama
Antara = Antara
Ansa = ANSA
EFE = EFE
Belga = Belga
APA = APA
Sky News = Sky News
BBC = BBC, BBC News
CNN = CNN
Radio Free Europe/Radio Liberty = RFE/RL, Radio Free Europe/Radio Liberty
Radio Free Asia = RFA, Radio Free Asia
Voice of America = VOA, Voice of America
"""

_BYLINE_PARTS = re.compile(r"[,;|/&]|\s+(?:and|with|in|for|via)\s+|\bby\b", re.IGNORECASE)
_OPENING = 250
_CLOSING = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An agency that a report credits its text to.

    Attributes:
        agency: canonical name ("Agence France-Presse").
        where: the place of the credit, in words: "outlet", "byline", "opening", "closing".
        words: the credit as written.
    """

    agency: str
    where: str
    words: str


def find_credit(report: Report) -> Credit | None:
    """The agency that a report credits, None where it credits none or only itself."""
    own = agency_named(report.outlet or "")
    for found in (_in_outlet(report), _in_byline(report), _in_text(report.text)):
        if found is not None:
            return None if found.agency == own else found
    return None


def agency_named(words: str) -> str | None:
    """Canonical name of the agency that is named by exactly these words, or None."""
    return _names().get(words.strip(" .,;:()[]/\u2013\u2014-").casefold())


def _in_outlet(report: Report) -> Credit | None:
    outlet = report.outlet or ""
    copy = re.search(r"\(\s*([^()]{2,60}?)\s+(?:copy|reprint)\s*\)", outlet, re.IGNORECASE)
    if copy:
        return Credit(agency=agency_named(copy[1]) or copy[1], where="outlet", words=copy[0])
    bracketed = re.search(r"\(\s*([^()]{2,60}?)\s*\)\s*$", outlet)
    agency = agency_named(bracketed[1]) if bracketed else None
    if bracketed and agency:
        return Credit(agency=agency, where="outlet", words=bracketed[0])
    via = re.match(r"\s*([^()]{2,60}?)\s+via\s+\S", outlet, re.IGNORECASE)
    agency = agency_named(via[1]) if via else None
    return Credit(agency=agency, where="outlet", words=outlet.strip()) if agency else None


def _in_byline(report: Report) -> Credit | None:
    for byline in report.bylines:
        for part in _BYLINE_PARTS.split(byline):
            agency = agency_named(part)
            if agency:
                return Credit(agency=agency, where="byline", words=byline)
    return None


def _in_text(text: str) -> Credit | None:
    for pattern in _openings():
        found = pattern.match(text[:_OPENING].lstrip())
        if found:
            agency = _names()[found["agency"].casefold()]
            return Credit(agency=agency, where="opening", words=found.group().strip())
    for pattern in _closings():
        found = pattern.search(text.rstrip()[-_CLOSING:])
        if found:
            agency = _names()[found["agency"].casefold()]
            return Credit(agency=agency, where="closing", words=found.group().strip())
    return None


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for line in _AGENCIES.strip().splitlines():
        canonical, _, listed = line.partition(" = ")
        for name in listed.split(", "):
            names[name.casefold()] = canonical
    return names


@cache
def _any_agency() -> str:
    # Written names only, longest first: "aa" and "ap" in lower case are ordinary letters.
    listed = [
        name for line in _AGENCIES.strip().splitlines() for name in line.split(" = ")[1].split(", ")
    ]
    longest = sorted(set(listed), key=lambda name: (-len(name), name))
    return "(?P<agency>" + "|".join(re.escape(name) for name in longest) + ")"


@cache
def _openings() -> tuple[re.Pattern[str], ...]:
    agency = _any_agency()
    place = r"[A-Z\u00c0-\u00de][^()\n]{1,60}?"
    dash = r"\s*(?:-{1,2}|\u2013|\u2014|:)"
    return (
        re.compile(rf"(?:{place}\s+)?[(\[]{agency}[)\]]{dash}"),
        re.compile(rf"{place}\s+/{agency}/\s*(?:[.\-\u2013\u2014:]|(?=[A-Z]))"),
        re.compile(rf"(?:By\s+[^\n]{{2,60}}?,\s+)?{agency}\s*\n"),
    )


@cache
def _closings() -> tuple[re.Pattern[str], ...]:
    agency = _any_agency()
    ended = r"(?:^|\n|(?<=[.!?\"\u201d])\s)\s*"
    lead = r"(?:\u00a9\s*(?:\d{4}\s+)?|Source:\s*|Text:\s*|[\-\u2013\u2014/]\s*)?"
    return (
        re.compile(rf"{ended}[(\[]\s*{agency}\s*[)\]]\s*[./]?\s*$"),
        re.compile(rf"{ended}{lead}{agency}\s*[./]?\s*$"),
    )
