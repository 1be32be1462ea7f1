"""A kept brief made again, from what was known when it was made."""

from collections.abc import Mapping
from datetime import datetime

from watchword.assess.scenarios.filing import from_json as scenario_of
from watchword.flow.briefing import Request
from watchword.flow.forming import form_from
from watchword.flow.situation.scoping import asked_from
from watchword.flow.situation.standing import (
    Since,
    Standing,
    brief_of,
    brief_record,
    compared,
    directed,
    find_standing,
)
from watchword.flow.situation.windowing import standing_asked
from watchword.flow.wording import worded_as
from watchword.model.brief import Brief
from watchword.store import Store
from watchword.store.briefs import KeptBrief


def rebuild_brief(store: Store, kept: KeptBrief) -> Brief:
    """Make a brief again from what was known when it was made.

    Raises:
        StoreError: if the brief that it was compared with is gone.
    """
    asked, form = kept.request, form_from(kept.request)
    instant = asked.get("since_instant")
    since = Since(
        brief=str(asked["since"]) if asked.get("since") else None,
        instant=datetime.fromisoformat(str(instant)) if instant else None,
    )
    request = Request(
        title=str(asked["title"]),
        plan=form.plan,
        focus=form.focus,
        scenarios=tuple(map(scenario_of, _listed(asked.get("scenarios")))),
    )
    standing = directed(store, standing_then(store, kept), form)
    return worded_as(brief_of(kept), brief_record(store, standing, compared(store, request, since)))


def standing_then(store: Store, kept: KeptBrief) -> Standing:
    """What was known of what a kept brief was asked for, when it was made.

    Raises:
        StoreError: if the record cannot be read.
    """
    of = kept.request.get("of")
    if not isinstance(of, Mapping):
        return find_standing(store, kept.as_of)
    most, between = int(str(of["most"])), form_from(kept.request).focus.between
    return standing_asked(store, asked_from(of), kept.as_of, between=between, most=most)


def _listed(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
