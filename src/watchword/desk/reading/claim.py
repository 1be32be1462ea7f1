"""One claim: its words, its chain, what people decided of it, and its report."""

from itertools import pairwise

from watchword.desk.ask import Ask, Key
from watchword.desk.entries import DeskView
from watchword.desk.reading.report import origin_told, report_told, versions_told
from watchword.desk.seen import Seen
from watchword.errors import MissingError
from watchword.extract.correcting import value_of
from watchword.flow.event_records import event_record_of
from watchword.flow.records import record_of
from watchword.flow.situation.decided import told_decisions
from watchword.flow.situation.showing import ShownClaim, show_claim
from watchword.flow.span_records import Record
from watchword.model.claim import Claim
from watchword.model.correction import ClaimField
from watchword.model.decision import DecisionKind
from watchword.store.decisions import each_decision

AROUND = 400
"""Characters of the report that are shown before and behind the claim's sentence."""


class ClaimAsk(Ask):
    """Which claim is asked for.

    Attributes:
        key: its key.
    """

    key: Key


def find_claim(seen: Seen, ask: ClaimAsk) -> Record:
    """A claim with what its report's record holds.

    Raises:
        MissingError: if there is none.
    """
    with seen.view() as view:
        shown = show_claim(view, ask.key)
        known = list(each_decision(view))
        standing = shown.claim or shown.machine
        if standing is None:
            raise MissingError("a later reading of its report has this claim no more", key=ask.key)
        report = shown.home.report
        grades = [
            each
            for each in known
            if each.kind is DecisionKind.GRADE and each.subject == report.outlet
        ]
        return {
            "key": ask.key,
            "claim": _claim(shown, standing),
            "machine": _claim(shown, shown.machine) if shown.machine else None,
            "struck": shown.claim is None,
            "values": {field.value: value_of(standing, field) for field in ClaimField},
            "found": {field.value: value_of(shown.machine, field) for field in ClaimField}
            if shown.machine
            else {},
            "passage": _passage(standing, report.text),
            "events": _events(shown),
            "report": report_told(shown.home),
            "origin": origin_told(view, shown.home),
            "versions": versions_told(shown.home),
            "decisions": told_decisions(
                [each for each in reversed(shown.decisions) if each.kind is not DecisionKind.UNDO],
                known,
            ),
            "on_report": told_decisions(reversed(shown.home.decisions), known),
            "grades": told_decisions(reversed(grades), known),
        }


def _claim(shown: ShownClaim, claim: Claim) -> Record:
    read = shown.home.read
    toponyms = read.toponyms if read else ()
    positions = read.extraction.positions if read else ()
    return record_of(claim, shown.home.report, toponyms, positions)


def _events(shown: ShownClaim) -> list[Record]:
    read = shown.home.read
    events = read.events if read else ()
    return [
        event_record_of(each, shown.home.report, read.toponyms if read else ())
        for each in events
        if each.claim == shown.key
    ]


def _passage(claim: Claim, text: str) -> Record:
    """The claim's sentence with the words around it, and what in it says what."""
    start = max(0, claim.sentence.start - AROUND)
    end = min(len(text), claim.sentence.end + AROUND)
    before = text.rfind("\n", start, claim.sentence.start)
    behind = text.find("\n", claim.sentence.end, end)
    begun = before + 1 if before >= 0 else start
    ended = behind if behind >= 0 else end
    return {
        "before": text[begun : claim.sentence.start],
        "pieces": _pieces(claim),
        "behind": text[claim.sentence.end : ended],
        "sentence": [claim.sentence.start, claim.sentence.end],
        "content": [claim.content.start, claim.content.end],
    }


def _pieces(claim: Claim) -> list[Record]:
    """The sentence, cut where what says something begins and ends: each piece with what it is."""
    found = [
        (claim.content, "content"),
        *((link.span, "source") for link in claim.attribution.links),
        (claim.attribution.cue_at, "cue"),
        *((mark.span, "mark") for mark in claim.marks),
        (claim.condition, "condition"),
    ]
    spans = [(span, role) for span, role in found if span is not None]
    start, words = claim.sentence.start, claim.sentence.quote
    inside = ((edge - start) for span, _ in spans for edge in (span.start, span.end))
    edges = {0, len(words), *(edge for edge in inside if 0 < edge < len(words))}
    return [
        {
            "text": words[a:b],
            "roles": [role for span, role in spans if span.start - start <= a < span.end - start],
        }
        for a, b in pairwise(sorted(edges))
    ]


CLAIM = DeskView(
    name="claim",
    summary="A claim with its words, its chain, its report, and what people decided of it",
    asks=ClaimAsk,
    find=find_claim,
)
