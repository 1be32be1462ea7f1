"""What changed since somebody last looked, a day ago or a week ago, the most important first."""

from dataclasses import replace

from watchword.desk.entries import DeskView
from watchword.desk.reading.today import SinceAsk, since_of
from watchword.desk.seen import Seen
from watchword.flow.change_records import change_record, claim_in
from watchword.flow.report_records import report_record
from watchword.flow.situation.questions import kept_questions, known_in
from watchword.flow.situation.windowing import days_before, widest
from watchword.flow.span_records import Record
from watchword.flow.turned import find_turned
from watchword.flow.weighing import states_of
from watchword.model.change import Change, ChangeKind
from watchword.model.known import Known
from watchword.relate.findings import find_findings
from watchword.relate.since import changes_since

LISTED = 40
CLAIMS_OF_EACH = 3
_OF_NAMES = frozenset({ChangeKind.APPEARED, ChangeKind.QUIET})
"""Who is heard of or no more: after what somebody claims, whatever its weight."""


def find_changes(seen: Seen, ask: SinceAsk) -> Record:
    """What changed, and how much rests on a single origin."""
    with seen.view() as view:
        since, how = since_of(seen, view, ask.since)
        beside = kept_questions(view), known_in(view)
    asked, window = widest(seen.store, seen.as_of, days_before(since))
    now = seen.known(asked)
    before = seen.shelf.of(seen.store, since, asked).known
    turned = find_turned(before, now, *beside)
    ranked = changes_since(before, now, turned, states_of(now))
    found = sorted(ranked, key=lambda each: each.kind in _OF_NAMES)
    return {
        "changes": [_told(each, before, now) for each in found[:LISTED]],
        "count": len(found),
        "since": since.isoformat(),
        "since_how": how,
        **_single(now),
        "looked_at": {
            "reports": len(now.reports),
            "since": asked.since.isoformat() if asked.since else None,
            "words": window.in_words(),
        },
    }


def _told(change: Change, before: Known, now: Known) -> Record:
    shown = replace(
        change, claims=change.claims[:CLAIMS_OF_EACH], earlier=change.earlier[:CLAIMS_OF_EACH]
    )
    keys = (*shown.claims, *shown.earlier)
    homes = {key: claim_in(key, before, now).report for key in keys}
    return {
        **change_record(shown, before, now),
        "more": len(change.claims) - len(shown.claims),
        "told_in": {key: report_record(now.reports[home]) for key, home in homes.items()},
    }


def _single(now: Known) -> Record:
    """How many things are told, and how many of them by a single origin."""
    claims = tuple(now.claims.values())
    found = find_findings(claims, now.reports, now.origins, states_of(now))
    return {
        "findings": len(found),
        "single_origin": sum(1 for each in found if len(each.origins) == 1),
    }


CHANGES = DeskView(
    name="changes",
    summary="What changed: new claims of weight, moved figures, denials, turns",
    asks=SinceAsk,
    find=find_changes,
    is_heavy=True,
    is_personal=True,
)
