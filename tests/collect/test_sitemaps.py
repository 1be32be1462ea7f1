"""Sitemaps as bytes, good and hostile."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from watchword.collect.sitemaps import read_sitemap
from watchword.errors import RefusedError, UnreadableError

HEAD = b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"


def test_pages_pictures_left_out_are_listed_with_their_times() -> None:
    sitemap = read_sitemap(
        HEAD + b"<url><image:image><image:loc>https://cdn.example/a.png</image:loc>"
        b"<image:title>A map</image:title></image:image><loc> https://news.example/a </loc>"
        b"<lastmod>2026-03-02</lastmod></url><url><loc>/relative</loc></url><url/></urlset>"
    )
    (page,) = sitemap.pages
    assert (page.address, page.title, sitemap.improper) == ("https://news.example/a", "", 1)
    assert page.at is not None
    assert page.until is not None
    assert (page.until - page.at).days == 1


def test_a_list_of_addresses_as_text_is_a_sitemap_too() -> None:
    sitemap = read_sitemap(b"https://news.example/a\r\nhttps://news.example/b\n")
    assert [page.address[-1] for page in sitemap.pages] == ["a", "b"]


def test_a_sitemap_that_breaks_off_is_read_as_far_as_it_is_whole() -> None:
    whole = b"".join(b"<url><loc>https://news.example/%d</loc></url>" % n for n in range(9))
    assert len(read_sitemap(HEAD + whole[:-30]).pages) == 8
    deep = HEAD + b"<url>" * 100_000
    assert read_sitemap(deep).pages == ()


def test_a_trap_is_refused_and_what_is_no_sitemap_told() -> None:
    with pytest.raises(RefusedError):
        read_sitemap(b"<!DOCTYPE u [<!ENTITY a 'b'>]>" + HEAD + b"</urlset>")
    for content in (b"", b"<html/>", b"words", b"\0\0"):
        with pytest.raises(UnreadableError):
            read_sitemap(content)


@given(some.binary(max_size=500))
def test_any_bytes_are_read_or_told(content: bytes) -> None:
    for whole in (content, HEAD + b"<url><loc>" + content + b"</loc></url></urlset>"):
        with suppress(UnreadableError, RefusedError):
            assert read_sitemap(whole).sitemaps == ()
