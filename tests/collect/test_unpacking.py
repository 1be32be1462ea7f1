"""Unpacking within bounds."""

import gzip
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from watchword.collect.unpacking import unpack
from watchword.errors import RefusedError, UnreadableError

MOST, RATIO = 5_000_000, 200
PACKINGS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "DEFLATE ": lambda content: zlib.compress(content)[2:-4],
}


@given(some.binary(max_size=5000), some.sampled_from(sorted(PACKINGS)))
def test_what_is_packed_is_unpacked(content: bytes, packing: str) -> None:
    packed = PACKINGS[packing](content)
    assert unpack(packed, packing, most=MOST, ratio=RATIO) == (content, False)


@given(some.binary(max_size=3000), some.sampled_from(("gzip", "deflate", "br", "", "zstd")))
def test_any_bytes_are_unpacked_or_told(content: bytes, packing: str) -> None:
    with suppress(RefusedError, UnreadableError):
        unpacked, _cut = unpack(content, packing, most=MOST, ratio=RATIO)
        assert len(unpacked) <= MOST


def test_members_one_after_another_are_one_content() -> None:
    packed = gzip.compress(b"one, ") + gzip.compress(b"two") + b"\0\0\0"
    assert unpack(packed, "gzip", most=MOST, ratio=RATIO) == (b"one, two", False)


def test_of_content_that_may_be_cut_the_beginning_is_given() -> None:
    content = bytes(range(256)) * 200
    packed = gzip.compress(content)
    assert unpack(packed, "gzip", most=1000, ratio=RATIO, may_be_cut=True) == (content[:1000], True)
    begun, cut = unpack(packed[:-9], "gzip", most=MOST, ratio=RATIO, may_be_cut=True)
    assert cut
    assert content.startswith(begun)
    assert unpack(content, "", most=10, ratio=RATIO) == (content[:10], True)


def test_a_bomb_is_refused_though_it_may_be_cut() -> None:
    bomb = gzip.compress(b"\0" * 20_000_000)
    with pytest.raises(RefusedError, match="unpacks to more"):
        unpack(bomb, "gzip", most=100_000_000, ratio=RATIO, may_be_cut=True)


def test_content_that_is_cut_short_is_told_where_it_may_not_be_cut() -> None:
    with pytest.raises(UnreadableError, match="cut short"):
        unpack(gzip.compress(b"some words")[:-4], "gzip", most=MOST, ratio=RATIO)
