import numpy as np
import pytest

from watchword.brief.render.charts.clipping import area_of, each_cut
from watchword.brief.render.charts.projecting import fit_view
from watchword.text.outlines import world_outlines


@pytest.mark.parametrize(
    "places",
    [
        [(36.0, 51.6)],
        [(36.0, 51.6), (131.9, 43.1)],
        [(127.0, 37.5), (-118.2, 34.0)],
        [(-58.4, -34.6), (-70.7, -33.4)],
        [(-77.0, 38.9), (127.0, 37.5), (149.1, -35.3)],
        [(25.0, 0.0), (30.0, 2.0)],
        [(179.0, 52.0), (-179.0, 51.0)],
    ],
)
def test_every_place_lies_in_the_view_it_is_fitted_to(places: list[tuple[float, float]]) -> None:
    view = fit_view(places, width=680, lowest=280, highest=420)
    given = np.array(places)
    given[:, 0] = view.flat.relative(given[:, 0])
    placed = view.place(given)
    assert (placed >= 0).all()
    assert (placed <= [view.width, view.height]).all()
    assert 280 <= view.height <= 420


def test_east_is_right_and_north_is_up() -> None:
    view = fit_view([(30.0, 50.0), (40.0, 45.0)], width=680, lowest=280, highest=420)
    (west, up), (east, down) = view.place(
        np.array([[view.flat.relative(np.array([30.0]))[0], 50.0], [4.0, 45.0]])
    )
    assert west < east
    assert up < down


def test_no_coast_leaves_the_frame() -> None:
    view = fit_view([(36.0, 51.6), (131.9, 43.1)], width=680, lowest=280, highest=420)
    cut = [part for one in world_outlines() for ring in one.rings for part in each_cut(ring, view)]
    assert len(cut) > 20
    for part in cut:
        assert (part >= -1e-6).all()
        assert (part <= np.array([view.width, view.height]) + 1e-6).all()


def test_a_country_far_away_does_not_show() -> None:
    view = fit_view([(36.0, 51.6), (131.9, 43.1)], width=680, lowest=280, highest=420)
    antarctica = next(one for one in world_outlines() if one.name == "Antarctica")
    assert [part for ring in antarctica.rings for part in each_cut(ring, view)] == []


def test_areas_keep_their_share() -> None:
    view = fit_view([(-9.0, 36.0), (30.0, 60.0)], width=2000, lowest=100, highest=2000)
    area = {
        one.name: sum(area_of(part) for ring in one.rings for part in each_cut(ring, view))
        for one in world_outlines()
        if one.name in {"Poland", "Austria"}
    }
    # 312,700 and 83,900 square kilometres.
    assert area["Poland"] / area["Austria"] == pytest.approx(3.73, rel=0.03)
