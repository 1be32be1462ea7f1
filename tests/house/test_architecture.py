"""The order of the rooms stands once, in the import contract, and is printed from there."""

import re
from pathlib import Path
from typing import Any


def contract_layers(pyproject: dict[str, Any]) -> list[str]:
    layered = [
        contract
        for contract in pyproject["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
    ]
    assert len(layered) == 1
    layers = layered[0]["layers"]
    assert isinstance(layers, list)
    return layers


def test_the_architecture_page_prints_the_order_of_the_import_contract(
    root: Path, pyproject: dict[str, Any]
) -> None:
    page = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    block = re.search(r"<!-- layers -->\n```text\n(.*?)\n```", page, re.DOTALL)
    assert block is not None
    assert block[1].splitlines() == contract_layers(pyproject)


def test_every_room_of_the_order_is_described_and_exists(
    root: Path, pyproject: dict[str, Any]
) -> None:
    page = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    rooms = {room for layer in contract_layers(pyproject) for room in layer.split(" | ")}
    assert described == rooms
    house = root / "src" / "watchword"
    assert [
        room
        for room in sorted(rooms)
        if not (house / room).is_dir() and not (house / f"{room}.py").is_file()
    ] == []


def test_every_room_in_the_source_stands_in_the_order(
    root: Path, pyproject: dict[str, Any]
) -> None:
    rooms = {room for layer in contract_layers(pyproject) for room in layer.split(" | ")}
    house = root / "src" / "watchword"
    found = {path.stem for path in house.glob("*.py")} - {"__init__", "__main__"}
    found |= {path.parent.name for path in house.glob("*/__init__.py")}
    assert found == rooms
