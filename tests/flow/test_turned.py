"""A turn of a position or a relation is a change once: when it is first known."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.store.records import read_of

from watchword.flow.knowing import Around, known_of
from watchword.flow.turned import find_turned
from watchword.model.change import Change, ChangeKind
from watchword.model.question import Question, question_key
from watchword.model.read_report import ReadReport
from watchword.model.report import DateSource, Published
from watchword.resolve.register import Register

START = datetime(2024, 9, 2, tzinfo=UTC)
ARMS = "sending weapons to Ukraine"
QUESTION = Question(key=question_key(ARMS), words=ARMS)


def on(day: int) -> datetime:
    return START + timedelta(days=day)


def read_on(text: str, day: int, outlet: str = "Gulf Post") -> ReadReport:
    read = read_of(text, outlet=outlet)
    published = Published(at=on(day), how=DateSource.HEADER, day_only=True)
    return replace(read, report=replace(read.report, published=published))


def turned(read: list[ReadReport], since: int) -> list[Change]:
    before, now = known_of(read, Around(as_of=on(since))), known_of(read)
    return list(find_turned(before, now, (QUESTION,), Register()))


REFUSED = "South Korea will not send weapons to Ukraine, President Yoon Suk Yeol said."
WEIGHED = "South Korea does not rule out sending weapons to Ukraine, President Yoon Suk Yeol said."


def test_a_position_that_turned_since_is_told_with_both_statements() -> None:
    read = [read_on(REFUSED, 1), read_on(WEIGHED, 40)]
    (change,) = turned(read, 20)
    assert change.kind is ChangeKind.TURNED
    assert change.about.startswith(f"South Korea on {ARMS}: ")
    assert {
        claim.report for claim in known_of(read).claims.values() if claim.key in change.claims
    } == {read[1].report.key}
    assert change.earlier


def test_a_turn_that_was_known_is_no_change() -> None:
    assert turned([read_on(REFUSED, 1), read_on(WEIGHED, 40), read_on(REFUSED, 41)], 45) == []


@pytest.fixture(scope="module")
def war() -> list[ReadReport]:
    """Weeks of talk, then weeks of strikes, each told by the same three outlets."""
    read = []
    for week in range(30):
        for number, outlet in enumerate(("Gulf Post", "Strait Newswire", "Riga Courier")):
            day = 7 * week + number
            strike = f"Russia struck {5 + week + number} Ukrainian power stations on day {day}."
            calm = f"Norway opened a museum on day {day}, the town of Tromso said."
            other = f"Finland sold {day} barrels of fish to Japan in week {week}."
            texts = [calm, other, *([strike] if week >= 15 else [])]
            read += [read_on(text, day, outlet) for text in texts]
    return read


def test_a_relation_that_turned_since_is_told_with_what_happened(war: list[ReadReport]) -> None:
    found = [each for each in turned(war, 7 * 15) if each.about.startswith("Russia and Ukraine")]
    (change,) = found
    claims = known_of(war).claims
    assert change.claims
    assert all("struck" in claims[key].content.quote for key in change.claims)
    assert turned(war, 7 * 29) == []
