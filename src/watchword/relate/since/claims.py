"""How much a change of what is told matters, and why, in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from watchword.model.change import Change, ChangeKind
from watchword.model.claim import Claim
from watchword.model.figure import Figure
from watchword.model.finding import Finding
from watchword.model.known import Known
from watchword.model.track import Track
from watchword.relate.importance import EVENT_WEIGHTS
from watchword.relate.kinds import amount_of

SHOWN_FIGURES = 6
"""Figures before, and after, that a line names at most; the claims have all of them."""
TURN_WEIGHT = 4.0
"""What a turn weighs more than the weightiest finding that shows it."""
_FORCE = 3
_TOLD = frozenset(
    {
        ChangeKind.NEW,
        ChangeKind.MOVED,
        ChangeKind.CONFIRMED,
        ChangeKind.DENIED,
        ChangeKind.CORRECTED,
        ChangeKind.WITHDRAWN,
        ChangeKind.TURNED,
    }
)


@dataclass(frozen=True, kw_only=True)
class Compared:
    """What is known at two instants.

    Attributes:
        before: what was known at the earlier one.
        now: what is known at the later one.
        findings: findings of what is known now.
        tracks: tracks of the same.
        earlier: findings of what was known before.
    """

    before: Known
    now: Known
    findings: tuple[Finding, ...]
    tracks: tuple[Track, ...]
    earlier: Sequence[Finding]

    @cached_property
    def home(self) -> Mapping[str, Finding]:
        """The finding now of each claim that tells it or denies it."""
        return _homes(self.findings)

    @cached_property
    def earlier_home(self) -> Mapping[str, Finding]:
        """The finding before of each claim that told it or denied it."""
        return _homes(self.earlier)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What each track counts, by its key."""
        return {track.key: track.title for track in self.tracks}


def weighed(change: Change, compared: Compared) -> Change:
    """A change of what is told with what it is about, its importance and the reasons for it.

    A change that was weighed where it was found is left as it is.
    """
    if change.kind not in _TOLD:
        return change
    finding = _finding(change, compared)
    return replace(
        change,
        about=change.about or _about(change, compared),
        importance=(finding.importance if finding else 0.0) + _turn_weight(change),
        reasons=(*change.reasons, *(_reasons(finding, compared.now) if finding else ())),
    )


def _turn_weight(change: Change) -> float:
    return TURN_WEIGHT if change.kind is ChangeKind.TURNED else 0.0


def _homes(findings: Sequence[Finding]) -> dict[str, Finding]:
    home: dict[str, Finding] = {}
    for finding in findings:
        for claim in (*finding.supports, *finding.denies):
            home.setdefault(claim, finding)
    return home


def _finding(change: Change, compared: Compared) -> Finding | None:
    """The weightiest finding that a change is about; of what counts no more, the one before."""
    now = (compared.home.get(claim) for claim in (*change.claims, *change.earlier))
    before = (compared.earlier_home.get(claim) for claim in change.earlier)
    found = [each for each in (*now, *before) if each is not None]
    return max(found, key=lambda each: (each.importance, each.key), default=None)


def _about(change: Change, compared: Compared) -> str:
    if change.track is not None:
        return f"{compared.titles[change.track]}: {_figures(change, compared)}"
    told = change.earlier if change.kind is ChangeKind.DENIED else change.claims
    claims = {**compared.before.claims, **compared.now.claims}
    return claims[told[0]].content.quote if told else ""


def _figures(change: Change, compared: Compared) -> str:
    """The figures before and after, each once, none of them averaged."""
    points = [
        point
        for track in compared.tracks
        if track.key == change.track
        for point in reversed(track.points)
    ]
    before = [point.figure for point in points if point.claim in change.earlier]
    known = {amount_of(figure) for figure in before}
    now = [point.figure for point in points if point.claim in change.claims]
    fresh = [figure for figure in now if amount_of(figure) not in known]
    return f"{_words(fresh)} (before: {_words(before)})"


def _words(figures: Iterable[Figure]) -> str:
    """The figures, the newest first, as many as a line takes."""
    told = list(dict.fromkeys(figure.words for figure in figures))
    more = f" and {len(told) - SHOWN_FIGURES:,} more" if len(told) > SHOWN_FIGURES else ""
    return f"{', '.join(told[:SHOWN_FIGURES])}{more}"


def _reasons(finding: Finding, now: Known) -> Iterator[str]:
    lead = now.claims.get(finding.lead)
    independent = min(len(finding.origins), len(finding.sources))
    if independent:
        yield f"{independent} independent source{'' if independent == 1 else 's'}"
    if lead is not None and lead.event is not None:
        yield _event_words(lead)
    if finding.denies:
        yield "denied"
    if finding.party_only:
        yield "told by parties to it alone"


def _event_words(lead: Claim) -> str:
    weight = EVENT_WEIGHTS.get(lead.event or "", 0)
    return f"{lead.event}, {'a matter of force' if weight == _FORCE else f'weight {weight} of 3'}"
