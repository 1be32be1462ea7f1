"""What is assessed, in a browser: an indicator fires, a scenario is built, a brief is published."""

import re

import httpx2
import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.conftest import looking

SLOW_MS = 90_000
"""How long a page may take that is worked out from reports on a busy machine."""


def go(page: Page, served: str, path: str) -> None:
    page.goto(f"{served}/s/troops{path}")
    expect(page.locator(".empty .bar")).to_have_count(0, timeout=SLOW_MS)


@pytest.mark.parametrize(
    "path", ["/indicators/nobody", "/scenarios/none", "/hypotheses/none", "/forecasts/none"]
)
def test_what_is_not_there_is_told(served_example: str, path: str) -> None:
    answer = httpx2.get(f"{served_example}/s/troops{path}", timeout=60)
    assert answer.status_code == 404
    assert "there is no such" in answer.text


def test_what_is_typed_into_a_form_is_escaped(served_example: str) -> None:
    words = '"><script>alert(1)</script>'
    for path in ("/indicators/new", "/briefs/new"):
        asked = {"words": words, "question": words, "name": words}
        answer = httpx2.get(f"{served_example}/s/troops{path}", params=asked, timeout=60)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text


@pytest.mark.browser
def test_an_indicator_is_tried_watched_for_and_fires(served: str, chromium: Browser) -> None:
    with looking(chromium, f"{served}/s/troops/indicators/new") as page:
        page.set_default_timeout(SLOW_MS)
        page.locator("main [name=words]").first.fill("North Korean troops sent to Russia")
        page.get_by_role("button", name="Try it on the record").click()
        expect(page.get_by_role("heading", name="Would show it")).to_be_visible(timeout=SLOW_MS)
        page.locator("main [name=looks_back]").first.check()
        page.get_by_role("button", name="Watch from now on").click()
        expect(page.locator(".said")).to_contain_text("is watched for")
        expect(page.locator("section.alert").first).to_contain_text("denied")
        page.get_by_role("button", name="Take note").first.click()
        expect(page.locator(".said")).to_contain_text("taken note of")
        go(page, served, "/alerts")
        quote = page.locator("section.alert .row-link").first
        assert "/claims/" in (quote.get_attribute("href") or "")


@pytest.mark.browser
def test_a_small_scenario_is_built_from_what_is_claimed(served: str, chromium: Browser) -> None:
    with looking(chromium, f"{served}/s/troops/scenarios") as page:
        page.set_default_timeout(SLOW_MS)
        go(page, served, "/scenarios/new")
        page.locator("input[name=arrows]").first.check(timeout=SLOW_MS)
        page.locator("main [name=title]").first.fill("What it leads to")
        page.get_by_role("button", name="Build it from what is picked").click()
        expect(page.get_by_role("heading", name="What it leads to")).to_be_visible(timeout=SLOW_MS)
        page.get_by_text("How likely by itself", exact=True).click()
        page.locator("main details[open] [name=chance]").first.fill("likely")
        page.get_by_role("button", name="Say so").click()
        expect(page.locator("figure.drawn svg")).to_be_visible(timeout=SLOW_MS)
        page.locator(".said button").click()
        expect(page.locator(".said")).to_contain_text("taken back")


@pytest.mark.browser
def test_a_cell_is_rated_from_the_keyboard(served: str, chromium: Browser) -> None:
    with looking(chromium, f"{served}/s/troops/hypotheses") as page:
        page.set_default_timeout(SLOW_MS)
        page.locator("main [name=title]").fill("Were troops sent?")
        page.locator("main [name=hypotheses]").fill("Troops were sent.\nNone were sent.")
        page.get_by_role("button", name="Open", exact=True).click()
        expect(page.get_by_role("heading", name="How they stand")).to_be_visible(timeout=SLOW_MS)
        page.get_by_text("A note or an assumption of your own").click()
        page.locator("main [name=text][required]").last.fill("Images show arrivals")
        page.get_by_role("button", name="Take it").click()
        cell = page.get_by_label("E1 against H2")
        cell.focus(timeout=SLOW_MS)
        page.keyboard.type("II")
        page.locator("main [name=because]").press("Enter")
        expect(page.locator(".cell-II")).to_be_visible(timeout=SLOW_MS)


@pytest.mark.browser
def test_a_forecast_is_asked_and_said(served: str, chromium: Browser) -> None:
    with looking(chromium, f"{served}/s/troops/forecasts") as page:
        page.locator("main [name=words]").fill("Will Seoul send weapons?")
        page.locator("main [name=closes]").first.fill("2099-07-01")
        page.get_by_role("button", name="Ask", exact=True).click()
        page.locator("main [name=likely]").first.fill("20%")
        page.get_by_role("button", name="Say so").click()
        expect(page.locator(".said")).to_contain_text("you hold it")
        expect(page.locator("figure.history svg")).to_be_visible()


@pytest.mark.browser
def test_a_false_sentence_is_refused_and_a_true_one_is_published(
    served: str, chromium: Browser
) -> None:
    with looking(chromium, f"{served}/s/troops/briefs/new", accept_downloads=True) as page:
        page.set_default_timeout(SLOW_MS)
        page.locator("main input[name=as_of]").last.fill("2024-11-25")
        page.locator("main [name=length]").first.select_option("screen")
        page.get_by_role("button", name="Compose", exact=True).click()
        expect(page.locator("aside")).to_contain_text("verified", timeout=SLOW_MS)
        line = page.locator(".judgment").first
        said = line.locator(".sentence").inner_text()
        false = re.sub(r"\d[\d,]+", "99,999", said, count=1)
        assert false != said
        _edit(page, false)
        expect(page.locator("aside")).to_contain_text("not to be published")
        expect(line.locator(".unborne-why")).to_contain_text("99,999")
        expect(page.get_by_role("button", name="Publish as an edition")).to_be_disabled()
        _edit(page, said.replace(" now", ""))
        page.get_by_role("button", name="Publish as an edition").click()
        expect(page.locator(".said")).to_contain_text("published as edition 1")
        with page.expect_download() as downloading:
            page.get_by_role("link", name="PDF").click()
        assert downloading.value.path().read_bytes().startswith(b"%PDF")


def _edit(page: Page, words: str) -> None:
    page.locator(".judgment .edit > summary").first.click()
    page.locator(".judgment .edit textarea").first.fill(words)
    page.locator(".judgment .edit button", has_text="Keep").first.click()
