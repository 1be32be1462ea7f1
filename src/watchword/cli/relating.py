"""`watchword relations`: what passes between two over time, when it turned, and what moves."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from rich.text import Text

from watchword.brief.render.relation_plot import PictureForm, draw_relation
from watchword.cli.outputs import write_whole
from watchword.cli.printing import print_table
from watchword.cli.screen import many, one_line, put_lines, tell, warn
from watchword.cli.viewing import ViewOrder, record_of, see
from watchword.errors import SettingsError
from watchword.flow.relating import RelationRequest, relate_all, relate_two
from watchword.flow.relation_records import exchange_records, pair_record, relation_records
from watchword.flow.situation.printing import printed_beside
from watchword.flow.situation.scoping import Asked
from watchword.model.known import Known
from watchword.model.relation import (
    Exchange,
    ExchangeEntry,
    Grain,
    Happening,
    Quad,
    Relation,
    RelationSummary,
    RelationTurn,
    Telling,
    Way,
)
from watchword.relate.relations import (
    Text as PrintedText,
)
from watchword.relate.relations import (
    find_side,
    happening_by_key,
    happenings_by_period,
    tell_happening,
)

_SHORT = {
    Quad.VERBAL_COOPERATION: "coop. said",
    Quad.MATERIAL_COOPERATION: "done",
    Quad.VERBAL_CONFLICT: "conflict said",
    Quad.MATERIAL_CONFLICT: "done",
}
_SUFFIXES = ", ".join(f".{form}" for form in PictureForm)
NO_FINDER = "turns were not looked for: pip install 'watchword[assess]'"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationsOrder:
    """What was asked for, as typed.

    Attributes:
        view: what is looked at.
        names: the two, or nobody for the foremost pairs.
        grain: how long a period is.
        since_event: a day, or an event's key, that periods are counted from.
        plot: where a picture goes, None without one.
        exchanges: whether what moves is printed instead.
        raw: whether only what was counted is told.
        alone: whether a state counts without its officials and forces.
        limit: how many pairs, or periods, at most.
    """

    view: ViewOrder
    names: tuple[str, ...]
    grain: Grain = Grain.WEEK
    since_event: str | None = None
    plot: Path | None = None
    exchanges: bool = False
    raw: bool = False
    alone: bool = False
    limit: int = 40


def show(order: RelationsOrder) -> None:
    """Print the relation of two, or the foremost pairs."""
    form = _form(order)
    if not order.names:
        _show_pairs(see(order.view), order)
        return
    one, other = order.names
    known, texts = _look(order)
    request = RelationRequest(
        one=one,
        other=other,
        grain=order.grain,
        since_event=order.since_event,
        alone=order.alone,
        with_turns=not order.raw,
    )
    relation = relate_two(known, request, texts)
    if order.plot is not None and form is not None:
        if relation.happenings:
            write_whole(order.plot, draw_relation(relation, form, raw=order.raw))
        else:
            warn(f"{order.plot} was not written: there is nothing to draw")
    _print(relation, known, order)


def _look(order: RelationsOrder) -> tuple[Known, Mapping[str, PrintedText] | None]:
    """What is known of the two; of a record's other reports only that they were printed."""
    if order.view.sources:
        return see(order.view), None
    asked = Asked(either=tuple(find_side(name).name for name in order.names))
    known = see(order.view, asked)
    is_whole = not order.view.most or len(known.reports) < order.view.most
    with record_of(order.view) as bench:
        within = order.view.within(asked)
        return known, printed_beside(bench.store, known, is_whole=is_whole, asked=within)


def _form(order: RelationsOrder) -> PictureForm | None:
    """What the picture is written as, before anything is read.

    Raises:
        SettingsError: if one name is given, or the picture's suffix tells no form.
    """
    if len(order.names) == 1:
        raise SettingsError("a relation is of two", key=order.names[0], mend="name the other")
    if order.plot is None:
        return None
    if not order.names:
        raise SettingsError("a plot is of two", key="--plot", mend="name them")
    suffix = order.plot.suffix.lower().removeprefix(".")
    if suffix not in set(PictureForm):
        raise SettingsError(
            "its suffix tells no form", key=str(order.plot), mend=f"use {_SUFFIXES}"
        )
    return PictureForm(suffix)


def _print(relation: Relation, known: Known, order: RelationsOrder) -> None:
    if order.view.as_json:
        records = exchange_records if order.exchanges else relation_records
        put_lines(records(relation, known))
    else:
        for line in _exchange_lines(relation, known) if order.exchanges else _head(relation, known):
            tell(line)
        if not order.exchanges:
            _print_periods(relation, order)
    _warn(relation, order)


def _warn(relation: Relation, order: RelationsOrder) -> None:
    """Say in words what is empty, and why turns are not there."""
    both = f"{relation.one.name} and {relation.other.name}"
    if not (relation.happenings or relation.apart or relation.exchanges):
        warn(f"no event between {both} is told")
    elif order.exchanges and not relation.exchanges:
        warn(f"nothing is told to move between {both}")
    elif relation.turns is None and not (order.raw or order.exchanges):
        warn(NO_FINDER)


