"""The running example becomes a graph with who claims each arrow; claims become evidence."""

from dataclasses import replace
from pathlib import Path

import pytest

from watchword.assess.scenarios.outlooks import look_ahead
from watchword.assess.scenarios.phrases import place_phrases, read_phrase
from watchword.config import read_settings
from watchword.engines import ReadingEngine
from watchword.errors import InvalidScenarioError, RefusedError
from watchword.flow.knowing import known_of
from watchword.flow.running import Inputs, gather, limits_of
from watchword.flow.scenario_files import scenario_in
from watchword.flow.situation.scenarios import Attached, attach_claims, suggest_scenario
from watchword.model.claim import Claim
from watchword.model.known import Known
from watchword.model.report import Status
from watchword.model.scenario import Arrow, Ground, Node, Scenario
from watchword.relate.gist import content_words

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "troops-to-russia"
CASES = Path(__file__).parent / "cases" / "phrases.txt"


@pytest.fixture(scope="module")
def known() -> Known:
    """What the running example tells."""
    settings = read_settings()
    inputs = Inputs(sources=(str(EXAMPLE),), limits=limits_of(settings), processes=1)
    return known_of(gather(inputs, ReadingEngine()).read)


def arrow_of(scenario: Scenario, cause: str, effect: str) -> Arrow:
    """The one arrow whose ends speak of some words."""
    texts = {node.id: node.text for node in scenario.nodes}
    (found,) = [
        each
        for each in scenario.arrows
        if cause in texts[each.cause] and effect in texts[each.effect]
    ]
    return found


def test_who_claims_each_arrow_and_how_firmly_is_told(known: Known) -> None:
    scenario = suggest_scenario(known, title="Troops").scenario
    threat = arrow_of(scenario, "gain combat experience", "a greater threat")
    (said,) = threat.claimed
    assert (said.chain, said.hedge, said.likelihood) == (("Tomas Hale",), "could", "")
    weapons = arrow_of(scenario, "pays with missile technology", "send weapons to Ukraine")
    assert (weapons.claimed[0].hedge, weapons.claimed[0].likelihood) == ("probably", "likely")
    for arrow in scenario.arrows:
        for backing in arrow.claimed:
            text = known.reports[backing.condition.report].text
            for words in (backing.condition, backing.consequence):
                assert text[words.start : words.end] == words.quote
            assert backing.claim in known.claims


def test_prints_of_one_origin_claim_one_arrow_and_count_once(known: Known) -> None:
    scenario = suggest_scenario(known, title="Troops").scenario
    casualties = arrow_of(scenario, "they are deployed", "many casualties")
    assert len(casualties.claimed) > 1
    assert len({each.origin for each in casualties.claimed}) == 1


def test_the_graph_can_be_computed_and_rests_on_the_sources_words_alone(known: Known) -> None:
    scenario = suggest_scenario(known, title="Troops").scenario
    beliefs = {each.node: each for each in look_ahead(scenario).beliefs}
    weapons = arrow_of(scenario, "pays with missile technology", "send weapons to Ukraine")
    assert not beliefs[weapons.effect].is_untold
    threat = arrow_of(scenario, "gain combat experience", "a greater threat")
    assert beliefs[threat.effect].is_untold


def test_states_that_may_be_one_are_proposed_and_not_joined(known: Known) -> None:
    suggested = suggest_scenario(known, title="Troops")
    texts = {node.id: node.text for node in suggested.scenario.nodes}
    pairs = [{texts[one], texts[other]} for one, other in suggested.alike]
    gained = "the troops gain combat experience"
    modern = "the North Korean troops gain experience of modern warfare"
    assert {gained, modern} in pairs
    assert {gained, modern} <= set(texts.values())


def test_a_limit_keeps_the_arrows_of_most_origins_and_says_how_many_are_left(known: Known) -> None:
    whole = suggest_scenario(known, title="x")
    few = suggest_scenario(known, title="x", limit=5)
    assert (len(few.scenario.arrows), few.left_out) == (5, len(whole.scenario.arrows) - 5)
    assert {name for each in few.scenario.arrows for name in (each.cause, each.effect)} == {
        node.id for node in few.scenario.nodes
    }


