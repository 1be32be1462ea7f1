"""Briefs written by hand for the tests, from reports composed for them.

A claim is told by words of its report: the sentence is the one that holds the content, and every
span is found by its words, so that a case reads as it would on paper.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from watchword.model.attribution import Attribution, Link, LinkKind, Voice
from watchword.model.brief import (
    Brief,
    Confidence,
    Contest,
    Judgment,
    Likelihood,
    Measure,
    Notice,
    Section,
    SourceEntry,
)
from watchword.model.claim import Claim, Mark, Modality, Polarity
from watchword.model.figure import Figure
from watchword.model.moment import Moment, Precision
from watchword.model.origin import Origin
from watchword.model.place import Place, PlaceKind
from watchword.model.report import DateSource, Published, Report
from watchword.model.sentence import Sentence
from watchword.model.source import Credibility, Reliability
from watchword.model.span import Span
from watchword.model.track import Point, Track
from watchword.text.hedges import find_marks
from watchword.text.numbers import find_numbers


def make_report(key: str, outlet: str, day: str, text: str, title: str = "") -> Report:
    return Report(
        key=key,
        report_id=key,
        text=text,
        text_sha256=sha256(text.encode()).hexdigest(),
        raw_sha256=sha256(text.encode()).hexdigest(),
        raw=text.encode(),
        form="text",
        found_at=f"/somewhere/reports/{key}.txt",
        outlet=outlet,
        title=title or text.partition(".")[0],
        published=Published(
            at=datetime.fromisoformat(day).replace(tzinfo=UTC), how=DateSource.HEADER, day_only=True
        ),
        language="en",
        address=f"https://example.org/{key}",
    )


def link(name: str, words: str, kind: str = "organisation", **more: str) -> Callable[..., Link]:
    def found(report: Report, near: tuple[int, int]) -> Link:
        start = report.text.find(words, *near)
        at = start if start >= 0 else report.text.index(words)
        named = more.get("named_at")
        first = report.text.index(named) if named else 0
        return Link(
            name=name,
            words=words,
            kind=LinkKind(kind),
            role=more.get("role"),
            country=more.get("country"),
            span=Span.within(report.text, at, at + len(words), report=report.key),
            named_at=Span.within(report.text, first, first + len(named), report=report.key)
            if named
            else None,
        )

    return found


def make_claim(
    report: Report,
    content: str,
    *,
    chain: Sequence[Callable[..., Link]] = (),
    cue: str = "",
    modality: str = "asserted",
    verb: str | None = None,
    actor: str | None = None,
    said: str = "",
    condition: str = "",
    time: tuple[str, str, str] | None = None,
    place: str = "",
    unit: str = "troops",
) -> Claim:
    text = report.text
    start = text.index(content)
    end = start + len(content)
    first = max((match.end() for match in re.finditer(r"(?<=[.?!])\s+", text[:start])), default=0)
    last = re.compile(r"[.?!](?=\s|$)").search(text, end - 1)
    near = (first, last.end() if last else len(text))

    def span(begin: int, stop: int) -> Span:
        return Span.within(text, begin, stop, report=report.key)

    def words_at(words: str) -> Span:
        at = text.index(words, *near)
        return span(at, at + len(words))

    figures = tuple(
        Figure(
            start=number.start,
            end=number.end,
            words=number.words,
            low=number.low,
            best=number.best,
            high=number.high,
            approx=number.approx,
            unit=unit,
            counted=unit,
            change=text[: number.start].endswith("another "),
        )
        for number in find_numbers(text, start, end)
        if number.is_figure
    )
    moment = None
    if time:
        at = text.index(time[0])
        moment = Moment(
            start=at,
            end=at + len(time[0]),
            words=time[0],
            since=datetime.fromisoformat(time[1]).replace(tzinfo=UTC),
            until=datetime.fromisoformat(time[2]).replace(tzinfo=UTC),
            precision=Precision.DAY,
        )
    where = text.index(place) if place else 0
    marks = tuple(Mark(kind=kind, span=span(a, b)) for kind, a, b in find_marks(text, start, end))
    return Claim(
        key=f"{report.key}-{start}",
        report=report.key,
        sentence=span(*near),
        content=span(start, end),
        attribution=Attribution(
            links=tuple(make(report, near) for make in chain),
            cue=cue,
            cue_at=words_at(cue) if cue else None,
            voice=Voice.INDIRECT if chain else Voice.OWN,
            said=said,
        ),
        modality=Modality(modality),
        marks=marks,
        polarity=Polarity.AFFIRMED,
        actor=actor,
        action=verb or "",
        verb=verb,
        event=None,
        recipient=None,
        figures=figures,
        place=Place(
            start=where, end=where + len(place), words=place, name=place, kind=PlaceKind.REGION
        )
        if place
        else None,
        time=moment,
        condition=words_at(condition) if condition else None,
        made_by="tests 1",
    )


@dataclass(frozen=True)
class Case:
    """A report, the claims read from it, and sentences a brief may say of them."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    sentences: tuple[Sentence, ...]