def _head(relation: Relation, known: Known) -> Iterator[str]:
    if not (relation.happenings or relation.apart):
        return
    last = relation.periods[-1].end - timedelta(days=1)
    days = f"{relation.periods[0].start} to {last}"
    texts = {telling.origin for each in relation.happenings for telling in each.tellings}
    yield one_line(
        f"{relation.one.name} and {relation.other.name}, {days}:"
        f" {many(len(relation.happenings), 'happening')}, told by {many(len(texts), 'text')}"
    )
    if relation.apart:
        counts = Counter(each.why.value for each in relation.apart)
        told = ", ".join(f"{count} {why}" for why, count in counts.most_common())
        yield f"Counted apart: {told}"
    happenings = happening_by_key(relation)
    for turn in relation.turns or ():
        yield from _turn_lines(turn, relation, known, [happenings[key] for key in turn.happenings])
    for day in relation.feeds_only:
        yield f"No turn at {day}: the counts move, the outlets before and after do not bear it out"
    if relation.turns == ():
        yield "No turn."


def _turn_lines(
    turn: RelationTurn, relation: Relation, known: Known, because: Sequence[Happening]
) -> Iterator[str]:
    yield one_line(f"Turn from {turn.day}: {turn.words}")
    lead = turn.shifts[0]
    share = "" if lead.by_share is None else f", {_times(lead.by_share)} the share of their texts"
    told = f"{_times(lead.by_outlet)} as much{share}"
    yield f"    {many(turn.outlets, 'outlet')}, there before and after: {told}"
    for happening in because:
        yield one_line(f"    {tell_happening(relation, happening)}")
        yield f"        {_told(happening.tellings[0], known)}"


def _times(ratio: float) -> str:
    return f"{ratio:.1f} times" if ratio < 10 else f"{ratio:.0f} times"


def _told(telling: Telling, known: Known) -> str:
    report = known.reports[telling.report]
    claim = known.claims.get(telling.claim)
    quote = claim.content.quote if claim else telling.deed.quote
    chain = " < ".join(telling.chain) or "outlet"
    place = telling.deed.start
    outlet = telling.outlet or "outlet not named"
    return one_line(f"{telling.claim} {outlet} ({report.report_id}, {place}), {chain}: “{quote}”")


def _print_periods(relation: Relation, order: RelationsOrder) -> None:
    if not relation.happenings:
        return
    names = [order.grain.value, "texts", "outlets"]
    for way in Way:
        one, other = relation.names(way)
        names.append(one_line(f"{one} → {other}: coop. said/done, conflict said/done"))
        if not order.raw:
            names.append("conflict level")
    names.append("best told, by claim")
    shown = list(enumerate(happenings_by_period(relation)))[-order.limit :]
    print_table(names, (_row(place, told, relation, order) for place, told in shown))
    if len(shown) < len(relation.periods):
        warn(f"{len(relation.periods) - len(shown):,} earlier periods with --limit")


def _row(
    place: int, told: Sequence[Happening], relation: Relation, order: RelationsOrder
) -> tuple[Text, ...]:
    period = relation.periods[place]
    name = str(period.start) if period.offset is None else f"{period.offset:+d} {period.start}"
    cells = [name, f"{period.texts:,}", f"{period.outlets:,}"]
    for way in Way:
        lines = {line.quad: line for line in relation.lines if line.way is way}
        counts = [lines[quad].counts[place] for quad in Quad]
        cells.append("{}/{}  {}/{}".format(*counts) if any(counts) else "")
        if not order.raw:
            levels = [lines[quad].levels[place] for quad in Quad if quad.is_conflict]
            seen = [level for level in levels if level is not None]
            cells.append(f"{sum(seen):.1f}" if seen else "?")
    best = max(told, key=lambda each: (len(each.origins), abs(each.score), each.key), default=None)
    cells.append("" if best is None else f"{best.type.value} {best.tellings[0].claim}")
    return tuple(Text(one_line(cell)) for cell in cells)


def _exchange_lines(relation: Relation, known: Known) -> Iterator[str]:
    for exchange in relation.exchanges:
        yield _exchange_head(exchange, relation)
        for entry in exchange.entries:
            yield f"    {_entry_line(entry)}"
            yield f"        {_told(entry.telling, known)}"


def _exchange_head(exchange: Exchange, relation: Relation) -> str:
    one, other = relation.names(exchange.way)
    texts = {entry.telling.origin for entry in exchange.entries}
    told = Counter(entry.manner.value for entry in exchange.entries)
    manners = ", ".join(f"{count} {manner}" for manner, count in sorted(told.items()))
    kind = "" if exchange.thing == exchange.goods.value else f" ({exchange.goods.value})"
    return one_line(
        f"{one} → {other}: {exchange.thing}{kind}, {many(len(texts), 'text')}, {manners}"
    )


def _entry_line(entry: ExchangeEntry) -> str:
    figure = f"{entry.figure.words}: " if entry.figure else ""
    back = ", in return" if entry.in_return else ""
    party = ", by a party" if entry.party else ""
    day = str(entry.day or "undated")
    return one_line(f"{day} {figure}{entry.words.quote} [{entry.manner.value}{back}{party}]")


def _show_pairs(known: Known, order: RelationsOrder) -> None:
    pairs = relate_all(known, grain=order.grain, most=order.limit)
    if not pairs:
        warn("no events between two states or bodies are told")
    elif order.view.as_json:
        put_lines(pair_record(each) for each in pairs)
    else:
        names = ("one", "other", "happenings", "score", "first", "last", "turned", "last told by")
        print_table(names, (_pair_row(each) for each in pairs))


def _pair_row(pair: RelationSummary) -> tuple[Text, ...]:
    cells = (
        pair.one.name,
        pair.other.name,
        f"{pair.happenings:,}",
        f"{pair.score:+.1f}",
        str(pair.first),
        str(pair.last),
        "" if pair.turn is None else f"{pair.turn.day}: {pair.turn.words.partition(';')[0]}",
        " ".join(pair.claims[:1]),
    )
    return tuple(Text(one_line(cell)) for cell in cells)