def test_what_a_withdrawn_report_claims_is_not_drawn(known: Known) -> None:
    threat = arrow_of(suggest_scenario(known, title="x").scenario, "gain combat", "greater threat")
    key = known.claims[threat.claimed[0].claim].report
    reports = {**known.reports, key: replace(known.reports[key], status=Status.WITHHELD)}
    after = suggest_scenario(replace(known, reports=reports), title="x").scenario
    assert threat.claimed[0].claim not in {b.claim for a in after.arrows for b in a.claimed}


FIGHT = Scenario(title="x", nodes=(Node(id="sent", text="troops are sent"),))


def sent(known: Known) -> Claim:
    """A claim that several origins make."""
    return next(
        claim
        for claim in known.claims.values()
        if "1,500" in claim.content.quote and claim.attribution.links
    )


def attached(claim: str, ratio: float | None = None) -> Attached:
    return Attached(
        node="sent", state="yes", claims=(claim,), by="ana", why="several say so", ratio=ratio
    )


def test_a_claim_is_weighed_by_its_credibility_and_brings_all_that_say_the_same(
    known: Known,
) -> None:
    claim = sent(known)
    (evidence,) = attach_claims(FIGHT, known, attached(claim.key)).evidence
    assert claim.key in evidence.claims
    assert evidence.credibility is not None
    assert evidence.ground is Ground.RULE
    assert "ana" in evidence.by


def test_a_ratio_that_a_person_gives_is_the_persons(known: Known) -> None:
    (evidence,) = attach_claims(FIGHT, known, attached(sent(known).key, ratio=3.0)).evidence
    assert (evidence.ratio, evidence.ground, evidence.by) == (3.0, Ground.PERSON, "ana")


def test_attaching_a_claim_again_replaces_it_and_another_of_its_origin_is_refused(
    known: Known,
) -> None:
    claim = sent(known)
    once = attach_claims(FIGHT, known, attached(claim.key))
    assert attach_claims(once, known, attached(claim.key)).evidence == once.evidence
    told = set(once.evidence[0].claims)
    homes = {report: origin.key for origin in known.origins for report in origin.reports}
    spoken = {homes[known.claims[key].report] for key in told}
    other = next(
        each.key
        for each in known.claims.values()
        if each.key not in told
        and homes[each.report] in spoken
        and not any(mark.kind.value == "negation" for mark in each.marks)
        and each.modality.value == "asserted"
    )
    with pytest.raises(RefusedError, match="counts once"):
        attach_claims(once, known, attached(other))


def test_a_claim_that_is_not_there_and_a_node_that_is_not_there_are_refused(known: Known) -> None:
    with pytest.raises(RefusedError, match="no such claim"):
        attach_claims(FIGHT, known, attached("0" * 16))
    with pytest.raises(InvalidScenarioError, match="no such node"):
        attach_claims(FIGHT, known, replace(attached(sent(known).key), node="cat"))


def test_the_trial_that_chose_how_alike_phrases_must_be_gives_its_figures() -> None:
    pairs = [
        [part.strip() for part in line.split("|")]
        for line in CASES.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    phrases = [read_phrase(text, content_words) for _, *both in pairs for text in both]
    places, _ = place_phrases(phrases)
    joined = [kind for at, (kind, *_) in enumerate(pairs) if places[2 * at] == places[2 * at + 1]]
    assert (joined.count("same"), joined.count("other")) == (11, 0)


def test_the_shipped_scenario_can_be_computed_and_its_claims_are_in_the_example(
    known: Known,
) -> None:
    file = ROOT / "examples" / "troops-to-russia.scenario.json"
    scenario = scenario_in(file.read_bytes(), file.name)
    outlook = look_ahead(scenario, target=("greater_threat", "yes"))
    assert outlook.focus is not None
    assert outlook.focus.moves
    claims = {key for each in scenario.evidence for key in each.claims}
    claims |= {each.claim for arrow in scenario.arrows for each in arrow.claimed}
    assert claims <= set(known.claims)
    assert [
        each.ground for each in scenario.arrows if each.weight is None and not each.claimed
    ] == []
