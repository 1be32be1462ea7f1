"""A brief of the record as somebody asks for it: what it is compared with, written, kept."""

import re

from watchword.flow.briefing import Request
from watchword.flow.forming import Form
from watchword.flow.situation.standing import (
    BriefAsked,
    Since,
    Standing,
    brief_record,
    compared,
    directed,
    find_brief,
    keep_brief,
    last_before,
)
from watchword.flow.situation.windowing import MOST
from watchword.model.brief import Brief
from watchword.store import Store
from watchword.store.opening import title_of
from watchword.text.instants import moment_of

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def since_of(store: Store, standing: Standing, form: Form, named: str | None) -> Since:
    """What a brief is compared with.

    Args:
        store: the record.
        standing: what is known.
        form: how the brief is asked for.
        named: a day, the key of a kept brief, or `last`; None for nothing, or, of a form that
            cannot do without, for the newest kept brief before.

    Raises:
        StoreError: if there is no such brief.
        SettingsError: if what looks like a day is none.
    """
    if named is None:
        return last_before(store, standing.as_of) if form.is_compared else Since()
    if _DAY.fullmatch(named):
        return Since(instant=moment_of(named, option="--since"))
    kept = find_brief(store, named)
    return Since(brief=kept.key, instant=kept.as_of if form.is_compared else None)


def most_of(standing: Standing) -> int | None:
    """How many reports a brief of what is known is made from at most; None for all."""
    return None if standing.looked is None else MOST


def written(store: Store, standing: Standing, title: str | None, asked: BriefAsked) -> Brief:
    """The brief of what is known, not kept yet.

    Args:
        store: the record.
        standing: what is known, with directions where a question is to be answered.
        title: what it is about; the situation's own where None and it is about everything.
        asked: what it is compared with, its form and its scenarios.

    Raises:
        StoreError: if the brief that it is compared with is gone.
    """
    name = title_of(store) if asked.form.focus.is_wide else ""
    request = Request(
        title=title or name or None,
        plan=asked.form.plan,
        focus=asked.form.focus,
        scenarios=asked.scenarios,
    )
    return brief_record(store, standing, compared(store, request, asked.since))


def compose_brief(
    store: Store, seen: Standing, title: str | None, asked: BriefAsked
) -> tuple[str, Brief]:
    """Write the brief of what is known, keep it, and give its key."""
    brief = written(store, directed(store, seen, asked.form), title, asked)
    return keep_brief(store, brief, asked), brief
