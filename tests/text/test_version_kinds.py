import pytest
from tests.relate.claims import report

from watchword.model.report import Status
from watchword.model.version import VersionKind
from watchword.text.diffs import compare_reports
from watchword.text.version_kinds import version_kind

TEXT = "Forty boats were held at Oster. The harbour master withdrew his guards. Nobody was charged."


@pytest.mark.parametrize(
    ("known", "kind", "said"),
    [
        ({}, VersionKind.REPUBLICATION, ""),
        ({"text": f"{TEXT} All sailed."}, VersionKind.UPDATE, ""),
        ({"text": TEXT.replace("Forty", "Fifty")}, VersionKind.UPDATE, ""),
        ({"title": "Boats freed"}, VersionKind.UPDATE, ""),
        (
            {"note": "Corrects number of boats in first paragraph"},
            VersionKind.CORRECTION,
            "Corrects number of boats in first paragraph",
        ),
        (
            {"text": f"{TEXT}\n\nAn earlier version of this article gave another number."},
            VersionKind.CORRECTION,
            "An earlier version of this article gave another number",
        ),
        (
            {"text": f"CORRECTION: boats in line one.\n\n{TEXT}"},
            VersionKind.CORRECTION,
            "CORRECTION: boats in line one.",
        ),
        ({"text": f"(Corrects name) {TEXT}"}, VersionKind.CORRECTION, "(Corrects name)"),
        ({"status": Status.CANCELED}, VersionKind.WITHDRAWAL, "canceled"),
        ({"note": "MANDATORY KILL"}, VersionKind.WITHDRAWAL, "MANDATORY KILL"),
        (
            {"text": "This story has been withdrawn. A new one follows."},
            VersionKind.WITHDRAWAL,
            "This story has been withdrawn",
        ),
        ({"title": "RETRACTION: Boats held"}, VersionKind.WITHDRAWAL, "RETRACTION: Boats held"),
    ],
)
def test_a_new_version_is_what_its_publisher_says(
    known: dict[str, object], kind: VersionKind, said: str
) -> None:
    older = report("a", text=TEXT, title="Boats held")
    newer = report("b", **{"text": TEXT, "title": "Boats held", **known})
    assert version_kind(older, newer, compare_reports(older, newer)) == (kind, said)


@pytest.mark.parametrize(
    "known",
    [
        {"note": "Adds 3 killed in strike, troop withdrawal"},
        {"title": "Oster withdraws its guards"},
        {"text": f"{TEXT} He was held in a correctional house and retracted his words."},
    ],
)
def test_news_of_withdrawals_and_corrections_is_no_correction(known: dict[str, object]) -> None:
    older = report("a", text=TEXT, title="Boats held")
    newer = report("b", **{"text": TEXT, "title": "Boats held", **known})
    assert version_kind(older, newer, compare_reports(older, newer))[0] in {
        VersionKind.UPDATE,
        VersionKind.REPUBLICATION,
    }


def test_a_correction_that_the_older_version_bears_already_is_not_made_again() -> None:
    note = "Corrects number of boats"
    older = report("a", text=TEXT, note=note)
    newer = report("b", text=f"{TEXT} All sailed.", note=note)
    assert version_kind(older, newer, compare_reports(older, newer)) == (VersionKind.UPDATE, "")
