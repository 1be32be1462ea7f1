"""Find the words that soften, negate or condition a statement: "reportedly", "may", "if".

Invariant: marks never overlap, and of two phrases that start at one word the longer wins
("cannot confirm" is one mark, not "cannot").

A word that stands for one of ICD 203's bands of likelihood ("likely", "almost certain") is a
`LIKELIHOOD`; a word that only softens ("may", "appears", "believed") is a `HEDGE`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from watchword.model.claim import MarkKind
from watchword.text.lexicon import lexicon

# Words of a phrase are parted by blanks; "a|b" is either word, "word?" may be missing.
PHRASES: Mapping[MarkKind, tuple[str, ...]] = {
    MarkKind.HEARSAY: (
        "reportedly|allegedly|purportedly|supposedly|ostensibly|rumoured|rumored|hearsay",
        "alleged|purported|so-called|rumours|rumors",
        "according to media|press|news|local|some|several|unconfirmed? reports",
        "according to rumours|rumors",
        "media|press|news? reports say|said|suggest|suggested|claim|claimed|indicate|indicated",
        "media|press|news? reports that|of",
        "it is|was said|reported|claimed|alleged that",
        "is|are|was|were also|widely? said|reported|alleged|rumoured|rumored to",
        "been said|reported|alleged|rumoured|rumored to",
        "unconfirmed|unverified claims?|reports|report",
        "unconfirmed|unverified reports|report say|said|that|of|suggest",
    ),
    MarkKind.HEDGE: (
        "could|may|might well? possibly|conceivably|perhaps?",
        "perhaps|maybe|possibly|conceivably|presumably|apparently|seemingly|arguably",
        "apparent|possible|potential|potentially|presumed|suspected|tentative|tentatively",
        "appear|appears|appeared to?",
        "seem|seems|seemed to?",
        "look|looks|looked like",
        "believed|expected|estimated|thought|understood|feared|assumed to?",
        "it is believed|thought|assumed|feared|understood that",
        "in all|some likelihood",
    ),
    MarkKind.LIKELIHOOD: (
        "very? likely|unlikely|probable|improbable",
        "highly|extremely|quite|fairly|increasingly|most likely|unlikely|probable|improbable",
        "more|less likely than? not?",
        "as likely as not",
        "very|most? probably",
        "improbably",
        "almost|nearly|virtually|near|practically certain|certainly",
        "almost|nearly no chance|possibility",
        "near-certain|near-certainty",
        "near certainty",
        "roughly|about? even chance|chances|odds",
        "roughly|about a? 50-50|fifty-fifty chance?",
        "remote chance|possibility",
        "very? high|strong|good|low|slim|little|small probability|chance|likelihood",
        "all but certain",
        "in all probability",
    ),
    MarkKind.NEGATION: (
        "not|no|never|neither|nor|none|nobody|nothing|nowhere|without|cannot|hardly",
        "no longer|one",
        "yet to",
        "not yet|any",
    ),
    MarkKind.CONDITION: (
        "even|only? if",
        "if and when",
        "unless|lest",
        "depending|contingent|conditional on|upon whether|how?",
        "depends on|upon whether|how?",
        "provided|providing|supposing|assuming that",
        "on condition that|of?",
        "on the condition that",
        "in case of?",
        "in the event of|that?",
        "in the event",
        "as|so long as",
        "until and unless",
        "subject to",
        "were it to",
    ),
    MarkKind.UNCONFIRMED: (
        "unconfirmed|unverified|unclear|unknown|undetermined",
        "cannot|can't|couldn't yet|independently? confirm|verify|corroborate",
        "could|can|did|do|does|would|will not yet|independently? confirm|verify|corroborate",
        "didn't|doesn't|don't|wouldn't|won't confirm|verify|deny",
        "could|can not be independently? confirmed|verified|corroborated",
        "cannot|couldn't be independently? confirmed|verified|corroborated",
        "unable to independently? confirm|verify|corroborate",
        "not able to independently? confirm|verify|corroborate",
        "declined|refused to confirm",
        "declined|refused to confirm or deny",
        "not confirm or deny",
        "no independent|official|immediate|further? confirmation",
        "not yet? been? independently|officially? confirmed|verified|corroborated",
        "n't been independently|officially? confirmed|verified|corroborated",
        "haven't|hasn't|isn't|aren't|wasn't been? independently? confirmed|verified",
        "yet to be independently? confirmed|verified",
        "yet to confirm",
        "neither confirm|confirms|confirmed|confirming nor deny|denies|denied|denying",
        "did|does|do|would|will not deny",
        "not known|clear|certain",
        "not yet|immediately known|clear",
        "isn't known|clear",
        "still|currently assessing|evaluating|verifying|investigating",
        "remains to be seen",
        "if confirmed|true|verified",
    ),
}
"""Every phrase by the kind of mark it is, lower case."""

INNOCENT: tuple[str, ...] = (
    "as if",
    "if not only?",
    "what if",
    "not|never only|just|merely|simply|solely|least",
    "no doubt|matter|wonder|sooner",
    "no|not less|fewer|more|later|earlier than",
    "without doubt|question",
    "nothing but",
    "appeared|appear|appears in|at|before|on|alongside|with|for",
    "as soon as possible",
    "as far|many|much|soon|quickly as possible",
    "military|economic|naval|the|its|their might",
    "well understood|known",
    "he|she|they|i|we thought",
)
"""Phrases that look like a mark and are none: they are passed over."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")  # noqa: RUF001 - the printed apostrophe
_Word = tuple[str, int, int]


