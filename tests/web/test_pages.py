"""Every page: it comes, stays on its host, and escapes what it is told."""

import re

import httpx2
import pytest

from watchword.web.catalogue import PAGES

WITHOUT_KEY = [page.path for page in PAGES if "{" not in page.path]


@pytest.mark.parametrize("path", WITHOUT_KEY)
@pytest.mark.parametrize("as_of", ["", "2024-10-20"])
def test_a_page_comes_whole_and_stays_on_its_host(
    served_example: str, path: str, as_of: str
) -> None:
    answer = httpx2.get(f"{served_example}/s/troops{path}", params={"as_of": as_of}, timeout=60)
    assert answer.status_code == 200
    assert "<h1>" in answer.text
    assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', answer.text)
    assert "<script>" not in answer.text
    assert " style=" not in answer.text
    assert not re.search(r"\son\w+=", answer.text)


def test_words_that_are_searched_for_are_escaped(served_example: str) -> None:
    words = '"><script>alert(1)</script>'
    answer = httpx2.get(f"{served_example}/s/troops/claims", params={"q": words})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;" in answer.text


def test_what_is_not_there_is_told_as_a_page(served_example: str) -> None:
    answer = httpx2.get(f"{served_example}/s/nowhere/")
    assert answer.status_code == 404
    assert "there is no such situation" in answer.text


def test_a_form_of_another_page_does_nothing(served: str) -> None:
    asked = {"source": "Neva Herald", "grade": "D", "csrf": "forged"}
    answer = httpx2.post(f"{served}/s/troops/do/grade", data=asked)
    assert answer.status_code == 403


def test_a_form_does_its_deed_and_leads_back_into_the_situation(served: str) -> None:
    with httpx2.Client(base_url=served) as visitor:
        page = visitor.get("/s/troops/").text
        token = re.search(r'name="csrf" content="([^"]+)"', page)
        assert token is not None
        asked = {"source": "Neva Herald", "grade": "D", "csrf": token[1]}
        done = visitor.post("/s/troops/do/grade", data={**asked, "back": "https://evil.example/"})
        assert done.status_code == 303
        assert done.headers["location"] == "/s/troops/"
        assert "Neva Herald is graded D" in visitor.get("/s/troops/").text
