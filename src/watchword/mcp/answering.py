"""A call of a tool, or the reading of a resource, as a question to the desk.

Invariant: an assistant gets nothing that whoever it acts for could not look at themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic, sleep
from urllib.parse import parse_qs, unquote, urlsplit

from watchword.desk.catalogue import VIEWS
from watchword.desk.desk import Desk
from watchword.desk.entries import Answer
from watchword.errors import BusyError, MissingError, SettingsError
from watchword.mcp.offers import PLACES, SITUATION, Offer
from watchword.mcp.quoting import quoted
from watchword.model.principal import Principal

SCHEME = "watchword"
PATIENCE_S = 50.0
"""Seconds that a call waits for a view that is being worked out; assistants give up after 60."""
_PAUSE_S = 0.5
_VIEWS = frozenset(view.name for view in VIEWS)
_BY_PLACE = {place: view for view, place in PLACES.items() if view in _VIEWS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asks, of which desk.

    Attributes:
        desk: what is asked.
        principal: who the assistant acts for.
        patience_s: seconds that it waits for a view that is being worked out.
    """

    desk: Desk
    principal: Principal
    patience_s: float = PATIENCE_S


def call(asker: Asker, offer: Offer, given: Mapping[str, object]) -> dict[str, object]:
    """What a tool gives.

    Raises:
        WatchwordError: if what is asked for cannot be, is not there, or may not be.
    """
    asked = {name: value for name, value in given.items() if name != SITUATION}
    situation = _situation(asker, given.get(SITUATION))
    if offer.changes:
        record = asker.desk.act(asker.principal, situation, offer.name, asked)
        at = asker.desk.instant_of(asker.principal, situation)
        return quoted(situation, at.isoformat(), record)
    return _shown(situation, _look(asker, situation, offer.name, asked))


def read(asker: Asker, uri: str) -> dict[str, object]:
    """What stands behind an address: `watchword://situation/NAME/claims/KEY?as_of=DAY`.

    Raises:
        MissingError: if there is no such thing.
        WatchwordError: if it cannot be shown.
    """
    parts = urlsplit(uri)
    steps = [unquote(each) for each in parts.path.split("/")[1:] if each]
    is_ours = parts.scheme == SCHEME and parts.netloc == SITUATION and 1 <= len(steps) <= 3
    asked: dict[str, object] = {
        name: values[-1] for name, values in parse_qs(parts.query).items() if name == "as_of"
    }
    if is_ours and len(steps) == 1:
        return _shown(steps[0], _look(asker, steps[0], "today", asked))
    if is_ours and len(steps) == 3 and steps[1] in _BY_PLACE:
        view = _BY_PLACE[steps[1]]
        return _shown(steps[0], _look(asker, steps[0], view, {**asked, "key": steps[2]}))
    raise MissingError("there is no such resource", key=uri[:200])


def resources(asker: Asker) -> dict[str, str]:
    """The titles of the situations that may be read, by their addresses."""
    known = asker.desk.situations_of(asker.principal)
    return {f"{SCHEME}://{SITUATION}/{name}": title for name, title in known.items()}


def templates() -> dict[str, str]:
    """What each kind of address leads to, by its template."""
    return {
        f"{SCHEME}://{SITUATION}/{{name}}/{place}/{{key}}": f"One of the {place}, as it is shown"
        for place in _BY_PLACE
    }


def _situation(asker: Asker, given: object) -> str:
    if given is not None and not isinstance(given, str):
        raise SettingsError("it is no name", key=SITUATION)
    if given:
        return given
    known = asker.desk.situations_of(asker.principal)
    if len(known) != 1:
        named = ", ".join(sorted(known)) or "none that you may read"
        raise SettingsError(f"name the situation: {named}", key=SITUATION)
    return next(iter(known))


def _look(asker: Asker, situation: str, view: str, asked: Mapping[str, object]) -> Answer:
    until = monotonic() + asker.patience_s
    while True:
        answer = asker.desk.look(asker.principal, situation, view, asked)
        if answer is not None:
            return answer
        if monotonic() > until:
            raise BusyError("it is still being worked out", key=view, mend="ask again in a minute")
        sleep(_PAUSE_S)


def _shown(situation: str, answer: Answer) -> dict[str, object]:
    as_of = answer.as_of.isoformat()
    return quoted(situation, as_of, answer.record, is_behind=answer.is_behind)
