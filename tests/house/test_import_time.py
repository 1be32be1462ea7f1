"""`import watchword` is quick: it loads nothing heavy until something asks for it."""

import subprocess
import sys

HEAVY = ("trafilatura", "pypdfium2", "typst", "vl_convert", "numpy", "httpx2", "docx", "fastwarc")


def loaded_by(statement: str) -> set[str]:
    told = f"{statement}\nimport sys\nprint(*sys.modules)"
    command = [sys.executable, "-c", told]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - fixed words
    return set(finished.stdout.split())


def test_importing_watchword_loads_nothing_heavy() -> None:
    assert loaded_by("import watchword") & set(HEAVY) == set()


def test_the_check_would_see_a_heavy_import() -> None:
    assert "numpy" in loaded_by("import numpy")
