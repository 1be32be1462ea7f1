"""The source of feeds: cut where it is too long or breaks off, traps refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from watchword.collect.feed_pace import read_feed_pace
from watchword.collect.formats.feed_text import cut_feed
from watchword.collect.formats.xml_text import xml_text
from watchword.collect.opml import read_opml
from watchword.errors import RefusedError


def feed(count: int, kind: str = "rss") -> str:
    if kind == "rss":
        return f"<rss><channel><title>A</title>{'<item>b</item>' * count}</channel></rss>"
    if kind == "rdf":
        return f"<rdf:RDF><channel>A</channel>{'<item a=1>b</item>' * count}</rdf:RDF>"
    return f"<a:feed><a:title>A</a:title>{'<a:entry>b</a:entry>' * count}</a:feed>"


@given(
    some.integers(0, 12), some.integers(1, 12), some.sampled_from(("rss", "rdf", "atom")),
    some.integers(0, 300),
)  # fmt: skip
def test_a_cut_feed_ends_after_an_entry_and_is_closed(
    count: int, most: int, kind: str, lost: int
) -> None:
    whole = feed(count, kind)
    given_text = whole[: len(whole) - lost] if lost < len(whole) else whole
    cut = cut_feed(given_text, most)
    assert cut.entries <= max(most, count)
    if count > most and given_text == whole:
        assert (cut.entries, cut.beyond) == (most, count - most)
        assert cut.text == feed(most, kind)
    if given_text == whole and count <= most:
        assert (cut.text, cut.beyond, cut.broken_off) == (whole, 0, False)


def test_a_feed_that_breaks_off_ends_after_its_last_whole_entry() -> None:
    cut = cut_feed(feed(3)[:-20], 9)
    assert (cut.text, cut.entries, cut.broken_off) == (feed(2), 3, True)


@given(some.binary(max_size=2000))
def test_any_bytes_are_characters_that_xml_allows_or_a_trap(content: bytes) -> None:
    try:
        text = xml_text(content)
    except RefusedError:
        return
    assert "\0" not in text
    assert text.encode().decode() == text


@pytest.mark.parametrize("around", ["{}", "\ufeff{}", "<?xml version='1.0'?>\n<!-- a -->{}"])
def test_a_doctype_without_entities_is_no_trap(around: str) -> None:
    old = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "rss-0.91.dtd"><rss/>'
    assert xml_text(around.format(old).encode()).endswith("<rss/>")
    with pytest.raises(RefusedError):
        xml_text(around.format("<!doctype rss [<!entity a 'b'>]><rss/>").encode())


def test_a_hostile_source_is_looked_through_in_one_pass() -> None:
    """Openings without an end would cost their square if each were searched from anew."""
    assert xml_text(b"<!--" * 300_000)
    with pytest.raises(RefusedError):
        xml_text(b"<![CDATA[" * 200_000 + b"<!ENTITY a 'b'>")


def test_a_feeds_own_pace_is_read_from_its_head_alone() -> None:
    pace = read_feed_pace(
        b"<rdf:RDF><sy:updatePeriod> daily </sy:updatePeriod>"
        b"<sy:updateFrequency>4</sy:updateFrequency><skipHours><hour>24</hour><hour>3</hour>"
        b"</skipHours><skipDays><day>Sunday</day><day>Someday</day></skipDays>"
        b"<item><ttl>9999</ttl></item></rdf:RDF>"
    )
    assert (pace.pace_s, pace.closed_hours, pace.closed_days) == (21_600, (0, 3), (6,))


def test_a_feed_that_closes_always_is_not_believed() -> None:
    hours = "".join(f"<hour>{hour}</hour>" for hour in range(24))
    pace = read_feed_pace(f"<rss><skipHours>{hours}</skipHours></rss>".encode())
    assert pace.closed_hours == ()
    assert read_feed_pace(b"").pace_s is None


def test_blanks_before_a_source_cost_no_square_of_their_length() -> None:
    assert xml_text(b" " * 3_000_000 + b"<rss/>") == "<rss/>"


@pytest.mark.parametrize(
    "reference", ["&#xD800;", "&#0;", "&#55296", "&#x110000;", "&#" + "9" * 50]
)
def test_references_to_characters_that_xml_forbids_go(reference: str) -> None:
    """The parser gives bytes that are no UTF-8 for them, and fails on those."""
    assert xml_text(f"<a>{reference};&#233;&#x1F30D;</a>".encode()).endswith("&#233;&#x1F30D;</a>")
    listed = f"<opml><outline xmlUrl='https://news.example/{reference}'/></opml>"
    assert len(read_opml(listed.encode())) == 1
