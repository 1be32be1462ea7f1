import pytest
from tests.relate.claims import (
    DIPLOMAT,
    KREMLIN,
    LAWMAKERS,
    NIS,
    PENTAGON,
    PYONGYANG,
    RUTTE,
    claim,
    figure,
    report,
    shelf,
)

from watchword.errors import WatchwordError
from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.finding import Finding
from watchword.model.report import Report, Status
from watchword.model.source import Credibility
from watchword.relate.findings import find_findings

SENT = "North Korea has sent 3,000 troops to Russia"


def weigh(claims: list[Claim], *reports: Report) -> tuple[Finding, ...]:
    known = reports or (report("r1"), report("r2", 19), report("r3", 20), report("r4", 21))
    return find_findings(claims, *shelf(*known))


def sent(key: str, *sources: object, of: str, best: float = 3000, **known: object) -> Claim:
    words = f"North Korea has sent {best:,.0f} troops to Russia"
    return claim(key, words, *sources, of=of, verb="send", figures=(figure(best),), **known)  # type: ignore[arg-type]


def test_claims_of_one_thing_from_two_sources_are_one_finding_of_credibility_two() -> None:
    (finding,) = weigh(
        [
            sent("c1", NIS, of="r1"),
            claim(
                "c2",
                "Pyongyang dispatched about 3,000 soldiers to Russia",
                PENTAGON,
                of="r2",
                verb="dispatch",
                actor="Pyongyang",
                figures=(figure(3000, "soldiers", words="about 3,000"),),
            ),
        ]
    )
    assert set(finding.supports) == {"c1", "c2"}
    assert finding.credibility is Credibility.PROBABLY_TRUE
    assert finding.reasons[0] == (
        "two independent sources: National Intelligence Service, Pentagon"
    )
    assert finding.lead == "c2", "the newest of two equally good claims leads"


def test_one_briefing_told_by_three_outlets_is_one_source() -> None:
    (finding,) = weigh(
        [
            sent("c1", NIS, of="r1"),
            sent("c2", LAWMAKERS, NIS, of="r2"),
            sent("c3", NIS, of="r3"),
        ]
    )
    assert finding.sources == ("National Intelligence Service",)
    assert finding.credibility is Credibility.POSSIBLY_TRUE
    assert len(finding.origins) == 3


def test_two_sources_inside_one_wire_text_are_not_independent() -> None:
    (finding,) = weigh([sent("c1", NIS, of="r1"), sent("c2", PENTAGON, of="r1")])
    assert finding.credibility is Credibility.POSSIBLY_TRUE


def test_three_independent_sources_confirm_until_somebody_denies_it() -> None:
    three = [
        sent("c1", NIS, of="r1"),
        sent("c2", PENTAGON, of="r2"),
        sent("c3", RUTTE, of="r3"),
    ]
    assert weigh(three)[0].credibility is Credibility.CONFIRMED
    denial = claim(
        "d1",
        "North Korean troops are being sent to Russia",
        KREMLIN,
        of="r4",
        verb="send",
        modality=Modality.DENIED,
    )
    (finding,) = weigh([*three, denial])
    assert finding.denies == ("d1",)
    assert finding.credibility is Credibility.PROBABLY_TRUE
    assert "denied by Kremlin, a party to the claim" in finding.reasons


def test_a_blanket_denial_denies_every_figure() -> None:
    findings = weigh(
        [
            sent("c1", NIS, of="r1", best=1500),
            sent("c2", PENTAGON, of="r2", best=3000),
            claim(
                "d1",
                "North Korean military personnel are being sent to Russia",
                KREMLIN,
                of="r3",
                verb="send",
                modality=Modality.DENIED,
            ),
        ]
    )
    assert [finding.denies for finding in findings] == [("d1",), ("d1",)]


def test_a_denial_of_one_figure_leaves_the_other_figure_alone() -> None:
    findings = weigh(
        [
            sent("c1", NIS, of="r1", best=1500),
            sent("c2", PENTAGON, of="r2", best=3000),
            sent("d1", KREMLIN, of="r3", best=3000, modality=Modality.DENIED),
        ]
    )
    assert {finding.lead: finding.denies for finding in findings} == {"c1": (), "c2": ("d1",)}


