import pytest

from watchword.errors import RefusedError, UnreadableError
from watchword.net.addresses import check_address, checked_hosts, is_public


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - looked at, not bound to
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::",
        "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "no number",
    ],
)  # fmt: skip
def test_a_special_range_is_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "93.184.215.14", "2606:4700:4700::1111"])
def test_an_ordinary_number_is_public(number: str) -> None:
    assert is_public(number)


def test_one_private_answer_among_public_ones_refuses_the_name() -> None:
    def resolve(*_arguments: object, **_settings: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", (number, 80)) for number in ("8.8.8.8", "10.0.0.1")]

    with pytest.raises(RefusedError):
        checked_hosts("news.example", 80, allow_private=False, resolve=resolve)
    both = checked_hosts("news.example", 80, allow_private=True, resolve=resolve)
    assert both == ["8.8.8.8", "10.0.0.1"]


def test_a_name_without_an_answer_is_told() -> None:
    def resolve(*_arguments: object, **_settings: object) -> list[tuple[object, ...]]:
        raise OSError

    with pytest.raises(UnreadableError):
        checked_hosts("news.example", 80, allow_private=False, resolve=resolve)


def test_a_plain_address_passes() -> None:
    check_address("https://news.example:8443/a?b=c#d")
