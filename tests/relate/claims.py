"""A small factory of reports and claims for tests: only what a test is about is named."""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256

from watchword.group.copies import find_origins
from watchword.model.attribution import Attribution, Link, LinkKind
from watchword.model.claim import Claim, Mark, MarkKind, Modality, Polarity
from watchword.model.figure import Approx, Figure
from watchword.model.origin import Origin
from watchword.model.place import Place, PlaceKind
from watchword.model.report import DateSource, Published, Report, Status
from watchword.model.span import Span

NIS = Link(
    name="National Intelligence Service",
    words="the spy agency",
    kind=LinkKind.ORGANISATION,
    country="KR",
)
PENTAGON = Link(name="Pentagon", words="the Pentagon", kind=LinkKind.ORGANISATION, country="US")
KREMLIN = Link(name="Kremlin", words="the Kremlin", kind=LinkKind.STATE, country="RU")
PYONGYANG = Link(name="Pyongyang", words="Pyongyang", kind=LinkKind.STATE, country="KP")
RUTTE = Link(
    name="Mark Rutte", words="Mr Rutte", kind=LinkKind.PERSON, role="NATO secretary general"
)
DIPLOMAT = Link(name="Western diplomat", words="a Western diplomat", kind=LinkKind.ANONYMOUS)
LAWMAKERS = Link(
    name="South Korean lawmakers",
    words="lawmakers",
    kind=LinkKind.COLLECTIVE,
    country="KR",
)
RUSSIA = Place(start=0, end=6, words="Russia", name="Russia", kind=PlaceKind.COUNTRY, country="RU")
KURSK = Place(
    start=0, end=5, words="Kursk", name="Kursk region", kind=PlaceKind.REGION, country="RU"
)


def on(day: int, month: int = 10) -> datetime:
    """A day of 2024 at midnight UTC."""
    return datetime(2024, month, day, tzinfo=UTC)


def report(key: str, day: int = 18, **known: object) -> Report:
    """A report whose text is like no other's unless the test gives one."""
    text = str(known.pop("text", f"Report {key} has words of its own, numbered {key}."))
    fields = {"outlet": f"Outlet {key}", "report_id": key, "status": Status.USABLE, **known}
    return Report(
        key=key,
        text=text,
        text_sha256=sha256(text.encode()).hexdigest(),
        raw_sha256="",
        raw=b"",
        form="text",
        found_at=f"{key}.txt",
        published=Published(at=on(day), how=DateSource.HEADER, day_only=True),
        **fields,  # type: ignore[arg-type]
    )


def figure(best: float | None, unit: str = "troops", **known: object) -> Figure:
    """An exact figure of North Korean troops unless the test says otherwise."""
    fields = {
        "words": f"{best:,.0f}" if best is not None else "some",
        "counted": f"North Korean {unit}",
        "approx": Approx.EXACT,
        "low": best,
        "high": best,
        **known,
    }
    return Figure(start=0, end=5, best=best, unit=unit, **fields)  # type: ignore[arg-type]


def span(words: str, key: str = "r1") -> Span:
    """A span of some words at the start of a report."""
    return Span(report=key, start=0, end=len(words), quote=words)


def claim(key: str, content: str, *sources: Link, of: str = "r1", **known: object) -> Claim:
    """A claim by some sources, asserted and without event unless the test says otherwise."""
    hedge = known.pop("hedge", None)
    marks = [Mark(kind=MarkKind.LIKELIHOOD, span=span(str(hedge)))] if hedge else []
    fields = {
        "modality": Modality.ASSERTED,
        "polarity": Polarity.AFFIRMED,
        "actor": "North Korea",
        "action": content,
        "verb": None,
        "event": None,
        "recipient": "Russia",
        "figures": (),
        "place": None,
        "marks": tuple(marks),
        **known,
    }
    return Claim(
        key=key,
        report=of,
        sentence=span(content, of),
        content=span(content, of),
        attribution=Attribution(links=sources, cue="said" if sources else ""),
        time=None,
        condition=None,
        made_by="factory 1",
        **fields,  # type: ignore[arg-type]
    )


def shelf(*reports: Report) -> tuple[dict[str, Report], Sequence[Origin]]:
    """Reports by key, and their origins."""
    return {known.key: known for known in reports}, find_origins(reports)
