import pytest
from tests.relate.claims import report

from watchword.group.credits import agency_named, find_credit

BODY = "The ministers met and parted without a word to those who waited outside."


@pytest.mark.parametrize(
    ("known", "agency", "where"),
    [
        ({"outlet": "South Post (AFP)"}, "Agence France-Presse", "outlet"),
        ({"outlet": "Portal (Sky News copy)"}, "Sky News", "outlet"),
        ({"outlet": "Portal (Hill Gazette copy)"}, "Hill Gazette", "outlet"),
        ({"outlet": "Reuters via Portal"}, "Reuters", "outlet"),
        ({"bylines": ("Jane Roe, Reuters",)}, "Reuters", "byline"),
        ({"bylines": ("AFP and staff",)}, "Agence France-Presse", "byline"),
        ({"text": f"SEOUL, Oct. 18 (Yonhap) -- {BODY}"}, "Yonhap", "opening"),
        ({"text": f"BRUSSELS (AP) \u2014 {BODY}"}, "Associated Press", "opening"),
        ({"text": f"MOSCOW, October 10. /TASS/. {BODY}"}, "TASS", "opening"),
        ({"text": f"{BODY} (NHK)"}, "NHK", "closing"),
        ({"text": f"{BODY}\n\n\u00a9 2024 AFP"}, "Agence France-Presse", "closing"),
        ({"text": f"{BODY}\n\nSource: Anadolu Agency"}, "Anadolu", "closing"),
    ],
)
def test_a_credit_names_the_agency_and_where_it_stands(
    known: dict[str, object], agency: str, where: str
) -> None:
    credit = find_credit(report("r1", **known))
    assert credit is not None
    assert (credit.agency, credit.where) == (agency, where)


@pytest.mark.parametrize(
    "known",
    [
        {"text": f"According to a report by Anadolu, {BODY}"},
        {"text": f"{BODY} He told AFP so. Others agreed."},
        {"text": f"{BODY} He spoke with Reuters"},
        {"text": f"{BODY}\n\nPhoto by Jane Roe/AFP/Getty"},
        {"outlet": "BBC News (UK)"},
        {"outlet": "Reuters", "bylines": ("Reuters",)},
        {"outlet": None, "text": ""},
    ],
)
def test_what_names_an_agency_otherwise_is_no_credit(known: dict[str, object]) -> None:
    assert find_credit(report("r1", **known)) is None


def test_an_agency_is_known_by_any_of_its_names() -> None:
    assert agency_named(" afp ") == agency_named("Agence France Presse")
    assert agency_named("Hill Gazette") is None
