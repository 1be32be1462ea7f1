"""What the docs show can be typed, what they link to is there, what is offered is documented."""

import os
import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

from watchword.collect.formats.register import FORMATS

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]*|-[a-z])(?![\w-])")
OFFERED = re.compile(r"^[^\w-]*((?:--?[a-z][a-z-]*[\s,/]+)+)", re.MULTILINE)
SETTING = re.compile(r"\bWATCHWORD_[A-Z_]+\b")
COMMANDS = (
    *("brief", "read", "parse", "verify", "ledger", "init", "collect", "decide", "decisions"),
    *("add", "feeds", "remove", "show", "actors", "search", "status", "stories", "briefs"),
    *("tracks", "serve"),
    *("people add", "people role", "people password", "people remove", "people"),
    *("tokens add", "tokens revoke", "tokens", "audit"),
    *("timeline", "digest"),
    *("tracks", "templates"),
    *("changes",),
    *("claim", "contradictions", "drift", "sources"),
    *("changes", "positions"),
    *("changes", "relations"),
    *("indicators add", "indicators test", "indicators show", "indicators change"),
    *("indicators remove", "indicators", "alerts"),
    *("channels add", "channels remove", "channels", "deliver"),
    *("hooks add", "hooks remove", "hooks"),
    *("forecasts ask", "forecasts say", "forecasts resolve", "forecasts score"),
    *("forecasts base-rate", "forecasts review"),
    *("forecasts", "forecasts show"),
    *("scenarios suggest", "scenarios run", "scenarios edit", "scenarios attach"),
    *("scenarios convert", "scenarios keep", "scenarios"),
    *("hypotheses new", "hypotheses suggest", "hypotheses add", "hypotheses edit"),
    *("hypotheses set", "hypotheses show", "hypotheses sensitivity", "hypotheses dissent"),
    *("hypotheses export", "hypotheses"),
    *("model questions", "model translate", "model"),
    *("hypotheses export", "hypotheses keep", "hypotheses"),
    *("export", "import", "mcp"),
    *("archive read", "archive load", "archive status"),
    *("store backup", "store copy", "store export", "store check"),
)
OTHER_PROGRAMS = {"git", "cd", "pip", "pipx", "uv", "sudo", "make", "python3"}
OPTIONS_OF_EVERY_COMMAND = {"--help"}


def read_console_lines(page: str) -> list[str]:
    """Read what a page's console blocks tell the reader to type, continued lines joined."""
    blocks = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    joined = [block.replace("\\\n", " ") for block in blocks]
    return [line[2:] for block in joined for line in block.splitlines() if line.startswith("$ ")]


def split_programs(line: str) -> list[list[str]]:
    """Split a line into the programs that it calls, each with its words."""
    parser = shlex.shlex(line, posix=True, punctuation_chars="|;&<>")
    parser.whitespace_split = True
    programs: list[list[str]] = [[]]
    for word in parser:
        if set(word) <= set("|;&"):
            programs.append([])
        else:
            programs[-1].append(word)
    return [words for words in programs if words]


@cache
def help_of(*command: str) -> str:
    """The help text of a command, on a wide screen without colours."""
    program = "from watchword.cli import main; main()"
    environ = {
        **os.environ,
        "COLUMNS": "200",
        "TERMINAL_WIDTH": "200",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }
    finished = subprocess.run(  # noqa: S603 - fixed words
        [sys.executable, "-c", program, *command, "--help"],
        capture_output=True,
        env=environ,
        check=True,
    )
    return finished.stdout.decode()


def options_of(*command: str) -> set[str]:
    """The options that a help text lists; what its prose mentions is not counted."""
    listed = " ".join(OFFERED.findall(help_of(*command)))
    return set(OPTION.findall(listed)) | OPTIONS_OF_EVERY_COMMAND


def begins_with(words: list[str], command: str) -> bool:
    parts = command.split()
    return words[: len(parts)] == parts


