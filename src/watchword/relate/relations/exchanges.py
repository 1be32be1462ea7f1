"""What moves between two: one row a thing, with every claim that tells of it.

Nothing is added up or averaged: each figure stays with its source, its day and its manner.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from watchword.model.claim import Modality
from watchword.model.event import Event, Goods, Standing, Transfer
from watchword.model.known import Known
from watchword.model.relation import Exchange, ExchangeEntry, Manner, Way
from watchword.relate.relations.happenings import Passing, day_of, telling_of
from watchword.relate.relations.texts import Text
from watchword.relate.witnesses import is_party
from watchword.text.currencies import MONEY_UNITS
from watchword.text.lexicon import lexicon
from watchword.text.similarity import stem, words_in

_NAMED_APART = frozenset({Goods.ARMS, Goods.TECHNOLOGY, Goods.GOODS})
"""Sorts of which the things are told apart; soldiers are troops, and a loan is money."""
_TAKING = lexicon(
    """receive receives received receiving buy buys bought buying get gets got getting import
    imports imported importing obtain obtains obtained obtaining procure procures procured
    procuring acquire acquires acquired acquiring"""
)
_NUMBERS = lexicon("million millions billion billions")
_BEFORE = lexicon("to from for in with at on by against into during after before")
_OPEN = frozenset({Modality.PLANNED, Modality.CONSIDERED, Modality.CONDITIONAL})
_LAST = "9999-12-31"


def find_exchanges(
    passing: Sequence[Passing], known: Known, texts: Mapping[str, Text]
) -> tuple[Exchange, ...]:
    """What is told to move between the two, both ways, planned and denied as well.

    Args:
        passing: events between the two.
        known: everything that is known.
        texts: the text that each report prints, by report; those that count.

    Returns:
        Things, the one that most texts tell first.
    """
    rows: dict[tuple[Way, Goods, str], list[ExchangeEntry]] = {}
    things: dict[str, str] = {}
    for each in passing:
        text = texts.get(each.event.report)
        if text is None:
            continue
        for transfer in _told_once(each.event.transfers):
            way = _way(each, transfer)
            thing = _thing(transfer)
            things.setdefault(stem(thing), thing)
            row = rows.setdefault((way, transfer.goods, things[stem(thing)]), [])
            row.append(_entry(each.event, transfer, known, text))
    found = [_exchange(place, entries) for place, entries in rows.items()]
    return tuple(sorted(found, key=_order))


def _told_once(transfers: Sequence[Transfer]) -> Iterator[Transfer]:
    """Things without those that only measure another ("containers of shells"), and no false money.

    "Millions of shells" is a number of shells, and no money.
    """
    things = [each for each in transfers if each.goods is not Goods.MONEY or _is_money(each)]
    for each in things:
        if not any(_is_part(each, other) for other in things):
            yield each


def _is_money(transfer: Transfer) -> bool:
    is_number = not _NUMBERS.isdisjoint(words_in(transfer.span.quote))
    unit = transfer.figure.unit if transfer.figure else ""
    return not is_number or unit in MONEY_UNITS


def _is_part(one: Transfer, other: Transfer) -> bool:
    inner, outer = one.span, other.span
    is_within = outer.start <= inner.start and inner.end <= outer.end
    return is_within and outer.end - outer.start > inner.end - inner.start


def _way(passing: Passing, transfer: Transfer) -> Way:
    """Who gives: the other side where the deed is a taking, or where it is given in return."""
    turned = _is_taking(passing.event) != transfer.in_return
    if not turned:
        return passing.way
    return Way.BACK if passing.way is Way.FORTH else Way.FORTH


def _is_taking(event: Event) -> bool:
    return event.deed.quote.lower() in _TAKING


def _thing(transfer: Transfer) -> str:
    """The thing in a word: the last before any preposition, "shells" of "new shells for Oslo"."""
    if transfer.goods not in _NAMED_APART:
        return transfer.goods.value
    words = words_in(transfer.span.quote)
    end = next((at for at, word in enumerate(words) if at and word in _BEFORE), len(words))
    return words[end - 1] if words else transfer.goods.value


def _entry(event: Event, transfer: Transfer, known: Known, text: Text) -> ExchangeEntry:
    claim = known.claims.get(event.claim)
    return ExchangeEntry(
        words=transfer.span,
        figure=transfer.figure,
        day=day_of(event, known.reports[event.report]),
        manner=_manner(event),
        in_return=transfer.in_return,
        party=is_party(claim) if claim is not None else None,
        telling=telling_of(event, text),
    )


def _manner(event: Event) -> Manner:
    if Standing.NEGATION in event.standing or event.modality is Modality.DENIED:
        return Manner.DENIED
    if event.modality in _OPEN or {Standing.FUTURE, Standing.HYPOTHETICAL} & set(event.standing):
        return Manner.PLANNED
    if event.modality is Modality.UNCONFIRMED:
        return Manner.UNCONFIRMED
    return Manner.CLAIMED


def _exchange(place: tuple[Way, Goods, str], entries: Sequence[ExchangeEntry]) -> Exchange:
    way, goods, thing = place
    ordered = sorted(entries, key=lambda each: (str(each.day or _LAST), each.telling.event))
    seal = "|".join(["exchange", way, goods, thing, *(each.telling.event for each in ordered)])
    return Exchange(
        key=sha256(seal.encode()).hexdigest()[:16],
        way=way,
        goods=goods,
        thing=thing,
        entries=tuple(ordered),
    )


def _order(exchange: Exchange) -> tuple[int, str, str, str]:
    texts = len({entry.telling.origin for entry in exchange.entries})
    return (-texts, exchange.way.value, exchange.goods.value, exchange.thing)
