"""The small words before each word of weight: they carry tense, direction and who does it.

The check of a brief lets grammar stand freely, since Watchword's own sentences take it from the
reports. A language model's do not, so here "were to be sent" may not become "were sent", nor
"until June" "since June".
"""

from collections.abc import Iterable, Iterator

from watchword.brief.verify.tokens import Kind, Token, Wording
from watchword.text.lexicon import lexicon

BINDING = lexicon(
    "to of in on at by for with into onto over there here among between during since until amid "
    "within toward towards upon off out up down than when where while so also both so as "
    "be is am are was were been being have has had having do does did what which who whom whose"
)
"""Small words whose change or loss changes what is said; articles and pronouns are not here."""
REPORTING = lexicon("said says saying told tells according citing reported")
"""Words of reporting that a wording may add; "state" and "accord" can be what is told."""
_AFTER_REPORTING = frozenset([(), ("to",)])
"""As in "said troops" and "according to"."""

Lead = tuple[str, tuple[str, ...]]
"""A word's key, and the small words right before it."""


def check_small_words(wording: Wording, sources: Iterable[Wording]) -> Iterator[str]:
    """Find words before which other small words stand than in every source.

    Args:
        wording: the sentence.
        sources: the sentence that it is to replace, and the cited words.
    """
    known = {lead for source in sources for lead in _leads_of(source)}
    for lead, token, after_reporting in _each_lead(wording):
        if lead not in known and not (after_reporting and lead[1] in _AFTER_REPORTING):
            small = " ".join(lead[1])
            yield f"“{small} {token.text}”" if small else f"a bare “{token.text}”"


def _leads_of(source: Wording) -> Iterator[Lead]:
    """The leads of a source; who follows "according to" may stand without it, too."""
    for lead, _token, after_reporting in _each_lead(source):
        yield lead
        if after_reporting and lead[1] in _AFTER_REPORTING:
            yield lead[0], ()


def _each_lead(wording: Wording) -> Iterator[tuple[Lead, Token, bool]]:
    """Each word of weight with what stands before it, and whether that is a word of reporting.

    What stands after a word of reporting ("according to", "told") is how one reports.
    """
    small: list[str] = []
    after_reporting = False
    for token in wording.tokens:
        if token.text.lower() in BINDING and token.kind is not Kind.NAME:
            small.append(token.text.lower())
        elif token.kind in {Kind.WORD, Kind.NAME, Kind.NUMBER, Kind.DATE}:
            is_reporting = token.text.lower() in REPORTING
            if not is_reporting:
                yield (_key(token, wording), tuple(small)), token, after_reporting
            small, after_reporting = [], is_reporting
        elif token.kind is Kind.JOINT:
            small, after_reporting = [], False


def _key(token: Token, wording: Wording) -> str:
    """A date by its words: all dates have one key."""
    return wording.text[token.start : token.end] if token.kind is Kind.DATE else token.key