def faults_in(words: list[str]) -> list[str]:
    """Say what of a line the program would not take."""
    program, *rest = words
    if program == "watchword":
        if not rest or rest[0].startswith("-"):
            return sorted(set(rest) - options_of())
        command = next((each for each in COMMANDS if begins_with(rest, each)), None)
        if command is None:
            return [rest[0]]
        options = {word for word in rest[1:] if OPTION.fullmatch(word)}
        return sorted(options - options_of(*command.split()))
    if program in {"python3", "make"} and rest[:1] != ["-m"]:
        called = rest[1:2] if program == "python3" else rest[:1]
        return [word for word in called if f'"{word}": {word}' not in make_source()]
    return [] if program in OTHER_PROGRAMS else [program]


def make_source() -> str:
    return (ROOT / "make.py").read_text(encoding="utf-8")


def test_every_command_that_the_docs_show_can_be_typed(pages: list[Path]) -> None:
    shown = [
        (page.relative_to(ROOT).as_posix(), line, words)
        for page in pages
        for line in read_console_lines(page.read_text(encoding="utf-8"))
        for words in split_programs(line)
    ]
    assert len(shown) > 10
    assert [(page, line, faults_in(words)) for page, line, words in shown if faults_in(words)] == []


def test_a_command_that_is_not_there_would_be_found() -> None:
    assert faults_in(["watchword", "summarise", "reports"]) == ["summarise"]
    assert faults_in(["watchword", "brief", "reports", "--guess"]) == ["--guess"]
    assert faults_in(["python3", "make.py", "brew"]) == ["brew"]
    assert faults_in(["curl", "x"]) == ["curl"]


def test_every_command_and_option_is_documented() -> None:
    page = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        part = re.search(
            rf"^## watchword {command}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL
        )
        assert part is not None, command
        offered = {option for option in options_of(*command.split()) if option.startswith("--")}
        assert offered - OPTIONS_OF_EVERY_COMMAND - set(OPTION.findall(part[1])) == set(), command
    listed = set(re.findall(r"^\W*([a-z]+) {2,}\S", help_of(), re.MULTILINE))
    assert {command.split()[0] for command in COMMANDS} <= listed


def test_every_link_leads_somewhere(pages: list[Path]) -> None:
    broken = [
        (page.relative_to(ROOT).as_posix(), target)
        for page in pages
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not target.startswith(("#", "https://", "mailto:"))
        if not (page.parent / target.partition("#")[0]).exists()
    ]
    assert broken == []


def test_every_page_can_be_reached_from_the_readme(pages: list[Path]) -> None:
    reached: set[Path] = set()
    ahead = [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        targets = LINK.findall(page.read_text(encoding="utf-8"))
        ahead += [(page.parent / target.partition("#")[0]).resolve() for target in targets]
    of_docs = {page for page in pages if ROOT / "docs" in page.parents}
    assert of_docs - reached == set()


def test_the_settings_page_lists_the_settings_that_are_read_and_no_other() -> None:
    page = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    source = (ROOT / "src" / "watchword" / "config.py").read_text(encoding="utf-8")
    assert set(SETTING.findall(page)) == set(SETTING.findall(source))


def test_the_formats_page_lists_the_formats_that_are_read_with_their_names() -> None:
    page = (ROOT / "docs" / "reference" / "formats.md").read_text(encoding="utf-8")
    first_cells = re.findall(r"^\| (`[^|]*) \|", page, re.MULTILINE)
    assert {name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)} == set(FORMATS)
    suffixes = {suffix for known in FORMATS.values() for suffix in known.suffixes}
    assert sorted(suffix for suffix in suffixes if f"`{suffix}`" not in page) == []


def test_only_one_file_reads_the_environment() -> None:
    readers = [
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "src").rglob("*.py")
        if re.search(r"\bos\.(environ|getenv)\b", file.read_text(encoding="utf-8"))
    ]
    assert readers == ["src/watchword/config.py"]


def test_the_readme_says_the_two_commands_first() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert read_console_lines(page)[:2] == ["python3 make.py brief", "python3 make.py test"]
