"""The page in a real browser: what a reader sees, clicks and prints."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from watchword.brief.document import each_sentence
from watchword.brief.render.html import render_html
from watchword.model.brief import Brief

CHROMIUM = Path("/usr/bin/chromium")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium"),
]

CONTRAST = """
() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = ([red, green, blue]) =>
    0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue);
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const [red, green, blue, alpha = 1] = numbers(getComputedStyle(one).backgroundColor);
      if (alpha > 0) return [red, green, blue];
    }
    return [255, 255, 255];
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const shown = element.getClientRects().length && walker.currentNode.data.trim();
    if (!shown || element.closest("script, style")) continue;
    const style = getComputedStyle(element);
    const inPlot = element instanceof SVGElement;
    if (inPlot && style.fill === "none") continue;
    const ink = numbers(inPlot ? style.fill : style.color);
    const mark = inPlot && element.previousElementSibling;
    const round = mark && mark.tagName === "circle";
    const inMark = round && mark.getAttribute("cx") === element.getAttribute("x");
    const below = inMark ? numbers(getComputedStyle(mark).fill) : ground(element);
    const [a, b] = [luminance(ink), luminance(below)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.push(`${ratio.toFixed(2)} ${element.tagName} ${element.textContent}`);
  }
  return poor;
}
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield started
        started.close()


@pytest.fixture
def address(brief: Brief, tmp_path: Path) -> str:
    return _written(tmp_path, render_html(brief, data_json='{"made_by": "</script>"}'))


@pytest.fixture
def hostile_address(hostile_brief: Brief, tmp_path: Path) -> str:
    return _written(tmp_path, render_html(hostile_brief, data_json=json.dumps("</script>")))


def _written(folder: Path, page: str) -> str:
    path = folder / "brief.html"
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


