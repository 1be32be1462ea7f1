"""A brief in a file: what is one, what is none, and what is left to the check."""

from pathlib import Path

import pytest

from watchword.errors import InvalidBriefError
from watchword.flow.opening import open_brief, read_brief


def test_what_says_it_is_a_brief_is_opened_and_left_to_the_check() -> None:
    opened = read_brief(b'{"schema_version": 1}', name="odd.json")
    assert not opened.verify().ok
    with pytest.raises(InvalidBriefError, match=r"odd\.json: this field is missing at \$\.title"):
        opened.brief()


def test_a_page_that_holds_two_briefs_is_left_to_the_check() -> None:
    page = b'<script type="application/json" id="brief-data">{}</script>' * 2
    opened = read_brief(page, name="odd.html")
    assert "more than one brief" in opened.verify().problems[0].message
    with pytest.raises(InvalidBriefError, match=r"odd\.html: "):
        opened.brief()


def test_a_mark_of_byte_order_is_no_obstacle() -> None:
    assert read_brief(b'\xef\xbb\xbf{"schema_version": 1}', name="marked.json").document


def test_a_file_larger_than_the_limit_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    file.write_bytes(b" " * 100)
    with pytest.raises(InvalidBriefError, match="raise WATCHWORD_MAX_BYTES"):
        open_brief(file, max_bytes=99)
