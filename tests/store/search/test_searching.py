"""What is found is alike in a file, on a server, on a server with pgvector."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.records import read_of
from tests.store.search.records import (
    claim_of,
    direct,
    keep,
    published,
    read,
    reading_of,
    toward,
)

from watchword.errors import StoreError
from watchword.group.stories.decisions import Subject, decide, said
from watchword.model.claim import Modality
from watchword.model.search import Hit, Query, Sought
from watchword.model.story import StoryStep
from watchword.store import Store, View, create_store
from watchword.store.backup import copy_rows
from watchword.store.members import move_members
from watchword.store.search import filters, indexes, nearness, search
from watchword.store.search.fusion import fuse
from watchword.store.server_index import has_vectors, index_on_server, keeps_directions
from watchword.store.tables import mention, report

REPORTS = Sought.REPORTS


def quotes(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.snippet.quote for hit in hits]


def found(store: Store, words: str = "", **asked: object) -> list[str]:
    return quotes(search(store, Query(words=words, **asked)))  # type: ignore[arg-type]


def test_claims_and_reports_are_found_by_their_words(store: Store) -> None:
    keep(
        store,
        reading_of("Seoul said that troops had left for Kursk.", 3),
        reading_of("Moscow denied the report.", 4),
    )
    for kind in Sought:
        assert found(store, "troop KURSK", kind=kind) == [
            "Seoul said that troops had left for Kursk."
        ]
    (hit,) = search(store, Query(words="troops", kind=REPORTS))
    assert [mark.quote for mark in hit.marked] == ["troops"]
    assert hit.reasons == ("words rank 1",)
    assert hit.published == datetime(2024, 10, 3, tzinfo=UTC)
    assert hit.claim is None
    (hit,) = search(store, Query(words="denied"))
    assert hit.content is not None
    assert hit.content.quote == "Moscow denied the report."


def test_phrases_barred_words_alternatives_and_beginnings_are_heeded(store: Store) -> None:
    keep(
        store,
        reading_of("North Korea sent rockets.", 1),
        reading_of("South Korea lies north of Jeju.", 2),
        reading_of("Pyongyang sent rocketry parts.", 3),
    )
    assert found(store, '"north korea"') == ["North Korea sent rockets."]
    assert found(store, "korea -rockets") == ["South Korea lies north of Jeju."]
    assert found(store, '-"north korea"') == [
        "Pyongyang sent rocketry parts.",
        "South Korea lies north of Jeju.",
    ]
    assert set(found(store, "jeju OR pyongyang")) == {
        "Pyongyang sent rocketry parts.",
        "South Korea lies north of Jeju.",
    }
    assert set(found(store, "rocket* sent")) == {
        "North Korea sent rockets.",
        "Pyongyang sent rocketry parts.",
    }
    assert found(store, "!!!") == []


def test_chinese_is_found_by_a_part_of_it(store: Store) -> None:
    keep(store, reading_of("\u5317\u671d\u9c9c\u519b\u961f\u62b5\u8fbe\u4fc4\u7f57\u65af", 1))
    assert len(found(store, "\u671d\u9c9c")) == 1
    assert len(found(store, "\u5317")) == 1
    assert found(store, "\u671d\u4fc4") == []


def test_without_words_the_newest_come_first_and_pages_follow_on(store: Store) -> None:
    keep(store, *(reading_of(f"Report of the day {day}.", day) for day in (4, 9, 2, 7)))
    for kind in Sought:
        assert found(store, kind=kind, limit=3) == [
            "Report of the day 9.",
            "Report of the day 7.",
            "Report of the day 4.",
        ]
        assert found(store, kind=kind, limit=3, offset=3) == ["Report of the day 2."]
    assert search(store, Query())[0].reasons == ("newest first",)


def test_a_report_with_the_words_more_often_comes_first(store: Store) -> None:
    long = "A drone came. " + "Much else happened on that day in many other places. " * 5
    short = "A drone, then another drone."
    keep(store, read(published(short, 1)), read(published(long, 2)))
    assert [hit.title for hit in search(store, Query(words="drone", kind=REPORTS))] == [
        short[:20],
        long[:20],
    ]


@pytest.mark.parametrize("walked", [0, 9_999], ids=["gathered", "walked"])
@pytest.mark.parametrize("kind", Sought)
def test_the_newest_that_have_a_word_are_ranked_and_no_older_ones(
    store: Store, kind: Sought, walked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "CANDIDATES", 3)
    monkeypatch.setattr(indexes, "WALKED_AS_GATHERED", walked)
    monkeypatch.setattr(filters, "FEW", 0)
    has_one = ("drone", "drone", "ship", "drone", "ship", "ship", "drone", "ship")
    for day, word in enumerate(has_one, start=1):
        keep(store, reading_of(f"A {word} was seen on day {day}.", day))
    ranked = [f"A drone was seen on day {day}." for day in (7, 4, 2)]
    assert found(store, "drone", kind=kind) == ranked
    since = datetime(2024, 10, 4, tzinfo=UTC)
    assert found(store, "drone", kind=kind, since=since) == ranked[:2]
    until = datetime(2024, 10, 3, tzinfo=UTC)
    assert found(store, "drone", kind=kind, until=until) == [
        ranked[2],
        "A drone was seen on day 1.",
    ]


@pytest.mark.parametrize(
    "asked",
    [
        {"actors": ("North Korea", "DPRK")},
        {"source": "National Intelligence Service"},
        {"places": ("Kursk",)},
        {"countries": ("RU",)},
        {"modality": Modality.ESTIMATED},
        {"event": "MOBILIZE"},
        {"outlet": "Gulf Post"},
        {"feed": "gulf"},
        {"since": datetime(2024, 10, 5, tzinfo=UTC), "until": datetime(2024, 10, 6, tzinfo=UTC)},
        {
            "happens_since": datetime(2024, 9, 1, tzinfo=UTC),
            "happens_until": datetime(2024, 9, 2, tzinfo=UTC),
        },
    ],
    ids=" and ".join,
)
@pytest.mark.parametrize("few", [filters.FEW, 0], ids=["few", "many"])
def test_a_filter_holds_for_words_for_meaning_and_for_neither(
    store: Store, asked: dict[str, object], few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filters, "FEW", few)
    told = published("Troops were sent.", 5, outlet="Gulf Post")
    wanted = read(
        told,
        claim_of(
            told,
            told.text,
            actor="North Korea",
            source="National Intelligence Service",
            place="Kursk",
            country="RU",
            modality=Modality.ESTIMATED,
            event="MOBILIZE",
            on=datetime(2024, 9, 1, tzinfo=UTC),
        ),
    )
    other = reading_of("Troops were seen.", 8, actor="Seoul", place="Jeju", country="KR")
    keep(store, wanted, feed="gulf")
    keep(store, other)
    for each in (wanted, other):
        direct(store, each, (0, toward(1)))
    for words, near in (("", None), ("troops", None), ("", toward(1)), ("troops", toward(1))):
        assert found(store, words, near=near, **asked) == ["Troops were sent."]
    if not asked.keys() & {"actors", "places", "countries"}:
        assert found(store, "troops", kind=REPORTS, **asked) == ["Troops were sent."]


@pytest.mark.parametrize("few", [filters.FEW, 0], ids=["few", "many"])
def test_reports_are_found_by_whom_and_where_they_speak_of(
    store: Store, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filters, "FEW", few)
    keep(store, read_of("South Korea said that troops had been sent to Kursk."))
    keep(store, read_of("Norway closed the port of Bergen."))
    with store.viewing() as view:
        names = each_mention(view)
    assert len(names) > 2
    for kind, name, told in names:
        asked = {"actors": (name,)} if kind == "actor" else {"places": (name,)}
        assert found(store, kind=REPORTS, **asked) == [told]
    assert found(store, kind=REPORTS, countries=("NO",)) == ["Norway closed the port of Bergen."]
    assert found(store, kind=REPORTS, actors=("Nobody",)) == []


def each_mention(view: View) -> list[tuple[str, str, str]]:
    query = sa.select(mention.c.kind, mention.c.name, report.c.text)
    joined = query.join(report, report.c.id == mention.c.report_id)
    return [tuple(row) for row in view.connection.execute(joined)]


def test_a_story_narrows_a_search_to_the_reports_that_are_in_it(store: Store) -> None:
    kept = [reading_of(f"Troops, {number}.", number) for number in (1, 2, 3)]
    keep(store, *kept)
    keys = [each.report.key for each in kept]
    for story, key in (("a", keys[0]), ("a", keys[1]), ("b", keys[1])):
        subject = Subject(story=story, report=key)
        with store.writing() as writing:
            move_members(writing, [decide(StoryStep.JOIN, subject, said("a test"))])
            at = writing.at
    for kind in Sought:
        assert found(store, "troops", kind=kind, story="a") == ["Troops, 1."]
        assert found(store, "troops", kind=kind, story="b") == ["Troops, 2."]
        assert found(store, kind=kind, story="c") == []
    before = search(store, Query(words="troops", story="a"), as_of=at - timedelta(microseconds=1))
    assert sorted(quotes(before)) == ["Troops, 1.", "Troops, 2."]


def test_what_lies_near_is_found_though_no_word_is_the_same(store: Store) -> None:
    near, far = reading_of("Soldiers crossed.", 1), reading_of("Prices rose.", 2)
    keep(store, near, far)
    direct(store, near, (0, toward(1, 2)))
    direct(store, far, (0, toward(7, 8)))
    for kind in Sought:
        hits = search(store, Query(near=toward(1, 2, strength=(1.0, 0.5)), kind=kind))
        assert quotes(hits) == ["Soldiers crossed.", "Prices rose."]
        assert hits[0].reasons == ("meaning rank 1",)
    assert found(store, "-prices", near=toward(7, 8)) == ["Soldiers crossed."]


@pytest.mark.parametrize("kind", Sought)
def test_what_lies_farther_is_found_where_a_filter_keeps_nothing_nearer(
    store: Store, kind: Sought, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filters, "FEW", 0)
    for name, value in (("FIRST_LOOK", 2), ("LAST_LOOK", 99), ("LOOK_IN_INDEX", 2), ("ENOUGH", 1)):
        monkeypatch.setattr(nearness, name, value)
    for day in range(1, 9):
        outlet = "Gulf Post" if day < 3 else "Fjord Post"
        told = published(f"Troops were seen on day {day}.", day, outlet=outlet)
        wanted = read(told, claim_of(told, told.text))
        keep(store, wanted)
        direct(store, wanted, (0, toward(2 if day < 3 else 1)))
    hits = found(store, near=toward(1), outlet="Gulf Post", kind=kind)
    assert sorted(hits) == [f"Troops were seen on day {day}." for day in (1, 2)]


def test_directions_that_came_since_the_last_search_are_found(store: Store) -> None:
    first, second = reading_of("The first.", 1), reading_of("The second.", 2)
    keep(store, first, second)
    direct(store, first, (0, toward(1)))
    assert found(store, near=toward(2)) == ["The first."]
    direct(store, second, (0, toward(2)))
    assert found(store, near=toward(2)) == ["The second.", "The first."]


def test_a_copy_of_a_store_is_searched_like_the_store(store: Store, tmp_path: Path) -> None:
    first = reading_of("Soldiers crossed.", 1)
    with closing(create_store(str(tmp_path / "file.watchword"), title="")) as other:
        keep(other, first)
        direct(other, first, (0, toward(1)))
        copy_rows(other, store)
    for query in (Query(near=toward(1)), Query(words="soldier")):
        assert quotes(search(store, query)) == ["Soldiers crossed."]
    keep(store, reading_of("Soldiers left.", 2))
    assert found(store, "soldiers") == ["Soldiers left.", "Soldiers crossed."]


def test_the_index_of_directions_is_built_where_a_server_has_pgvector(store: Store) -> None:
    kept = [reading_of(f"Number {day}.", day) for day in range(1, 20)]
    keep(store, *kept)
    for number, each in enumerate(kept):
        direct(store, each, (0, toward(number)))
    before = found(store, near=toward(7))
    with store.viewing() as view:
        there = has_vectors(view.connection)
        assert not keeps_directions(view.connection)
        assert not there or count_of(view, "vector_index") == 0
    assert [index_on_server(store) for _ in range(2)] == [there, there]
    assert found(store, near=toward(7))[0] == before[0] == "Number 8."
    late = reading_of("Number 20.", 20)
    keep(store, late)
    direct(store, late, (0, toward(30)))
    assert found(store, near=toward(30))[0] == "Number 20."
    with store.viewing() as view:
        assert not there or count_of(view, "vector_index") == count_of(view, "vector")


def count_of(view: View, table: str) -> int:
    return int(view.connection.scalar(sa.text(f"SELECT count(*) FROM {table}")) or 0)  # noqa: S608


def test_words_and_meaning_are_fused_by_their_ranks(store: Store) -> None:
    texts = [f"Troops {'troops ' * (number % 4)}and {number} more." for number in range(12)]
    kept = [reading_of(text, day + 1) for day, text in enumerate(texts)]
    keep(store, *kept)
    for number, each in enumerate(kept):
        direct(store, each, (0, toward(1, 2 + number % 5, strength=(1.0, number / 12))))
    words, near = "troops", toward(1, 3, strength=(1.0, 0.4))
    by_words = [hit.claim for hit in search(store, Query(words=words))]
    by_meaning = [hit.claim for hit in search(store, Query(near=near))]
    numbers = {key: number for number, key in enumerate(by_words)}
    expected = fuse(
        {
            "words": [numbers[key] for key in by_words],
            "meaning": [numbers[key] for key in by_meaning],
        }
    )
    both = search(store, Query(words=words, near=near))
    assert [hit.score for hit in both] == [each.score for each in expected]
    assert {(hit.claim, hit.reasons) for hit in both} == {
        (by_words[each.row], tuple(f"{name} rank {rank}" for name, rank in each.ranks))
        for each in expected
    }


def test_nothing_learnt_later_is_found(store: Store) -> None:
    early = reading_of("Troops left.", 9)
    keep(store, early)
    direct(store, early, (0, toward(1)))
    with store.viewing() as view:
        then = view.as_of
    late = reading_of("Troops came.", 1)
    keep(store, late)
    direct(store, late, (0, toward(1)))
    for kind in Sought:
        for asked in (Query(), Query(words="troops"), Query(near=toward(1)), Query(words="-x")):
            query = replace(asked, kind=kind)
            assert quotes(search(store, query, as_of=then)) == ["Troops left."]
            assert set(quotes(search(store, query))) == {"Troops left.", "Troops came."}


def test_only_the_claims_of_the_latest_reading_of_the_time_are_found(store: Store) -> None:
    told = published("Troops left and ships came.", 3)
    old = read(told, claim_of(told, "Troops left", actor="Seoul"))
    keep(store, old)
    direct(store, old, (0, toward(1)))
    with store.viewing() as view:
        then = view.as_of
    keep(store, read(told, claim_of(told, "ships came", actor="Tokyo")), made_by="reader/2")
    assert found(store) == ["ships came"]
    assert found(store, "troops") == []
    assert found(store, near=toward(1)) == []
    assert found(store, kind=REPORTS, modality=Modality.ASSERTED) == [told.text]
    assert quotes(search(store, Query(words="troops"), as_of=then)) == ["Troops left"]
    assert quotes(search(store, Query(near=toward(1)), as_of=then)) == ["Troops left"]
    assert search(store, Query(words="ships"), as_of=then) == ()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.one_of(
        st.text(max_size=40),
        st.text(alphabet="\"'*-():^{}+&|!<>\\%_\x00; ORANDNEARb", max_size=25),
    )
)
def test_no_text_is_a_wrong_query(store: Store, typed: str) -> None:
    for kind in Sought:
        assert search(store, Query(words=typed, kind=kind)) == ()


@pytest.mark.parametrize("limit", [0, 501])
def test_a_limit_out_of_bounds_is_refused(store: Store, limit: int) -> None:
    with pytest.raises(StoreError, match="between 1 and 500"):
        search(store, Query(limit=limit))


@pytest.mark.parametrize("near", [b"", b"\x00" * 768, b"\xff" * 768, b"\x00" * 766])
def test_what_is_no_direction_is_refused(store: Store, near: bytes) -> None:
    with pytest.raises(StoreError, match="384 finite half floats"):
        search(store, Query(near=near))
