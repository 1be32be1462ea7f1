"""The nouns: frozen values without any reading or writing, and no SQL outside its room."""

import ast
import dataclasses
import importlib
import inspect
import pkgutil
from pathlib import Path

import watchword.model
from watchword.model.attribution import Attribution, Voice
from watchword.model.claim import Claim, Mark, Modality

SOURCE = Path(__file__).resolve().parents[2] / "src" / "watchword"
SQL = {"sqlalchemy", "sqlite3", "alembic", "psycopg", "duckdb"}
READING_OR_WRITING = {"os", "io", "pathlib", "shutil", "socket", "subprocess", "tempfile", "urllib"}


def nouns() -> list[type]:
    found = []
    for module in pkgutil.iter_modules(watchword.model.__path__, "watchword.model."):
        loaded = importlib.import_module(module.name)
        found += [
            value
            for _, value in inspect.getmembers(loaded, dataclasses.is_dataclass)
            if isinstance(value, type) and value.__module__ == module.name
        ]
    return found


def imports_of(file: Path) -> set[str]:
    """Name the top-level packages that a file imports."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            named.add(node.module or "")
    return {name.split(".")[0] for name in named}


def test_there_are_nouns_to_look_at() -> None:
    assert Claim in nouns()


def test_nouns_are_frozen_slotted_and_keyword_only() -> None:
    loose = [
        noun.__name__
        for noun in nouns()
        if not noun.__dataclass_params__.frozen
        or "__slots__" not in vars(noun)
        or not all(field.kw_only for field in dataclasses.fields(noun))
    ]
    assert loose == []


def test_nouns_hold_no_list_or_dict_that_could_change_under_them() -> None:
    changing = [
        f"{noun.__name__}.{field.name}"
        for noun in nouns()
        for field in dataclasses.fields(noun)
        if str(field.type).startswith(("list", "dict", "set"))
    ]
    assert changing == []


def test_nouns_neither_read_nor_write() -> None:
    imports = {file.name: imports_of(file) for file in (SOURCE / "model").glob("*.py")}
    assert [name for name, found in imports.items() if found & READING_OR_WRITING] == []


def test_no_room_but_the_store_speaks_sql() -> None:
    files = [file for file in SOURCE.rglob("*.py") if SOURCE / "store" not in file.parents]
    assert [str(file) for file in files if imports_of(file) & SQL] == []


def test_a_claim_has_one_modality_and_any_number_of_marks() -> None:
    types = {field.name: field.type for field in dataclasses.fields(Claim)}
    assert types["modality"] is Modality
    assert types["marks"] == tuple[Mark, ...]


def test_an_attribution_without_links_is_the_outlets_own_voice() -> None:
    own = Attribution()
    assert own.voice is Voice.OWN
    assert own.speaker is None
    assert own.origin is None
