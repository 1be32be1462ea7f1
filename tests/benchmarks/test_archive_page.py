"""The page on the speed of archives is what its results give, and leaves nothing out."""

from pathlib import Path

from archive import IMAGES, PAGE, RESULTS
from archive_page import page_of
from archive_plots import plots_of
from archive_results import Results, read_results, write_results
from archive_steps import FULL, QUICK, Place, each_step
from measuring import Measured
from plots import shows


def measured(**figures: object) -> Measured:
    return Measured(figures=figures, wall_s=1.0, processor_s=1.0, peak_mb=300, load=0.5)


def ended(processes: int, seconds: float) -> Measured:
    steps = {"collect_s": 1.0, "collect_cpu_s": 1.0, "read_s": seconds, "read_cpu_s": 8.0}
    room = {"bytes_per_report": 40_000, "bytes_claim": 5_000, "claims": 1_900, "signs": 2_000}
    total = {"total_s": seconds + 1, "total_cpu_s": 9.0, "processes": processes}
    return measured(reports=100, words=40_000, **steps, **room, **total)


def results() -> Results:
    machine = {"processor": "Test", "processors": "2"}
    return Results(machine=machine, quick=False, texts="corpora")


def test_the_page_and_its_plots_are_what_the_results_give() -> None:
    kept = read_results(RESULTS)
    assert PAGE.read_text(encoding="utf-8") == page_of(kept, "../images")
    for name, spec in plots_of(kept).items():
        assert shows((IMAGES / name).read_text(encoding="utf-8"), spec), name


def test_rates_and_ratios_come_from_the_seconds() -> None:
    told = results()
    told.keep("end record 100 processes 1", ended(1, 9.0))
    told.keep("end record 100 processes 2", ended(2, 4.5))
    told.keep("limit", measured(reports_per_s_two_processors=50.0))
    page = page_of(told, "images")
    assert "| as it comes (`watchword collect`) | 1 | 10.0 | 10.0 | 4,000 | 225 | 300 |" in page
    assert "2 processes read 2.00 times as fast as one." in page
    assert "two processes reach 36% of it: as it comes" in page


def test_what_was_not_measured_is_named_and_other_programs_are_told_of() -> None:
    told = results()
    told.missing["peer reads 20 small"] = "spacy is not installed"
    busy = ended(1, 9.0)
    told.keep("end record 100 processes 1", Measured(**{**_fields(busy), "load": 7.5}))
    page = page_of(told, "images")
    assert "- peer reads 20 small: spacy is not installed" in page
    assert "**Other programs ran beside it**" in page


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    told = results()
    told.missing["limit"] = "not there"
    told.keep("limit", measured(a=1))
    told.keep("record 100", measured(reports=100))
    write_results(told, tmp_path / "deep" / "results.json")
    again = read_results(tmp_path / "deep" / "results.json")
    assert again == told
    assert again.missing == {}
    assert [size for size, _ in again.sized(r"record (\d+)")] == [100]


def test_a_step_has_a_name_of_its_own_and_quick_ones_measure_the_same_things() -> None:
    full, quick = (
        list(each_step(Place(folder=Path("folder"), scale=scale, data=Path("data"))))
        for scale in (FULL, QUICK)
    )
    assert len({step.key for step in full}) == len(full)
    assert {step.words[0] for step in quick} == {step.words[0] for step in full}
    composed = Place(folder=Path("folder"), scale=QUICK, data=None)
    assert len(list(each_step(composed))) < len(quick)


def _fields(step: Measured) -> dict[str, object]:
    return {name: getattr(step, name) for name in Measured.__dataclass_fields__}
