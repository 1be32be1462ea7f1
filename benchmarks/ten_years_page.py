"""The page of the plan for ten years: its figures are those that were worked out, and no others.

Invariant: the same plan gives the same page.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import Any

from plots import Spec, lines
from ten_years_assumed import Assumed

Plan = Mapping[str, Any]
PLOT = "ten-years.svg"
YEAR = 365


def plots_of(plan: Plan) -> Mapping[str, Spec]:
    """What is drawn: how full one record that keeps everything is, against each of its limits."""
    assumed = plan["assumed"]
    limits = {
        "writer": ("writer", assumed["busiest"]),
        "search": ("search_ms", assumed["search_ms"]),
        "grouping begins": ("restart_s", assumed["restart_s"]),
        "directions": ("signs_gb", assumed["index_share"] * assumed["memory_gb"]),
        "grouping's memory": ("grouping_gb", assumed["index_share"] * assumed["memory_gb"]),
        "backup": ("backup_h", assumed["backup_h"]),
    }
    values = [
        {"day": stand["day"], "share of the limit": stand[name] / most, "limit": told}
        for told, (name, most) in limits.items()
        for stand in plan["one"]
        if stand[name]
    ]
    return {PLOT: lines(values, x="day", y="share of the limit", colour="limit")}


def page_of(plan: Plan, images: str) -> str:
    """The page.

    Args:
        plan: what was worked out.
        images: path of the plots, from the page.
    """
    parts = (
        _head(plan),
        _answer(plan),
        _breaks(plan, images),
        _by_month(plan),
        _weeks(plan),
        _costs(plan),
        _grounds(plan),
    )
    return "\n\n".join(block for part in parts for block in part) + "\n"


def _head(plan: Plan) -> Iterator[str]:
    assumed = plan["assumed"]
    total = assumed["reports_a_day"] * assumed["years"] * YEAR
    yield "# Ten years of 200,000 reports a day"
    yield (
        f"{total / 1e6:,.0f} million reports of {assumed['words']:.0f} words. Worked out by\n"
        "`python benchmarks/ten_years.py` from what was measured ([speed of archives]"
        "(../reference/archive-speed.md))\nand from assumptions, which stand at the end and can be"
        " changed (`--set hot_months=1`)."
    )
    if plan["quick"]:
        yield (
            "**What was measured is of a quick run over a few reports. Until there is a full run,"
            " the figures\nbelow show that the plan can be worked out, and no more.**"
        )
    far = plan["one"][-1]["reports"] / plan["seen"]["measured_at"]
    yield (
        f"The largest record that was measured has {plan['seen']['measured_at']:,} reports: at "
        "the end the"
        f" laws of growth\nare stretched {far:,.0f} times beyond it, by the exponent that they "
        "had there."
    )


def _answer(plan: Plan) -> Iterator[str]:
    assumed, readers, lanes = plan["assumed"], plan["readers"], plan["lanes"]
    machines = ceil(readers / assumed["cores"])
    first = next((each for each in plan["breaks"] if each["day"] is not None), None)
    costs = sum(each["price"] for each in plan["costs"])
    yield "## In short"
    reading = (
        f"- Reading keeps {plan['cores']:.1f} processors busy on the mean of all days. {readers}"
        " are needed so that in a week\n  with a burst 95 of 100 reports are searchable"
        f" {assumed['target_s'] / 60:.0f} minutes after they came: {machines} machine"
        f"{'s' * (machines > 1)} of {assumed['cores']}."
    )
    writing = (
        f"- Writers, each with a record of its own: {lanes}. Two processors more are for pages."
    )
    told = [reading, writing, f"- {costs:,.0f} units of money in all, at the prices below."]
    if first is not None:
        told.append(
            f"- One record for everything breaks first on day {first['day']:,}: {first['what']}."
        )
    told.append(
        "- So: **a record a month**, the newest ones searched together, the older ones opened\n"
        "  when asked for."
    )
    yield "\n".join(told)


def _breaks(plan: Plan, images: str) -> Iterator[str]:
    yield "## What breaks first, and when"
    yield (
        "One record that keeps everything. The last but one column is what the same comes to "
        "where only"
        f"\nthe {plan['assumed']['hot_months']} newest months are in one record."
    )
    rows = [(each["what"], _when(each), each["after"], each["then"]) for each in plan["breaks"]]
    yield _table(("what", "when", "by month", "what to do then"), rows)
    yield f"![Share of each limit by day, both logarithmic]({images}/{PLOT})"
    head = ("day", "reports", "GB", "directions, GB", "search, ms", "writer busy")
    stands = [_stood(each) for each in plan["one"]]
    yield _table((*head, "grouping begins in", "its memory, GB", "backup, hours"), stands)


def _stood(each: Mapping[str, Any]) -> Sequence[str]:
    return (
        f"{each['day']:,}",
        f"{each['reports']:,}",
        f"{each['gb']:,.0f}",
        f"{each['signs_gb']:,.2f}",
        f"{each['search_ms']:,.0f}",
        f"{each['writer']:.0%}",
        _lasting(each["restart_s"]),
        "not measured" if each["grouping_gb"] is None else f"{each['grouping_gb']:,.1f}",
        f"{each['backup_h']:,.1f}",
    )


def _by_month(plan: Plan) -> Iterator[str]:
    hot, assumed = plan["hot"], plan["assumed"]
    yield "## A record a month"
    yield (
        f"{assumed['hot_months']} months are {hot['reports']:,} reports, {hot['gb']:,.0f} GB "
        f"and {hot['signs_gb']:,.1f} GB"
        f" of directions\nin memory. What is beyond {assumed['search_ms']:.0f} ms "
        f"({hot['search_ms']:,.0f} ms in one record"
        " of that size) is searched month by\nmonth, side by side. A month that is over is "
        "never written"
        " again: one backup of it, no vacuum, and it may\nlie in a slow store. A story or a "
        "copy that"
        " crosses the turn of a month needs the window of days before it,\nwhich the new record "
        "is begun"
        " with."
    )


def _weeks(plan: Plan) -> Iterator[str]:
    assumed = plan["assumed"]
    yield "## Weeks, report by report"
    yield (
        f"Arrivals by chance; hours between {assumed['night']:g} and {2 - assumed['night']:g} "
        "of the mean, days as measured."
        f" The burst begins\non a Tuesday morning at {assumed['burst']:g} times as many, and "
        "half of that is gone after"
        f" {assumed['burst_half_h']:g} hours. The\nwriter stops for {assumed['vacuum_h']:g} "
        "hours each night. Delay is from"
        " arriving to searchable, in seconds."
    )
    rows = [(name, *_went(week)) for name, week in plan["weeks"].items()]
    head = ("reports", "readers busy", "writer busy", "median", "95 of 100", "longest")
    yield _table(("", *head, "most waiting", "there: counted, by Little's law"), rows)
    yield (
        "Reports are grouped in the order in which they are written, which is off from that of "
        "their"
        " coming by\nno more than the longest delay. What stays out longer than the days that "
        "copies and"
        " stories look back on\nis put beside what it belongs to no more: read a backlog in the "
        "order of"
        " time."
    )
    yield "All years, hour by hour, with bursts on days drawn by lot:"
    yield _table(("", ""), [(name, _number(value)) for name, value in plan["years"].items()])


def _went(week: Mapping[str, Any]) -> Sequence[str]:
    return (
        f"{week['reports']:,}",
        f"{week['reading']:.0%}",
        f"{week['writing']:.0%}",
        f"{week['median_s']:,.1f}",
        f"{week['p95_s']:,.0f}",
        f"{week['longest_s']:,.0f}",
        f"{week['waiting']:,}",
        f"{week['present']:,.1f}, {week['little']:,.1f}",
    )


def _costs(plan: Plan) -> Iterator[str]:
    yield "## What it costs"
    rows = [
        (
            str(each["year"]),
            f"{each['core_hours']:,.0f}",
            f"{each['hot_gb']:,.0f}",
            f"{each['cold_gb']:,.0f}",
            f"{each['price']:,.0f}",
        )
        for each in plan["costs"]
    ]
    head = ("processor hours", "GB on fast disks at its end", "GB in the slow store")
    yield _table(("year", *head, "units of money"), rows)


def _grounds(plan: Plan) -> Iterator[str]:
    yield "## What was assumed"
    told = _attributes(Assumed.__doc__ or "")
    taken = [(name, _number(value), told[name]) for name, value in plan["assumed"].items()]
    yield _table(("name", "", "what it is"), taken)
    yield "## What was measured"
    seen = plan["seen"]
    rows = [
        ("reading a word, µs of one processor", _number(seen["read_us"])),
        ("storing and grouping a report, ms of one processor", _number(seen["write_ms"])),
        ("a process that reads, MB", _number(seen["reader_mb"])),
        ("a report in the record, bytes", _number(seen["report_bytes"])),
        ("the largest table's part of them", _number(seen["largest_table"])),
        ("directions of meaning a report", _number(seen["signs"])),
        ("claims a report", _number(seen["claims"])),
        *((f"exponent of {name}, at the end", _law(seen[name])) for name in LAWS),
    ]
    yield _table(("", ""), rows)


LAWS = ("writing", "restart", "grouping", "search")


def _law(law: Mapping[str, float | None] | None) -> str:
    if law is None:
        return "not measured"
    error = "" if law["error"] is None else f" ± {law['error']:.2f}"
    return f"{law['exponent']:.2f}{error}, {law['last']:.2f}"


def _attributes(docstring: str) -> Mapping[str, str]:
    """What a docstring says of each attribute."""
    told: dict[str, str] = {}
    name = ""
    for line in docstring.partition("Attributes:")[2].splitlines():
        begun, colon, words = line.strip().partition(": ")
        if colon and line.startswith(" " * 8) and not line.startswith(" " * 9):
            name, told[begun] = begun, words
        elif name and line.strip():
            told[name] += f" {line.strip()}"
    return told


def _when(each: Mapping[str, Any]) -> str:
    """The day of a limit in words; a limit that nothing was measured of has none."""
    day = each["day"]
    if day is None:
        return "not measured" if each["after"] == "not measured" else "not in these years"
    return f"day {day:,}" if day > 1 else "from the start"


def _lasting(seconds: float) -> str:
    """A stretch of time in the unit that fits.

    >>> _lasting(30), _lasting(7200)
    ('30 s', '2.0 hours')
    """
    for most, unit, told in ((120, 1, "s"), (7200, 60, "minutes"), (172_800, 3600, "hours")):
        if seconds < most:
            return f"{seconds / unit:,.0f} {told}"
    return f"{seconds / 3600:,.1f} hours"


def _number(value: float) -> str:
    return f"{value:,.0f}" if isinstance(value, int) or abs(value) >= 100 else f"{value:.3g}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    told = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in told)