def make_brief(
    cases: Sequence[Case], likelihood: Likelihood | None = None, contest: Contest | None = None
) -> Brief:
    reports = tuple(report for case in cases for report in case.reports)
    claims = tuple(claim for case in cases for claim in case.claims)
    sentences = [sentence for case in cases for sentence in case.sentences]
    heading = sentences[-1]
    judged = sentences[0]
    if likelihood is not None:
        judged = next(s for s in sentences if likelihood.claim in s.claims)
    return Brief(
        title="A situation",
        as_of=datetime(2024, 11, 1, tzinfo=UTC),
        made_by="tests 1",
        headline=sentences[0],
        judgments=(
            Judgment(
                sentence=judged,
                confidence=Confidence.LOW,
                basis="A single origin, a party to the claim.",
                likelihood=likelihood,
                credibility=Credibility.POSSIBLY_TRUE,
            ),
        ),
        overview=tuple(sentences[:2]),
        sections=(Section(heading=heading, paragraphs=(tuple(sentences),)),),
        contests=(contest,) if contest else (),
        changes=(),
        since=None,
        watch=(),
        notices=(
            Notice(
                text=f"The brief cites {len(reports)} reports.",
                measure=Measure.REPORTS,
                count=len(reports),
            ),
            Notice(text="None is undated.", measure=Measure.UNDATED, count=0, of=len(reports)),
        ),
        sources=tuple(
            SourceEntry(number=number, report=report.key, reliability=Reliability.F)
            for number, report in enumerate(reports, 1)
        ),
        claims=claims,
        reports=reports,
        origins=tuple(
            Origin(key=r.key, name=r.outlet or "", reports=(r.key,), reasons=("its own",))
            for r in reports
        ),
        refused=(),
        unread=(),
    )


NIS = link("National Intelligence Service", "National Intelligence Service", country="KR")


def _agency() -> Case:
    report = make_report(
        "r-agency",
        "Türkiye Today",
        "2024-10-19",
        "South Korea's National Intelligence Service (NIS) said on Friday that Pyongyang had "
        "dispatched 1,500 special-forces soldiers to the Russian Far East. "
        "The agency estimates that up to 12,000 soldiers could be deployed in the end. "
        "It said the soldiers will reach the front in Kursk before long. "
        "Satellite images, according to the NIS, showed that Russian landing ships carried the "
        "soldiers to Vladivostok from October 8 to October 13.",
    )
    agency = link(
        "National Intelligence Service",
        "The agency",
        country="KR",
        named_at="National Intelligence Service",
    )
    it = link(
        "National Intelligence Service",
        "It",
        country="KR",
        named_at="National Intelligence Service",
    )
    sent = make_claim(
        report,
        "Pyongyang had dispatched 1,500 special-forces soldiers to the Russian Far East",
        chain=[NIS],
        cue="said",
        verb="dispatch",
        actor="North Korea",
        said="on Friday",
        place="Russian Far East",
    )
    total = make_claim(
        report,
        "up to 12,000 soldiers could be deployed in the end",
        chain=[agency],
        cue="estimates",
        modality="estimated",
        verb="deploy",
        actor="North Korea",
    )
    front = make_claim(
        report,
        "the soldiers will reach the front in Kursk before long",
        chain=[it],
        cue="said",
        modality="planned",
        verb="reach",
        actor="North Korean soldiers",
        place="Kursk",
    )
    ships = make_claim(
        report,
        "Russian landing ships carried the soldiers to Vladivostok from October 8 to October 13",
        chain=[
            link("National Intelligence Service", "NIS", country="KR"),
            link("Satellite images", "Satellite images", "imagery"),
        ],
        cue="according to",
        verb="carry",
        actor="Russia",
        time=("from October 8 to October 13", "2024-10-08", "2024-10-14"),
    )
    return Case(
        (report,),
        (sent, total, front, ships),
        (
            Sentence(
                text="South Korea's National Intelligence Service said on 18 October that "
                "Pyongyang had dispatched 1,500 special-forces soldiers to the Russian Far East, "
                "Türkiye Today reported.",
                claims=(sent.key,),
            ),
            Sentence(
                text="The NIS estimates that up to 12,000 soldiers could be deployed in the end.",
                claims=(total.key,),
            ),
            Sentence(
                text="According to the National Intelligence Service, the soldiers will reach the "
                "front in Kursk before long (Türkiye Today).",
                claims=(front.key,),
            ),
            Sentence(
                text="Satellite images, according to the National Intelligence Service, showed "
                "that Russian landing ships carried the soldiers to Vladivostok from October 8 to "
                "October 13, Türkiye Today reported on 19 October 2024.",
                claims=(ships.key,),
            ),
            Sentence(
                text="Pyongyang had dispatched 1,500 special-forces soldiers, and up to 12,000 "
                "could be deployed in the end, said South Korea's NIS.",
                claims=(sent.key, total.key),
            ),
        ),
    )


