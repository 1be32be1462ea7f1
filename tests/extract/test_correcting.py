"""A claim as people put it right: what it means changes, the report's words do not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.engines import ReadingEngine
from watchword.errors import SettingsError
from watchword.extract.correcting import correct, correct_report, value_of
from watchword.flow.reading import read_report_events
from watchword.model.attribution import LinkKind, Voice
from watchword.model.claim import Claim
from watchword.model.correction import ClaimField, Correction
from watchword.model.read_report import ReadReport
from watchword.model.report import DateSource, Published, Report

TEXT = (
    "Lee Seong-kweun, a South Korean lawmaker, met reporters in Seoul on Wednesday. "
    "He said that about 3,000 North Korean troops had arrived in Vladivostok on Monday.\n\n"
    "The National Intelligence Service would not comment. Lorries left Ussuriysk at night."
)
AT = datetime(2024, 10, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def read(engine: ReadingEngine) -> ReadReport:
    report = Report(
        key="r1",
        report_id="r1",
        text=TEXT,
        text_sha256="",
        raw_sha256="",
        raw=b"",
        form="text",
        found_at="r1.txt",
        outlet="Harbour Post",
        published=Published(at=AT, how=DateSource.HEADER, day_only=True),
    )
    return read_report_events(report, engine)


@pytest.fixture(scope="module")
def claim(read: ReadReport) -> Claim:
    return next(each for each in read.extraction.claims if "3,000" in each.content.quote)


def by_ana(field: ClaimField, value: str) -> Correction:
    return Correction(decision="d1", field=field, value=value, by="Ana", at=AT)


def put_right(claim: Claim, read: ReadReport, field: str, value: str) -> Claim:
    return correct(claim, [by_ana(ClaimField(field), value)], read)


@pytest.mark.parametrize("field", [each.value for each in ClaimField])
def test_saying_what_was_found_changes_nothing_that_counts(
    claim: Claim, read: ReadReport, field: str
) -> None:
    found = value_of(claim, ClaimField(field))
    assert value_of(put_right(claim, read, field, found), ClaimField(field)) == found


def test_a_name_that_takes_anothers_place_keeps_the_words_that_stand_for_it(
    claim: Claim, read: ReadReport
) -> None:
    now = put_right(claim, read, "source", "National Intelligence Service")
    (old,), (link,) = claim.attribution.links, now.attribution.links
    assert (link.words, link.span) == (old.words, old.span)
    assert link.named_at is not None
    assert link.named_at.quote == "National Intelligence Service"
    assert (link.kind, link.country) == (LinkKind.ORGANISATION, "KR")


def test_a_longer_chain_keeps_who_was_in_it_and_finds_the_new_ones_words(
    claim: Claim, read: ReadReport
) -> None:
    names = f"{claim.attribution.links[0].name} < National Intelligence Service"
    now = put_right(claim, read, "source", names).attribution
    assert now.links[0] == claim.attribution.links[0]
    assert now.links[1].span is not None
    assert TEXT[now.links[1].span.start : now.links[1].span.end] == now.links[1].words
    assert (now.cue, now.voice) == (claim.attribution.cue, claim.attribution.voice)


def test_a_name_that_the_report_does_not_have_has_no_words_in_it(
    claim: Claim, read: ReadReport
) -> None:
    names = "Petr Novak < Ukrainian officials"
    person, nameless = put_right(claim, read, "source", names).attribution.links
    assert (person.span, person.kind) == (None, LinkKind.PERSON)
    assert (nameless.span, nameless.kind, nameless.country) == (None, LinkKind.COLLECTIVE, "UA")


def test_without_a_source_the_outlet_speaks_for_itself(claim: Claim, read: ReadReport) -> None:
    now = put_right(claim, read, "source", "").attribution
    assert (now.links, now.cue, now.voice) == ((), "", Voice.OWN)


@pytest.mark.parametrize(
    ("value", "bounds", "unit"),
    [
        ("12,000 soldiers", (12_000, 12_000, 12_000), "soldiers"),
        ("at least 500 officers", (500, 500, None), "officers"),
        ("10,000 to 12,000", (10_000, None, 12_000), "troops"),
        ("$20 million", (20_000_000, 20_000_000, 20_000_000), "US dollars"),
        ("about 40 brigades from the east", (None, 40, None), "brigades"),
    ],
)
def test_a_figure_is_read_as_a_report_would_be(
    claim: Claim, read: ReadReport, value: str, bounds: tuple[float, ...], unit: str
) -> None:
    main, *others = put_right(claim, read, "figure", value).figures
    assert (main.low, main.best, main.high) == bounds
    assert main.unit == unit
    assert (main.words, main.start) == (claim.figures[0].words, claim.figures[0].start)
    assert tuple(others) == claim.figures[1:]
    assert put_right(claim, read, "figure", "").figures == ()


def test_a_place_has_the_reports_words_where_it_has_them(claim: Claim, read: ReadReport) -> None:
    there = put_right(claim, read, "place", "Ussuriysk").place
    nowhere = put_right(claim, read, "place", "Kursk region").place
    assert there is not None
    assert nowhere is not None
    assert (there.words, TEXT[there.start : there.end]) == ("Ussuriysk", "Ussuriysk")
    assert (nowhere.words, nowhere.start, nowhere.country) == ("", nowhere.end, "RU")
    assert put_right(claim, read, "place", "").place is None


@pytest.mark.parametrize(
    ("value", "since", "until"),
    [
        ("2024-10-23", "2024-10-23", "2024-10-24"),
        ("2024-10-20..2024-11-01", "2024-10-20", "2024-11-01"),
        ("..2024-11-01", "None", "2024-11-01"),
        ("last week", "2024-10-21", "2024-10-28"),
    ],
)
def test_a_time_is_a_day_a_stretch_or_words(
    claim: Claim, read: ReadReport, value: str, since: str, until: str
) -> None:
    time = put_right(claim, read, "time", value).time
    assert time is not None
    assert (str(time.since)[:10], str(time.until)[:10]) == (since, until)
    assert TEXT[time.start : time.end] == time.words


@given(words=st.text(max_size=40), field=st.sampled_from(tuple(ClaimField)))
def test_whatever_is_written_is_taken_or_refused_and_the_words_stay(
    claim: Claim, read: ReadReport, words: str, field: ClaimField
) -> None:
    refused: SettingsError | None = None
    now = claim
    try:
        now = put_right(claim, read, field.value, words)
    except SettingsError as error:
        refused = error
    if refused is not None:
        assert refused.key == field
        return
    assert (now.key, now.content, now.sentence) == (claim.key, claim.content, claim.sentence)
    for span in (link.span or link.named_at for link in now.attribution.links):
        assert span is None or TEXT[span.start : span.end] == span.quote
    assert now.corrected[0].was == value_of(claim, field)


def test_whom_a_correction_names_is_an_actor_of_the_report(claim: Claim, read: ReadReport) -> None:
    known = {actor.name for actor in read.actors}
    made = correct_report(read, {claim.key: (by_ana(ClaimField.ACTOR, "Belarus"),)})
    added = [actor for actor in made.actors if actor.name not in known]
    assert [(actor.name, actor.country) for actor in added] == [("Belarus", "BY")]


def test_an_event_that_a_person_sees_is_made_of_the_claims_own_fields(
    claim: Claim, read: ReadReport
) -> None:
    bare = replace(read, events=())
    fields = (by_ana(ClaimField.EVENT, "retreat"), by_ana(ClaimField.ACTOR, "North Korea"))
    (event,) = correct_report(bare, {claim.key: fields}).events
    assert (event.type.value, event.claim, event.made_by) == ("RETREAT", claim.key, "a person")
    assert [party.code for party in event.actors] == ["PRK"]
    assert event.deed == claim.content
