"""The plan's arithmetic is right on small cases, and its page is what was worked out."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from archive_results import Results
from growth import Growth
from measuring import Measured
from plots import shows
from queueing import DAY_S, arrivals, flow, serve
from ten_years import PAGE, PLANNED, assumed_with
from ten_years_assumed import Assumed, Observed, observe
from ten_years_page import page_of, plots_of
from ten_years_plan import (
    beyond,
    breaks_of,
    busiest_rate,
    cores_needed,
    costs_of,
    lanes_needed,
    stand_on,
)
from ten_years_weeks import rate_of, week_of, years_of

LINEAR = Growth(exponent=1.0, factor=0.001, error=None, last=1.0)
FLAT = Growth(exponent=0.0, factor=20.0, error=None, last=0.0)
SEEN = Observed(
    read_us=250.0,
    write_ms=4.0,
    reader_mb=400.0,
    report_bytes=50_000.0,
    largest_table=8_000.0,
    signs=20.0,
    claims=19.0,
    measured_at=100_000,
    writing=LINEAR,
    restart=LINEAR,
    grouping=LINEAR,
    search=FLAT,
)
SMALL = Assumed(reports_a_day=8_640, years=1, bursts_a_year=4)
IMAGES = PAGE.parents[1] / "images"


def test_laws_of_growth_are_of_the_records_that_go_furthest() -> None:
    told = Results(machine={}, quick=False, texts="corpora")

    def keep(key: str, size: int, seconds: float) -> None:
        figures = {"restart_s": seconds, "grouping_mb": seconds, "load_cpu_s": seconds}
        room = {"reports": size, "words": size * 400, "read_cpu_s": seconds, "claims": size}
        more = {"signs": size, "bytes_per_report": 9, "bytes_claim": 3, "all of them": {"p95": 1.0}}
        took = {"wall_s": 1.0, "processor_s": 1.0, "peak_mb": 1.0, "load": 0.0}
        told.keep(key, Measured(figures={**figures, **room, **more}, **took))

    keep("end record 2000 processes 2", 2_000, 1.0)
    for size in (1_000, 3_000):
        keep(f"record {size}", size, size**2 / 1e6)
        keep(f"stored {size}", size, 1.0)
    keep("archive fast 10000", 10_000, 1.0)
    assert observe(told).restart.exponent == pytest.approx(2.0)
    keep("archive fast 100000", 100_000, 10.0)
    assert observe(told).restart.exponent == pytest.approx(1.0)
    assert observe(told).measured_at == 100_000


def test_reading_keeps_as_many_processors_busy_as_the_words_a_second_take() -> None:
    assert cores_needed(SMALL, SEEN) == pytest.approx(8_640 / 86_400 * 400 * 250e-6)


def test_a_record_holds_what_came_in_the_days_that_it_keeps() -> None:
    stand = stand_on(100, 30, SMALL, SEEN)
    assert stand.reports == 30 * 8_640
    assert stand.gb == pytest.approx(30 * 8_640 * 50_000 / 1e9)
    assert stand.signs_gb == pytest.approx(30 * 8_640 * 20 * 56 / 1e9)
    assert stand.search_ms == pytest.approx(20.0)


def test_beyond_what_was_measured_the_exponent_at_the_end_holds() -> None:
    bent = Growth(exponent=1.0, factor=2.0, error=None, last=2.0)
    assert beyond(bent, 50, 100) == pytest.approx(100.0)
    assert beyond(bent, 100, 100) == pytest.approx(200.0)
    assert beyond(bent, 1_000, 100) == pytest.approx(20_000.0)


def test_there_are_as_many_writers_as_keep_each_below_the_share_that_is_allowed() -> None:
    busy = busiest_rate(SMALL) * 4e-3
    assert lanes_needed(SMALL, SEEN) == 1
    slow = replace(SEEN, write_ms=4.0 * 2.5 * SMALL.busiest / busy)
    assert lanes_needed(SMALL, slow) == 3


def test_each_limit_is_met_on_the_day_on_which_its_sum_says_so() -> None:
    found = {each.what: each.day for each in breaks_of(replace(SMALL, years=10), SEEN)}
    restart = next(day for what, day in found.items() if "begin anew" in what)
    assert restart == pytest.approx(SMALL.restart_s / 0.001 / 8_640, abs=1)
    assert next(day for what, day in found.items() if "searches" in what) is None
    days = [day for day in found.values() if day is not None]
    assert days == sorted(days)


def test_what_a_year_costs_is_its_processors_and_its_room() -> None:
    free = replace(SMALL, gb_month=0.0, cold_gb_month=0.0)
    assert costs_of(free, SEEN, 3)[0].price == pytest.approx(3 * 365 * 24 * free.core_hour)
    year = costs_of(SMALL, SEEN, 3)[0]
    kept = 365 * 8_640 * 50_000 / 1e9 * SMALL.copies
    assert year.hot_gb + year.cold_gb == pytest.approx(kept)


def test_a_week_has_as_many_reports_as_assumed_and_nothing_is_lost() -> None:
    rate = rate_of(SMALL, burst_at=None)
    expected = sum(rate(60.0 * minute + 30) * 60 for minute in range(7 * 24 * 60))
    assert expected == pytest.approx(7 * 8_640, rel=0.01)
    week = week_of(SMALL, SEEN, 1, with_burst=False)
    assert week.reports == pytest.approx(expected, rel=0.02)
    assert week.reading == pytest.approx(0.1 * 400 * 250e-6, rel=0.03)
    assert week.writing == pytest.approx(0.1 * 4e-3, rel=0.03)
    assert week.present == pytest.approx(week.little, rel=0.05)


def test_a_burst_brings_more_reports_and_longer_delays() -> None:
    tight = replace(SEEN, read_us=15_000.0)
    ordinary, burst = (week_of(SMALL, tight, 1, with_burst=each) for each in (False, True))
    assert burst.reports > ordinary.reports
    assert burst.p95_s > ordinary.p95_s


def test_hour_by_hour_nothing_waits_where_there_is_room_for_the_worst_burst() -> None:
    assert years_of(SMALL, SEEN, 4)["longest wait, hours"] == 0.0
    assert years_of(SMALL, replace(SEEN, read_us=20_000.0), 1)["longest wait, hours"] > 1.0


def test_an_assumption_is_changed_by_its_name_alone() -> None:
    assert assumed_with(["hot_months=1", "core_hour=0.1"]).core_hour == pytest.approx(0.1)
    with pytest.raises(SystemExit, match="no such assumption: months"):
        assumed_with(["months=1"])


def test_the_page_and_its_plot_are_what_was_worked_out() -> None:
    planned = json.loads(PLANNED.read_text(encoding="utf-8"))
    assert PAGE.read_text(encoding="utf-8") == page_of(planned, "../images")
    for name, spec in plots_of(planned).items():
        assert shows(Path(IMAGES / name).read_text(encoding="utf-8"), spec)


def test_the_flow_by_the_hour_agrees_with_the_simulation_report_by_report() -> None:
    seen = replace(SEEN, read_us=22_000.0)
    rate = rate_of(SMALL, burst_at=33 * 3600.0)
    came = arrivals(rate, 7, np.random.default_rng(2))
    lasting = SMALL.words * seen.read_us / 1e6
    served = serve(came, np.full(came.size, lasting), 1)
    hours = np.histogram(came, np.arange(0.0, 7 * DAY_S + 1, 3600.0))[0].astype(float)
    waiting = flow(hours, 3600.0 / lasting) * lasting
    assert waiting.max() > 3600
    assert waiting.max() == pytest.approx(served.delays.max(), rel=0.05)
