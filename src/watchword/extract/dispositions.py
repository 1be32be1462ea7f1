"""The words of a clause by which somebody takes a position, and what the position is on.

They are followed down the tree: "refused to rule out sending troops" is three words, of which two
dispose and the last is the matter.
"""

from dataclasses import dataclass
from typing import NamedTuple

from watchword.extract.dependents import Tree
from watchword.model.position import PositionKind
from watchword.text.cues import NOMINAL
from watchword.text.lexicon import lexicon
from watchword.text.position_words import (
    ABOUT_TALK,
    BANS,
    LIFTING,
    MEASURES,
    NEEDING_DEED,
    NEGATED,
    WITH_PLAN,
    Disposing,
    disposing,
    opens_position,
)

DEEPEST = 4
"""More words of position in a row are not read; it bounds the walk."""

_CLAUSES = ("xcomp", "ccomp", "advcl", "acl")
_NO_CONTENT = lexicon("if unless because while as when since before after although though so once")
_LEADS_TO = lexicon("to that on for from of into at about upon with in")
_NOT = lexicon("not never n't")
_READY_FOR = WITH_PLAN | lexicon("exchange swap dialogue meeting peace compromise summit")
"""What one is ready for as one is for a deed; who is ready for winter takes no position."""
_WANTING = lexicon("want seek need")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of position in a clause.

    Attributes:
        index: the verb, or what is said of somebody ("open").
        end: the word after the last one that belongs to it ("rule *out*").
        below: the word from which the matter hangs: the verb, or the noun of "has plans".
        lead: the preposition between it and the matter, empty for none.
        tells: what it tells.
        negated: whether "not" stands before it.
    """

    index: int
    end: int
    below: int
    lead: str
    tells: Disposing
    negated: bool


class Matter(NamedTuple):
    """What a position is on.

    Attributes:
        deed: the verb of it, None where it is a thing.
        thing: the noun of it, None where it is a deed.
        toward: of whom it is asked, or to whom it is allowed.
    """

    deed: int | None = None
    thing: int | None = None
    toward: int | None = None


def walk(tree: Tree, start: int) -> tuple[tuple[Word, ...], Matter]:
    """The words of position from a verb on, outermost first, and what the last of them is on."""
    words: list[Word] = []
    matter = Matter()
    index: int | None = start
    while index is not None and len(words) < DEEPEST:
        word = word_at(tree, index)
        if word is None:
            break
        words.append(word)
        matter = matter_of(tree, word)
        goes_on = word.tells.kind in {None, PositionKind.INTENDS, PositionKind.REFUSES}
        index = matter.deed if goes_on and matter.toward is None else None
    return tuple(words), matter


def kind_of(tree: Tree, words: tuple[Word, ...], matter: Matter) -> PositionKind | None:
    """What the words come to together, None where that is no position."""
    found: PositionKind | None = None
    undone = matter.deed is not None and is_negated(tree, matter.deed)
    for word in reversed(words):
        alone = found is None and not (undone and word is words[-1])
        kind = _told(tree, word, found, matter) if found or alone else _undone(word.tells.kind)
        if kind is not None and is_yet(tree, word.index):
            kind = PositionKind.REVIEWS
        elif word.negated and kind is not None:
            kind = word.tells.negated if alone else NEGATED.get(kind)
        found = kind
    return found


def word_at(tree: Tree, index: int) -> Word | None:
    """The word of position that a verb or a predicate is, None where it is none."""
    token = tree.tokens[index]
    if tree.below(index, "cop") or (token.tag == "VBN" and tree.below(index, "aux:pass")):
        found = _said_of(tree, index)
        if found is not None or not token.tag.startswith("VB"):
            return found
    if not token.tag.startswith("VB") or not opens_position(token.lemma):
        return None
    found = _with_object(tree, index) or _with_particle(tree, index)
    return found if found is not None and _holds(tree, found) else None


def is_yet(tree: Tree, index: int) -> bool:
    """As in "has yet to decide" and "has not yet backed"."""
    tokens = tree.tokens
    adverbs = tree.lemmas(index, "advmod")
    if "yet" in adverbs and not _NOT.isdisjoint(adverbs):
        return True
    return index > 1 and tokens[index - 2].lemma == "yet" and tokens[index - 1].tag == "TO"


def is_negated(tree: Tree, index: int) -> bool:
    """Whether a verb has "not" or "never" before it, or is yet to be done."""
    if is_yet(tree, index):
        return True
    before = (each for each in tree.below(index, "advmod", "aux", "det") if each < index)
    if any(tree.tokens[each].lemma in _NOT for each in before) or _no_longer(tree, index):
        return True
    after = (each for each in tree.below(index, "obj") if each > index)
    return any("no" in tree.lemmas(each, "det") for each in after)


def _told(
    tree: Tree, word: Word, inner: PositionKind | None, matter: Matter
) -> PositionKind | None:
    """What a word tells by itself, or of the position that it leads to."""
    kind = word.tells.kind
    if kind is None:
        return inner
    if kind is PositionKind.INTENDS:
        return inner or _wanted(tree, word, matter)
    if kind is PositionKind.REFUSES and inner is not None:
        return NEGATED.get(inner)
    if kind is PositionKind.DEMANDS and word.lead == "on" and matter.deed is not None:
        own = tree.tokens[word.index].lemma == "insist" and not tree.below(matter.deed, "nsubj")
        return PositionKind.INTENDS if own else kind
    return kind


def _undone(kind: PositionKind | None) -> PositionKind | None:
    """As in "vowed not to send" and "refused not to send"."""
    turned = {
        PositionKind.INTENDS: PositionKind.REFUSES,
        PositionKind.REFUSES: PositionKind.INTENDS,
    }
    return turned.get(kind, kind) if kind is not None else None


def _wanted(tree: Tree, word: Word, matter: Matter) -> PositionKind:
    """Who wants a thing, or a deed of somebody else, demands it."""
    wants = tree.tokens[word.index].lemma in _WANTING
    others = matter.toward is not None or matter.deed is None
    return PositionKind.DEMANDS if wants and others else PositionKind.INTENDS


def _word(tree: Tree, index: int, key: str, edges: tuple[int, int], lead: str = "") -> Word | None:
    tells = disposing(key)
    if tells is None:
        return None
    below, end = edges
    negated = is_negated(tree, index) or "no" in tree.lemmas(below, "det")
    return Word(index=index, end=end, below=below, lead=lead, tells=tells, negated=negated)


def _said_of(tree: Tree, index: int) -> Word | None:
    """As in "is open to", "is prepared to", "is against", "is in favour of"."""
    token = tree.tokens[index]
    against = "against" in tree.lemmas(index, "case")
    if against:
        return _word(tree, index, "be against", (index, index), "against")
    being = any(tree.tokens[each].text.lower() == "being" for each in tree.below(index))
    if being or tree.below(index, "obl:agent"):
        return None
    for said in (token.lemma, token.text.lower()):
        found = _word(tree, index, f"be {said}", (index, index + 1))
        if found is not None:
            return found
    return None


def _with_object(tree: Tree, index: int) -> Word | None:
    """As in "has no plans to" and "lifted the ban on"."""
    lemma = tree.tokens[index].lemma
    for each in _held(tree, index):
        held = tree.tokens[each].lemma
        if lemma in LIFTING and held in BANS:
            tells = Disposing(kind=PositionKind.ALLOWS, negated=PositionKind.REFUSES)
            on = held not in MEASURES
            return Word(
                index=index,
                end=each + 1 if on else index + 1,
                below=each if on else index,
                lead="on" if on else "",
                tells=tells,
                negated=is_negated(tree, index),
            )
        found = _word(tree, index, f"{lemma} {held}", (each, each + 1))
        if found is not None:
            return found
    return None


def _held(tree: Tree, index: int) -> list[int]:
    """The objects of a verb; of "has" the noun after it too, where the tree puts it elsewhere."""
    objects = list(tree.below(index, "obj"))
    near = range(index + 1, min(index + 4, len(tree.tokens)))
    if not objects and tree.tokens[index].lemma == "have":
        objects += [each for each in near if tree.tokens[each].relation == "obj"]
    return objects


def _with_particle(tree: Tree, index: int) -> Word | None:
    """As in "ruled out", "called on X to" and "agreed to a truce", else the verb alone."""
    lemma = tree.tokens[index].lemma
    after = tree.tokens[index + 1 : index + 2]
    if after and after[0].tag in {"RP", "RB", "IN"}:
        lead = after[0].lemma if after[0].tag == "IN" else ""
        found = _word(tree, index, f"{lemma} {after[0].lemma}", (index, index + 2), lead)
        if found is not None:
            return found
    for each in tree.below(index, "obl", "advcl", "xcomp", "ccomp", "nmod"):
        for place in tree.below(each, "case", "mark"):
            if tree.tokens[place].tag == "TO":
                continue
            word = tree.tokens[place].lemma
            end = place + 1 if place == index + 1 else index + 1
            found = _word(tree, index, f"{lemma} {word}", (index, end), word)
            if found is not None:
                return found
    return _word(tree, index, lemma, (index, index + 1))


def _holds(tree: Tree, word: Word) -> bool:
    """Whether what hangs from the verb lets it tell a position."""
    lemma, matter = tree.tokens[word.index].lemma, matter_of(tree, word)
    if matter.thing is not None and not is_question(tree, word, matter.thing):
        return False
    if word.below != word.index or word.lead:
        return matter.deed is not None or matter.thing is not None
    if lemma in NEEDING_DEED:
        return matter.deed is not None and _is_asked_for(tree, lemma, matter.deed)
    return bool(tree.below(word.index, "nsubj:pass")) or matter != Matter()


def is_question(tree: Tree, word: Word, thing: int) -> bool:
    """Whether a thing can be agreed to or refused; a claim or a suspicion is true or untrue."""
    told = {tree.tokens[thing].lemma, tree.tokens[thing].text.lower()} & (NOMINAL | ABOUT_TALK)
    if told and word.tells.kind is not PositionKind.DEMANDS:
        return False
    return tree.tokens[word.index].lemma != "dismiss" or tree.tokens[thing].lemma in WITH_PLAN


def _is_asked_for(tree: Tree, lemma: str, deed: int) -> bool:
    """As in "told X to leave", "warned X not to leave", "insists that X leave"."""
    if lemma in {"let", "swear"}:
        return True
    if lemma == "insist":
        return tree.tokens[deed].tag == "VB" and not tree.below(deed, "aux")
    infinitive = any(tree.tokens[each].tag == "TO" for each in tree.below(deed, "mark"))
    return infinitive and (lemma != "warn" or is_negated(tree, deed))


def matter_of(tree: Tree, word: Word) -> Matter:
    """What a word of position is on, and of whom it is asked."""
    deed = next(iter(_each_deed(tree, word)), None)
    thing = next(iter(_each_thing(tree, word)), None)
    asks = word.tells.kind in {PositionKind.DEMANDS, PositionKind.ALLOWS} or (
        word.tells.kind is PositionKind.INTENDS and tree.tokens[word.index].lemma in _WANTING
    )
    if deed is not None and not asks and _belongs_to_thing(tree, word, deed, thing):
        deed = None
    if tree.tokens[word.index].lemma == "threaten" and deed is None:
        return _threatened(tree, word.index, thing)
    asked = _asked(tree, word, deed) if asks else None
    return Matter(deed=deed, thing=thing if deed is None else None, toward=asked)


def _belongs_to_thing(tree: Tree, word: Word, deed: int, thing: int | None) -> bool:
    """As in "backed efforts to sign" and "rejected the deal to calm the markets"."""
    if word.lead or word.below != word.index:
        return False
    purpose = tree.tokens[deed].relation == "advcl" and not tree.below(word.index, "cop")
    return (thing is not None and thing < deed) or (purpose and thing is not None)


def _threatened(tree: Tree, index: int, thing: int | None) -> Matter:
    """As in "threatened Paris with a blockade"."""
    means = (each for each in tree.below(index, "obl") if "with" in tree.lemmas(each, "case"))
    return Matter(thing=next(means, None), toward=thing)


def _each_deed(tree: Tree, word: Word) -> list[int]:
    hanging = sorted({*tree.below(word.below, *_CLAUSES), *tree.below(word.index, *_CLAUSES)})
    return [each for each in hanging if each > word.index and _is_content(tree, word, each)]


def _is_content(tree: Tree, word: Word, deed: int) -> bool:
    """Whether a clause is what the word is on, not why or when it is so."""
    marks = [tree.tokens[each] for each in tree.below(deed, "mark")]
    if not _NO_CONTENT.isdisjoint(each.lemma for each in marks):
        return False
    relation = tree.tokens[deed].relation
    if relation == "ccomp" and word.lead and word.tells.kind is PositionKind.DEMANDS:
        return False  # "called on X; they have ..."
    if relation == "ccomp" and word.tells.kind is PositionKind.INTENDS and _is_past(tree, deed):
        return False  # "agreed that it was a threat"
    leads = {word.lead, "to", "whether"}
    if relation == "advcl" and all(each.lemma not in leads for each in marks):
        bare = not marks and tree.tokens[deed].tag == "VBG" and deed == word.end
        return bare or word.lead in tree.lemmas(word.index, "mark")
    return tree.tokens[deed].tag.startswith("VB") or bool(tree.below(deed, "cop", "mark"))


def _is_past(tree: Tree, deed: int) -> bool:
    tags = {tree.tokens[each].tag for each in (deed, *tree.below(deed, "cop", "aux", "aux:pass"))}
    return "VBD" in tags and "MD" not in tags


def _each_thing(tree: Tree, word: Word) -> list[int]:
    if word.lead and word.below == word.index:
        hanging = tree.below(word.index, "obl", "nmod")
        led = [i for i in hanging if word.lead in tree.lemmas(i, "case")]
        if word.lead == "against" and not led:
            return [word.index]
        if led and not _addresses(word):
            return led
    if word.below != word.index:
        return list(tree.below(word.below, "nmod")) or [word.below]
    things = [each for each in tree.below(word.index, "obj") if each > word.index]
    if things or word.tells.kind is None:
        return things
    if not tree.below(word.index, "cop", "aux:pass"):
        return []
    said_of = tree.below(word.index, "obl", "nmod")
    return [each for each in said_of if {"to", "of"} & tree.lemmas(each, "case")] or [
        each
        for each in said_of
        if "for" in tree.lemmas(each, "case") and tree.tokens[each].text.lower() in _READY_FOR
    ]


def _addresses(word: Word) -> bool:
    return word.tells.kind is PositionKind.DEMANDS and word.lead in {"on", "upon", "to"}


def _asked(tree: Tree, word: Word, deed: int | None) -> int | None:
    """Of whom it is asked or to whom it is allowed: somebody who can act."""
    found = [*tree.below(word.index, "iobj")]
    if deed is not None:
        found += [*tree.below(word.index, "obj"), *tree.below(deed, "nsubj")]
        found += [each for each in tree.below(word.index, "nsubj") if each > word.index]
        found += tree.below(word.index, "obl") if word.lead == "for" else ()
    if word.lead or deed is None:
        wanted = {word.lead} if _addresses(word) else {"from", "of"}
        obliques = tree.below(word.index, "obl", "nmod")
        found += [each for each in obliques if wanted & tree.lemmas(each, "case")]
    return next((each for each in found if tree.is_actor(each)), None)


def _no_longer(tree: Tree, index: int) -> bool:
    return any(
        tree.tokens[each].text.lower() == "longer" and tree.tokens[each - 1].lemma == "no"
        for each in tree.below(index, "advmod")
        if each
    )


def after_leads(tree: Tree, start: int, end: int) -> int:
    """Where some words start without the "to", "that" or preposition that leads to them."""
    while start < end - 1 and tree.tokens[start].lemma in _LEADS_TO:
        start += 1
    return start
