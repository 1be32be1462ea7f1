"""A record with everything that lists are made of, and every way that counts can change."""

from dataclasses import replace
from hashlib import sha256

from tests.store.search.records import READER, claim_of, keep, published, read

from watchword.model.actor import Actor
from watchword.model.attribution import LinkKind
from watchword.model.claim import Modality
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.model.story import StoryDecision, StoryFeatures, StoryStep
from watchword.model.toponym import LocatedToponym, Location, Precision, Toponym
from watchword.store import Store
from watchword.store.readings import Failure, add_readings
from watchword.store.reports import add_reports
from watchword.store.stories import add_happenings

KURSK = Location(
    geonames_id=538560,
    name="Kursk",
    country="RU",
    division=None,
    latitude=51.7,
    longitude=36.2,
    precision=Precision.CITY,
)
OUTLETS = ("Gulf Post", "Strait Gazette", None)


def told(number: int) -> ReadReport:
    """A report of a day of October that speaks of somebody and of Kursk."""
    text = f"Envoy {number} left. Troops came to Kursk."
    report = published(text, number % 20 + 1, outlet=OUTLETS[number % 3])
    modality = Modality.DENIED if number % 4 == 0 else Modality.ASSERTED
    found = read(
        report,
        claim_of(report, f"Envoy {number} left.", actor="envoy", modality=modality),
        claim_of(
            report,
            "Troops came to Kursk.",
            actor="North Korea",
            source="Seoul" if number % 2 else "Kyiv",
            place="Kursk",
            country="RU",
            event="MOBILIZE",
        ),
    )
    start = text.index("Kursk")
    words = Toponym(start=start, end=start + 5, words="Kursk")
    named = (_actor(report, "North Korea", "KP"), _actor(report, f"Envoy {number}", None))
    return replace(
        found, actors=named, toponyms=(LocatedToponym(toponym=words, location=KURSK),) * 2
    )


def fill(store: Store) -> tuple[ReadReport, ...]:
    """Reports in stories that were joined, merged and split; some were read twice, some not."""
    reports = tuple(told(number) for number in range(24))
    keep(store, *reports[:20])
    with store.writing() as writing:
        add_reports(writing, [each.report for each in reports[20:]])
        failed = [Failure(report=each.report.key, reason="odd") for each in reports[20:22]]
        add_readings(writing, failed, made_by=READER)
    keys = [each.report.key for each in reports]
    place(store, *(step(StoryStep.START, f"{number:016x}", keys[number]) for number in range(4)))
    place(
        store,
        *(step(StoryStep.JOIN, f"{number % 4:016x}", keys[number]) for number in range(4, 16)),
    )
    again = replace(
        reports[3],
        extraction=replace(reports[3].extraction, claims=(reports[3].extraction.claims[1],)),
    )
    with store.writing() as writing:
        add_readings(writing, [again, reports[20]], made_by="reader/2")
        add_readings(writing, [Failure(report=keys[5], reason="worse")], made_by="reader/2")
    _place_one(
        store,
        step(StoryStep.JOIN, f"{9:016x}", keys[16]),
        step(StoryStep.MERGE, f"{0:016x}", keys[16], other=f"{1:016x}"),
        step(StoryStep.SPLIT, f"{9:016x}", keys[4], other=f"{0:016x}"),
    )
    _place_one(
        store,
        step(StoryStep.JOIN, f"{3:016x}", keys[17]),
        step(StoryStep.SPLIT, f"{2:016x}", keys[5], other=f"{0:016x}"),
    )
    return reports


def step(kind: StoryStep, story: str, report: str, other: str | None = None) -> StoryDecision:
    """A decision on a story."""
    return StoryDecision(
        key=sha256(f"{kind}{story}{report}{other}".encode()).hexdigest()[:16],
        step=kind,
        story=story,
        report=report,
        other=other,
        score=None,
        reasons=(),
        made_by="test",
    )


def place(store: Store, *decided: StoryDecision) -> None:
    """Add decisions, each with the report that led to it."""
    with store.writing() as writing:
        add_happenings(writing, [(features_of(each.report), (each,)) for each in decided])


def _place_one(store: Store, *decided: StoryDecision) -> None:
    """Add what the report of the first decision led to."""
    with store.writing() as writing:
        add_happenings(writing, [(features_of(decided[0].report), decided)])


def features_of(report: str) -> StoryFeatures:
    """What a report is grouped by: nothing."""
    return StoryFeatures(
        report=report, at=None, words=(), pairs=(), names=(), countries=(), events=(), numbers=()
    )


def _actor(report: Report, name: str, country: str | None) -> Actor:
    return Actor(
        key=sha256(f"{report.key}{name}".encode()).hexdigest()[:16],
        report=report.key,
        name=name,
        kind=LinkKind.STATE,
        country=country,
        offices=(),
        aliases=(name,),
        mentions=(),
    )
