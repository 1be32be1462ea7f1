"""Whether what a predicate says is done, planned or considered, told by the words that govern it.

Only predicates that the rules are sure of get a status. Whether a plan is affirmed or denied is
not their concern: "will not send" is planned as "will send" is.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from silver.cast import LISTS

REACH = 14
"""Words before a predicate among which what governs it is looked for."""

_ADVERBS = r"(?:(?:not|n't|also|still|soon|again|only|now|\w+ly) )*"
_BE = r"(?:is|are|was|were|be|been|being|'s|'re|'m|am)"
_WEIGHING = r"(?:considering|weighing|mulling|contemplating|exploring|studying|debating)"
_PLANNED_TO = re.compile(
    rf"(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|decid(?:es|ed)|agree[sd]?|vow(?:s|ed|ing)?|"
    rf"pledg(?:es|ed|ing)|promis(?:es|ed|ing)|prepar(?:es|ed|ing)|aim(?:s|ed)|"
    rf"{_BE} {_ADVERBS}(?:set|due|expected|scheduled|poised|slated|about|determined|going)|"
    rf"(?:plans?|decision|intentions?|agreement|pledges?|promises?|preparations|orders?|vows?)|"
    rf"order(?:s|ed|ing)(?: [\w'-]+){{1,4}}?) {_ADVERBS}to {_ADVERBS}(?:be |have )?$"
)
_PLANNED_DOING = re.compile(
    r"(?:plans?|planned|planning|intends?|prepares?|preparations) (?:on|for) $"
)
_PLANNED_NOUN = re.compile(
    r"(?:planned|upcoming|scheduled|forthcoming|intended|impending|imminent|"
    r"(?:plans?|prepar(?:es?|ed|ing)|preparations|scheduled) for (?:a|an|the|its|their|new|more)?) "
    r"(?:[\w-]+ ){0,2}?$"
)
_WILL = re.compile(rf"(?:will|'ll|wo|shall) {_ADVERBS}(?:be |have )?$")
_SAID_WOULD = re.compile(
    rf"(?:said|says|announced|vowed|promised|pledged|confirmed|declared|insisted|"
    rf"told [\w ]{{3,25}}) "
    rf"(?:that )?(?:it|he|she|they|we|[\w' ]{{2,40}}?) would {_ADVERBS}(?:be )?$"
)
_CONSIDERED_DOING = re.compile(
    rf"(?:{_BE} {_ADVERBS}{_WEIGHING}|"
    rf"(?:considers|considered|weighs|weighed|mulls|mulled|contemplates|contemplated)|"
    rf"thinking (?:about|of)|toying with|"
    rf"(?:not|n't|never|refus(?:es|ed) to|declin(?:es|ed) to) {_ADVERBS}rul(?:e|ed|ing) out|"
    rf"(?:idea|option) of) (?:[\w-]+ly )?$"
)
_CONSIDERED_NOUN = re.compile(
    rf"(?:{_BE} {_ADVERBS}{_WEIGHING}|"
    rf"(?:considers|weighs|mulls|contemplates)|"
    rf"(?:not|n't|refus(?:es|ed) to) {_ADVERBS}"
    rf"rul(?:e|ed) out) (?:a|an|the|its|any|new|more|possible) "
    rf"(?:[\w-]+ ){{0,2}}?$"
)
_WHETHER_TO = re.compile(
    rf"(?:consider\w*|decid\w*|debat\w*|weigh\w*|mull\w*|discuss\w*|undecided|study\w*|assess\w*|"
    rf"decision|question) (?:on |about |of |over )?"
    rf"(?:whether|how|if) (?:or not )?to {_ADVERBS}(?:be )?$"
)
_OWN_OPTION = re.compile(
    rf"(?:said|says) (?:that )?(?:it|he|she|they|we|i) (?:may|might|could) {_ADVERBS}(?:be )?$"
)
_COULD_DECIDE = re.compile(r"(?:may|might|could) (?:decide|choose|opt) to (?:be )?$")
_UNDER_REVIEW = re.compile(
    rf"^ {_BE} {_ADVERBS}(?:under (?:review|consideration|study)|on the table)"
)
_OPEN_CLAUSE = re.compile(
    r"(?:^| )(?:if|unless|whether|until|till|once|should|would|could|might|may|must|lest|"
    r"were to|in case|will|'ll|wo|shall) "
)
_HAVE = re.compile(rf"(?:has|have|had|'ve) {_ADVERBS}(?:been )?$")
_WAS = re.compile(rf"(?:was|were) {_ADVERBS}(?:being )?$")
_GOVERNORS = re.compile(
    r"(?:plan|intend|decid|agree|vow|pledg|promis|prepar|threaten|aim|order|consider|weigh|mull|"
    r"contemplat|explor|stud|debat|expect|want|hop|seek|sought|think|thought|rul|would|"
    r"ha[sdv]|do|did|"
    r"is$|are$|was|were|be|am$|'|need|try|tri|fail|refus|declin|propos|offer|urg|ask|call)",
)


def label_statuses(words: Sequence[str], tags: Sequence[str]) -> dict[int, str]:
    """Give the status of the predicates of a sentence that leave no doubt.

    Args:
        words: the sentence.
        tags: the Penn Treebank tag of each word.

    Returns:
        For some words `done`, `planned` or `considered`.

    >>> label_statuses("Seoul may decide to send arms .".split(), "NNP MD VB TO VB NNS .".split())
    {4: 'considered'}
    """
    found: dict[int, str] = {}
    words = [word.replace("\u2019", "'") for word in words]
    for index, tag in enumerate(tags):
        before = " ".join(words[max(0, index - REACH) : index]).lower() + " "
        status = _status(words, index, tag, before)
        if status:
            found[index] = status
    return found


def _status(words: Sequence[str], index: int, tag: str, before: str) -> str | None:
    if tag == "VB" or (tag == "VBN" and before.endswith("be ")):
        return _of_infinitive(words, index, before)
    if tag == "VBG":
        return _of_gerund(words, before)
    if words[index].lower() in _event_nouns() and tag in {"NN", "NNS"}:
        return _of_noun(words, index, before)
    if tag in {"VBD", "VBN", "VBZ", "VBP"}:
        return _of_finite(words, index, tag)
    return None


def _of_infinitive(words: Sequence[str], index: int, before: str) -> str | None:
    if words[index].lower() in {"be", "have"}:
        return None
    forms: Mapping[str, tuple[re.Pattern[str], ...]] = {
        "considered": (_WHETHER_TO, _COULD_DECIDE, _OWN_OPTION),
        "planned": (_PLANNED_TO, _SAID_WOULD),
    }
    for status, patterns in forms.items():
        if any(_ends(pattern, before) for pattern in patterns):
            return None if _is_conditional(words) and status == "planned" else status
    return "planned" if _ends(_WILL, before) and not _is_conditional(words) else None


def _of_gerund(words: Sequence[str], before: str) -> str | None:
    if _ends(_CONSIDERED_DOING, before):
        return "considered"
    is_ahead = _ends(_PLANNED_DOING, before) or (before.endswith(" be ") and _ends(_WILL, before))
    return "planned" if is_ahead and not _is_conditional(words) else None


def _of_noun(words: Sequence[str], index: int, before: str) -> str | None:
    after = " " + " ".join(words[index + 1 : index + 8]).lower()
    if _ends(_CONSIDERED_NOUN, before) or _UNDER_REVIEW.match(after):
        return "considered"
    return "planned" if _ends(_PLANNED_NOUN, before) else None


def _of_finite(words: Sequence[str], index: int, tag: str) -> str | None:
    """Done, where nothing before it in the sentence opens another possibility."""
    before = " ".join(words[:index]).lower() + " "
    if words[-1] == "?" or _OPEN_CLAUSE.search(before) or _GOVERNORS.match(words[index].lower()):
        return None
    if re.search(rf"(?:not|n't|never) {_ADVERBS}$", before):
        return None
    if tag == "VBN":
        return "done" if _ends(_HAVE, before) or _ends(_WAS, before) else None
    return "done" if words[index].isalpha() else None


def _ends(pattern: re.Pattern[str], before: str) -> bool:
    """Whether a pattern, which starts with a word, ends where the predicate starts."""
    return any(
        pattern.match(before, start) is not None
        for start in (0, *(match.end() for match in re.finditer(" ", before)))
    )


def _is_conditional(words: Sequence[str]) -> bool:
    return any(word.lower() in {"if", "unless", "depending", "provided"} for word in words)


@cache
def _event_nouns() -> frozenset[str]:
    return frozenset((LISTS / "event_nouns.txt").read_text(encoding="utf-8").splitlines())
