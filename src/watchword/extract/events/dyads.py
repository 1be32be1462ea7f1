"""Who acts on whom, by the tree of a sentence: the pairs whose event an engine is asked for.

Every verb that somebody does gives one dyad: its subject, or the agent of a passive, and the
likeliest recipient among the nouns below it. What somebody demands, threatens or promises is part
of that speech act, and gives no dyad of its own.

Invariant: actors and recipients are stretches of the sentence, each with its head inside.
"""

from collections.abc import Iterator
from typing import NamedTuple

from watchword.extract.dependents import ACTING_KINDS, Stretch, Tree
from watchword.extract.events.deed_types import is_deed
from watchword.extract.events.recipients import Candidate, find_recipient
from watchword.model.reading import Reading
from watchword.text.cues import Cue, cues_of
from watchword.text.lexicon import lexicon

_TELLING = frozenset({Cue.SAY, Cue.ESTIMATE, Cue.EXPECT, Cue.SHOW})
"""Cues behind which a deed is told of; behind others the speaking is the deed."""
_ASKING = lexicon("urge demand ask order request")
"""Verbs whose clause is what is asked for."""
_MOVING = lexicon(
    "send deploy dispatch move transfer give supply provide bring station ship offer deliver fly "
    "transport lend pay donate sell grant evacuate return withdraw pull commit contribute"
)
"""Verbs whose object is what is moved, not whom it is done to."""
_DUTIES = lexicon("must should shall ought")
_OURSELVES = lexicon("i we he she it they there this that")
_AT = ("with", "against", "to")
_SUBJECTS = ("nsubj", "nsubj:outer")
_PRONOUNS = lexicon("he she it they")
_RELATIVES = lexicon("that which who whom")
_READY = lexicon("ready willing prepared unwilling reluctant keen eager")
"""Adjectives that are deeds of promising and refusing."""
_MUTUAL = lexicon(
    "agree sign meet hold talk discuss reach negotiate exchange resume clash fight conclude trade "
    "ratify establish restore conduct perform cooperate launch announce begin"
)
"""Verbs that those who are joined as their subject may do to each other."""
_IDLE = lexicon(
    "be have do say become seem appear remain include need know think believe feel mean happen "
    "occur want like live grow rise fall increase decrease cost contain see hear"
)
"""Verbs that are nobody's deed by themselves."""
_DATELINE, _DASHES = 14, lexicon("- -- \u2013 \u2014 :")
_LONGEST = 120
"""Words of a sentence beyond which no events are looked for: it is a list or a table."""


class Dyad(NamedTuple):
    """A verb with who does it and whom it is done to, as words of one sentence.

    Attributes:
        verb: index of the main verb.
        actors: heads of who acts, several where they are joined ("Iran and Oman"); none where
            nobody is named.
        recipients: heads of whom it is done to; none where nobody is named.
        are_peers: whether the actors do it to each other ("Iran and Oman signed a pact").
        pair: the words of the first of each side, (0, 0) for a side without anybody.
    """

    verb: int
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    are_peers: bool
    pair: tuple[Stretch, Stretch]


def find_dyads(reading: Reading) -> tuple[Dyad, ...]:
    """The dyads of a sentence, in the order of their verbs.

    Nothing is found where the engine gives no tree.
    """
    return find_dyads_in(Tree(reading))


def find_dyads_in(tree: Tree) -> tuple[Dyad, ...]:
    """The dyads of a sentence, as `find_dyads` gives them, out of its tree."""
    tokens = tree.tokens
    if len(tokens) > _LONGEST or all(token.head is None for token in tokens):
        return ()
    return tuple(_each_dyad(tree))


def _each_dyad(tree: Tree) -> Iterator[Dyad]:
    for verb in range(len(tree.tokens)):
        if not _may_be_deed(tree, verb) or _is_part(tree, verb):
            continue
        dyad = _dyad(tree, verb)
        if dyad is not None and _is_of_somebody(tree, dyad):
            yield dyad


