"""The docs site: built from the pages, whole, and without anything from another host."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from watchword.api.document import document

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The script that builds the site, with a folder of its own to build into."""
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    out = tmp_path_factory.mktemp("site")
    loaded.PAGES, loaded.SITE = out / "site-pages", out / "site"
    loaded.SETTINGS = out / "zensical.toml"
    return loaded


def test_the_site_is_built_whole_and_loads_nothing_from_another_host(build: ModuleType) -> None:
    assert build.main() == 0
    built = {page.relative_to(build.SITE).as_posix() for page in build.SITE.rglob("*.html")}
    pages = {page.relative_to(ROOT / "docs").as_posix() for page in (ROOT / "docs").rglob("*.md")}
    expected = {page.replace("README.md", "index.md")[:-3] + ".html" for page in pages}
    assert expected - built == set()
    assert "index.html" in built
    links = [
        (page, target)
        for page in build.SITE.rglob("*.html")
        if page.name != "404.html"
        for target in re.findall(r'<a [^>]*?href="([^"#:]+)[#"]', page.read_text(encoding="utf-8"))
    ]
    assert len(links) > 1_000
    # The theme's script would fetch the program that draws such a block from another host.
    assert [
        page.name for page in (ROOT / "docs").rglob("*.md") if "```mermaid" in page.read_text()
    ] == []
    assert [(page.name, to) for page, to in links if not (page.parent / to).exists()] == []


def test_every_operation_stands_on_the_page_of_operations(build: ModuleType) -> None:
    page = build.operations_page(document())
    for path, methods in document()["paths"].items():
        for method in methods:
            assert f"### {method.upper()} {path}\n" in page


def test_a_page_that_loads_from_another_host_would_be_found(
    build: ModuleType, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<script src="https://evil.example/x.js"></script><link rel="stylesheet"'
        ' href="//fonts.example/a.css"><a href="https://fine.example/">x</a>',
        encoding="utf-8",
    )
    assert len(build.foreign_in(page)) == 2
