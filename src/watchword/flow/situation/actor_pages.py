"""Actors as pages show them: who is spoken of most, and one with its names, offices, proposals."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from watchword.errors import RefusedError
from watchword.flow.decision_records import decisions_on
from watchword.flow.situation.actor_names import bearers_of, known_as, names_borne, names_told
from watchword.flow.situation.actors import choose_identity, open_proposals
from watchword.flow.span_records import Record
from watchword.flow.trends import counts_over
from watchword.model.identity import Identity
from watchword.model.proposal import Proposal
from watchword.model.tally import Tally, TallyKind
from watchword.model.tenure import Tenure
from watchword.resolve.register import Register
from watchword.store import View
from watchword.store.decisions import each_decision, each_standing_decision
from watchword.store.naming import (
    count_naming,
    names_counted,
    times_naming,
)

PARTS, PROPOSALS, NAMES = 40, 100, 60
"""Parts of a body, proposals, and names of an actor that are told at most."""


def list_actors(view: View, register: Register, *, prefix: str, start: int, limit: int) -> Record:
    """The actors that most reports speak of, a page of them; several names of one are one.

    Args:
        view: the record, as known at an instant.
        register: everybody who is known then.
        prefix: what a name, or a word of it, begins with; empty for anything.
        start: names that are passed over.
        limit: names at most.
    """
    found = names_counted(view, TallyKind.ACTOR, prefix, start=start, limit=limit + 1)
    met: dict[str, _Met] = {}
    for each in found[:limit]:
        identity = known_as(register, each.name, each.mark or None)
        key = identity.key if identity else each.name
        met.setdefault(key, _Met(key=key, identity=identity)).counts.append(each)
    rows = [_row(view, register, each) for each in met.values()]
    proposals = open_proposals(view, register)
    return {
        "actors": rows,
        "proposals": [proposal_record(each, register) for each in proposals[:PROPOSALS]],
        "proposed": len(proposals),
        "next": str(start + limit) if len(found) > limit else None,
    }


def show_actor(view: View, register: Register, name: str) -> tuple[Record, tuple[str, ...]]:
    """An actor with offices, what it is part of, what is proposed and decided, and all its names.

    Args:
        view: the record, as known at an instant.
        register: everybody who is known then.
        name: its key, or a name that it bears; several may bear it.
    """
    try:
        identity = choose_identity(register, name)
    except RefusedError:
        return _unknown(view, register, name), (name,)
    names = names_told(view, register, identity)
    proposals = [
        each
        for each in open_proposals(view, register)
        if identity.key in {register.canonical(key) for key in (each.identity, each.other) if key}
    ]
    merged = [key for key, into in register.merges.into.items() if into == identity.key]
    subjects = {identity.key, *merged, *(each.key for each in proposals)}
    decisions = list(each_decision(view))
    record = {
        **identity_record(identity, register),
        "is_known": True,
        "names": _names(register, identity.key),
        "offices": [office_record(each, register) for each in _in_order(register, identity.key)],
        "above": [_named(key, register) for key in register.lineage(identity.key)],
        "parts": [_named(each.key, register) for each in _each_part(register, identity.key)],
        "merged": merged,
        "proposals": [proposal_record(each, register) for each in proposals],
        "decisions": decisions_on(subjects, decisions, each_standing_decision(view)),
        "bearers": [],
        **_spoken_of(view, names),
    }
    return record, names


def identity_record(identity: Identity, register: Register) -> Record:
    """Who an identity is."""
    return {
        "key": identity.key,
        "name": identity.name,
        "kind": identity.kind.value,
        "country": identity.country,
        "country_name": _state_name(identity, register),
        "since": identity.since.isoformat() if identity.since else None,
        "until": identity.until.isoformat() if identity.until else None,
        "qid": identity.qid,
        "note": identity.note,
        "made_by": identity.made_by,
    }


def office_record(tenure: Tenure, register: Register) -> Record:
    """An office that somebody held."""
    return {
        "office": tenure.office,
        "of": _named(tenure.of, register),
        "since": tenure.since.isoformat() if tenure.since else None,
        "until": tenure.until.isoformat() if tenure.until else None,
        "slack": tenure.slack,
        "source": tenure.source,
    }


def proposal_record(proposal: Proposal, register: Register) -> Record:
    """What is proposed of somebody."""
    return {
        "key": proposal.key,
        "kind": proposal.kind.value,
        "identity": _named(proposal.identity, register),
        "other": _named(proposal.other, register) if proposal.other else None,
        "words": proposal.words,
        "confidence": proposal.confidence,
        "reasons": list(proposal.reasons),
        "seen": proposal.seen.isoformat() if proposal.seen else None,
        "made_by": proposal.made_by,
    }


@dataclass(slots=True, kw_only=True)
class _Met:
    """One actor on a page of the list, with the names that reports give it."""

    key: str
    identity: Identity | None
    counts: list[Tally] = field(default_factory=list)


def _row(view: View, register: Register, met: _Met) -> Record:
    identity, first = met.identity, met.counts[0]
    name = identity.name if identity else first.name
    also = [each.name for each in met.counts if each.name != name]
    is_counted = identity is None or len(met.counts) == 1
    return {
        "key": met.key,
        "name": name,
        "kind": identity.kind.value if identity else None,
        "country": (identity.country if identity else None) or first.mark or None,
        "reports": first.reports
        if is_counted
        else count_naming(view, names_borne(register, met.key)),
        "also": list(dict.fromkeys(also)),
    }


def _unknown(view: View, register: Register, name: str) -> Record:
    """Somebody whom reports name and nobody knows, or whose name several bear."""
    return {
        "key": name,
        "name": name,
        "kind": None,
        "country": None,
        "country_name": None,
        **dict.fromkeys(("since", "until", "qid", "made_by")),
        "note": "",
        "is_known": False,
        "bearers": [identity_record(each, register) for each in bearers_of(register, name)],
        **{each: [] for each in ("names", "offices", "above", "parts", "merged", "proposals")},
        "decisions": decisions_on((name,), each_decision(view), each_standing_decision(view)),
        **_spoken_of(view, (name,)),
    }


def _spoken_of(view: View, names: Sequence[str]) -> Record:
    times = times_naming(view, names)
    since, until = (times[0], times[-1]) if times else (None, None)
    return {
        "reports": count_naming(view, names),
        "first": since.isoformat() if since else None,
        "last": until.isoformat() if until else None,
        "trend": counts_over(times, since, until),
    }


def _names(register: Register, key: str) -> list[Record]:
    return [
        {
            "words": each.words,
            "confidence": each.confidence,
            "reason": each.reason,
            "language": each.language,
            "since": each.since.isoformat() if each.since else None,
            "until": each.until.isoformat() if each.until else None,
            "made_by": each.made_by,
        }
        for each in register.aliases_of(key)[:NAMES]
    ]


def _in_order(register: Register, key: str) -> Iterable[Tenure]:
    """The offices of somebody, the last one first."""
    return sorted(
        register.offices_of(key), key=lambda each: (str(each.since or ""), each.key), reverse=True
    )


def _each_part(register: Register, key: str) -> Iterator[Identity]:
    parts = (each for each in register.identities() if register.parent(each.key) == key)
    for _, each in zip(range(PARTS), parts, strict=False):
        yield each


def _named(key: str, register: Register) -> Record:
    return {"key": register.canonical(key), "name": register.name(key)}


def _state_name(identity: Identity, register: Register) -> str | None:
    state = register.state(identity.country) if identity.country else None
    return state.name if state else identity.country
