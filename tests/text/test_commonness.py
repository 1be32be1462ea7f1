"""How common words are in news."""

from watchword.text.commonness import commonness


def test_common_words_are_in_more_reports_than_rare_ones() -> None:
    known = commonness()
    assert known.counts["words"]["kill"] > known.counts["words"]["earthquak"] > 0
    assert known.counts["names"]["united states"] > known.counts["names"]["kyiv"]


def test_no_term_is_in_more_reports_than_there_are_and_rare_ones_are_left_out() -> None:
    known = commonness()
    counts = [count for terms in known.counts.values() for count in terms.values()]
    assert 8 <= min(counts) <= max(counts) < known.reports
