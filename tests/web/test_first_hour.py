"""A newcomer's first hour in a real Chromium, from an empty record to a published brief."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx2
import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect
from tests.conftest import EXAMPLE
from tests.web.conftest import looking

from watchword.config import Settings
from watchword.workbench import Workbench

pytestmark = pytest.mark.browser

HOME = "/s/troops"
LONG_MS = 120_000


@pytest.fixture
def empty_server(tmp_path: Path, user_settings: Settings) -> Iterator[str]:
    """A server as a user starts it, over a record that holds nothing yet."""
    place = tmp_path / "troops.watchword"
    with Workbench.create(str(place), user_settings, title="Troops to Russia"):
        pass
    port = free_port()
    words = ["watchword", "serve", "--store", str(place), "--port", str(port)]
    server = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", *words], start_new_session=True
    )
    try:
        yield answering(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait(60)


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        return port


def answering(address: str) -> str:
    """The address, once its server answers."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        with suppress(httpx2.HTTPError):
            if httpx2.get(f"{address}/health/live").is_success:
                return address
        time.sleep(0.2)
    raise AssertionError("the server does not answer")


def test_a_newcomers_first_hour(empty_server: str, chromium: Browser, tmp_path: Path) -> None:
    size = {"width": 1280, "height": 900}
    with looking(chromium, f"{empty_server}{HOME}/", viewport=size, accept_downloads=True) as page:
        page.set_default_timeout(60_000)
        expect.set_options(timeout=60_000)
        bring_reports(page, empty_server)
        put_a_speaker_right_and_undo(page, empty_server)
        split_a_story(page, empty_server)
        grade_a_source(page, empty_server)
        watch_and_see_it_fire(page, empty_server)
        build_a_scenario(page, empty_server)
        text = publish_a_brief(page, empty_server, tmp_path)
    assert "Key judgments" in text
    assert "Kursk" in text


def bring_reports(page: Page, at: str) -> None:
    """Send the example's files, and wait until they are read."""
    page.goto(f"{at}{HOME}/feeds")
    files = sorted(str(each) for each in EXAMPLE.iterdir() if each.is_file())
    page.locator("form[action$='add-reports'] input[type=file]").set_input_files(files)
    page.get_by_role("button", name="Send them").click(timeout=LONG_MS)
    expect(page.get_by_role("status").first).to_contain_text("report", timeout=LONG_MS)
    for _ in range(120):
        page.goto(f"{at}{HOME}/claims")
        if page.locator("ol.rows > li a.row-link").count():
            return
        page.wait_for_timeout(1_000)
    raise AssertionError("no claim was found in the reports")


def put_a_speaker_right_and_undo(page: Page, at: str) -> None:
    """Find a claim, follow it to its words, correct who says it, take that back."""
    page.goto(f"{at}{HOME}/claims")
    page.locator("[data-search]").fill("10,900 troops Kursk")
    page.keyboard.press("Enter")
    page.locator("ol.rows > li a.row-link").first.click()
    address = page.url
    words = page.locator(".passage mark").first.inner_text()
    page.get_by_role("link", name="In its report").click()
    expect(page.locator(".report-text mark").first).to_contain_text(words[:20])
    page.goto(address)
    page.locator("details.mend summary").first.click()
    form = page.locator("details.mend[open] form")
    form.locator("[name=value]").fill("Petr Novak")
    form.get_by_role("button", name="Save").click()
    expect(page.locator(".chain-list")).to_contain_text("Petr Novak")
    page.locator("[data-undo]").click()
    expect(page.locator(".was")).to_have_count(0)


def split_a_story(page: Page, at: str) -> None:
    """Move one report of the largest story into a story of its own."""
    page.goto(f"{at}{HOME}/stories?order=largest")
    page.locator("ol.rows > li a, ul.rows > li a").first.click()
    page.locator("input[name=report]").first.check()
    page.get_by_role("button", name="Show what would change").click()
    page.get_by_role("button", name="Split it").click()
    expect(page.get_by_role("status").first).to_be_visible()
    page.locator("[data-undo]").click()
    expect(page.get_by_role("status").first).to_be_visible()


def grade_a_source(page: Page, at: str) -> None:
    """Say how reliable an outlet is."""
    page.goto(f"{at}{HOME}/sources/Neva%20Herald")
    form = page.locator("form[action$='/do/grade']").first
    form.locator("select[name=grade]").select_option("D")
    form.locator("[name=why]").fill("prints one side alone")
    form.get_by_role("button").click()
    expect(page.get_by_role("status").first).to_contain_text("graded D")


def watch_and_see_it_fire(page: Page, at: str) -> None:
    """Write an indicator, try it, watch for it in what is there, and see its alert."""
    page.goto(f"{at}{HOME}/indicators/new")
    page.locator("main [name=words]").fill("North Korean troops sent to Russia")
    page.get_by_role("button", name="Try it on the record").click()
    expect(page.locator("main")).to_contain_text("troops")
    page.locator("main [name=looks_back]").check()
    page.get_by_role("button", name="Watch from now on").click()
    expect(page.get_by_role("status").first).to_contain_text("is watched for")
    page.goto(f"{at}{HOME}/alerts")
    expect(page.locator("main")).to_contain_text("North Korean troops sent to Russia")
    expect(page.locator("main")).to_contain_text("confirmed")


def build_a_scenario(page: Page, at: str) -> None:
    """Two states of affairs, an arrow between them, and what it comes to."""
    page.goto(f"{at}{HOME}/scenarios/new")
    page.locator("main [name=title]").fill("Troops on the front")
    page.locator("main form", has=page.locator("[name=title]")).get_by_role("button").click()
    for words in ("Troops are sent", "Troops fight"):
        page.get_by_text("A state of affairs", exact=True).click()
        form = page.locator("form[action$='/do/put-node']")
        form.locator("[name=text]").fill(words)
        form.get_by_role("button").click()
        expect(page.locator("main")).to_contain_text(words)
    page.get_by_text("An arrow", exact=True).click()
    form = page.locator("form[action$='/do/draw-arrow']").first
    form.locator("[name=effect]").select_option(index=1)
    form.locator("[name=chance]").fill("60%")
    form.get_by_role("button").click()
    expect(page.locator("main")).to_contain_text("60")


def publish_a_brief(page: Page, at: str, folder: Path) -> str:
    """Compose, publish, and open the PDF; gives its words."""
    page.goto(f"{at}{HOME}/briefs/new")
    page.get_by_role("button", name="Compose", exact=True).click(timeout=LONG_MS)
    expect(page.locator("main")).to_contain_text("Key judgments", timeout=LONG_MS)
    page.get_by_role("button", name="Publish as an edition").click()
    expect(page.locator("main")).to_contain_text(re.compile("[Ee]dition 1"), timeout=LONG_MS)
    with page.expect_download(timeout=LONG_MS) as waiting:
        page.get_by_role("link", name="PDF").first.click()
    place = folder / "brief.pdf"
    waiting.value.save_as(place)
    pdf = pypdfium2.PdfDocument(place)
    text = "\n".join(each.get_textpage().get_text_range() for each in pdf)
    picture = pdf[0].render(scale=1).to_pil().convert("L")
    assert len(set(picture.tobytes())) > 16
    pdf.close()
    return text