@contextmanager
def _opened(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """A page whose complaints and requests are collected, and must be none at the end."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: troubles.append(dialog.message))
    page.on("request", lambda request: troubles.extend({request.url} - {address}))
    page.goto(address)
    yield page
    context.close()
    assert troubles == []


def test_the_shown_sentences_are_the_briefs(browser: Browser, address: str, brief: Brief) -> None:
    with _opened(browser, address) as page:
        shown = page.locator("[data-sentence]").all_text_contents()
        assert sorted(shown) == sorted(sentence.text for _, sentence in each_sentence(brief))
        assert (
            page.evaluate("JSON.parse(document.getElementById('brief-data').textContent).made_by")
            == "</script>"
        )


def test_a_click_on_a_citation_shows_the_words_marked(browser: Browser, address: str) -> None:
    with _opened(browser, address) as page:
        page.locator('[data-sentence="/judgments/1/sentence"] + .cite').click()
        panel = page.locator("#panel")
        assert panel.is_visible()
        assert panel.locator("mark").all_text_contents() == [
            "Pyongyang is likely to get food, fuel and air defence equipment"
        ]
        words = panel.inner_text()
        for expected in (
            "In return Pyongyang is likely", "Halla News Agency", "30 October 2024",
            "https://news.example/halla-news-agency/6", "Halla News Agency citing National",
            "Same text also printed by: Pacific Monitor", "estimated: “likely”", "SHA-256",
        ):  # fmt: skip
            assert expected in words


def test_the_keyboard_opens_steps_and_closes(browser: Browser, address: str) -> None:
    with _opened(browser, address) as page:
        first = page.locator("a.cite").first
        first.focus()
        page.keyboard.press("Enter")
        title = page.locator("#panel-title")
        assert "citation 1 of" in title.inner_text()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        assert "citation 3 of" in title.inner_text()
        page.keyboard.press("ArrowLeft")
        assert "citation 2 of" in title.inner_text()
        page.keyboard.press("Escape")
        assert not page.locator("#panel").is_visible()
        assert page.evaluate("document.activeElement.className") == "cite"
        assert (
            page.evaluate(
                "[...document.querySelectorAll('a.cite')].indexOf(document.activeElement)"
            )
            == 1
        )
        page.keyboard.press("Space")
        assert page.locator("#panel").is_visible()


def test_without_script_a_citation_leads_to_the_same_words(browser: Browser, address: str) -> None:
    with _opened(browser, address, java_script_enabled=False) as page:
        page.locator("a.cite").first.click()
        assert page.url.endswith("#quote-1-1")
        target = page.locator("#quote-1-1")
        assert target.is_visible()
        assert "The first 1,500 North Korean soldiers" in target.locator("mark").inner_text()
        assert not page.locator("#theme").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_is_readable(browser: Browser, address: str, scheme: str) -> None:
    with _opened(browser, address, color_scheme=scheme) as page:
        assert page.evaluate(CONTRAST) == []
        page.locator("a.cite").first.click()
        assert page.evaluate(CONTRAST) == []


def test_the_plot_and_the_page_follow_the_theme(browser: Browser, address: str) -> None:
    ground = "getComputedStyle(document.querySelector('.page')).backgroundColor"
    fill = "getComputedStyle(document.querySelector('.wide path[fill^=var]')).fill"
    with _opened(browser, address, color_scheme="light") as page:
        button = page.locator("#theme")
        light = page.evaluate(f"[{ground}, {fill}]")
        button.click()
        assert button.inner_text() == "Theme: light"
        button.click()
        assert button.inner_text() == "Theme: dark"
        dark = page.evaluate(f"[{ground}, {fill}]")
        assert light[0] == "rgb(255, 255, 255)"
        assert all(before != after for before, after in zip(light, dark, strict=True))
        assert not any(colour == "none" for colour in dark)
        assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("kind", ["address", "hostile_address"])
def test_a_phone_shows_it_without_scrolling_sideways(
    browser: Browser, kind: str, request: pytest.FixtureRequest
) -> None:
    with _opened(
        browser, request.getfixturevalue(kind), viewport={"width": 390, "height": 844}
    ) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        page.locator("a.cite").nth(3).click()
        assert page.evaluate("document.getElementById('panel').scrollWidth") <= 390
        assert page.locator(".plot .narrow svg").count() == page.locator(".plot").count()


@pytest.mark.parametrize("width", [1280, 800])
@pytest.mark.parametrize("kind", ["address", "hostile_address"])
def test_no_table_leaves_the_page(
    browser: Browser, kind: str, width: int, request: pytest.FixtureRequest
) -> None:
    with _opened(
        browser, request.getfixturevalue(kind), viewport={"width": width, "height": 900}
    ) as page:
        edge = page.evaluate("document.getElementById('main').getBoundingClientRect().right")
        tables = page.locator("table").all()
        assert len(tables) >= 5
        for table in tables:
            box = table.bounding_box()
            assert box is None or box["x"] + box["width"] <= edge + 1


def test_hostile_words_stay_words(
    browser: Browser, hostile_address: str, hostile_brief: Brief
) -> None:
    with _opened(browser, hostile_address) as page:
        shown = page.locator("[data-sentence]").all_text_contents()
        expected = [
            re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "\ufffd", sentence.text)
            for _, sentence in each_sentence(hostile_brief)
        ]
        assert sorted(shown) == sorted(expected)
        assert page.locator("img, iframe, object").count() == 0
        assert page.locator("script").count() == 2
        page.locator("a.cite").first.click()
        assert page.locator("#panel").is_visible()
        overview = page.locator('[data-sentence="/overview/0"]')
        assert "\u202e" not in overview.inner_text()


def test_it_prints_with_numbers_and_the_evidence(browser: Browser, address: str) -> None:
    with _opened(browser, address) as page:
        page.emulate_media(media="print")
        assert not page.locator("#theme").is_visible()
        assert page.locator("#quote-8-3").is_visible()
        assert page.locator("a.cite").first.is_visible()
        assert page.pdf().startswith(b"%PDF-")
