"""Each situation beside this test is told as a careful analyst would tell it."""

import pytest
from tests.relate.situation_files import BEARINGS, Situation, known_from, read_situations

from watchword.engines import ReadingEngine
from watchword.flow.weighing import bench_of
from watchword.model.corroboration import Corroboration
from watchword.model.known import Known
from watchword.relate.corroboration import find_corroboration
from watchword.relate.drift import find_drifts

SITUATIONS = read_situations()
CLAIMS = {name: each for name, each in SITUATIONS.items() if not each.is_drift}
DRIFTS = {name: each for name, each in SITUATIONS.items() if each.is_drift}


@pytest.fixture(scope="module")
def engine() -> ReadingEngine:
    return ReadingEngine()


@pytest.mark.parametrize("name", sorted(CLAIMS))
def test_who_agrees_with_a_claim_is_told_as_an_analyst_would(
    name: str, engine: ReadingEngine
) -> None:
    situation = CLAIMS[name]
    known = known_from(situation, engine)
    key = key_of(situation.words[0], situation, known)
    found = find_corroboration(known, key, bench_of(known))
    told = told_of(found)
    for field in BEARINGS:
        assert told[field] in allowed(situation.wanted.get(field, "")), field
    for field in ("for", "against", "credibility", "party only"):
        if field in situation.wanted:
            assert told[field] == {situation.wanted[field]}, (field, found.reasons)


@pytest.mark.parametrize("name", sorted(DRIFTS))
def test_what_hardens_is_told_as_an_analyst_would(name: str, engine: ReadingEngine) -> None:
    situation = DRIFTS[name]
    known = known_from(situation, engine)
    found = find_drifts(known, bench_of(known))
    if situation.words == ("none",):
        assert [each.steps for each in found] == []
        return
    (drift,) = found
    assert situation.words[0] in known.claims[drift.earlier].sentence.quote
    assert situation.words[1] in known.claims[drift.later].sentence.quote
    assert drift.way.value in situation.wanted["way"].split(" / ")
    respects = " + ".join(step.respect.value for step in drift.steps)
    assert respects in situation.wanted["in"].split(" / ")


def key_of(words: str, situation: Situation, known: Known) -> str:
    """The key of the first claim whose sentence has the words, and some of them in its content."""
    for wording in words.split(" / "):
        for claim in known.claims.values():
            start = claim.sentence.quote.find(wording)
            at = claim.sentence.start + start
            if start >= 0 and at < claim.content.end and claim.content.start < at + len(wording):
                return claim.key
    message = f"{situation.name}: no claim has the words {words!r}"
    raise AssertionError(message)


def told_of(found: Corroboration) -> dict[str, set[str]]:
    sides = {
        field: {side.source for side in found.sides if side.bearing.value == bearing}
        for field, bearing in BEARINGS.items()
    }
    return {
        **sides,
        "for": {str(found.independent)},
        "against": {str(found.denying)},
        "credibility": {found.credibility.value},
        "party only": {"yes" if found.party_only else "no"},
    }


def allowed(wanted: str) -> list[set[str]]:
    """The sets of sources that are equally right."""
    ways = wanted.split(" / ")
    return [{name for name in way.split(" + ") if name} for way in ways]
