"""What became more credible, and what a newer version of a report corrected."""

from collections.abc import Iterator

from watchword.model.change import Change, ChangeKind
from watchword.model.finding import Finding
from watchword.model.source import Credibility
from watchword.relate.gist import read_gist, weigh_words
from watchword.relate.sameness import is_same_thing
from watchword.relate.since.claims import Compared
from watchword.text.versions import superseded

_HELD = frozenset({Credibility.CONFIRMED, Credibility.PROBABLY_TRUE})


def find_confirmed(compared: Compared) -> Iterator[Change]:
    """Findings told before that are probably true now, and were not, by what other origins add."""
    for finding in compared.findings:
        before = [claim for claim in finding.supports if claim in compared.before.claims]
        fresh = [claim for claim in finding.supports if claim not in compared.before.claims]
        was = compared.earlier_home.get(before[0]) if before else None
        if was is None or not fresh or not _rose(was, finding):
            continue
        yield Change(
            kind=ChangeKind.CONFIRMED,
            claims=tuple(fresh),
            earlier=tuple(before),
            finding=finding.key,
            reasons=(
                f"credibility {was.credibility.value} before, {finding.credibility.value} now",
                *finding.reasons[:1],
            ),
        )


def find_corrected(compared: Compared) -> Iterator[Change]:
    """Reports known before that a newer version replaced, and what it tells otherwise."""
    replaced = superseded(compared.now.reports.values())
    known = superseded(compared.before.reports.values())
    told: dict[str, list[str]] = {}
    for claim in compared.now.claims.values():
        told.setdefault(claim.report, []).append(claim.key)
    for older, newer in sorted(replaced.items()):
        if older not in compared.before.reports or older in known:
            continue
        lost, gained = _differing(told.get(older, []), told.get(newer, []), compared)
        if lost and gained:
            outlet = compared.now.reports[newer].outlet or "an outlet that is not named"
            yield Change(
                kind=ChangeKind.CORRECTED,
                claims=tuple(gained),
                earlier=tuple(lost),
                reasons=(f"a newer version by {outlet}",),
            )


def _rose(was: Finding, finding: Finding) -> bool:
    return finding.credibility in _HELD and finding.credibility < was.credibility


def _differing(
    older: list[str], newer: list[str], compared: Compared
) -> tuple[list[str], list[str]]:
    """Claims of each of two versions that the other does not make."""
    old = [read_gist(compared.now.claims[key]) for key in older]
    new = [read_gist(compared.now.claims[key]) for key in newer]
    weights = weigh_words([*old, *new])
    kept = [(a, b) for a in old for b in new if is_same_thing(a, b, weights)]
    stayed = {gist.claim for pair in kept for gist in pair}
    return [key for key in older if key not in stayed], [key for key in newer if key not in stayed]
