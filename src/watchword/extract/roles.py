"""Who does what to whom in a clause: actor, deed and recipient, in the report's own terms."""

from collections.abc import Sequence

from watchword.extract.clauses import Clause
from watchword.extract.syntax import (
    Tokens,
    VerbGroup,
    find_verb_groups,
    noun_phrase_end,
    words_of,
)
from watchword.model.reading import Token
from watchword.text.gazetteer import country_named, organisation_named, plain_words, split_owner
from watchword.text.lexicon import lexicon

_EMPTY_SUBJECTS = lexicon("it there what this that which who they he she we i you")
_TO_WHOM = lexicon("to for into")
_GIVING = lexicon(
    "send give supply provide offer sell deliver lend grant ship transfer supply hand"
)
_HELPING = lexicon(
    "support help aid back assist arm join attack invade fight defend accuse blame "
    "threaten urge ask sanction condemn strike hit shell bomb"
)
_GIVING_OR_HELPING = _GIVING | _HELPING
_NUMBER_TAGS = lexicon("CD DT RB RBR RBS JJR JJS IN")
_MEASURES = lexicon("number group batch contingent total wave part majority team")
_STOP = lexicon("that who which because after before while")


def actor_of(clause: Clause, verbs: Sequence[VerbGroup], text: str) -> str | None:
    """Who does or is it; None where the clause names nobody."""
    if verbs and verbs[0].passive and len(verbs) == 1:
        agent = _agent(clause.words, verbs[0])
        if agent:
            return _named(agent, text)
    return subject_of(clause, text)


def subject_of(clause: Clause, text: str) -> str | None:
    """The subject by name, without numbers and qualifiers; None for a pronoun."""
    subject = _plain_subject(clause.subject or _accused(clause.words))
    if not subject or subject[0].text.lower() in _EMPTY_SUBJECTS:
        return None
    return _named(subject, text)


def _accused(words: Tokens) -> tuple[Token, ...]:
    """As in "Pyongyang of sending troops": whoever the deed is laid to."""
    for index in range(1, len(words) - 1):
        if words[index].lemma in {"of", "for"} and words[index + 1].tag == "VBG":
            return tuple(words[:index]) if words[0].tag.startswith(("NNP", "DT")) else ()
    return ()


def action_of(clause: Clause, verbs: Sequence[VerbGroup], text: str) -> str:
    """The deed as a short phrase: the verb's dictionary form and its object."""
    words = clause.words
    if not verbs:
        return _shortened(words_of(words, text))
    main = verbs[-1]
    tail = words[main.head + 1 :]
    end = next(
        (i for i, token in enumerate(tail) if token.text == "," or token.lemma in _STOP), len(tail)
    )
    tail = tail[: min(end, 12)]
    if main.lemma == "be" and tail:
        return _shortened(f"be {words_of(tail, text)}")
    if main.passive and clause.subject:
        subject = words_of(_plain_subject(clause.subject), text)
        return _shortened(f"{main.lemma} {subject} {words_of(tail, text)}".strip())
    return _shortened(f"{main.lemma} {words_of(tail, text)}".strip())


def recipient_of(clause: Clause, verbs: Sequence[VerbGroup], text: str) -> str | None:
    """Whom it is done to or for; None where the clause names nobody."""
    if not verbs:
        return None
    words, main = clause.words, verbs[-1]
    for find in (_given, _helped, _supported, _sent_to):
        found = find(words, main, text)
        if found is not None:
            return found
    return None


def _given(words: Tokens, main: VerbGroup, text: str) -> str | None:
    """As in "has sent Russia 1,500 soldiers" and "supported Ukraine"."""
    if main.lemma not in _GIVING_OR_HELPING:
        return None
    start = main.head + 1
    for size in (3, 2, 1):
        direct = tuple(words[start : start + size])
        after = words[start + size : start + size + 1]
        if len(direct) == size and _is_actor(direct, text) and (not after or after[0].tag != "POS"):
            return _named(direct, text)
    return None


