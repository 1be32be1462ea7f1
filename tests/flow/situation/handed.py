"""A situation to be handed on, for the tests: three reports, one of them marked."""

from watchword.config import Settings
from watchword.model.marking import Marking
from watchword.model.tlp import Tlp
from watchword.store import Store
from watchword.store.assessments import add_assessment
from watchword.store.reports import each_report
from watchword.workbench import Workbench

SEOUL = """title: Seoul on the convoy
outlet: Gulf Post
date: 2024-10-24

South Korea's intelligence service said on Wednesday that about 3,000 North Korean troops had
been sent to Russia. President Volodymyr Zelensky met the foreign minister of Japan in Kyiv.
"""
MOSCOW = """title: Moscow on the convoy
outlet: Strait Gazette
date: 2024-10-26

Moscow denied that North Korean troops had been sent to Russia.
"""
MARKED = """title: What the attache saw
outlet: Cable Box
date: 2024-10-27

Colonel Zebulon Quirk said that 77 submarines of Peru were in the port of Vladivostok. The foreign
minister of Peru met President Vladimir Putin in Vladivostok.
"""
ONLY_THERE = ("Zebulon", "Quirk", "77 submarines", "Vladivostok", "attache", "Cable Box")
"""Words that only the marked report has."""


def fill(bench: Workbench, folder: str) -> str:
    """Collect the three reports, mark one TLP:AMBER, and give its key."""
    bench.collect([folder])
    bench.work()
    with bench.store.viewing() as view:
        key = next(each.key for each in each_report(view) if each.outlet == "Cable Box")
    mark(bench.store, key, Tlp.AMBER)
    return key


def mark(store: Store, subject: str, tlp: Tlp) -> None:
    """Say how far something may be handed on."""
    with store.writing() as writing:
        made = Marking(subject=subject, tlp=tlp, by="ana", at=writing.at)
        add_assessment(writing, made, by="ana")


SETTINGS = Settings(user="ana")
