"""What a language model has to do with a command: which is asked, where, and what came of it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from watchword.cli.brief_order import BriefOrder
from watchword.cli.screen import many, one_line, warn
from watchword.config import Settings, read_settings, secret
from watchword.consult import Answering, Whereabouts, where_is
from watchword.errors import SettingsError, UnreadableError
from watchword.flow.consulting import judge_of_wordings, model_of
from watchword.flow.running import Watcher
from watchword.flow.wording import order_brief, word_brief
from watchword.model.brief import Brief

_OFFERS = {"word": "wording", "order": "order"}
"""What is offered, by the name of the instruction."""


def check_wording(order: BriefOrder, settings: Settings) -> None:
    """See that a model can be asked, before anything is read.

    Raises:
        SettingsError: if none is set, or it is asked for together with what it cannot go with.
    """
    if order.model.is_asked and order.record.rebuild:
        key = "--word" if order.model.word else "--order"
        raise SettingsError("a brief that is made again has its wordings already", key=key)
    if order.model.answers is not None and not order.model.is_asked:
        raise SettingsError("recorded answers are for --word and --order", key="--answers")
    if order.model.is_asked:
        model_of(settings, secret, order.model.answers)


def worded(brief: Brief, order: BriefOrder, watch: Watcher) -> Brief:
    """The brief, ordered and worded by a model where that was asked for."""
    if not order.model.is_asked:
        return brief
    model = asked_model(order.model.answers)
    if order.model.order:
        brief = order_brief(brief, model, watch)
    return word_brief(brief, model, judge_of_wordings(), watch) if order.model.word else brief


def asked_model(answers: Path | None) -> Answering:
    """The model that is asked; where what it is asked leaves this machine, that is said.

    Raises:
        SettingsError: if none is set.
    """
    settings = read_settings()
    model = model_of(settings, secret, answers)
    place = place_of(settings.lm_url) if settings.lm_url else None
    if place is not None and place is not Whereabouts.HERE:
        host = urlsplit(settings.lm_url).hostname or ""
        warn(f"sentences and the words they cite are sent to {one_line(host)}, {place}")
    return model


def place_of(address: str) -> Whereabouts | None:
    """How far what is asked travels; None where the name leads nowhere."""
    try:
        return where_is(address)
    except (UnreadableError, ValueError):
        return None


def consulted_lines(brief: Brief) -> Iterator[str]:
    """What came of asking, in lines for standard error."""
    for each in brief.consulted:
        offers = many(each.offered, _OFFERS[each.prompt.partition("/")[0]])
        dropped = sum(one.count for one in each.dropped)
        by = one_line(each.model)
        yield f"{offers} offered by {by}, {each.kept:,} kept, {dropped:,} dropped"
        for one in each.dropped:
            yield f"  {one.count:,} dropped: {one.reason}"
        if each.unanswered:
            why = f": {one_line('; '.join(each.failed))}" if each.failed else ""
            yield f"  no answer for {many(each.unanswered, 'sentence')}{why}"
