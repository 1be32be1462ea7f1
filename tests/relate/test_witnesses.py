from tests.relate.claims import DIPLOMAT, LAWMAKERS, NIS, PYONGYANG, claim, report, shelf

from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim, Modality
from watchword.model.report import Report, Status
from watchword.relate.witnesses import Access, Witness, find_witnesses, gone_reports

IMAGERY = Link(name="satellite images", words="satellite images", kind=LinkKind.IMAGERY)
DEFENCE = Link(
    name="Kim Yong-hyun",
    words="Mr Kim",
    kind=LinkKind.PERSON,
    role="defence minister",
    country="KR",
)


def witness(told: Claim, *reports: Report) -> Witness:
    known, origins = shelf(*(reports or (report("r1"),)))
    return find_witnesses([told], known, origins)[told.key]


def test_the_source_is_the_last_link_and_images_belong_to_who_shows_them() -> None:
    assert witness(claim("c", "it moved", LAWMAKERS, NIS)).name == "National Intelligence Service"
    assert witness(claim("c", "it moved", NIS, IMAGERY)).name == "National Intelligence Service"
    assert witness(claim("c", "it moved", IMAGERY)).name == "satellite images"


def test_officials_of_one_state_speak_with_one_voice() -> None:
    assert witness(claim("c", "it", NIS)).voice == witness(claim("c", "it", DEFENCE)).voice


def test_an_office_without_a_country_belongs_to_who_cites_it() -> None:
    vague = Link(name="intelligence", words="intelligence", kind=LinkKind.ORGANISATION)
    told = witness(claim("c", "it", DEFENCE, vague))
    assert told.country == "KR"
    assert told.access is Access.OFFICIAL


def test_access_falls_from_officials_to_what_nobody_confirms() -> None:
    outlet = Link(name="Daily Bugle", words="the Bugle", kind=LinkKind.MEDIA)
    told = [
        witness(claim("c", "it", NIS)),
        witness(claim("c", "it", outlet)),
        witness(claim("c", "it")),
        witness(claim("c", "it", DIPLOMAT)),
        witness(claim("c", "it", NIS, modality=Modality.REPORTED)),
        witness(claim("c", "it", NIS, modality=Modality.UNCONFIRMED)),
    ]
    assert [known.access for known in told] == sorted(Access, reverse=True)


def test_without_a_chain_the_source_is_the_agency_that_is_credited() -> None:
    told = witness(claim("c", "it"), report("r1", outlet="The Post (AFP)"))
    assert told.name == "Agence France-Presse"


def test_a_party_is_named_in_the_claim_and_may_speak_of_its_own_plans() -> None:
    planned = witness(claim("c", "send troops", PYONGYANG, modality=Modality.PLANNED))
    assert planned.party
    assert planned.own_plan
    assert not witness(claim("c", "send troops", NIS)).party


def test_the_copies_of_a_text_go_with_the_agency_that_withdrew_it() -> None:
    text = "The agency tells of an event in these words, which others print. " * 2
    wire = report("r1", 18, outlet="AFP", text=text, status=Status.CANCELED)
    copy = report("r2", 18, outlet="The Post (AFP)", text=text)
    known, origins = shelf(wire, copy)
    assert gone_reports(known, origins) == {
        "r1": "canceled by its publisher",
        "r2": "its original was canceled",
    }


def test_an_outlet_that_withdraws_its_copy_leaves_the_others() -> None:
    text = "The agency tells of an event in these words, which others print. " * 2
    wire = report("r1", 18, outlet="AFP", text=text)
    copy = report("r2", 18, outlet="The Post (AFP)", text=text, status=Status.CANCELED)
    assert set(gone_reports(*shelf(wire, copy))) == {"r2"}
