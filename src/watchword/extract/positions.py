"""What an actor holds on a question, out of a claim: intends, demands, refuses, allows, reviews.

A position is told by a verb of position ("refuses to", "called on X to", "is open to"), by what
somebody says his own side will, would or may do, or by what he says another must do. A deed that
is done is no position, and neither is what somebody else foresees.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from watchword.extract.clauses import Clause
from watchword.extract.dependents import Tree
from watchword.extract.dispositions import (
    Matter,
    Word,
    after_leads,
    is_negated,
    is_question,
    kind_of,
    matter_of,
    walk,
    word_at,
)
from watchword.extract.holders import Holder, can_bind, holder_of, speaker_of, subject_of
from watchword.extract.matters import Edges, cut, matter_edges
from watchword.extract.modality import main_verbs
from watchword.extract.statements import Statement
from watchword.extract.undertakings import (
    AHEAD,
    MAYBE,
    OUGHT,
    end_of_modal,
    first_of,
    goes_to,
    is_aside,
    is_over,
    modal_of,
)
from watchword.model.attribution import Voice
from watchword.model.claim import Claim, Modality
from watchword.model.position import Position, PositionKind
from watchword.model.reading import Token
from watchword.model.span import Span
from watchword.text.cues import Cue
from watchword.text.lexicon import lexicon
from watchword.text.position_words import BEFALLING, TALKING

_GUESSES = frozenset({Cue.ESTIMATE, Cue.EXPECT})
_CHARGES = frozenset({Cue.DENY, Cue.ACCUSE})
_LEAVE = frozenset({PositionKind.ALLOWS, PositionKind.REFUSES, PositionKind.REVIEWS})
_NOBODY = lexicon("nobody none no neither")
_TELLING = AHEAD | MAYBE | OUGHT
_BEFORE_AGENT = lexicon("by both and the a an")
_OTHERS = lexicon("they he she")
_ADJECTIVES = lexicon("prepared determined committed opposed resolved")


class _Seen(NamedTuple):
    """What the rules look at."""

    tree: Tree
    claim: Claim
    clause: Clause
    source: tuple[Token, ...]
    text: str


class _Taken(NamedTuple):
    """A position by places in the sentence, before its words are cut."""

    holder: Holder
    kind: PositionKind | None
    verb: int
    cue: Edges
    matter: Edges | None
    toward: int | None = None


def positions_of(claim: Claim, statement: Statement, tree: Tree, text: str) -> Iterator[Position]:
    """The positions that a claim tells: none, one, or several that share their subject."""
    frame, clause = statement.frame, statement.clause
    if not clause.words or claim.modality is Modality.UNCONFIRMED or frame.cue in _GUESSES:
        return
    source = frame.sources[-1] if frame.sources else ()
    seen = _Seen(tree=tree, claim=claim, clause=clause, source=source, text=text)
    cue = _verb_of_cue(seen, frame.cue_words) if frame.cue_words else None
    taken = _of_cue(seen, cue) if cue is not None else None
    unsaid = cue is not None and is_negated(seen.tree, cue)  # "did not say whether"
    if taken is None and frame.cue not in _CHARGES and not unsaid:
        taken = _of_clause(seen)
    for each in (taken, *_each_joined(seen, taken)) if taken is not None else ():
        position = _position(seen, each)
        if position is not None:
            yield position


def _verb_of_cue(seen: _Seen, words: tuple[Token, ...]) -> int | None:
    """The verb of "insists on" and "called for"."""
    place, tokens = seen.tree.place_of(words[-1]), seen.tree.tokens
    if place is None:
        return None
    verbs = (i for i in range(place, max(-1, place - 3), -1) if tokens[i].tag.startswith("VB"))
    return next(verbs, place)


def _of_cue(seen: _Seen, verb: int) -> _Taken | None:
    """As in "vowed to respond", "urged X to stop", "rejected the proposal"."""
    tree, links = seen.tree, seen.claim.attribution.links
    if word_at(tree, verb) is None or not links or is_over(tree, verb, told=len(links) > 1):
        return None
    source = _head_of(tree, seen.source)
    if source is None or not (tree.tokens[source].tag == "PRP" or tree.is_actor(source)):
        return None
    words, matter = walk(tree, verb)
    passive = tree.below(verb, "nsubj:pass")
    if passive and matter == Matter():
        matter = Matter(thing=passive[0])
    if matter.deed is not None and not _is_inside(seen, matter.deed):
        matter = Matter(deed=_deed_of(seen))
    holder = Holder(name=links[-1].name, speaks=True, told=False, known=True)
    return _disposed(seen, holder, words, matter)


def _head_of(tree: Tree, words: tuple[Token, ...]) -> int | None:
    """The word of a phrase that hangs from none of the others."""
    places = [place for token in words if (place := tree.place_of(token)) is not None]
    return next((each for each in places if tree.tokens[each].head not in places), None)


def _is_inside(seen: _Seen, index: int) -> bool:
    words, token = seen.clause.words, seen.tree.tokens[index]
    return words[0].start <= token.start < words[-1].end


def _deed_of(seen: _Seen) -> int | None:
    verbs = main_verbs(seen.clause.words)
    return seen.tree.place_of(seen.clause.words[verbs[0].head]) if verbs else None


def _of_clause(seen: _Seen) -> _Taken | None:
    """As in "Russia refuses to withdraw" and, from its own side, "Seoul will not send"."""
    tree, told = seen.tree, bool(seen.claim.attribution.links)
    verb = _main_verb(seen)
    if verb is None or not _may_tell(tree, verb):
        return None
    if is_over(tree, verb, told=told) or is_aside(tree, verb):
        return None
    subject = subject_of(tree, verb, seen.clause.subject)
    if subject is None:
        return None
    if tree.below(verb, "nsubj:pass") and not _is_said_of(tree, verb):
        return _of_passive(seen, verb, subject)
    holder = holder_of(tree, subject, seen.claim)
    if modal_of(tree, verb) in OUGHT:
        return _of_duty(seen, verb, subject, holder)
    idle = tree.tokens[subject].lemma in _NOBODY or _only_talks(tree, subject, verb)
    return None if holder is None or idle else _of_holder(seen, holder, verb)


def _may_tell(tree: Tree, verb: int) -> bool:
    """Whether a verb has what every position needs: a word for one, a modal, or "going to"."""
    modal = modal_of(tree, verb) in _TELLING
    return modal or word_at(tree, verb) is not None or goes_to(tree, verb) is not None


def _main_verb(seen: _Seen) -> int | None:
    """The predicate of the clause: its verb, or what a form of "be" says of the subject."""
    tree, words = seen.tree, seen.clause.words
    verbs = main_verbs(words)
    if not verbs or not (verbs[0].finite or seen.claim.attribution.links):
        return None
    later = verbs[0].lemma == "have" and len(verbs) > 1  # "has yet to decide"
    place = tree.place_of(words[verbs[1 if later else 0].head])
    if place is None:
        return None
    token = tree.tokens[place]
    return token.head if token.relation in {"cop", "aux", "aux:pass"} else place


def _only_talks(tree: Tree, subject: int, verb: int) -> bool:
    """As in "I want to start with a few words"."""
    deeds = (verb, *tree.below(verb, "xcomp"))
    return tree.tokens[subject].text == "I" and any(
        tree.tokens[each].lemma in TALKING for each in deeds
    )


def _is_said_of(tree: Tree, verb: int) -> bool:
    """As in "is prepared to" and "is opposed to", which only look passive."""
    word = word_at(tree, verb)
    said = tree.tokens[verb].text.lower() in _ADJECTIVES
    return said and word is not None and matter_of(tree, word) != Matter()


def _of_holder(seen: _Seen, holder: Holder, verb: int) -> _Taken | None:
    tree, modal = seen.tree, modal_of(seen.tree, verb)
    words, matter = walk(tree, verb)
    if all(word.tells.kind is None for word in words):  # "will keep the rates"
        return _of_own_deed(seen, holder, verb)
    taken = _disposed(seen, holder, words, matter)
    if words[0].tells.inward and tree.tokens[verb].tag == "VBD" and not _moves_back(seen.claim):
        return None
    inward = all(word.tells.inward or word.tells.kind is None for word in words)
    guessed = inward or modal or seen.claim.modality is Modality.ESTIMATED
    if guessed and not (holder.speaks or holder.told):
        return None
    if modal in MAYBE and taken.kind is not PositionKind.REVIEWS:
        reviews = PositionKind.REVIEWS if holder.speaks else None
        return taken._replace(kind=reviews)
    return taken


def _moves_back(claim: Claim) -> bool:
    """Whether a past tense is that of the words around it: "said it wanted", not "it wanted"."""
    return bool(claim.attribution.cue) and claim.attribution.voice is not Voice.DIRECT


def _of_own_deed(seen: _Seen, holder: Holder, verb: int) -> _Taken | None:
    """As in "Seoul will not send", said by Seoul or told by the outlet as settled."""
    tree, modal, goes = seen.tree, modal_of(seen.tree, verb), goes_to(seen.tree, verb)
    deed = verb if goes is None else goes
    if not ((modal in AHEAD | MAYBE or goes is not None) and (holder.known or holder.speaks)):
        return None
    if tree.tokens[deed].lemma in BEFALLING or tree.below(deed, "cop"):
        return None
    negated = is_negated(tree, verb)
    if modal in MAYBE:
        kind = PositionKind.REVIEWS if holder.speaks and not negated else None
    elif holder.speaks or (holder.told and modal != "would"):
        kind = PositionKind.REFUSES if negated else PositionKind.INTENDS
    else:
        kind = None
    end = end_of_modal(tree, verb) if goes is None else deed
    matter = (deed, cut(tree, seen.clause, deed, tree.reach(deed)[1]))
    cue = (first_of(tree, verb), end)
    return _Taken(holder=holder, kind=kind, verb=verb, cue=cue, matter=matter)


def _of_duty(seen: _Seen, verb: int, subject: int, holder: Holder | None) -> _Taken | None:
    """As in "Russia must withdraw its forces", said by somebody else."""
    speaker, tree = speaker_of(seen.claim), seen.tree
    if speaker is None or tree.below(verb, "cop") or (holder is not None and holder.speaks):
        return None
    others = tree.tokens[subject].text.lower() in _OTHERS
    owed = holder is not None and (tree.is_named(subject) or modal_of(tree, verb) == "must")
    if not owed and not others:
        return None
    cue = (first_of(tree, verb), end_of_modal(tree, verb))
    never = [each for each in tree.below(verb, "advmod") if cue[0] < each < verb]
    start = never[0] if never and is_negated(tree, verb) else verb
    cue = (cue[0], min(cue[1], start))
    matter = (start, cut(tree, seen.clause, verb, tree.reach(verb)[1]))
    return _Taken(
        holder=speaker,
        kind=PositionKind.DEMANDS,
        verb=verb,
        cue=cue,
        matter=matter,
        toward=subject,
    )


def _of_passive(seen: _Seen, verb: int, subject: int) -> _Taken | None:
    """As in "further attacks will not be tolerated", by whom it binds, and "rejected by X"."""
    tree, word = seen.tree, word_at(seen.tree, verb)
    if word is None:
        return None
    agent = next(iter(tree.below(verb, "obl:agent")), None)
    if agent is not None:
        return _of_agent(seen, word, agent, subject)
    speaker, origin = speaker_of(seen.claim), seen.claim.attribution.origin
    if modal_of(tree, verb) not in AHEAD or speaker is None or not can_bind(origin):
        return None
    if word.tells.kind not in _LEAVE:
        return None
    nobody = tree.tokens[subject].lemma in _NOBODY
    kind = word.tells.negated if word.negated or nobody else word.tells.kind
    cue, matter, toward = (first_of(tree, verb), verb + 1), tree.reach(subject), None
    deed = matter_of(tree, word).deed
    if deed is not None and (nobody or tree.is_actor(subject)):
        start, end = tree.reach(deed)
        matter, toward = (after_leads(tree, start, end), end), None if nobody else subject
    return _Taken(holder=speaker, kind=kind, verb=verb, cue=cue, matter=matter, toward=toward)


def _of_agent(seen: _Seen, word: Word, agent: int, subject: int) -> _Taken | None:
    """As in "the plan was welcomed by the union": whoever is named last holds it."""
    tree = seen.tree
    if not tree.is_actor(agent) or not is_question(tree, word, subject):
        return None
    if word.tells.kind is PositionKind.DEMANDS:
        return None
    start, end = tree.reach(agent)
    while start < agent and tree.tokens[start].lemma in _BEFORE_AGENT:
        start += 1
    named, actor = _span(seen, start, end), seen.claim.actor
    if named is None:
        return None
    given = next(iter(tree.below(word.index, "obj")), None)  # "was granted leave by"
    return _Taken(
        holder=Holder(
            name=actor if actor and actor in named.quote else named.quote,
            speaks=False,
            told=True,
            known=True,
        ),
        kind=word.tells.negated if word.negated else word.tells.kind,
        verb=word.index,
        cue=(first_of(tree, word.index), word.index + 1),
        matter=tree.reach(subject if given is None else given),
        toward=subject if given is not None and tree.is_actor(subject) else None,
    )


def _disposed(seen: _Seen, holder: Holder, words: tuple[Word, ...], matter: Matter) -> _Taken:
    place = matter_edges(seen.tree, seen.clause, words[-1], matter)
    cue = (first_of(seen.tree, words[0].index), max(word.end for word in words))
    if place is not None and place[0] < cue[1] <= place[1]:
        cue = (cue[0], max(place[0], cue[0] + 1))
    return _Taken(
        holder=holder,
        kind=kind_of(seen.tree, words, matter),
        verb=words[0].index,
        cue=cue,
        matter=place,
        toward=matter.toward,
    )


def _each_joined(seen: _Seen, first: _Taken) -> Iterator[_Taken]:
    """As in "condemned the attack and urged restraint"."""
    tree = seen.tree
    for verb in tree.below(first.verb, "conj"):
        alone = not tree.below(verb, "nsubj", "nsubj:pass") and not modal_of(tree, verb)
        if alone and word_at(tree, verb) is not None:
            yield _disposed(seen, first.holder, *walk(tree, verb))


def _position(seen: _Seen, taken: _Taken) -> Position | None:
    matter = _span(seen, *taken.matter) if taken.matter else None
    cue = _span(seen, *taken.cue)
    if matter is None or cue is None or taken.kind is None:
        return None
    claim, holder, kind = seen.claim, taken.holder.name, taken.kind
    seal = f"{claim.key}|{holder}|{kind}|{cue.start}|{matter.start}:{matter.end}"
    return Position(
        key=sha256(seal.encode()).hexdigest()[:16],
        claim=claim.key,
        holder=holder,
        kind=kind,
        matter=matter,
        toward=_toward(seen, taken.toward) if taken.toward is not None else None,
        cue=cue,
        condition=claim.condition,
        made_by=claim.made_by,
    )


def _toward(seen: _Seen, index: int) -> Span | None:
    start, end = seen.tree.reach(index)
    return _span(seen, after_leads(seen.tree, start, end), end)


def _span(seen: _Seen, start: int, end: int) -> Span | None:
    """The words without marks at either edge, None where no words are left."""
    words = [each for each in seen.tree.tokens[start:end] if any(map(str.isalnum, each.text))]
    if not words:
        return None
    return Span.within(seen.text, words[0].start, words[-1].end, report=seen.claim.report)