def _lawmaker() -> Case:
    report = make_report(
        "r-lawmaker",
        "Harbour Wire",
        "2024-10-30",
        "South Korean lawmaker Lee Seong-kweun said on Wednesday, citing the country's spy agency, "
        "that around 10,900 North Korean troops have been deployed to Kursk, including 500 "
        "officers and three generals. He added that it is highly likely that the rest of the "
        "troops are moving to the front. North Korea has reportedly sent engineers as well.",
        "Lawmaker: around 10,900 North Korean troops in Kursk",
    )
    lee = link(
        "Lee Seong-kweun", "Lee Seong-kweun", "person", role="South Korean lawmaker", country="KR"
    )
    he = link("Lee Seong-kweun", "He", "person", role="lawmaker", country="KR",
              named_at="Lee Seong-kweun")  # fmt: skip
    spies = link("National Intelligence Service", "the country's spy agency", country="KR")
    deployed = make_claim(
        report,
        "around 10,900 North Korean troops have been deployed to Kursk, including 500 officers "
        "and three generals",
        chain=[lee, spies],
        cue="said",
        verb="deploy",
        said="on Wednesday",
        place="Kursk",
        actor="North Korea",
    )
    moving = make_claim(
        report,
        "it is highly likely that the rest of the troops are moving to the front",
        chain=[he],
        cue="added",
        modality="estimated",
        verb="move",
    )
    engineers = make_claim(
        report,
        "North Korea has reportedly sent engineers as well",
        modality="reported",
        verb="send",
        actor="North Korea",
    )
    return Case(
        (report,),
        (deployed, moving, engineers),
        (
            Sentence(
                text="Lawmaker Lee Seong-kweun, citing South Korea's National Intelligence "
                "Service, said on Wednesday (30 October 2024) that around 10,900 North Korean "
                "troops have been deployed to Kursk, including 500 officers and three generals "
                "(Harbour Wire).",
                claims=(deployed.key,),
            ),
            Sentence(
                text="South Korean lawmaker Lee Seong-kweun added that it is highly likely that "
                "the rest of the troops are moving to the front (Harbour Wire).",
                claims=(moving.key,),
            ),
            Sentence(
                text="North Korea has reportedly sent engineers as well, Harbour Wire reported.",
                claims=(engineers.key,),
            ),
            Sentence(
                text="Around 10,900 North Korean troops in Kursk, lawmaker Lee Seong-kweun says, "
                "citing the spy agency",
                claims=(deployed.key,),
            ),
        ),
    )


