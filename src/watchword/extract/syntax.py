"""Shallow grammar over tagged words: verb groups and noun phrases, no tree.

Invariant: verb groups are in order and do not overlap; indexes are into the tokens given.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from watchword.model.reading import Token
from watchword.text.cues import cues_of
from watchword.text.lexicon import lexicon

Tokens = Sequence[Token]

_AUXILIARIES = lexicon("be have do get will would can could may might must shall should not cannot")
_FINITE = lexicon("MD VBD VBZ VBP")
_OPENERS = lexicon("TO MD VB VBD VBG VBN VBP VBZ")
"""Tags of words that may open a verb group."""
_NEVER = frozenset({"not", "never"})
_NEGATIONS = _NEVER | {"cannot"}
_NOUNISH = lexicon("NN NNS NNP NNPS CD")
NOMINAL_TAGS = lexicon("NN NNS NNP NNPS CD DT JJ JJR JJS PRP PRP$ POS VBN PDT $ RBS RBR FW")
"""Tags that occur inside a noun phrase."""


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries and adverbs.

    Attributes:
        first: index of the first word.
        head: index of the main verb.
        lemma: dictionary form of the main verb.
        finite: whether it can head a clause ("has sent", "will go").
        infinitive: whether it opens with "to".
        passive: whether the subject undergoes it.
        modal: "will", "may" and the like, else None.
        auxiliaries: lemmas of the words before the main verb.
        negated: whether "not" or "never" stands in it.
    """

    first: int
    head: int
    lemma: str
    finite: bool
    infinitive: bool
    passive: bool
    modal: str | None
    auxiliaries: tuple[str, ...]
    negated: bool


STRETCHES_KEPT = 64
"""Stretches of words whose verb groups are kept: every rule asks about the same few of a sentence.
Of examples/ and current events nine in ten are found there, and no more with 256."""


def find_verb_groups(tokens: Tokens) -> tuple[VerbGroup, ...]:
    """Find the verb groups of a stretch of words."""
    if not tokens:
        return ()
    words = tuple(tokens)
    kept = _kept_of(words[0].start, len(words))
    known, groups = kept.groups
    if known == words:
        return groups
    groups = tuple(_each_group(words))
    kept.groups = words, groups
    return groups


def has_finite_verb(tokens: Tokens) -> bool:
    """Whether a stretch of words can be a clause of its own."""
    for token in tokens:
        if token.tag in _FINITE:
            break
    else:
        return False
    words = tuple(tokens)
    kept = _kept_of(words[0].start, len(words))
    known, told = kept.finite
    if known == words:
        return told
    known, groups = kept.groups
    told = any(group.finite for group in (groups if known == words else _each_group(words)))
    kept.finite = words, told
    return told


class _Kept:
    """What was found last in words that begin at one place and are so many.

    Attributes:
        groups: the words, and their verb groups.
        finite: the words, and whether one of their verb groups is finite.
    """

    __slots__ = ("finite", "groups")

    def __init__(self) -> None:
        self.groups: tuple[Tokens, tuple[VerbGroup, ...]] = (), ()
        self.finite: tuple[Tokens, bool] = (), False


@lru_cache(maxsize=STRETCHES_KEPT)
def _kept_of(start: int, count: int) -> _Kept:  # noqa: ARG001 - told apart by both
    return _Kept()


def _each_group(tokens: Tokens) -> Iterator[VerbGroup]:
    """Each verb group, as finite as the next one leaves it."""
    group: VerbGroup | None = None
    for first, head in _each_edge(tokens):
        after = _group(tokens, first, head)
        if group is not None:
            yield group._replace(finite=False) if _is_reduced(tokens, group, after) else group
        group = after
    if group is not None:
        yield group