_MONTH_BEFORE = lexicon(
    "in of since until till by last early late mid this next from to before after during "
    "end through between and"
)
_NOUN_BEFORE = lexicon("the a any this that these its their his her")
_SUBJECTS = lexicon(
    "the a an it they he she we you i this that these those any its their his her there"
)
_ONCE_BEFORE = lexicon("at than more only but was were is had has")


@lru_cache(maxsize=16)
def find_marks(text: str, start: int, end: int) -> tuple[tuple[MarkKind, int, int], ...]:
    """Find every mark in a stretch of text, in order.

    Args:
        text: the report's text.
        start: first character of the stretch.
        end: the character after the last one.

    Returns:
        `(kind, start, end)` of each mark, positions counted in `text`.

    >>> find_marks("He may not go.", 0, 14)[0]
    (<MarkKind.HEDGE: 'hedge'>, 3, 6)
    """
    told = _words_of(text)
    first, last = bisect_left(told.starts, start), bisect_left(told.starts, end)
    if (first and told.words[first - 1][2] > start) or (last and told.words[last - 1][2] > end):
        told = _cut(text, start, end)
        first, last = 0, len(told.words)
    begins = [at - first for at in told.begins_within(first, last)]
    if not begins:
        return ()
    words, plain = told.words[first:last], told.plain[first:last]
    opening = _index()
    marks = []
    past = 0
    for at in begins:
        if at < past:
            continue
        kind, length = _phrase_at(text, words, plain, at) if plain[at] in opening else (None, 0)
        if kind is None and not length and (plain[at] in _UNCLEAR or plain[at].endswith("n't")):
            kind, length = _by_context(text, words, plain[at], at), 1
        if kind is not None:
            marks.append((kind, words[at][1], words[at + length - 1][2]))
        past = at + max(length, 1)
    return tuple(marks)


class _Words(NamedTuple):
    """The words of a text, or of a stretch of it.

    Attributes:
        words: each with where it begins and ends.
        plain: each in small letters, with the typewriter's apostrophe.
        starts: where each begins.
        begins: the indexes of those that a mark may begin with.
    """

    words: list[_Word]
    plain: list[str]
    starts: list[int]
    begins: list[int]

    def begins_within(self, first: int, last: int) -> list[int]:
        """The indexes from one to before another of words that a mark may begin with."""
        begins = self.begins
        return begins[bisect_left(begins, first) : bisect_left(begins, last)]


@lru_cache(maxsize=4)
def _words_of(text: str) -> _Words:
    """All words of a text: rules ask about every clause of it, and about some of them again."""
    return _cut(text, 0, len(text))


def _cut(text: str, start: int, end: int) -> _Words:
    words = [(found[0], *found.span()) for found in _WORD.finditer(text, start, end)]
    plain = [_plain(word) for word, _, _ in words]
    first = _index().keys() | _UNCLEAR
    return _Words(
        words,
        plain,
        [begin for _, begin, _ in words],
        [at for at, word in enumerate(plain) if word in first or word.endswith("n't")],
    )


def _each_wording(phrase: str) -> Iterator[tuple[str, ...]]:
    choices = []
    for slot in phrase.split():
        optional = slot.endswith("?")
        choices.append([*slot.removesuffix("?").split("|"), *([""] if optional else [])])
    for chosen in product(*choices):
        yield tuple(word for word in chosen if word)


_Wordings = tuple[tuple[tuple[str, ...], MarkKind | None], ...]


