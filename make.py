"""Set up Watchword and run its commands, with nothing but Python 3.11 and its venv module.

`python3 make.py brief` briefs the example situation; `python3 make.py test` runs every check.
Both make `.venv` from a lock file in `requirements/` when it is missing or out of date.

Invariant: `.venv` holds what a lock names exactly when the lock's stamp in it is current; a
`.venv` whose last installation did not end, or whose lock has changed, is made anew.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections import deque
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
OUT = ROOT / "out"
VENV = ROOT / ".venv"
UNFINISHED = VENV / "watchword-unfinished"
EXAMPLE = "examples/troops-to-russia"
FORMATS = ("html", "json", "md", "pdf")
RUN, TEST = "run", "test"
CONTENTS = {RUN: (RUN,), TEST: (RUN, TEST)}
"""What holds in `.venv` after a lock is installed: the lock for tests holds the other whole."""
LOCKED = {
    RUN: ("--group", "build"),
    TEST: ("--group", "build", "--group", "check", "--group", "docs", "--group", TEST),
}
"""The dependency groups that each lock takes in, beside the project and all its extras."""
SECONDS_OLD = 7 * 24 * 3600
"""Age of the youngest release that a lock takes: malicious uploads mostly show within days."""
CHECKS = (
    ("style", ("ruff", "check", ".")),
    ("format", ("ruff", "format", "--check", ".")),
    ("types", ("mypy",)),
    ("imports", ("lint-imports",)),
)
OFFLINE_SIGNS = (
    "NewConnectionError",
    "NameResolutionError",
    "Temporary failure in name resolution",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "SSLError",
    "Network is unreachable",
    "Connection refused",
)


class StopError(Exception):
    """The command cannot go on; the message says why and what to do."""


def main(words: list[str]) -> int:
    """Run one command and return its exit code."""
    if sys.version_info < OLDEST:
        found = platform.python_version()
        say(f"make.py: Watchword needs Python 3.11 or newer; {sys.executable} is {found}")
        return 1
    parser = argparse.ArgumentParser(prog="make.py", description=(__doc__ or "").split("\n\n")[0])
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        commands.add_parser(name, help=(command.__doc__ or "").split("\n", 1)[0])
    asked, rest = parser.parse_known_args(words)
    if rest and asked.command not in {"test", "lock"}:
        parser.error(f"{asked.command} takes no arguments: {' '.join(rest)}")
    try:
        return COMMANDS[asked.command](rest)
    except StopError as stop:
        say(f"make.py: {stop}")
        return 1
    except KeyboardInterrupt:
        say("make.py: interrupted; the same command goes on from here")
        return 130


def brief(_rest: list[str]) -> int:
    """Brief the example situation into out/, then verify the brief."""
    prepare(RUN)
    OUT.mkdir(exist_ok=True)
    files = [f"out/brief.{suffix}" for suffix in FORMATS]
    outputs = [word for file in files for word in ("-o", file)]
    say(f"Briefing {EXAMPLE}")
    code = run("watchword", "brief", EXAMPLE, *outputs)
    if code:
        return code
    say("Verifying out/brief.json")
    code = run("watchword", "verify", "out/brief.json")
    say(f"The brief: {(OUT / 'brief.html').as_uri()}")
    say(f"Also: {', '.join(files[1:])}")
    return code


def check(_rest: list[str]) -> int:
    """Run the quick checks: style, format, types, imports."""
    prepare(TEST)
    failed = run_checks()
    if failed:
        say(f"make.py: failed: {', '.join(failed)}")
    return 1 if failed else 0


def test(rest: list[str]) -> int:
    """Run every check, then every test; further words go to pytest."""
    prepare(TEST)
    failed = run_checks()
    say("Checking tests")
    code = run("pytest", *rest)
    if failed:
        say(f"make.py: failed before the tests: {', '.join(failed)}")
    return code or (1 if failed else 0)


def build(_rest: list[str]) -> int:
    """Build the wheel and the source archive into dist/."""
    prepare(RUN)
    say("Building into dist/")
    return run("hatchling", "build", "-d", "dist")


def docs(_rest: list[str]) -> int:
    """Build the docs site into out/site/."""
    prepare(TEST)
    OUT.mkdir(exist_ok=True)
    code = run("python", "docs/build.py")
    if not code:
        say(f"The site: {(OUT / 'site' / 'index.html').as_uri()}")
    return code


def lock(rest: list[str]) -> int:
    """Remake the lock files; `lock --upgrade` also raises what is pinned."""
    youngest = time.strftime("%Y-%m-%d", time.gmtime(time.time() - SECONDS_OLD))
    with tempfile.TemporaryDirectory(prefix="watchword-lock-") as folder:
        say("Fetching uv into a throw-away virtual environment")
        python = make_venv(Path(folder))
        install(python, "uv")
        for name, groups in LOCKED.items():
            say(f"Locking requirements/{name}.txt, nothing newer than {youngest}")
            command = [python, "-m", "uv", "pip", "compile", "pyproject.toml"]
            command += ["--universal", "--generate-hashes", "--no-emit-index-url", "--no-header"]
            command += ["--python-version", ".".join(map(str, OLDEST)), "--quiet"]
            command += ["--only-binary", ":all:", "--exclude-newer", youngest]
            command += ["--all-extras", *groups, "-o", f"requirements/{name}.txt", *rest]
            command += [] if name == RUN else ["--constraint", f"requirements/{RUN}.txt"]
            code = subprocess.run([str(word) for word in command], cwd=ROOT, check=False).returncode
            if code:
                return code
    return 0


COMMANDS = {
    "brief": brief,
    "test": test,
    "check": check,
    "docs": docs,
    "lock": lock,
    "build": build,
}


def prepare(name: str) -> None:
    """Make `.venv` hold what a lock names, unless it does so already."""
    stamps = {held: VENV / f"watchword-locked-{held}" for held in CONTENTS}
    project = VENV / "watchword-installed"
    if is_outdated(stamps):
        say("Making the virtual environment .venv")
        make_venv(VENV)
    if read_stamp(stamps[name]) != digest_of(lock_of(name)):
        begun = time.monotonic()
        say(f"Installing what requirements/{name}.txt names (a minute or two, once)")
        UNFINISHED.touch()
        install(python_of(VENV), "--require-hashes", "-r", str(lock_of(name)))
        for held in CONTENTS[name]:
            stamps[held].write_text(digest_of(lock_of(held)), encoding="utf-8")
        UNFINISHED.unlink()
        say(f"Installed in {time.monotonic() - begun:.0f} s")
    if read_stamp(project) != digest_of(ROOT / "pyproject.toml"):
        say("Installing Watchword itself from this folder")
        install(python_of(VENV), "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        project.write_text(digest_of(ROOT / "pyproject.toml"), encoding="utf-8")


def is_outdated(stamps: dict[str, Path]) -> bool:
    """Whether `.venv` must be made anew: missing, broken, half installed, or of another lock."""
    if UNFINISHED.exists() or not python_of(VENV).exists():
        return True
    known = {name: read_stamp(stamp) for name, stamp in stamps.items()}
    if any(known.values()):
        return any(text and text != digest_of(lock_of(name)) for name, text in known.items())
    probe = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    command = [str(python_of(VENV)), "-c", probe]
    return subprocess.run(command, capture_output=True, check=False).returncode != 0


def make_venv(folder: Path) -> Path:
    """Make an empty virtual environment in a folder and return its interpreter."""
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise StopError(
            "this Python cannot make virtual environments.\n"
            "On Debian and Ubuntu: sudo apt install python3-venv"
        )
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        raise StopError(f"no virtual environment could be made:\n{made.stdout}{made.stderr}")
    return python_of(folder)


def install(python: Path, *words: str) -> None:
    """Install with pip, wheels only, showing what it is at where somebody watches."""
    command = [str(python), "-m", "pip", "install", "--only-binary", ":all:", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar", "off", *words]
    last: deque[str] = deque(maxlen=12)
    pipe, watched = subprocess.PIPE, sys.stdout.isatty()
    environ = {**os.environ, "PIP_USER": "0"}
    with subprocess.Popen(
        command, stdout=pipe, stderr=subprocess.STDOUT, text=True, errors="replace", env=environ
    ) as pip:
        for line in pip.stdout or ():
            if not line.startswith("Ignoring "):
                last.append(line)
            if watched:
                print(f"\r\033[K  {line.strip()[:70]}", end="", flush=True)
    if watched:
        print("\r\033[K", end="")
    if pip.returncode:
        raise StopError(explain_failure("".join(last)))


def explain_failure(told: str) -> str:
    """Say in words why pip failed, from the end of what it told."""
    again = "Run the same command again: what was fetched is kept."
    if any(sign in told for sign in OFFLINE_SIGNS):
        return (
            f"{told}the package index cannot be reached. Check the network, the proxy settings"
            f" and `pip config list`.\n{again}"
        )
    return f"{told}pip could not install the packages; its own words stand above.\n{again}"


def run_checks() -> list[str]:
    """Run the quick checks one after another and name those that failed."""
    failed = []
    for name, command in CHECKS:
        say(f"Checking {name}")
        if run(*command):
            failed.append(name)
    return failed


def run(program: str, *words: str) -> int:
    """Run a program of `.venv` in the project's folder and return its exit code."""
    found = shutil.which(program, path=str(python_of(VENV).parent))
    if found is None:
        raise StopError(f"{program} is not in .venv. Delete .venv and run the command again.")
    return subprocess.run([found, *words], cwd=ROOT, check=False).returncode


def python_of(folder: Path) -> Path:
    """Name the interpreter of a virtual environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def lock_of(name: str) -> Path:
    """Name a lock file."""
    return ROOT / "requirements" / f"{name}.txt"


def digest_of(file: Path) -> str:
    """Digest a file and where the project lies: a virtual environment cannot be moved."""
    return hashlib.sha256(str(ROOT).encode() + file.read_bytes()).hexdigest()


def read_stamp(file: Path) -> str:
    """Read a stamp, empty where there is none."""
    return file.read_text(encoding="utf-8") if file.exists() else ""


def say(line: str) -> None:
    """Print a line now, so that it stands before what it announces."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
