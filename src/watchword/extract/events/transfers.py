"""What goes from one side of a deed to the other, and what is given for it in return."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from watchword.extract.dependents import Tree
from watchword.model.event import Goods, Transfer
from watchword.model.figure import Figure
from watchword.model.span import Span
from watchword.text.lexicon import lexicon

GOODS: Mapping[Goods, frozenset[str]] = MappingProxyType(
    {
        Goods.TROOPS: lexicon(
            "troop soldier force brigade battalion contingent personnel peacekeeper marine unit"
        ),
        Goods.ARMS: lexicon(
            """weapon arms arm missile shell ammunition rocket drone tank artillery munition
            howitzer aircraft jet warship submarine rifle mortar launcher system defence defense
            battery helicopter grenade mine frigate destroyer corvette vehicle"""
        ),
        Goods.TECHNOLOGY: lexicon(
            "technology know-how expertise blueprint semiconductor chip satellite equipment"
        ),
        Goods.INTELLIGENCE: lexicon("intelligence information imagery data"),
        Goods.FUEL: lexicon("oil fuel gas petroleum diesel petrol crude coal"),
        Goods.FOOD: lexicon("food grain wheat rice flour corn maize"),
        Goods.MEDICINE: lexicon("medicine vaccine drug medical"),
        Goods.MONEY: lexicon(
            """money dollar euro fund funding cash loan credit payment grant yen yuan rouble ruble
            pound million billion aid assistance currency"""
        ),
        Goods.PEOPLE: lexicon("worker labourer laborer adviser advisor instructor prisoner expert"),
        Goods.GOODS: lexicon("goods supply good material container cargo shipment support"),
    }
)
"""Words of each sort of thing; the first sort that fits a phrase is taken."""

_GIVING = lexicon(
    """send give supply provide deliver ship donate transfer sell export hand lend grant dispatch
    deploy offer receive buy get import obtain procure acquire swap trade exchange share promise
    pledge contribute fund"""
)
_RETURN = (("in", "return", "for"), ("in", "exchange", "for"))


def find_transfers(
    tree: Tree, verb: int, figures: Sequence[Figure], text: str, report: str
) -> Iterator[Transfer]:
    """What a verb of giving moves, and what is said to be given in return for it.

    Args:
        tree: the sentence.
        verb: index of the verb.
        figures: the quantities of the claim.
        text: the report's text.
        report: key of the report.
    """
    below = sorted(tree.all_below(verb))
    if not any(tree.tokens[each].lemma in _GIVING for each in below):
        return
    turn = _turn(tree, below)
    for head in below:
        goods = _goods(tree, head)
        if goods is None or not _is_moved(tree, head):
            continue
        measure = tree.tokens[head].head if _is_measured(tree, head) else None
        first, last = tree.phrase(head)
        first = min(first, tree.phrase(measure)[0]) if measure is not None else first
        start, end = tree.tokens[first].start, tree.tokens[last - 1].end
        yield Transfer(
            goods=goods,
            span=Span.within(text, start, end, report=report),
            figure=next((f for f in figures if start <= f.start < end), None),
            in_return=turn is not None and head > turn,
        )


def _goods(tree: Tree, head: int) -> Goods | None:
    """What a noun with the words right before it is: "air *defence* systems" are arms."""
    if not tree.tokens[head].tag.startswith("NN"):
        return None
    modifiers = tree.below(head, "compound", "amod")
    lemmas = {tree.tokens[each].lemma for each in (head, *modifiers)}
    return next((goods for goods, words in GOODS.items() if words & lemmas), None)


def _is_moved(tree: Tree, head: int) -> bool:
    """Whether it is the object of the giving, or joined to that, or what is given in return."""
    at: int | None = head
    while at is not None and (tree.relation(at) == "conj" or _is_measured(tree, at)):
        at = tree.tokens[at].head
    if at is None:
        return False
    above = tree.tokens[at].head
    if above is None or above < 0:
        return False
    if tree.relation(at) in {"obj", "nsubj:pass"}:
        return tree.tokens[above].lemma in _GIVING
    if tree.relation(at) in {"obl", "nmod"}:
        return tree.case(at) in {"for", "with"} and not tree.tokens[at].tag.startswith("NNP")
    return False


def _is_measured(tree: Tree, head: int) -> bool:
    """As in "2,000 tons of *wheat*", "a shipment of *shells*"."""
    return tree.relation(head) == "nmod" and tree.case(head) == "of"


def _turn(tree: Tree, below: Sequence[int]) -> int | None:
    """Where "in return for" stands among the words of the deed."""
    lemmas = [tree.tokens[each].text.lower() for each in below]
    for place in range(len(lemmas) - 2):
        if tuple(lemmas[place : place + 3]) in _RETURN:
            return below[place + 2]
    return None
