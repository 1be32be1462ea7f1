"""How far what is asked of a model travels is known before it is asked."""

import pytest

from watchword.consult import Whereabouts, where_is
from watchword.errors import UnreadableError


@pytest.mark.parametrize(
    ("number", "place"),
    [
        ("127.0.0.1", Whereabouts.HERE),
        ("::1", Whereabouts.HERE),
        ("192.168.1.7", Whereabouts.INSIDE),
        ("10.0.0.1", Whereabouts.INSIDE),
        ("93.184.215.14", Whereabouts.OUTSIDE),
    ],
)
def test_an_address_is_here_inside_or_outside(number: str, place: Whereabouts) -> None:
    def resolve(_host: str, port: int, **_kind: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", (number, port))]

    assert where_is("http://models.example/v1", resolve) is place


def test_a_name_that_leads_outside_once_is_outside() -> None:
    def resolve(_host: str, port: int, **_kind: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", (each, port)) for each in ("127.0.0.1", "93.184.215.14")]

    assert where_is("http://models.example/v1", resolve) is Whereabouts.OUTSIDE


def test_a_name_that_leads_nowhere_is_told() -> None:
    def resolve(_host: str, _port: int, **_kind: object) -> list[tuple[object, ...]]:
        return []

    with pytest.raises(UnreadableError):
        where_is("http://models.example/v1", resolve)
    with pytest.raises(UnreadableError):
        where_is("http:///v1", resolve)
