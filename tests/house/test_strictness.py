"""Nothing is passed over in silence: no broad except, no stub, no warning that is let go."""

import ast
import inspect
from pathlib import Path
from typing import Any

from watchword import errors

SOURCE = Path(__file__).resolve().parents[2] / "src"
SOURCES = sorted(SOURCE.rglob("*.py"))
BROAD = {"Exception", "BaseException"}
OUTERMOST = {"flow", "parser_worker.py"}
"""Where a broad handler may stand: the order of the work, and the process that parses hostile
bytes and has to answer whatever its libraries raise."""
MARKS_OF_UNFINISHED_WORK = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "raise NotImplemented" + "Error")


def caught_by(handler: ast.ExceptHandler) -> set[str]:
    """Name what a handler catches; `Exception` for one that names nothing."""
    if handler.type is None:
        return {"Exception"}
    return {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}


def broad_handlers(source: str) -> list[int]:
    """Give the lines of the handlers that catch anything."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ExceptHandler) and caught_by(node) & BROAD
    ]


def test_no_handler_catches_anything_at_all_outside_the_outermost_loops() -> None:
    found = {
        str(file): broad_handlers(file.read_text(encoding="utf-8"))
        for file in SOURCES
        if not OUTERMOST & {*file.relative_to(SOURCE).parts}
    }
    assert {file: lines for file, lines in found.items() if lines} == {}


def test_a_broad_handler_would_be_found() -> None:
    assert broad_handlers("try:\n  f()\nexcept (OSError, Exception):\n  g()") == [3]
    assert broad_handlers("try:\n  f()\nexcept:\n  g()") == [3]
    assert broad_handlers("try:\n  f()\nexcept OSError:\n  g()") == []


def test_no_unfinished_work_is_left_in_the_source() -> None:
    texts = {str(file): file.read_text(encoding="utf-8") for file in SOURCES}
    marks = MARKS_OF_UNFINISHED_WORK
    assert [(file, mark) for file in texts for mark in marks if mark in texts[file]] == []


def test_every_error_names_what_failed_and_how_to_mend_it() -> None:
    kinds = [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.WatchwordError)
    ]
    assert len(kinds) > 1
    for kind in kinds:
        told = str(kind("it failed", key="a.pdf", mend="try again"))
        assert told == "a.pdf: it failed (try again)"


def test_the_rules_are_a_list_and_warnings_fail(pyproject: dict[str, Any]) -> None:
    tool = pyproject["tool"]
    assert "ALL" not in tool["ruff"]["lint"]["select"]
    assert tool["mypy"]["strict"] is True
    assert tool["pytest"]["ini_options"]["filterwarnings"][0] == "error"
    assert tool["pytest"]["ini_options"]["xfail_strict"] is True
