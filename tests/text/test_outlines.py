from watchword.text.outlines import world_outlines


def test_every_ring_is_closed_and_lies_on_the_globe() -> None:
    rings = [ring for country in world_outlines() for ring in country.rings]
    assert len(rings) > 1_000
    for ring in rings:
        assert (ring[0] == ring[-1]).all()
        assert abs(ring[:, 0]).max() <= 180
        assert abs(ring[:, 1]).max() <= 90


def test_countries_lie_where_they_lie() -> None:
    by_name = {country.name: country for country in world_outlines()}
    for name, east, north in (("Ukraine", 31, 49), ("South Korea", 128, 36), ("Chad", 19, 15)):
        widest = max(by_name[name].rings, key=len)
        low, high = widest.min(axis=0), widest.max(axis=0)
        assert low[0] < east < high[0]
        assert low[1] < north < high[1]
