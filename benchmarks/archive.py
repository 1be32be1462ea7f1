"""How fast archives become a record: all of it, in one command, beside others and the limit.

    python benchmarks/archive.py --quick
    python benchmarks/archive.py --peers /tmp/peers/bin/python
    python benchmarks/archive.py --only 'record *' --again

    python -m venv /tmp/peers
    /tmp/peers/bin/pip install spacy datasketch rensa scikit-learn torch

Reads reports of about 400 words from a file into records, with one process and with two, tells the
stages and the sizes of batches apart, lets records grow (`--sizes`), searches them, and measures
other libraries on the same reports where an interpreter (`--peers`) has them. Each step runs in a
process of its own. What is measured already stays (`--again` measures anew), so a run that was
broken off goes on. Writes the results, plots, and the page of the docs that tells them;
`--quick` takes a few reports, and writes into `out/archive`. With nothing else running, a full
run takes some hours; the processor's seconds hold beside other programs, the others do not.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path

from archive_page import page_of
from archive_plots import draw_plots
from archive_results import Results, read_results, this_machine, write_results
from archive_steps import FULL, QUICK, Place, Step, command_of, each_step
from archive_texts import Row, long_reports, short_reports, write_rows
from labelled import copied_reports, told_reports
from measuring import FailedError, Measured, measure
from watchword.config import read_settings

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results" / "archive.json"
PAGE, IMAGES = ROOT / "docs" / "reference" / "archive-speed.md", ROOT / "docs" / "images"
ASIDE = ROOT / "out" / "archive"


def main() -> None:
    """Measure what is missing, and write the page."""
    asked = _asked()
    results = _begun(asked)
    scale = QUICK if asked.quick else FULL
    if asked.sizes:
        sizes = tuple(int(size) for size in asked.sizes.split(","))
        scale = replace(scale, sizes=sizes, many=sizes, stored=sizes)
    if not asked.page:
        place = Place(folder=asked.folder, scale=scale, data=_data())
        steps = [each for each in each_step(place) if fnmatch(each.key, asked.only)]
        waiting = [each for each in steps if asked.again or each.key not in results.steps]
        if waiting:
            prepare(place)
        for number, step in enumerate(waiting, start=1):
            _run(step, results, asked.peers, f"{number} of {len(waiting)}")
            write_results(results, asked.results)
    page, images = (ASIDE / PAGE.name, ASIDE) if asked.quick else (PAGE, IMAGES)
    images.mkdir(parents=True, exist_ok=True)
    names = draw_plots(results, images)
    page.write_text(page_of(results, os.path.relpath(images, page.parent)), encoding="utf-8")
    print(f"{page.relative_to(ROOT)}, {len(names)} plots, {asked.results}")


def prepare(place: Place) -> None:
    """Write the texts that the steps read, where they are not there."""
    place.folder.mkdir(parents=True, exist_ok=True)
    scale, data = place.scale, place.data
    made: dict[Path, Callable[[], Iterator[Row]]] = {
        place.long: lambda: long_reports(data, scale.long),
        place.staged: lambda: long_reports(data, scale.staged),
        place.short: lambda: short_reports(data, max(scale.sizes)),
        place.many: lambda: short_reports(data, max(scale.many)),
    }
    if data is not None:
        made[place.copies] = lambda: copied_reports(data, scale.copies)
        made[place.stories] = lambda: told_reports(data, scale.stories)
    for file, rows in made.items():
        if not file.exists():
            unfinished = file.with_suffix(".unfinished")
            write_rows(rows(), unfinished)
            unfinished.replace(file)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="a few reports, in a minute or two")
    parser.add_argument("--again", action="store_true", help="measure what is measured already")
    parser.add_argument("--only", default="*", help="steps whose names are of this pattern")
    parser.add_argument("--sizes", help="of records, with commas between")
    parser.add_argument("--peers", action="append", default=[], help="an interpreter with peers")
    parser.add_argument("--page", action="store_true", help="measure nothing, write the page")
    parser.add_argument("--results", type=Path, help="file of the results")
    scratch = Path(tempfile.gettempdir()) / "watchword-archive"
    parser.add_argument("--folder", type=Path, default=scratch, help="for texts and records")
    asked = parser.parse_args()
    asked.results = asked.results or (ASIDE / RESULTS.name if asked.quick else RESULTS)
    asked.folder /= "quick" if asked.quick else "full"
    return asked


def _begun(asked: argparse.Namespace) -> Results:
    """The results so far, or none.

    Raises:
        SystemExit: if they are of another machine, and are not to be measured again.
    """
    texts = "composed" if _data() is None else "corpora"
    if not asked.results.exists() or (asked.again and asked.only == "*"):
        return Results(machine=this_machine(), quick=asked.quick, texts=texts)
    results = read_results(asked.results)
    if not asked.page and (results.machine, results.texts) != (this_machine(), texts):
        raise SystemExit(f"{asked.results} is of another machine or of other texts: use --again")
    return results


def _data() -> Path | None:
    data = read_settings().data
    return data if (data / "reports").is_dir() else None


def _run(step: Step, results: Results, peers: Sequence[str], progress: str) -> None:
    print(f"{time.strftime('%H:%M:%S')}  {progress}: {step.key}", flush=True)
    try:
        measured = _measured(step, peers)
    except FailedError as fault:
        last = str(fault).strip().splitlines()[-1]
        results.missing[step.key] = last
        print(f"          not measured: {last}", flush=True)
        return
    finally:
        for left in _each_left(step):
            left.unlink(missing_ok=True)
    results.keep(step.key, measured)
    told = f"{measured.wall_s:,.1f} s, {measured.processor_s:,.1f} s of the processor"
    print(f"          {told}, {measured.peak_mb:,} MB", flush=True)


def _measured(step: Step, peers: Sequence[str]) -> Measured:
    if not Path(command_of(step.words)[1]).exists():
        raise FailedError(f"{step.words[0]} is not there")
    python = _interpreter(step.needs, peers) if step.needs else sys.executable
    environ = {**os.environ, "WATCHWORD_READER": step.reader.value}
    measured = measure(command_of(step.words, python), environ)
    if not step.then:
        return measured
    scored = measure(command_of(step.then), os.environ)
    return replace(measured, figures={**measured.figures, **scored.figures})


def _interpreter(package: str, peers: Sequence[str]) -> str:
    """The first of the peers' interpreters that has a package.

    Raises:
        FailedError: if none has it.
    """
    for python in peers:
        found = f"import importlib.util as u, sys; sys.exit(not u.find_spec({package!r}))"
        if not subprocess.run((python, "-c", found), check=False).returncode:  # noqa: S603
            return python
    raise FailedError(f"{package} is not installed in an interpreter that --peers names")


def _each_left(step: Step) -> Iterator[Path]:
    if step.leaves is not None:
        yield from step.leaves.parent.glob(f"{step.leaves.name}*")


if __name__ == "__main__":
    main()
