"""Scenarios of what is known: a first graph, and claims attached to it as evidence."""

from dataclasses import dataclass

from watchword.assess.scenarios.chances import RATIOS
from watchword.assess.scenarios.editing import add_evidence
from watchword.assess.scenarios.suggesting import Suggested
from watchword.assess.scenarios.suggesting import suggest_scenario as draw
from watchword.errors import RefusedError
from watchword.model.finding import Finding
from watchword.model.known import Known
from watchword.model.scenario import Evidence, Ground, Scenario
from watchword.relate.findings import find_findings
from watchword.relate.gist import content_words

BY_CREDIBILITY = "by the claim's credibility"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What a person attaches claims with.

    Attributes:
        node: id of the node.
        state: the state that the claims speak for.
        claims: keys of the claims.
        by: who attaches them.
        why: the reason in words; empty where none is given.
        ratio: how many times likelier they are in that state; by their credibility where None.
        indicator: name of the indicator that they show, None where none is meant.
    """

    node: str
    state: str
    claims: tuple[str, ...]
    by: str
    why: str = ""
    ratio: float | None = None
    indicator: str | None = None


def suggest_scenario(known: Known, *, title: str, limit: int | None = None) -> Suggested:
    """Draw the graph of what is claimed to lead to what.

    Args:
        known: what is known.
        title: what the scenario is about.
        limit: how many arrows to draw at most, those of the most origins; all where None.
    """
    return draw(known, content_words, title=title, limit=limit)


def attach_claims(scenario: Scenario, known: Known, attached: Attached) -> Scenario:
    """Attach claims, with all that say the same, to a node as one piece of evidence.

    Of several things that they say, the best told one gives the credibility.

    Args:
        scenario: the scenario.
        known: what is known.
        attached: which claims, to what, by whom.

    Raises:
        RefusedError: if there is no such claim, none has a credibility of its own and no ratio is
            given, or every origin of them speaks for the node already.
        InvalidScenarioError: if there is no such node or state.
    """
    findings = _findings(known, attached.claims)
    said = (claim for finding in findings for claim in finding.supports)
    claims = tuple(dict.fromkeys((*said, *attached.claims)))
    _refuse_known_origins(scenario, known, attached.node, claims)
    credibility = min((each.credibility for each in findings), default=None)
    if attached.ratio is None and credibility is None:
        told = "this claim denies another and has no credibility of its own"
        raise RefusedError(told, key=attached.claims[0], mend="give a ratio, as NODE=STATE:RATIO")
    given = attached.ratio is not None
    by_grade = RATIOS[credibility] if credibility else None
    evidence = Evidence(
        node=attached.node,
        state=attached.state,
        ratio=attached.ratio if given else by_grade,
        ground=Ground.PERSON if given else Ground.RULE,
        by=attached.by if given else f"{BY_CREDIBILITY}, attached by {attached.by}",
        why=attached.why,
        claims=claims,
        indicator=attached.indicator,
        credibility=credibility,
    )
    return add_evidence(scenario, evidence)


def _findings(known: Known, claims: tuple[str, ...]) -> tuple[Finding, ...]:
    """The findings that some claims support; a denial supports none."""
    missing = [claim for claim in claims if claim not in known.claims]
    if missing:
        mend = "see the keys of `watchword read --json` or `watchword search --json`"
        raise RefusedError("there is no such claim in what is looked at", key=missing[0], mend=mend)
    found = find_findings(tuple(known.claims.values()), known.reports, known.origins)
    return tuple(each for each in found if not set(claims).isdisjoint(each.supports))


def _refuse_known_origins(
    scenario: Scenario, known: Known, node: str, claims: tuple[str, ...]
) -> None:
    """Refuse a piece whose every origin speaks for the node already: an origin counts once."""
    homes = {report: origin.key for origin in known.origins for report in origin.reports}

    def origins(keys: tuple[str, ...]) -> set[str]:
        return {homes[known.claims[key].report] for key in keys if key in known.claims}

    others = (
        each
        for each in scenario.evidence
        if each.node == node and not set(each.claims) & set(claims)
    )
    spoken = {origin for each in others for origin in origins(each.claims)}
    if origins(claims) <= spoken:
        mend = "change the ratio of the evidence that is there, or take it off with --no-evidence"
        raise RefusedError(
            "its origin speaks for this node already, and counts once", key=node, mend=mend
        )