def test_a_denial_that_the_deed_is_done_does_not_deny_the_plan() -> None:
    findings = weigh(
        [
            sent("c1", NIS, of="r1", best=10000, modality=Modality.PLANNED),
            claim(
                "d1",
                "North Korea has sent no troops to Russia",
                PYONGYANG,
                of="r2",
                verb="send",
                polarity=Polarity.NEGATED,
            ),
        ]
    )
    assert all(not finding.denies for finding in findings)
    assert len(findings) == 2, "a denial that meets nothing is a finding of its own"


def test_as_many_denials_as_sources_make_a_finding_doubtful_and_more_improbable() -> None:
    told = claim("c1", "Ruritania shelled the port", RUTTE, of="r1", actor=None, recipient=None)
    denials = [
        claim(
            key,
            "Ruritania shelled the port",
            source,
            of=of,
            actor=None,
            recipient=None,
            modality=Modality.DENIED,
        )
        for key, source, of in (("d1", PENTAGON, "r2"), ("d2", NIS, "r3"))
    ]
    assert weigh([told, denials[0]])[0].credibility is Credibility.DOUBTFUL
    assert weigh([told, *denials])[0].credibility is Credibility.IMPROBABLE


def test_different_figures_are_two_findings_that_name_each_other() -> None:
    findings = weigh([sent("c1", NIS, of="r1", best=1500), sent("c2", PENTAGON, of="r2")])
    reasons = {finding.lead: finding.reasons for finding in findings}
    assert "other figures given: 3,000 (Pentagon, 2024-10-19)" in reasons["c1"]
    assert "other figures given: 1,500 (National Intelligence Service, 2024-10-18)" in reasons["c2"]


def test_soldiers_and_workers_are_never_one_figure() -> None:
    findings = weigh(
        [
            sent("c1", NIS, of="r1", best=15000),
            claim(
                "c2",
                "North Korea has sent 15,000 workers to Russia",
                PENTAGON,
                of="r2",
                verb="send",
                figures=(figure(15000, "workers"),),
            ),
        ]
    )
    assert len(findings) == 2
    assert all("other figures" not in " ".join(finding.reasons) for finding in findings)


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.ESTIMATED, Modality.CONDITIONAL])
def test_a_plan_an_estimate_and_a_condition_do_not_support_the_deed(modality: Modality) -> None:
    assert (
        len(weigh([sent("c1", NIS, of="r1"), sent("c2", PENTAGON, of="r2", modality=modality)]))
        == 2
    )


def test_a_reported_claim_supports_an_asserted_one_but_hearsay_is_no_source() -> None:
    (finding,) = weigh([sent("c1", NIS, of="r1"), sent("c2", of="r2", modality=Modality.REPORTED)])
    assert set(finding.supports) == {"c1", "c2"}
    assert finding.credibility is Credibility.POSSIBLY_TRUE


def test_the_deed_without_the_figure_is_another_finding_than_the_figure() -> None:
    findings = weigh(
        [
            sent("c1", NIS, of="r1"),
            claim("c2", "North Korea has sent troops to Russia", PENTAGON, of="r2", verb="send"),
        ]
    )
    assert len(findings) == 2


def test_a_nameless_source_or_hearsay_alone_cannot_be_judged() -> None:
    (nameless,) = weigh([sent("c1", DIPLOMAT, of="r1")])
    (hearsay,) = weigh([sent("c1", of="r1", modality=Modality.REPORTED)])
    assert nameless.credibility is hearsay.credibility is Credibility.CANNOT_BE_JUDGED
    assert nameless.reasons == ("only nameless sources: Western diplomat",)
    assert hearsay.reasons == ("hearsay only",)


def test_a_party_alone_cannot_be_judged_but_may_speak_of_its_own_plans() -> None:
    (deed,) = weigh([sent("c1", PYONGYANG, of="r1")])
    (plan,) = weigh([sent("c1", PYONGYANG, of="r1", modality=Modality.PLANNED)])
    assert deed.party_only
    assert deed.credibility is Credibility.CANNOT_BE_JUDGED
    assert deed.reasons[0] == "only source is a party to the claim: Pyongyang"
    assert plan.credibility is Credibility.POSSIBLY_TRUE


def test_parties_that_agree_reach_credibility_three_at_most() -> None:
    (finding,) = weigh([sent("c1", PYONGYANG, of="r1"), sent("c2", KREMLIN, of="r2")])
    assert finding.party_only
    assert finding.credibility is Credibility.POSSIBLY_TRUE