def _capitals() -> Case:
    report = make_report(
        "r-capitals",
        "The Lantern",
        "2024-10-24",
        "Ukrainian President Volodymyr Zelensky said on Wednesday that Russia is preparing to "
        "deploy 10,000 North Korean soldiers against Ukraine. Kremlin spokesman Dmitry Peskov "
        "dismissed the claims as contradictory. White House adviser John Kirby said at least 3,000 "
        "North Korean soldiers were moved into eastern Russia in early October. Kirby said the "
        "White House cannot confirm that the soldiers will enter combat. President Yoon Suk Yeol "
        "said that if North Korea sends special forces into the war, Seoul will support Ukraine "
        "step by step. Yoon's office said that Seoul may consider sending offensive weapons to "
        "Kyiv. NATO chief Mark Rutte said there is no evidence that China has sent troops to "
        "Russia. Russia has not withdrawn its forces from Kursk.",
    )
    zelensky = link("Volodymyr Zelensky", "Volodymyr Zelensky", "person",
                    role="Ukrainian President", country="UA")  # fmt: skip
    peskov = link("Dmitry Peskov", "Dmitry Peskov", "person", role="Kremlin spokesman",
                  country="RU")  # fmt: skip
    kirby = link("John Kirby", "John Kirby", "person", role="White House adviser", country="US")
    kirby_again = link("John Kirby", "Kirby", "person", country="US", named_at="John Kirby")
    yoon = link("Yoon Suk Yeol", "Yoon Suk Yeol", "person", role="President", country="KR")
    office = link("South Korean presidential office", "Yoon's office", country="KR",
                  role="Yoon's office")  # fmt: skip
    rutte = link("Mark Rutte", "Mark Rutte", "person", role="NATO chief")
    prepares = make_claim(
        report,
        "Russia is preparing to deploy 10,000 North Korean soldiers against Ukraine",
        chain=[zelensky],
        cue="said",
        modality="planned",
        verb="prepare",
        said="on Wednesday",
        actor="Russia",
        unit="soldiers",
    )
    dismissed = make_claim(
        report, "the claims as contradictory", chain=[peskov], cue="dismissed", modality="denied"
    )
    moved = make_claim(
        report,
        "at least 3,000 North Korean soldiers were moved into eastern Russia in early October",
        chain=[kirby],
        cue="said",
        verb="move",
        unit="soldiers",
    )
    unconfirmed = make_claim(
        report,
        "the White House cannot confirm that the soldiers will enter combat",
        chain=[kirby_again],
        cue="said",
        modality="unconfirmed",
        verb="enter",
    )
    support = make_claim(
        report,
        "Seoul will support Ukraine step by step",
        chain=[yoon],
        cue="said",
        modality="conditional",
        verb="support",
        condition="if North Korea sends special forces into the war",
    )
    weapons = make_claim(
        report,
        "Seoul may consider sending offensive weapons to Kyiv",
        chain=[office],
        cue="said",
        modality="considered",
        verb="consider",
        actor="South Korea",
    )
    china = make_claim(
        report,
        "there is no evidence that China has sent troops to Russia",
        chain=[rutte],
        cue="said",
        modality="denied",
        verb="send",
    )
    forces = make_claim(
        report, "Russia has not withdrawn its forces from Kursk", verb="withdraw", actor="Russia"
    )
    return Case(
        (report,),
        (prepares, dismissed, moved, unconfirmed, support, weapons, china, forces),
        (
            Sentence(
                text="President Volodymyr Zelensky said on Wednesday (23 October 2024) that Russia "
                "is preparing to deploy 10,000 North Korean soldiers against Ukraine (The "
                "Lantern).",
                claims=(prepares.key,),
            ),
            Sentence(
                text="Kremlin spokesman Dmitry Peskov dismissed the claims as contradictory, The "
                "Lantern reported.",
                claims=(dismissed.key,),
            ),
            Sentence(
                text="John Kirby, a White House adviser, said at least 3,000 North Korean soldiers "
                "were moved into eastern Russia in early October (The Lantern).",
                claims=(moved.key,),
            ),
            Sentence(
                text="Kirby said the White House cannot confirm that the soldiers will enter "
                "combat (The Lantern, 24 October).",
                claims=(unconfirmed.key,),
            ),
            Sentence(
                text="President Yoon Suk Yeol said that if North Korea sends special forces into "
                "the war, Seoul will support Ukraine step by step.",
                claims=(support.key,),
            ),
            Sentence(
                text="Yoon's office said that Seoul may consider sending offensive weapons to "
                "Kyiv, according to The Lantern.",
                claims=(weapons.key,),
            ),
            Sentence(
                text="NATO chief Mark Rutte said there is no evidence that China has sent troops "
                "to Russia (The Lantern).",
                claims=(china.key,),
            ),
            Sentence(
                text="Russia has not withdrawn its forces from Kursk, The Lantern reported.",
                claims=(forces.key,),
            ),
        ),
    )