def _sent_to(words: Tokens, main: VerbGroup, text: str) -> str | None:
    """As in "sent to Russia", "to the Russian Far East", "weapons for Ukraine"."""
    for index in range(main.head + 1, len(words)):
        if words[index].tag not in {"IN", "TO"} or words[index].lemma not in _TO_WHOM:
            continue
        found = _noun_after(words, index + 1)
        if _is_actor(found, text):
            return _named(found, text)
        owner = split_owner(words_of(found, text))[0] if found else None
        if owner is not None and words[index].lemma in {"to", "into"}:
            return owner.name
    return None


def _supported(words: Tokens, main: VerbGroup, text: str) -> str | None:
    """As in "in support of Moscow's war"."""
    for index in range(main.head + 1, len(words) - 3):
        if words[index + 1].lemma == "support" and (
            words[index].lemma == "in" and words[index + 2].lemma == "of"
        ):
            return _owner_or_name(words, index + 3, text)
    return None


def _owner_or_name(words: Tokens, start: int, text: str) -> str | None:
    """An actor, or whose a thing is: "Moscow's war" is Moscow's."""
    found = _noun_after(words, start)
    owner = next((i for i, token in enumerate(found) if token.tag == "POS"), None)
    if owner:
        found = found[:owner]
    return _named(found, text) if _is_actor(found, text) else None


def _helped(words: Tokens, main: VerbGroup, text: str) -> str | None:
    """As in "sent troops to support Moscow" and "to join Russia's war"."""
    for group in find_verb_groups(words):
        if group.first > main.head and group.lemma in _HELPING:
            return _owner_or_name(words, group.head + 1, text)
    return None


def _agent(words: Tokens, group: VerbGroup) -> tuple[Token, ...]:
    for index in range(group.head + 1, len(words)):
        if words[index].lemma == "by" and words[index].tag == "IN":
            return _noun_after(words, index + 1)
    return ()


def _noun_after(words: Tokens, start: int) -> tuple[Token, ...]:
    return tuple(words[start : noun_phrase_end(words, start)])


def _is_actor(words: Sequence[Token], text: str) -> bool:
    """Whether a noun phrase is a country or a body, or ends in its people or forces."""
    if not words or len(words) > 6:
        return False
    name = words_of(words, text)
    owner = [i for i, token in enumerate(words) if token.tag == "POS"]
    if owner:
        return words[-1].lemma in {"force", "forces", "military", "army", "government"}
    return country_named(name) is not None or organisation_named(name) is not None


def _named(words: Sequence[Token], text: str) -> str:
    name = words_of(words, text)
    country = country_named(name)
    if country is not None and name.lower().startswith(("the ", "its ")):
        return country.name
    return plain_words(name) if country is not None else _without_article(name)


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.lower() in {"the", "a", "an"} and rest else name


def _plain_subject(subject: Sequence[Token]) -> tuple[Token, ...]:
    """A subject without numbers, qualifiers, opening adverbs and relative clauses."""
    words = tuple(subject)
    comma = max((i for i, t in enumerate(words) if t.text == ","), default=-1)
    if comma >= 0 and len(words) - comma > 2 and words[0].tag in {"IN", "RB"}:
        words = words[comma + 1 :]
    for index, token in enumerate(words):
        if token.tag in {"WDT", "WP"} and index:
            words = words[:index]
            break
    while words and words[-1].tag.startswith("RB"):
        words = words[:-1]
    words = _without_measure(words)
    while len(words) > 1 and words[0].tag in _NUMBER_TAGS and words[0].text.lower() != "the":
        words = words[1:]
    return words


def _without_measure(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """As in "a first group of North Korean troops", "as many as 12,000 soldiers in all"."""
    for index in range(min(4, len(words) - 2)):
        if words[index].lemma in _MEASURES and words[index + 1].lemma == "of":
            words = words[index + 2 :]
            break
    if len(words) > 3 and [token.lemma for token in words[:3]] == ["as", "many", "as"]:
        words = words[3:]
    if len(words) > 2 and [token.lemma for token in words[-2:]] == ["in", "all"]:
        words = words[:-2]
    return words


def _shortened(phrase: str) -> str:
    words = phrase.split()
    return " ".join(words[:14])
