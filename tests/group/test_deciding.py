import pytest

from watchword.group.deciding import tell_origin


@pytest.mark.parametrize(
    ("outlets", "told"),
    [
        (["Reuters", None], "Reuters"),
        (["Post"], "Reuters via Post"),
        (["Post", "Reuters", "Gazette", "Post"], "Reuters via two outlets"),
        ([f"Paper {number}" for number in range(1_200)], "Reuters via 1,200 outlets"),
    ],
)
def test_an_origin_is_told_by_its_agency_and_how_many_print_it(
    outlets: list[str | None], told: str
) -> None:
    assert tell_origin("Reuters", outlets) == told
