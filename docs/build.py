"""Build the docs site into `out/site`: these pages, the changelog, and every operation of the API.

Run by `python3 make.py docs`. Nothing is fetched, and no page loads anything from another host.
"""

import json
import posixpath
import re
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import Any

from watchword import __version__
from watchword.api.document import document
from watchword.api.page import kind_of

ROOT = Path(__file__).resolve().parents[1]
PAGES, SITE = ROOT / "out" / "site-pages", ROOT / "out" / "site"
SETTINGS = ROOT / "out" / "zensical.toml"
BESIDE = ("ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md")
PARTS = {"": "Start", "how-to": "How to", "reference": "Reference", "explain": "Explained"}
OPERATIONS = "reference/api-operations.md"
LINK = re.compile(r"(!?\[[^\]]*\]\()([^)\s#]+)(#[^)\s]*)?(\))")
FOREIGN = re.compile(r"<(?:script|link|img|iframe)\b[^>]*?(?:src|href)=[\"']?(?:https?:)?//[^\s>]*")
HARMLESS = re.compile(r"<link\b[^>]*rel=[\"']?canonical")


def main() -> int:
    """Build the site and return the exit code."""
    for folder in (PAGES, SITE):
        shutil.rmtree(folder, ignore_errors=True)
    pages = gather()
    write(OPERATIONS, operations_page(document()))
    SETTINGS.write_text(settings_of([*pages, OPERATIONS]), encoding="utf-8")
    words = [sys.executable, "-m", "zensical", "build", "--clean", "-f", str(SETTINGS)]
    code = subprocess.run(words, check=False).returncode  # noqa: S603 - fixed words
    foreign = sorted({found for page in SITE.rglob("*.html") for found in foreign_in(page)})
    for found in foreign:
        print(f"loads from another host: {found}", file=sys.stderr)
    return code or (1 if foreign or not (SITE / "index.html").exists() else 0)


def gather() -> list[str]:
    """Copy every page, its links pointing to where things lie on the site; and name the pages.

    What a page links to beside the docs is copied, too.
    """
    sources = [ROOT / "README.md", *(ROOT / name for name in BESIDE)]
    sources += sorted((ROOT / "docs").rglob("*.md"))
    done: dict[Path, str] = {}
    while sources:
        source = sources.pop(0)
        place = place_of(source)
        if source in done:
            continue
        done[source] = place
        target = PAGES / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix != ".md":
            shutil.copyfile(source, target)
            continue
        text = source.read_text(encoding="utf-8")
        sources += [found for found in linked_from(source, text) if found.is_file()]
        write(place, relinked(source, text))
    return [place for place in done.values() if place.endswith(".md")]


def place_of(source: Path) -> str:
    """Where a file of the project lies on the site."""
    name = source.relative_to(ROOT).as_posix()
    if name == "README.md":
        return "index.md"
    return name.removeprefix("docs/") if name.startswith("docs/") else f"project/{name}"


def linked_from(source: Path, text: str) -> list[Path]:
    """The files that a page links to."""
    targets = [found[2] for found in LINK.finditer(text)]
    return [(source.parent / each).resolve() for each in targets if "://" not in each]


def relinked(source: Path, text: str) -> str:
    """A page with its links as they are on the site."""
    here = PurePosixPath(place_of(source)).parent

    def link(found: re.Match[str]) -> str:
        before, target, anchor, after = found.groups()
        path = (source.parent / target).resolve()
        if path.is_dir() and "://" not in target:
            return before.removeprefix("[").removesuffix("](")  # a folder has no page
        if "://" in target or not path.is_file():
            return found[0]
        return f"{before}{relative(place_of(path), here)}{anchor or ''}{after}"

    return LINK.sub(link, text)


def relative(place: str, here: PurePosixPath) -> str:
    """The way from a folder to a place."""
    return posixpath.relpath(place, here)


def operations_page(told: dict[str, Any]) -> str:
    """Every operation of the API, from its document."""
    lines = [
        "# Operations of the API",
        "",
        "Made from the OpenAPI document; [what holds for all](api.md).",
    ]
    for tag in told["tags"]:
        lines += ["", f"## {tag['description']}", ""]
        for path, methods in told["paths"].items():
            for method, operation in methods.items():
                if tag["name"] in operation["tags"]:
                    lines += [f"### {method.upper()} {path}", "", f"{operation['summary']}.", ""]
                    lines += asked_rows(operation)
    return "\n".join(lines) + "\n"


def asked_rows(operation: dict[str, Any]) -> list[str]:
    """What may be asked of an operation, as the rows of a table."""
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    fields = [
        (each["name"], each["in"], each["schema"], each.get("description", ""))
        for each in operation.get("parameters", ())
        if each["in"] != "header"
    ]
    fields += [
        (name, "body", field, field.get("description", ""))
        for name, field in body.get("schema", {}).get("properties", {}).items()
    ]
    rows = [
        f"| `{name}` | {where} | {kind_of(schema).replace('|', '')} | {words} |"
        for name, where, schema, words in fields
    ]
    return ["| asked | in | is | means |", "|---|---|---|---|", *rows, ""] if rows else []


def settings_of(pages: list[str]) -> str:
    """The settings of the site's builder: no fonts and nothing else from another host."""
    order = re.findall(r"\(docs/([^)#]+\.md)", (ROOT / "README.md").read_text(encoding="utf-8"))
    ranked = sorted(pages, key=lambda page: order.index(page) if page in order else len(order))
    nav: list[object] = ["index.md"]
    for folder, name in PARTS.items():
        inside = [page for page in ranked if page.rpartition("/")[0] == folder]
        nav.append({name: [page for page in inside if page != "index.md"]})
    nav.append({"Decisions": [page for page in pages if page.startswith("decisions/")]})
    nav.append({"The project": [page for page in pages if page.startswith("project/")]})
    return "\n".join(
        [
            "[project]",
            'site_name = "Watchword"',
            f'site_description = "Watchword {__version__}"',
            f"docs_dir = {json.dumps(PAGES.name)}",
            f"site_dir = {json.dumps(SITE.name)}",
            f"nav = {toml_of(nav)}",
            "use_directory_urls = false",
            "[project.theme]",
            "font = false",
            'features = ["navigation.sections", "navigation.indexes", "content.code.copy"]',
            "[project.extra]",
            "generator = false",
            "",
        ]
    )


def toml_of(value: object) -> str:
    """A value as TOML writes it on one line."""
    if isinstance(value, list):
        return f"[{', '.join(map(toml_of, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {toml_of(v)}" for k, v in value.items()) + "}"
    return json.dumps(value)


def foreign_in(page: Path) -> list[str]:
    """What a built page loads from another host."""
    found = FOREIGN.findall(page.read_text(encoding="utf-8"))
    return [each for each in found if not HARMLESS.match(each)]


def write(place: str, text: str) -> None:
    """Write a page."""
    target = PAGES / place
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
