"""The limits of style that no linter counts: sizes, names, first lines."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("src", "training", "benchmarks")
SOURCES = sorted(
    [file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py")] + [ROOT / "make.py"]
)
DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "core", "base"}
LONGEST_FILE = 400
LONGEST_FUNCTION = 40


def parse(source: Path) -> ast.Module:
    return ast.parse(source.read_text(encoding="utf-8"), filename=str(source))


def each_function(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count a function's lines without its docstring."""
    last = function.end_lineno or function.lineno
    told = 0
    if ast.get_docstring(function) is not None:
        told = (function.body[0].end_lineno or 0) - function.body[0].lineno + 1
    return last - function.lineno + 1 - told


def test_files_are_short() -> None:
    lengths = {str(file): len(file.read_text(encoding="utf-8").splitlines()) for file in SOURCES}
    assert {file: lines for file, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    assert [
        (str(source), node.name, lines_of(node))
        for source in SOURCES
        for node in each_function(parse(source))
        if lines_of(node) > LONGEST_FUNCTION
    ] == []


def test_every_file_says_first_what_it_is_for() -> None:
    told = {str(source): ast.get_docstring(parse(source)) or "" for source in SOURCES}
    assert [file for file, words in told.items() if not words.strip()] == []


def test_no_file_or_room_is_a_drawer() -> None:
    named = {part for source in SOURCES for part in source.relative_to(ROOT).with_suffix("").parts}
    assert named & DRAWERS == set()


def test_a_long_function_is_found_and_its_docstring_is_not_counted() -> None:
    told = '    """' + "a\n" * 60 + '    """\n'
    short = ast.parse("def short():\n" + told + "    return 1\n")
    long = ast.parse("def long():\n" + "    print(1)\n" * LONGEST_FUNCTION)
    assert [lines_of(node) for node in each_function(short)] == [2]
    assert [lines_of(node) for node in each_function(long)] == [LONGEST_FUNCTION + 1]
