"""A page shows the sentences of its document, all of them and as they are."""

from html import escape

import pytest

from watchword.brief.document import each_sentence, to_json
from watchword.brief.verify import Rule, document_in_html, verify_html
from watchword.errors import InvalidBriefError
from watchword.model.brief import Brief


def make_page(brief: Brief) -> str:
    shown = "\n".join(
        f'<p><span data-sentence="{pointer}">{escape(sentence.text)}'
        f"<sup><a href='#s1'>1</a>, <a href='#s2'>2</a></sup></span><br></p>"
        for pointer, sentence in each_sentence(brief)
    )
    document = to_json(brief).replace("<", "\\u003c")
    return (
        f"<!doctype html><main>{shown}</main>"
        f'<script type="application/json" id="brief-data">{document}</script>'
    )


@pytest.fixture
def page(written_briefs: tuple[Brief, ...]) -> str:
    return make_page(written_briefs[0])


def test_a_faithful_page_passes(page: str) -> None:
    outcome = verify_html(page)
    assert outcome.ok
    assert outcome.sentences == len(document_in_html(page).sentences)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("had dispatched 1,500", "had dispatched 9,500"),
        ("reportedly", ""),
        ('data-sentence="/headline"', 'data-sentence="/headline" hidden'),
        ('data-sentence="/headline"', 'data-sentence="/headline" style="display: none"'),
        ('data-sentence="/headline"', ""),
        ('data-sentence="/headline"', 'data-sentence="/watch/9"'),
        ('data-sentence="/headline"', 'data-sentence="/overview/0"'),
        ("<sup>", "<sup>not so "),
    ],
)
def test_a_page_that_shows_something_else_fails(page: str, old: str, new: str) -> None:
    outcome = verify_html(page.replace(old, new, 1))
    assert {problem.rule for problem in outcome.problems} == {Rule.PAGE}


def test_a_page_with_an_altered_document_fails(page: str) -> None:
    before, mark, document = page.partition("<script")
    altered = document.replace("had dispatched 1,500", "had dispatched 9,500")
    assert not verify_html(before + mark + altered).ok


@pytest.mark.parametrize("html", ["", "<p>nothing", "<" * 5000, "<script id=brief-data>{"])
def test_what_holds_no_brief_is_a_problem_and_no_crash(html: str) -> None:
    assert [problem.rule for problem in verify_html(html).problems] == [Rule.FORM]


def test_a_page_without_a_document_says_so() -> None:
    with pytest.raises(InvalidBriefError, match="holds no brief"):
        document_in_html("<p>nothing</p>")
