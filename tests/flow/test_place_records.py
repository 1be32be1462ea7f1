"""Places as records: a text counts once, on the first day that it tells of a place."""

from watchword.flow.place_records import key_of
from watchword.model.toponym import Location, Precision


def location(number: int | None, name: str) -> Location:
    return Location(
        geonames_id=number,
        name=name,
        country=None,
        division=None,
        latitude=0.0,
        longitude=0.0,
        precision=Precision.AREA,
    )


def test_a_place_is_known_by_its_number_or_else_by_its_name() -> None:
    assert key_of(location(524901, "Moscow")) == "524901"
    assert key_of(location(None, "Black Sea")) == key_of(location(None, "black sea")) == "black sea"