def _is_of_somebody(tree: Tree, dyad: Dyad) -> bool:
    """Whether somebody acts, or undergoes it where nobody is named: storms and prices do not."""
    heads = dyad.actors or dyad.recipients
    return any(_is_somebody(tree, head) for head in heads)


def _is_somebody(tree: Tree, head: int) -> bool:
    """Whether a noun is somebody or somebody's: "a *U.S.* drone strike"."""
    owned = tree.below(head, "amod", "compound", "nmod:poss", "nmod")
    return any(each in tree.kinds for each in (head, *owned))


def _may_be_deed(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    if token.tag == "JJ":
        return token.lemma in _READY and bool(tree.below(verb, "xcomp", "advcl"))
    if not token.tag.startswith("VB") or token.word_class == "AUX":
        return False
    if is_deed(token.lemma):
        return True
    cues = cues_of(token.lemma)
    if token.lemma in _IDLE:
        return token.lemma == "say" and _asked(tree, verb) is not None
    if _asked(tree, verb) is not None:
        return True
    return not (cues and cues <= _TELLING) or bool(tree.below(verb, "obj"))


def _is_part(tree: Tree, verb: int) -> bool:
    """Whether a verb is part of another's deed: "refused to *send*", "demanded that it *stop*"."""
    relation, head = tree.relation(verb), tree.tokens[verb].head
    if relation in {"xcomp", "acl", "amod", "compound", "csubj"}:
        return True
    while head is not None and relation == "conj":
        relation, head = tree.relation(head), tree.tokens[head].head
    if head is None or relation != "ccomp":
        return relation == "xcomp"
    lemma = tree.tokens[head].lemma
    return lemma in _ASKING or not _TELLING & cues_of(lemma) or _asked(tree, head) is not None


def _asked(tree: Tree, verb: int) -> int | None:
    """Who is to do what a verb of telling says must be done: "Oslo said *Qatar* must mediate"."""
    if not _TELLING & cues_of(tree.tokens[verb].lemma):
        return None
    for told in tree.below(verb, "ccomp"):
        modals = {tree.tokens[each].lemma for each in tree.below(told, "aux")}
        subjects = tree.below(told, *_SUBJECTS, "nsubj:pass")
        if modals & _DUTIES and subjects:
            own = tree.tokens[subjects[0]].text.lower() in _OURSELVES
            return None if own else subjects[0]
    return None


def _dyad(tree: Tree, verb: int) -> Dyad | None:
    actor, undergoing = _subject(tree, verb)
    if undergoing is not None:
        by = _agent(tree, verb)
        if by is not None or tree.tokens[verb].lemma not in _MOVING:
            return _joined(tree, verb, by, undergoing)
        actor = undergoing  # troops that are sent act for whom they belong to
    if actor is None:
        return None
    asked = _asked(tree, verb)
    if asked is not None:
        return _joined(tree, verb, actor, asked)
    taken = frozenset() if actor == tree.tokens[verb].head else tree.all_below(actor)
    taken = taken | _denied(tree, verb)
    found = find_recipient(tree, verb, taken)
    recipient = _object(tree, verb)
    if recipient is None and found:
        recipient = _meant_recipient(tree, found)
    peers = tree.below(actor, "conj")
    if peers and found and _are_peers(tree, verb, found):
        recipient = None
    if peers and recipient is None:
        return Dyad(
            verb=verb,
            actors=(actor, *peers),
            recipients=(),
            are_peers=True,
            pair=(tree.phrase(actor), tree.phrase(peers[-1])),
        )
    return _joined(tree, verb, actor, recipient)


def _denied(tree: Tree, verb: int) -> frozenset[int]:
    """The words of what a verb denies: nobody in them is whom it is denied to."""
    if Cue.DENY not in cues_of(tree.tokens[verb].lemma):
        return frozenset()
    told = tree.below(verb, "ccomp")
    return frozenset(index for each in told for index in tree.all_below(each))


def _object(tree: Tree, verb: int) -> int | None:
    """Somebody who is the plain object of a verb, or whom it is told to be against.

    As in "arrested *30 protesters*" and "rallied against *the government*"; verbs that move things
    have these for their object.
    """
    if tree.tokens[verb].lemma in _MOVING:
        return None
    against = [each for each in tree.below(verb, "obl") if tree.case(each) == "against"]
    for each in (*tree.below(verb, "obj"), *against):
        owners = (each, *tree.below(each, "compound"))
        named = any(tree.kinds.get(owner) in ACTING_KINDS for owner in owners)
        if named and tree.tokens[each].tag[:2] != "PR":
            return each
    return None


def _meant_recipient(tree: Tree, found: Candidate) -> int:
    """The noun that is meant: "the *Irish* border" is a border."""
    above = tree.tokens[found.head].head
    is_modifier = tree.relation(found.head) in {"amod", "compound"}
    return above if is_modifier and above is not None else found.head


def _are_peers(tree: Tree, verb: int, found: Candidate) -> bool:
    """Whether those who are joined as the subject of a verb do it to each other."""
    if tree.tokens[verb].lemma not in _MUTUAL:
        return tree.kinds.get(found.head) not in ACTING_KINDS
    return not any(f"{place} {case}" in found.marks for place in ("case", "in") for case in _AT)


def _subject(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """Who does it, and who undergoes it, whichever is the subject; a joined verb's from its head.

    A passive without "was" is none: "US *suspended* supplies" in the clipped style of headlines.
    """
    at: int | None = verb
    while at is not None and at >= 0:
        actors = tree.below(at, *_SUBJECTS)
        passive = tree.below(at, "nsubj:pass")
        if actors:
            return _past_dateline(tree, verb, _meant(tree, verb, actors[0])), None
        if passive:
            whom = _meant(tree, verb, passive[0])
            clipped = not tree.below(at, "aux:pass") and tree.below(at, "obj")
            return (whom, None) if clipped else (None, whom)
        if tree.relation(at) != "conj":
            break
        at = tree.tokens[at].head
    return None, None


def _meant(tree: Tree, verb: int, subject: int) -> int:
    """Whom "who" stands for at the head of a relative clause, and "it" behind "Ethiopia said"."""
    word, head = tree.tokens[subject].text.lower(), tree.tokens[verb].head
    if head is None or head < 0:
        return subject
    if word in _RELATIVES:
        return head
    if word in _PRONOUNS and tree.relation(verb) == "ccomp":
        speakers = tree.below(head, *_SUBJECTS)
        return speakers[0] if speakers else subject
    return subject


def _past_dateline(tree: Tree, verb: int, actor: int) -> int:
    """The subject behind "KHARTOUM (Suna) - ", where the place was taken for it."""
    dashes = (i for i in range(1, min(verb, _DATELINE)) if tree.tokens[i].text in _DASHES)
    dash = next(dashes, 0)
    if actor >= dash or not tree.tokens[0].text.isupper():
        return actor
    return next(
        (
            index
            for index in range(dash + 1, verb)
            if tree.tokens[index].tag.startswith("NN")
            and not dash < (tree.tokens[index].head or 0) < verb
        ),
        actor,
    )


def _agent(tree: Tree, verb: int) -> int | None:
    agents = tree.below(verb, "obl:agent") or tuple(
        each for each in tree.below(verb, "obl") if tree.case(each) == "by"
    )
    return agents[0] if agents else None


def _joined(tree: Tree, verb: int, actor: int | None, recipient: int | None) -> Dyad:
    """The dyad of two heads with those who are joined to them."""
    actors = _with_others(tree, actor)
    recipients = _with_others(tree, recipient)
    return Dyad(
        verb=verb,
        actors=actors,
        recipients=recipients,
        are_peers=False,
        pair=(_phrase(tree, actor), _phrase(tree, recipient)),
    )


def _with_others(tree: Tree, head: int | None) -> tuple[int, ...]:
    return () if head is None else (head, *tree.below(head, "conj"))


def _phrase(tree: Tree, head: int | None) -> Stretch:
    return (0, 0) if head is None else tree.phrase(head)
