"""The results of the benchmark of archives: figures by step, written as each is measured."""

import json
import os
import platform
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from measuring import Measured
from watchword import __version__

PACKAGES = ("onnxruntime", "numpy", "sqlalchemy")


@dataclass(slots=True, kw_only=True)
class Results:
    """What was measured.

    Attributes:
        machine: processor, how many, memory, systems.
        quick: whether only a few reports were taken.
        texts: what was read: "corpora", or "composed" where the measuring data is not there.
        steps: what each step told and took, by its key.
        missing: why a step was not measured, by its key.
    """

    machine: dict[str, str]
    quick: bool
    texts: str
    steps: dict[str, Measured] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)

    def figures(self, key: str) -> dict[str, Any]:
        """What a step told; nothing where it was not measured."""
        return self.steps[key].figures if key in self.steps else {}

    def sized(self, pattern: str) -> Iterator[tuple[int, Measured]]:
        """Steps whose keys are of a kind, each with its size, the smallest first.

        Args:
            pattern: of the whole key; its one group is the size.
        """
        found = ((re.fullmatch(pattern, key), step) for key, step in self.steps.items())
        sized = [(int(match[1]), step) for match, step in found if match]
        yield from sorted(sized, key=lambda each: each[0])

    def keep(self, key: str, measured: Measured) -> None:
        """Put in what a step told, in the place of what it told before."""
        self.steps[key] = measured
        self.missing.pop(key, None)


def this_machine() -> dict[str, str]:
    """What figures depend on, in words without a name of the machine."""
    processors = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(1)
    return {
        "processor": _processor(),
        "processors": str(len(processors)),
        "memory GB": str(round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9)),
        "system": platform.system(),
        "python": platform.python_version(),
        "watchword": __version__,
        **{name: _version(name) for name in PACKAGES},
    }


def read_results(file: Path) -> Results:
    """Read results from a file."""
    told = json.loads(file.read_text(encoding="utf-8"))
    steps = {key: Measured(**step) for key, step in told.pop("steps").items()}
    return Results(steps=steps, **told)


def write_results(results: Results, file: Path) -> None:
    """Write results, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(asdict(results), indent=1) + "\n", encoding="utf-8")
    unfinished.replace(file)


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    named = next((line for line in lines if line.startswith("model name")), "")
    return named.partition(":")[2].strip() or platform.machine()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