def test_claims_of_a_withdrawn_report_stay_and_count_for_nothing() -> None:
    killed = report("r1", status=Status.CANCELED)
    (finding,) = weigh(
        [sent("c1", NIS, of="r1"), sent("c2", PENTAGON, of="r2")], killed, report("r2")
    )
    assert set(finding.supports) == {"c1", "c2"}
    assert finding.lead == "c2"
    assert finding.sources == ("Pentagon",)
    assert "one report left out: canceled by its publisher" in finding.reasons
    (gone,) = weigh([sent("c1", NIS, of="r1")], killed)
    assert gone.importance == 0
    assert gone.credibility is Credibility.CANNOT_BE_JUDGED
    assert gone.reasons[0] == "every report of it was withdrawn or replaced"


def test_a_newer_version_of_a_report_replaces_the_older_ones_claims() -> None:
    address = "https://news.example/story/1"
    old = report("r1", 18, outlet="Outlet", title="Troops", address=address)
    new = report("r2", 19, outlet="Outlet", title="Troops", address=address, text="A new text.")
    findings = weigh([sent("c1", NIS, of="r1", best=1500), sent("c2", NIS, of="r2")], old, new)
    by_lead = {finding.lead: finding for finding in findings}
    assert by_lead["c1"].importance == 0
    assert by_lead["c2"].importance > 0
    assert all("other figures" not in reason for reason in by_lead["c2"].reasons)


def test_the_order_of_the_input_does_not_matter() -> None:
    claims = [
        sent("c1", NIS, of="r1", best=1500),
        sent("c2", PENTAGON, of="r2"),
        sent("c3", RUTTE, of="r3"),
    ]
    assert weigh(claims) == weigh(claims[::-1])


def test_a_claim_of_an_unknown_report_is_refused_with_its_key() -> None:
    with pytest.raises(WatchwordError, match="nowhere: claim c1"):
        weigh([sent("c1", NIS, of="nowhere")])


def test_no_claims_are_no_findings() -> None:
    assert weigh([]) == ()


def test_two_spellings_of_one_name_are_one_source_and_learn_from_each_other() -> None:
    president = Link(
        name="Volodymyr Zelensky", words="he", kind=LinkKind.PERSON, role="president", country="UA"
    )
    bare = Link(name="Volodymyr Zelenskyy", words="he", kind=LinkKind.PERSON)
    (finding,) = weigh([sent("c1", president, of="r1"), sent("c2", bare, of="r2")])
    assert finding.credibility is Credibility.POSSIBLY_TRUE
    assert finding.reasons[0].startswith("only source is Volodymyr Zelensky, an official source")


def test_not_yet_denies_nothing() -> None:
    denial = claim(
        "d1",
        "North Korea has not yet sent troops to Russia",
        PENTAGON,
        of="r2",
        verb="send",
        polarity=Polarity.NEGATED,
    )
    findings = weigh([sent("c1", NIS, of="r1"), denial])
    assert all(not finding.denies for finding in findings)


def test_what_a_source_says_and_unsays_in_one_report_is_no_denial() -> None:
    denial = sent("d1", NIS, of="r1", polarity=Polarity.NEGATED)
    findings = weigh([sent("c1", NIS, of="r1"), denial])
    assert all(not finding.denies for finding in findings)


def test_a_nameless_denial_is_told_and_weighs_nothing() -> None:
    denial = sent("d1", DIPLOMAT, of="r2", modality=Modality.DENIED)
    (finding,) = weigh([sent("c1", NIS, of="r1"), denial])
    assert finding.denies == ("d1",)
    assert finding.credibility is Credibility.POSSIBLY_TRUE
    assert "denied by Western diplomat" in finding.reasons


def test_two_officials_whose_state_only_the_seed_knows_are_one_voice() -> None:
    known, origins = shelf(report("r1", 18), report("r2", 20))
    words = "missile parts were shipped to Vladivostok"
    one = Link(name="Lloyd Austin", words="Mr Austin", kind=LinkKind.PERSON, role="secretary")
    other = Link(name="Vedant Patel", words="Mr Patel", kind=LinkKind.PERSON, role="spokesman")
    claims = [claim("c1", words, one, of="r1"), claim("c2", words, other, of="r2")]
    (apart,) = find_findings(claims, known, origins)
    states = {"Lloyd Austin": "US", "Vedant Patel": "US"}
    (together,) = find_findings(claims, known, origins, states)
    assert apart.credibility is Credibility.PROBABLY_TRUE
    assert together.credibility is Credibility.POSSIBLY_TRUE