def _each_edge(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """First word and main verb of each verb group."""
    index = 0
    for first, token in enumerate(tokens):
        if token.tag not in _OPENERS or first < index:
            continue
        head = _head_from(tokens, first)
        if head is not None and not _is_adjective(tokens, first, head):
            yield first, head
            index = head + 1


def _is_reduced(tokens: Tokens, group: VerbGroup, after: VerbGroup) -> bool:
    """As in "the material delivered to Wagner has not changed": no verb of a clause."""
    if not after.finite or not group.first:
        return False
    if group.first != group.head or tokens[group.head].tag != "VBD" or cues_of(group.lemma):
        return False
    between = tokens[group.head + 1 : after.first]
    if not between or between[0].tag not in {"IN", "TO"}:
        return False
    return not any(token.tag in {"CC", ",", "WDT", "WP", "PRP"} for token in between)


def _head_from(tokens: Tokens, first: int) -> int | None:
    """Index of the main verb of the group that opens at `first`, if one does."""
    index = first
    if tokens[index].tag == "TO":
        index += 1
        while index < len(tokens) and tokens[index].tag.startswith("RB"):
            index += 1
        if index >= len(tokens) or tokens[index].tag != "VB":
            return None
    head: int | None = None
    while index < len(tokens):
        token = tokens[index]
        if token.tag == "MD" or token.tag.startswith("VB"):
            head = index
            if token.lemma not in _AUXILIARIES:
                return head
        elif head is None or not _may_stand_between(tokens, index):
            return head
        index += 1
    return head


def _may_stand_between(tokens: Tokens, index: int) -> bool:
    """Whether an adverb (or the subject of a question) parts an auxiliary from its verb."""
    if not tokens[index].tag.startswith("RB"):
        return False
    for token in tokens[index + 1 : index + 4]:
        if not token.tag.startswith("RB"):
            return token.tag.startswith("VB") or token.tag == "MD"
    return False


def _is_adjective(tokens: Tokens, first: int, head: int) -> bool:
    """Whether a participle only describes the noun after it ("the occupied territories")."""
    if first != head or tokens[head].tag not in {"VBN", "VBG"}:
        return False
    before = tokens[head - 1].tag if head else ""
    after = tokens[head + 1].tag if head + 1 < len(tokens) else ""
    described = after in {"NN", "NNS", "NNP", "NNPS"} or after == "JJ"
    if tokens[head].tag == "VBG":
        return described and before in {"DT", "JJ", "PRP$", "POS"}
    return described and before in {"", "DT", "JJ", "PRP$", "POS", "IN", "CC", "CD", ","}


def _group(tokens: Tokens, first: int, head: int) -> VerbGroup:
    if first == head:
        return _lone_group(tokens, head)
    words = tokens[first : head + 1]
    auxiliaries = tuple([token.lemma for token in words[:-1]])
    last = tokens[head]
    tags = [token.tag for token in words]
    opening = next((tag for tag in tags if tag not in {"RB", "RBR"}), last.tag)
    infinitive = tags[0] == "TO"
    participle = last.tag == "VBN" or (last.tag == "VBD" and "be" in auxiliaries)
    return VerbGroup(
        first=first,
        head=head,
        lemma=last.lemma,
        finite=not infinitive and opening in _FINITE,
        infinitive=infinitive,
        passive=participle
        and "have" not in auxiliaries[-1:]
        and last.lemma != "be"
        and ("be" in auxiliaries or not auxiliaries),
        modal=words[tags.index("MD")].text.lower() if "MD" in tags else None,
        auxiliaries=auxiliaries,
        negated=last.lemma in _NEGATIONS
        or not _NEGATIONS.isdisjoint(auxiliaries)
        or _is_negated_beside(tokens, first, head),
    )


def _lone_group(tokens: Tokens, head: int) -> VerbGroup:
    """The group of a verb without auxiliaries and adverbs, as most are."""
    verb = tokens[head]
    tag, lemma = verb.tag, verb.lemma
    return VerbGroup(
        head,
        head,
        lemma,
        tag in _FINITE,
        False,
        tag == "VBN" and lemma != "be",
        verb.text.lower() if tag == "MD" else None,
        (),
        lemma in _NEGATIONS or _is_negated_beside(tokens, head, head),
    )


def _is_negated_beside(tokens: Tokens, first: int, head: int) -> bool:
    before = first > 0 and tokens[first - 1].lemma == "never"
    return before or (head + 1 < len(tokens) and tokens[head + 1].lemma in _NEVER)


def noun_phrase_end(tokens: Tokens, start: int) -> int:
    """Index after the plain noun phrase that opens at `start`; `start` where none does.

    A pronoun is a phrase by itself; a new determiner or pronoun opens another phrase.
    """
    index = start
    while index < len(tokens) and tokens[index].tag in NOMINAL_TAGS:
        if index > start and _opens_phrase(tokens, index):
            break
        index += 1
        if tokens[index - 1].tag == "PRP":
            break
    return index


def _opens_phrase(tokens: Tokens, index: int) -> bool:
    tag, before = tokens[index].tag, tokens[index - 1].tag
    if tag in {"DT", "PRP", "PRP$"}:
        return before not in {"PDT", "DT"}
    if before in {"NNS", "NNPS"} and tag in {"NNP", "JJ", "CD", "NNS"}:
        return True
    return before == "NN" and tag == "NNP" and tokens[index - 1].text.islower()


def noun_phrase_start(tokens: Tokens, end: int) -> int:
    """Index where the noun phrase that ends before `end` opens, "of" phrases included."""
    index = end
    while index > 0:
        tag = tokens[index - 1].tag
        if tag == "PRP":
            return index - 1 if index == end else index
        if not _joins_phrase(tokens, index - 1):
            break
        index -= 1
        if tag in {"DT", "PRP$"} and index and tokens[index - 1].lemma not in {"of", "for", "all"}:
            break
    while index < end and tokens[index].tag in {"IN", "CC", "POS"}:
        index += 1
    return index


def _joins_phrase(tokens: Tokens, index: int) -> bool:
    tag = tokens[index].tag
    if tag in {"-LRB-", "-RRB-", "CC"}:
        return _in_name(tokens, index)
    if tag == "IN" and tokens[index].lemma == "in":  # "nine in 10 voters"
        beside = tokens[index - 1 : index + 2] if index else ()
        return len(beside) == 3 and beside[0].tag == beside[2].tag == "CD"
    return tag in NOMINAL_TAGS or (
        tag == "IN" and tokens[index].lemma in {"of", "for"} and index > 0
    )


def _in_name(tokens: Tokens, index: int) -> bool:
    before, after = tokens[index - 1 : index], tokens[index + 1 : index + 2]
    if tokens[index].tag == "CC":
        return bool(before and after) and before[0].tag in _NOUNISH and after[0].tag in _NOUNISH
    return True


def words_of(tokens: Tokens, text: str) -> str:
    """The words of a stretch as they stand in the text, empty for no words."""
    return text[tokens[0].start : tokens[-1].end] if tokens else ""
