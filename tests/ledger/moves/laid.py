"""Sets of our own in a data folder, each in the form that the real one has."""

import json
from pathlib import Path

WEEKS = 1278
"""As many as the real set has."""
TURNED = (451, 752, 1119)
"""Weeks in which the composed totals turn: those of the turns that history knows."""
LEVELS = (-20, -120, -40, -160)


def lay_all(data: Path) -> None:
    """Three annotated series, of one column, of several and composed, and weekly totals."""
    folder = data / "turns" / "tcpd"
    lay_series(folder, "river", [_steps(1100, 850)])
    lay_series(folder, "quality_control_1", [_steps(2, 5)])
    lay_series(folder, "runs", [_steps(5, 9), _steps(140, 120)])
    marks = {"6": [30], "7": [30], "8": []}
    names = ("river", "quality_control_1", "runs")
    write(folder / "annotations.json", json.dumps(dict.fromkeys(names, marks)))
    rows = [f"{_level(week)},{_level(week) / 2}" for week in range(WEEKS)]
    write(
        data / "turns" / "israel-palestine" / "weekly-goldstein.csv",
        "\n".join(["i2p,p2i", *rows]) + "\n",
    )


def lay_series(folder: Path, name: str, columns: list[list[float]]) -> None:
    """One series with its columns."""
    series = [{"label": f"V{number}", "raw": raw} for number, raw in enumerate(columns, start=1)]
    held = {"name": name, "n_obs": len(columns[0]), "n_dim": len(columns), "series": series}
    write(folder / "datasets" / name / f"{name}.json", json.dumps(held))


def write(path: Path, text: str) -> None:
    """A file, and the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _steps(before: float, after: float) -> list[float]:
    shake = abs(after - before) / 20
    return [
        level + shake * (time * 7 % 5 - 2)
        for time, level in enumerate([before] * 30 + [after] * 30)
    ]


def _level(week: int) -> float:
    turns = sum(week >= turned for turned in TURNED)
    return LEVELS[turns] + (week * 7 % 11 - 5) * 2
