"""What a brief tells of its sources and of the machines that had a part in it, as ICD 206 wants."""

from collections.abc import Iterator
from dataclasses import replace

from watchword.brief.verify.sourcing import each_maker, source_summary
from watchword.model.brief import Brief, Machine

_DID = {
    "watchword-reader": (
        "read the sentences: a small language model that runs where the brief is written and"
        " writes nothing"
    ),
    "watchword.brief": (
        "put together what says the same, weighed it, chose, worded and checked the sentences,"
        " by rules"
    ),
}
"""What a maker did, by its name without the version; what made tables and charts tells those."""


def sourced(brief: Brief) -> Brief:
    """The brief with its source summary statement, and every machine that had a part in it.

    What is told of a machine already is kept.
    """
    told = {machine.name: machine for machine in brief.machines}
    makers = dict.fromkeys(each_maker(brief))
    machines = (
        *(told.get(maker) or _machine(maker, brief) for maker in makers),
        *(machine for name, machine in told.items() if name not in makers),
    )
    return replace(brief, sourcing=" ".join(source_summary(brief)), machines=machines)


def _machine(maker: str, brief: Brief) -> Machine:
    base = maker.partition("/")[0].partition(" ")[0]
    did = _DID.get(base) or "; ".join(dict.fromkeys(_each_deed(maker, brief)))
    return Machine(name=maker, did=did or "found what is claimed")


def _each_deed(maker: str, brief: Brief) -> Iterator[str]:
    for panel in brief.panels:
        if panel.made_by == maker:
            yield f"made the table “{panel.title}”"
    for chart in brief.charts:
        if chart.made_by == maker:
            yield f"made the chart “{chart.title}”"
    worded = sum(wording.model == maker for wording in brief.worded)
    if worded:
        yield f"worded {worded} sentence{'' if worded == 1 else 's'}, each checked like any other"
