"""Sources as pages show them: outlets and speakers, how they are graded and by whom."""

from collections.abc import Iterable, Mapping, Sequence

from watchword.flow.decision_records import decisions_on
from watchword.flow.situation.story_pages import headline_record
from watchword.flow.span_records import Record
from watchword.model.decision import Decision, DecisionKind
from watchword.model.headline import Headline
from watchword.model.origin import OriginDecision
from watchword.model.tally import Tally, TallyKind
from watchword.store import View
from watchword.store.decisions import each_decision, each_standing_decision
from watchword.store.headlines import headlines_of
from watchword.store.naming import keys_of_outlet, names_counted, times_of_source
from watchword.store.origins import placements_of

REPORTS = 200
"""Reports of an outlet that are looked at for copies, its last ones."""
SHOWN = 20
"""Copies and reports that are told at most, each."""


def list_sources(view: View, kind: str, *, prefix: str, start: int, limit: int) -> Record:
    """Outlets or speakers, a page of them, with the grades that people gave.

    Args:
        view: the record, as known at an instant.
        kind: "outlets" or "speakers".
        prefix: what a name, or a word of it, begins with; empty for anything.
        start: names that are passed over.
        limit: names at most.
    """
    counted = TallyKind.OUTLET if kind == "outlets" else TallyKind.SOURCE
    found = names_counted(view, counted, prefix, start=start, limit=limit + 1)
    grades = given_grades(each_standing_decision(view))
    return {
        "kind": kind,
        "sources": [_row(each, grades) for each in found[:limit]],
        "graded": [
            {"name": name, "given": made.value, "by": made.by, "why": made.why}
            for name, made in sorted(grades.items())
        ],
        "next": str(start + limit) if len(found) > limit else None,
    }


def show_source(view: View, name: str) -> Record:
    """A source: how often it is told, its grade and who gave which, what it printed of others.

    One that is only cited by others, or that nothing has come from yet, can be graded, too.
    """
    reports, claims = times_of_source(view, name)
    standing = list(each_standing_decision(view))
    given = given_grades(standing).get(name)
    graded = [each for each in each_decision(view) if _is_on(each, name)]
    keys = keys_of_outlet(view, name, most=REPORTS) if reports else []
    return {
        "name": name,
        "reports": reports,
        "claims": claims,
        "given": given.value if given else None,
        "given_by": given.by if given else None,
        "given_why": given.why if given else None,
        "given_at": given.at.isoformat() if given else None,
        "decisions": decisions_on((name,), graded, standing),
        **_printed(view, keys),
    }


def given_grades(standing: Iterable[Decision]) -> dict[str, Decision]:
    """The decision that each person's grade stands by, by the source's name."""
    return {each.subject: each for each in standing if each.kind is DecisionKind.GRADE}


def _is_on(made: Decision, name: str) -> bool:
    return made.kind is DecisionKind.GRADE and made.subject == name


def _row(found: Tally, grades: dict[str, Decision]) -> Record:
    given = grades.get(found.name)
    return {
        "name": found.name,
        "count": found.claims if found.kind is TallyKind.SOURCE else found.reports,
        "given": given.value if given else None,
        "given_by": given.by if given else None,
    }


def _printed(view: View, keys: Sequence[str]) -> Record:
    """An outlet's last reports, and which of them are other outlets' texts."""
    placed = placements_of(view, keys)
    copies = [key for key in keys if key in placed and placed[key].copy_of]
    wanted = [
        *keys[:SHOWN],
        *copies[:SHOWN],
        *(placed[key].copy_of or "" for key in copies[:SHOWN]),
    ]
    headlines = headlines_of(view, wanted)
    return {
        "looked_at": len(keys),
        "last": [headline_record(headlines[key]) for key in keys[:SHOWN] if key in headlines],
        "copied": len(copies),
        "copies": [_copy(placed[key], headlines) for key in copies[:SHOWN] if key in headlines],
    }


def _copy(placed: OriginDecision, headlines: Mapping[str, Headline]) -> Record:
    of = headlines.get(placed.copy_of or "")
    return {
        **headline_record(headlines[placed.report]),
        "manner": placed.manner.value,
        "reason": placed.reason,
        "of": headline_record(of) if of else None,
    }
