"""An analyst's way through a real Chromium: find a claim, see its words, put it right, undo."""

import re

import httpx2
import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.conftest import looking

pytestmark = pytest.mark.browser

HOME = "/s/troops"


def find_claim(page: Page, served: str, speaker: str) -> str:
    """Search for what somebody says, open the first hit, and give its address."""
    page.goto(f"{served}{HOME}/claims")
    page.get_by_label("Said by").fill(speaker)
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator("ol.rows > li a.row-link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Claim")
    return page.url


def test_a_claim_is_found_followed_to_its_words_put_right_and_undone(
    served: str, chromium: Browser
) -> None:
    with looking(chromium, f"{served}{HOME}/", viewport={"width": 1280, "height": 900}) as page:
        page.set_default_timeout(60_000)
        address = find_claim(page, served, "John Kirby")
        words = page.locator(".passage mark").first.inner_text()
        page.get_by_role("link", name="In its report").click()
        expect(page.locator(".report-text mark").first).to_contain_text(words)

        page.goto(address)
        page.locator("details.mend summary").first.click()
        form = page.locator("details.mend[open] form")
        form.locator("[name=value]").fill("Petr Novak")
        form.locator("[name=why]").fill("misheard")
        form.get_by_role("button", name="Save").click()
        expect(page.get_by_role("status").first).to_contain_text("source is now Petr Novak")
        expect(page.locator(".chain-list")).to_contain_text("Petr Novak")
        expect(page.locator(".was").first).to_contain_text("John Kirby")
        expect(page.locator("#bearings")).to_contain_text("independent source", timeout=60_000)

        page.goto(f"{served}{HOME}/claims?source=Petr+Novak")
        expect(page.locator("ol.rows > li")).to_have_count(1)
        page.goto(f"{served}{HOME}/decisions")
        expect(page.locator("main")).to_contain_text("source=Petr Novak")
        page.get_by_role("button", name="Undo", exact=True).first.click()
        expect(page.get_by_role("status").first).to_contain_text("undone")

        page.goto(address)
        expect(page.locator(".chain-list")).to_contain_text("John Kirby")
        expect(page.locator(".was")).to_have_count(0)


def test_a_corrected_speaker_is_in_the_next_brief(served: str, chromium: Browser) -> None:
    with looking(chromium, f"{served}{HOME}/", viewport={"width": 1280, "height": 900}) as page:
        page.set_default_timeout(60_000)
        find_claim(page, served, "John Kirby")
        page.locator("details.mend summary").first.click()
        form = page.locator("details.mend[open] form")
        form.locator("[name=value]").fill("Petr Novak")
        form.get_by_role("button", name="Save").click()
        expect(page.locator(".chain-list")).to_contain_text("Petr Novak")
        page.goto(f"{served}{HOME}/briefs/new")
        page.locator("main form").last.get_by_role("button").first.click()
        expect(page.locator("main")).to_contain_text("Petr Novak", timeout=120_000)


def test_the_keyboard_leads_through_claims(served_example: str, chromium: Browser) -> None:
    with looking(chromium, f"{served_example}{HOME}/claims") as page:
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("k")
        second = page.locator("ol.rows > li.current a.row-link")
        address = second.get_attribute("href")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/claims/[0-9a-f]{16}"))
        assert address is not None
        assert page.url.endswith(address)


def test_a_claim_can_be_put_right_without_any_script(served: str) -> None:
    with httpx2.Client(base_url=served, timeout=60) as visitor:
        listed = visitor.get(f"{HOME}/claims", params={"source": "John Kirby"}).text
        found = re.search(rf"{HOME}/claims/([0-9a-f]{{16}})", listed)
        assert found is not None
        page = visitor.get(found[0]).text
        form = re.search(r'<details class="mend">.*?</form>', page, re.DOTALL)
        assert form is not None
        given = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[0]))
        assert given["value"] == "John Kirby"
        done = visitor.post(f"{HOME}/do/correct", data={**given, "value": "", "why": ""})
        assert done.status_code == 303
        assert "in its own voice" in visitor.get(done.headers["location"]).text


def test_a_saved_search_marks_what_is_new(served: str) -> None:
    with httpx2.Client(base_url=served, timeout=60) as visitor:
        page = visitor.get(f"{HOME}/claims", params={"modality": "denied"}).text
        form = re.search(
            r'<form method="post" action="[^"]*save-search".*?</form>', page, re.DOTALL
        )
        assert form is not None
        given = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[0]))
        assert given["asked"] == "modality=denied"
        kept = visitor.post(f"{HOME}/do/save-search", data={**given, "name": "Denials <b>"})
        page = visitor.get(kept.headers["location"]).text
        assert "Denials &lt;b&gt;" in page
        assert "<b>" not in page
        assert page.count('class="row new"') == page.count('class="row-link"')


def test_a_report_of_hostile_words_is_shown_as_words(served_example: str) -> None:
    page = httpx2.get(f"{served_example}{HOME}/claims", params={"kind": "reports"}).text
    found = re.search(rf"{HOME}/reports/[0-9a-f]{{16}}", page)
    assert found is not None
    asked = {"claim": '"><script>alert(1)</script>'}
    shown = httpx2.get(f"{served_example}{found[0]}", params=asked)
    assert shown.status_code == 200
    assert "<script>alert" not in shown.text
