"""A real Chromium, whose pages complain about errors and about requests to other hosts."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; tests that need it are skipped where it is not installed."""
    if not CHROMIUM.exists():
        pytest.skip("Debian's chromium is not installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield started
        started.close()


@contextmanager
def looking(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """A tab at an address; errors, dialogs and requests to other hosts fail it at the end."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    host = urlsplit(address).netloc
    troubles: list[str] = []
    page.on(
        "console",
        lambda message: (
            troubles.append(message.text) if message.type in {"error", "warning"} else None
        ),
    )
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "request",
        lambda asked: (
            troubles.append(asked.url)
            if urlsplit(asked.url).scheme in {"http", "https", "ws", "wss"}
            and urlsplit(asked.url).netloc != host
            else None
        ),
    )
    page.on(
        "response",
        lambda came: troubles.append(f"{came.status} {came.url}") if came.status >= 400 else None,
    )
    try:
        page.goto(address)
        yield page
    finally:
        context.close()
    assert troubles == []