def _crossing() -> Case:
    report = make_report(
        "r-crossing",
        "Meridian Post",
        "2024-06-11",
        "The Andean Council said Peru had closed 14 border posts with Bolivia after 250 people "
        "crossed on Monday. Bolivian Foreign Minister Ana Quispe denied that Bolivia had allowed "
        'the crossing. She said: "We never opened the gates." Officials in Lima believe another '
        "400 people may cross by Friday. The two governments are expected to meet in Geneva.",
        "Peru closes border posts with Bolivia",
    )
    council = link("Andean Council", "The Andean Council")
    quispe = link("Ana Quispe", "Ana Quispe", "person", role="Bolivian Foreign Minister",
                  country="BO")  # fmt: skip
    she = link("Ana Quispe", "She", "person", role="Foreign Minister", country="BO",
               named_at="Ana Quispe")  # fmt: skip
    officials = link("Officials in Lima", "Officials in Lima", "collective", country="PE")
    closed = make_claim(
        report,
        "Peru had closed 14 border posts with Bolivia after 250 people crossed on Monday",
        chain=[council],
        cue="said",
        verb="close",
        actor="Peru",
        unit="border posts",
    )
    denied = make_claim(
        report,
        "Bolivia had allowed the crossing",
        chain=[quispe],
        cue="denied",
        modality="denied",
        verb="allow",
        actor="Bolivia",
    )
    gates = make_claim(
        report,
        "We never opened the gates",
        chain=[she],
        cue="said",
        modality="denied",
        verb="open",
        actor="Bolivia",
    )
    more = make_claim(
        report,
        "another 400 people may cross by Friday",
        chain=[officials],
        cue="believe",
        modality="estimated",
        verb="cross",
        unit="people",
    )
    meeting = make_claim(
        report,
        "The two governments are expected to meet in Geneva",
        modality="planned",
        verb="meet",
    )
    return Case(
        (report,),
        (closed, denied, gates, more, meeting),
        (
            Sentence(
                text="The Andean Council said Peru had closed 14 border posts with Bolivia after "
                "250 people crossed on Monday (10 June 2024), the Meridian Post reported.",
                claims=(closed.key,),
            ),
            Sentence(
                text="Foreign Minister Ana Quispe denied that Bolivia had allowed the crossing "
                "(Meridian Post).",
                claims=(denied.key,),
            ),
            Sentence(
                text="Ana Quispe said: “[Bolivia] never opened the gates” (Meridian Post).",
                claims=(gates.key,),
            ),
            Sentence(
                text="Officials in Lima believe another 400 people may cross by Friday (14 June "
                "2024).",
                claims=(more.key,),
            ),
            Sentence(
                text="The two governments are expected to meet in Geneva, Meridian Post reported.",
                claims=(meeting.key,),
            ),
        ),
    )


@pytest.fixture(scope="session")
def cases() -> tuple[Case, ...]:
    return (_agency(), _lawmaker(), _capitals(), _crossing())


@pytest.fixture(scope="session")
def written_briefs(cases: tuple[Case, ...]) -> tuple[Brief, ...]:
    agency, lawmaker, capitals, crossing = cases
    likely = next(claim for claim in lawmaker.claims if claim.modality is Modality.ESTIMATED)
    return (
        make_brief([agency, lawmaker], _very_likely(likely), _contest([agency, lawmaker])),
        make_brief([capitals]),
        make_brief([crossing, capitals]),
        make_brief([agency, lawmaker, capitals, crossing], _very_likely(likely)),
    )


def _very_likely(claim: Claim) -> Likelihood:
    return Likelihood(term="very likely", low=80, high=95, claim=claim.key)


def _contest(cases: Sequence[Case]) -> Contest:
    points = []
    for case in cases:
        claim, report = case.claims[0], case.reports[0]
        origin = claim.attribution.origin
        points.append(
            Point(
                claim=claim.key,
                figure=claim.figures[0],
                source=origin.name if origin else report.outlet or "",
                said_at=report.published.at,
                origin=report.key,
            )
        )
    summary = Sentence(
        text="Figures differ: 1,500 soldiers, South Korea's National Intelligence Service said "
        "(Türkiye Today, 19 October 2024); around 10,900 North Korean troops, lawmaker Lee "
        "Seong-kweun said, citing the spy agency (Harbour Wire, 30 October 2024).",
        claims=tuple(point.claim for point in points),
    )
    track = Track(key="t", title="North Korean troops", unit="troops", points=tuple(points))
    return Contest(summary=summary, track=track)
