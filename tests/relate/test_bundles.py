import random

from tests.relate.claims import NIS, claim, figure

from watchword.model.claim import Claim
from watchword.relate.bundles import CANDIDATES, bundle_claims
from watchword.relate.gist import Gist, read_gist

PEOPLE = ["North Korea", "Russia", "Ukraine", "Iran", "China", "Turkey", "Belarus", "Poland"]
VERBS = ["sent", "trained", "supplied", "shelled", "reviewed", "signed", "launched", "withdrew"]
THINGS = ["troops", "drones", "missiles", "officers", "shells", "vehicles", "workers", "tanks"]


def crowd(size: int) -> list[Gist]:
    """Claims on few subjects, so that many of them share words, actors and figures."""
    chance = random.Random(11)  # noqa: S311 - a crowd for a test, no secret
    return [read_gist(_any_claim(f"c{number:05}", chance)) for number in range(size)]


def _any_claim(key: str, chance: random.Random) -> Claim:
    who, deed, thing = chance.choice(PEOPLE), chance.choice(VERBS), chance.choice(THINGS)
    count = chance.choice([100, 500, 1500, 3000, 10000])
    town = f"town{chance.randrange(400)}"
    counted = figure(count, thing, counted=thing)
    return claim(
        key, f"{who} {deed} {count} {thing} near {town}", NIS, actor=who, figures=(counted,)
    )


def test_comparisons_grow_with_the_number_of_claims_and_not_its_square() -> None:
    compared = 0

    def count() -> None:
        nonlocal compared
        compared += 1

    gists = crowd(20_000)
    bundles = bundle_claims(gists, on_compare=count)
    assert compared <= CANDIDATES * len(gists)
    assert sum(len(bundle.gists) for bundle in bundles) == len(gists)


def test_a_bundle_never_mixes_amounts_or_actors() -> None:
    for bundle in bundle_claims(crowd(2_000)):
        assert len({gist.amount for gist in bundle.gists}) == 1
        assert len({gist.actor for gist in bundle.gists}) == 1


def test_a_claim_and_its_twin_among_many_are_found() -> None:
    twin = claim(
        "twin", "Iran delivered 77 gliders to Norway", NIS, figures=(figure(77, "gliders"),)
    )
    other = claim("other", "Iran gave Norway 77 gliders", NIS, figures=(figure(77, "gliders"),))
    bundles = bundle_claims([read_gist(twin), *crowd(3_000), read_gist(other)])
    (home,) = [bundle for bundle in bundles if any(g.claim == "twin" for g in bundle.gists)]
    assert {gist.claim for gist in home.gists} == {"twin", "other"}