@cache
def _index() -> dict[str, dict[str, _Wordings]]:
    """Wordings by their first word and their second, empty for none; the longest first."""
    kinds: dict[tuple[str, ...], MarkKind | None] = {}
    for kind, phrases in PHRASES.items():
        for phrase in phrases:
            for wording in _each_wording(phrase):
                kinds.setdefault(wording, kind)
    for phrase in INNOCENT:
        kinds.update(dict.fromkeys(_each_wording(phrase)))
    index: dict[str, dict[str, _Wordings]] = {}
    for wording in sorted(kinds, key=lambda words: (-len(words), words)):
        seconds = index.setdefault(wording[0], {})
        second = wording[1] if len(wording) > 1 else ""
        seconds[second] = (*seconds.get(second, ()), (wording, kinds[wording]))
    return index


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")  # noqa: RUF001 - the printed apostrophe


def _phrase_at(
    text: str, words: Sequence[_Word], plain: Sequence[str], at: int
) -> tuple[MarkKind | None, int]:
    """The kind and length in words of the longest phrase here; `(None, 0)` for none."""
    wordings = _index()[plain[at]]
    longer = wordings.get(plain[at + 1], ()) if at + 1 < len(plain) else ()
    for wording, kind in (*longer, *wordings.get("", ())):
        if tuple(plain[at : at + len(wording)]) != wording:
            continue
        here = words[at : at + len(wording)]
        gaps = (text[left[2] : right[1]] for left, right in pairwise(here))
        if all(gap.isspace() for gap in gaps) and not _is_other_sense(words, at, len(wording)):
            return kind, len(wording)
    return None, 0


def _is_other_sense(words: Sequence[_Word], at: int, length: int) -> bool:
    word = words[at][0]
    if word == "May":
        return not _is_headline_verb(words, at)
    if length == 1 and word in {"might", "Might"}:
        return at > 0 and _plain(words[at - 1][0]).endswith("'s")
    if length == 1 and word in {"No", "no"}:
        following = words[at + 1][0] if at + 1 < len(words) else ""
        return word == "No" and following[:1].isdigit()
    return False


def _is_headline_verb(words: Sequence[_Word], at: int) -> bool:
    """Whether "May" is the verb in a headline ("Seoul May Send Arms"), not the month."""
    if not 0 < at < len(words) - 1:
        return False
    before, after = words[at - 1][0], words[at + 1][0]
    is_date = before[:1].isdigit() or after[:1].isdigit() or _plain(before) in _MONTH_BEFORE
    return not is_date and before[:1].isupper() and after[:1].isupper()


_UNCLEAR = lexicon("reported once should were")
"""Words that are marks in some places, beside those that end in "n't"."""


def _by_context(text: str, words: Sequence[_Word], word: str, at: int) -> MarkKind | None:
    if word.endswith("n't"):
        return MarkKind.NEGATION
    if word == "reported" and _is_before_noun(text, words, at):
        return MarkKind.HEARSAY
    if word == "once" and _is_conjunction(text, words, at):
        return MarkKind.CONDITION
    if word in {"should", "were"} and _is_inverted(text, words, at):
        return MarkKind.CONDITION
    return None


def _is_before_noun(text: str, words: Sequence[_Word], at: int) -> bool:
    """Whether "reported" stands where an adjective does: "the reported move"."""
    if at == 0 or at + 1 == len(words) or not text[words[at][2] : words[at + 1][1]].isspace():
        return False
    before, after = _plain(words[at - 1][0]), _plain(words[at + 1][0])
    return (before in _NOUN_BEFORE or before.endswith("'s")) and after not in _SUBJECTS


def _is_conjunction(text: str, words: Sequence[_Word], at: int) -> bool:
    if at + 1 == len(words) or not text[words[at][2] : words[at + 1][1]].isspace():
        return False
    if at and _plain(words[at - 1][0]) in _ONCE_BEFORE:
        return False
    after = words[at + 1][0]
    return (_plain(after) in _SUBJECTS - {"a", "an"}) or after[:1].isupper()


def _is_inverted(text: str, words: Sequence[_Word], at: int) -> bool:
    """Whether "should" or "were" opens a condition: "Should the North send troops, …"."""
    if at + 1 == len(words):
        return False
    left = text[max(0, words[at][1] - 3) : words[at][1]].strip(" \n\"'“‘([")  # noqa: RUF001
    opens = at == 0 or left[-1:] in {",", ";", ".", ":", "—", "–"}  # noqa: RUF001 - dashes
    after = words[at + 1][0]
    has_subject = _plain(after) in _SUBJECTS or after[:1].isupper()
    if _plain(words[at][0]) == "were":
        return opens and has_subject and "to" in {word for word, _, _ in words[at : at + 7]}
    return opens and has_subject
