"""Content into clauses that can be claimed one by one.

A clause is cut off where it has a verb of its own and another subject, another mood, or
another figure: "are in training and should reach the front" is two claims, "has prepared
interpreters and taught the soldiers" is one.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from watchword.extract.syntax import (
    VerbGroup,
    find_verb_groups,
    has_finite_verb,
)
from watchword.model.reading import Token
from watchword.text.cues import NOMINAL, cues_of
from watchword.text.lexicon import lexicon

Words = tuple[Token, ...]

_SUBORDINATORS = lexicon(
    "if unless because since when while although though after before once as whereas"
)
_OPENERS = _SUBORDINATORS | {"that"}
_CONDITIONS = lexicon("if unless")
_MOODS = {
    "will": "planned",
    "would": "planned",
    "shall": "planned",
    "should": "planned",
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "can": "possible",
}
_PLAIN_SUBJECT = lexicon("CD DT NN NNS NNP NNPS JJ PRP PRP$ POS")
_SHORTEST = 4
"""Words of a clause that a comma alone can part from the next: "you know," is none."""
_ADVERBIAL = lexicon("IN WRB WP WDT VBG VBN RB TO")
_PLANS = lexicon("prepare plan intend expect aim decide consider weigh review ready")


class Clause(NamedTuple):
    """A clause and what it hangs on.

    Attributes:
        words: the clause itself, without its condition.
        spoken: the clause with every adjunct, as it stands in the report.
        subject: words of the subject, taken over from an earlier clause where it has none.
        condition: words of the condition, cue included; empty without one.
        hearsay: words of a source that only this clause has ("unconfirmed reports").
    """

    words: Words
    spoken: Words
    subject: Words = ()
    condition: Words = ()
    hearsay: Words = ()


def find_clauses(content: Words) -> tuple[Clause, ...]:
    """Cut content into clauses, conditions set apart."""
    found: list[Clause] = []
    for part, subject in _coordinated(content):
        found.extend(_with_condition(part, subject))
    return tuple(clause for clause in found if clause.words)


def _with_condition(part: Words, subject: Words) -> Iterator[Clause]:
    condition, rest = _split_condition(part)
    main, extras = _split_extras(rest)
    yield Clause(
        words=main,
        spoken=part,
        subject=subject or _subject_of(main),
        condition=condition,
    )
    for extra, hearsay in extras:
        yield Clause(words=extra, spoken=extra, subject=_subject_of(main), hearsay=hearsay)


def _subject_of(words: Words) -> Words:
    first = next((group for group in find_verb_groups(words) if group.finite), None)
    return words[: first.first] if first else ()


def _coordinated(content: Words) -> Iterator[tuple[Words, Words]]:
    """Parts of a coordination, each with the subject it takes over."""
    groups = [group for group in find_verb_groups(content) if group.finite]
    start = 0
    subject: Words = ()
    for before, group in pairwise(groups):
        if before.first < start or not has_finite_verb(content[start : group.first]):
            continue
        cut = _cut_between(content, start, before, group)
        if cut is None:
            continue
        end, following, own_subject = cut
        yield content[start:end], subject
        subject = () if own_subject else subject or _subject_of(content[start:end])
        start = following
    yield content[start:], subject


def _cut_between(
    content: Words, start: int, before: VerbGroup, group: VerbGroup
) -> tuple[int, int, bool] | None:
    """End of the first part, start of the next, and whether it has its own subject."""
    junction = _junction(content, before.head + 1, group.first)
    if junction is None:
        return _spliced(content, start, before, group)
    if _describes_noun(content[group.head]):
        return None
    if _is_inside(content[before.head + 1 : junction]):
        return None
    following = junction + 1
    if content[following].lemma == "that" and following < group.first:
        following += 1
    subject = [t for t in content[following : group.first] if not t.tag.startswith("RB")]
    end = junction
    while end > start + 1 and content[end - 1].tag in {",", "``"}:
        end -= 1
    if subject:
        whole = _is_subject(subject) and not _in_subordinate(content, start, junction)
        return (end, following, True) if whole else None
    if _differs(content[start:junction], content[following:], before, group):
        return end, following, False
    return None


def _spliced(
    content: Words, start: int, before: VerbGroup, group: VerbGroup
) -> tuple[int, int, bool] | None:
    """As in "Three people were killed, five were wounded": a comma alone parts two clauses."""
    commas = [i for i in range(start, group.first) if content[i].text == ","]
    if len(commas) != 1 or commas[0] <= before.head or cues_of(group.lemma):
        return None
    following = commas[0] + 1
    quoted = content[following].tag == "``"
    following += quoted
    subject, first = content[following : group.first], content[start : commas[0]]
    if not subject or any(token.tag not in _PLAIN_SUBJECT for token in subject):
        return None
    speaks = subject[0].tag == "PRP" and subject[0].lemma not in {"it", "they"}
    said = [token for token in first if token.text[:1].isalnum()]
    broken = any(token.tag == ":" for token in first) or len(said) < _SHORTEST
    if (speaks and not quoted) or broken or first[0].tag in _ADVERBIAL or _hangs(first):
        return None
    return commas[0], following, True


def _hangs(words: Words) -> bool:
    """Whether something in a clause opens another that may go on past its end."""
    return any(token.tag in {"WDT", "WP", "WRB"} or token.lemma in _OPENERS for token in words)


def _describes_noun(verb: Token) -> bool:
    """As in "an increase in X and Y, a bond I would recall", where the tree tells."""
    return (verb.relation or "").startswith("acl")


def _is_inside(between: Words) -> bool:
    """As in "depending on what Moscow and Pyongyang do": the junction joins two subjects."""
    opens = [i for i, token in enumerate(between) if token.tag in {"WP", "WDT", "WRB"}]
    return bool(opens) and all(token.text != "," for token in between[opens[-1] :])


def _junction(content: Words, first: int, last: int) -> int | None:
    for index in range(last - 1, first - 1, -1):
        token = content[index]
        if token.tag == "CC" and token.lemma in {"and", "but", "or", "yet"}:
            return index
        if token.lemma in {"while", "whereas"} and content[index - 1].text == ",":
            return index
        if token.tag in {"WDT", "WP"} or token.lemma in _SUBORDINATORS:
            return None
    return None


def _is_subject(subject: list[Token]) -> bool:
    if subject[0].tag in {"IN", "TO", "VBG", "VBN", ",", "CD"} and subject[0].tag != "CD":
        return False
    return any(
        token.tag in {"PRP", "NN", "NNS", "NNP", "NNPS", "CD", "EX", "DT"} for token in subject
    )


def _in_subordinate(content: Words, start: int, junction: int) -> bool:
    """Whether the junction lies in an opening "If A and B, C"."""
    if content[start].lemma not in _SUBORDINATORS:
        return False
    return all(token.text != "," for token in content[start:junction])


def _differs(first: Words, second: Words, before: VerbGroup, group: VerbGroup) -> bool:
    """Whether two verb phrases of one subject must be claimed apart."""
    if _mood(before) != _mood(group) or before.negated != group.negated:
        return True
    numbers = [any(t.tag == "CD" for t in part) for part in (first, second)]
    return numbers[1] and not any(token.tag == "CC" for token in second[:2])


def _mood(group: VerbGroup) -> str:
    if group.lemma in _PLANS and "be" in group.auxiliaries:
        return "planned"
    return _MOODS.get(group.modal or "", "real")


def _split_condition(part: Words) -> tuple[Words, Words]:
    """A condition at the head or the end of a clause, and the clause without it."""
    if part and part[0].lemma in _CONDITIONS:
        comma = _clause_comma(part)
        if comma is not None:
            return part[:comma], part[comma + 1 :]
    for index in range(2, len(part)):
        lower = part[index].text.lower()
        length = _condition_length(part, index, lower) if lower in _CONDITION_WORDS else 0
        if length and has_finite_verb(part[:index]):
            end = index - 1 if part[index - 1].text == "," else index
            return part[index:], part[:end]
        if length and part[0].tag == "TO":
            return part[index:], part[:index]
    return (), part


def _clause_comma(part: Words) -> int | None:
    return next(
        (
            index
            for index in range(2, len(part) - 1)
            if part[index].text == "," and has_finite_verb(part[index + 1 :])
        ),
        None,
    )


def _condition_length(part: Words, index: int, lower: str) -> int:
    if lower in _CONDITIONS:
        return 1
    joint = _JOINED_CONDITIONS.get(lower)
    if joint is not None and index + 1 < len(part) and part[index + 1].text.lower() == joint:
        return 2
    return 0


_JOINED_CONDITIONS = {
    "depending": "on",
    "depends": "on",
    "provided": "that",
    "contingent": "on",
}
_CONDITION_WORDS = _CONDITIONS | _JOINED_CONDITIONS.keys()


def _split_extras(part: Words) -> tuple[Words, list[tuple[Words, Words]]]:
    """The clause, and what its tail claims apart: a part, hearsay of its own, a worth."""
    for index, token in enumerate(part):
        if token.lemma == "amid" and index:
            tail = part[index + 1 :]
            extra = _hearsay_clause(tail) if any(t.lemma in NOMINAL for t in tail) else None
            if extra is not None:
                return _without_comma(part[:index]), [extra]
        if index and part[index - 1].text == "," and _is_apart(token, part[index + 1 :]):
            own = part[index + 1 :] if token.text.lower() == "including" else part[index:]
            return part[: index - 1], [(own, ())]
    return part, []


def _is_apart(token: Token, tail: Words) -> bool:
    """Whether what opens with a word after a comma is claimed by itself."""
    lower = token.text.lower()
    if lower == "including":
        return _has_verbal_number(tail)
    if lower == "estimated":
        return token.tag == "VBN" and len(tail) > 1
    return lower in {"allegedly", "reportedly", "purportedly"}


def _hearsay_clause(tail: Words) -> tuple[Words, Words] | None:
    that = next((i for i, token in enumerate(tail) if token.lemma == "that"), None)
    if that is None or not has_finite_verb(tail[that + 1 :]):
        return None
    return tail[that + 1 :], tail[:that]


def _has_verbal_number(tail: Words) -> bool:
    """As in "including some 3,000 already dispatched"."""
    number = next((i for i, token in enumerate(tail[:4]) if token.tag == "CD"), None)
    return number is not None and any(token.tag in {"VBN", "VBD"} for token in tail[number:])


def _without_comma(words: Words) -> Words:
    return words[:-1] if words and words[-1].text == "," else words
