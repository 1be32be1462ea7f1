"""The words of a source become a person, a body, a state, a document, or nobody named."""

import pytest
from case_files import composed, read

from watchword.engines import ReadingEngine
from watchword.model.attribution import LinkKind


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("Defence Minister Sam Okello", "Sam Okello", "person"),
        ("Sam Okello, head of the army,", "Sam Okello", "person"),
        ("Uganda's foreign minister, Sam Okello,", "Sam Okello", "person"),
        ("The Kremlin", "Kremlin", "organisation"),
        ("NATO", "NATO", "organisation"),
        ("Reuters", "Reuters", "media"),
        ("The Daily Herald", "Daily Herald", "media"),
        ("Uganda", "Uganda", "state"),
        ("Ugandans", "Ugandans", "collective"),
        ("A Western diplomat", "Western diplomat", "anonymous"),
        ("Two aid workers", "Two aid workers", "collective"),
        ("Residents", "Residents", "collective"),
        ("An internal memo", "internal memo", "document"),
        ("Drone footage", "drone footage", "imagery"),
    ],
)
def test_a_source_has_a_name_and_a_kind(
    source: str, name: str, kind: str, engine: ReadingEngine
) -> None:
    verb = "showed" if kind in {"document", "imagery"} else "said"
    (claim,) = read(composed(f"{source} {verb} that the bridge had fallen."), engine).claims
    (link,) = claim.attribution.links
    assert (link.name, link.kind) == (name, LinkKind(kind))
    assert link.span is not None


def test_a_person_has_a_role_and_a_country(engine: ReadingEngine) -> None:
    text = "Ugandan Defence Minister Sam Okello said that the bridge had fallen."
    link = read(composed(text), engine).claims[0].attribution.links[0]
    assert link.country == "UG"
    assert link.role is not None
    assert "minister" in link.role


def test_the_outlet_is_no_link_of_a_chain(engine: ReadingEngine) -> None:
    text = "A trader told the Harbour Post that the market was shut, the Harbour Post reported."
    for claim in read(composed(text), engine).claims:
        assert "Harbour Post" not in [link.name for link in claim.attribution.links][:-1]


def test_the_same_source_twice_is_one_link(engine: ReadingEngine) -> None:
    (claim,) = read(composed("The agency said it expects rain on Monday."), engine).claims
    assert len(claim.attribution.links) == 1
