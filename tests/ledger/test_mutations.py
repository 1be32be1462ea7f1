from datetime import UTC, datetime

from watchword.ledger.mutations import score_mutations, write_mutations
from watchword.ledger.scores import Share
from watchword.model.brief import Brief


def brief(title: str) -> Brief:
    return Brief(
        title=title,
        as_of=datetime(2024, 1, 2, tzinfo=UTC),
        made_by="test",
        headline=None,
        judgments=(),
        overview=(),
        sections=(),
        contests=(),
        changes=(),
        since=None,
        watch=(),
        notices=(),
        sources=(),
        claims=(),
        reports=(),
        origins=(),
        refused=(),
        unread=(),
    )


def check(altered: Brief) -> list[tuple[str, bool]]:
    return [("another number", True), ("hedge made firm", altered.title == "first")]


def test_the_share_caught_is_counted_by_kind_over_every_brief() -> None:
    scores = score_mutations([brief("first"), brief("second")], check)
    assert scores.briefs == 2
    assert scores.by_kind == {
        "another number": Share(hits=2, of=2),
        "hedge made firm": Share(hits=1, of=2),
    }
    assert scores.total == Share(hits=3, of=4)
    assert not scores.passed


def test_the_shares_are_told_with_the_total_last() -> None:
    lines = write_mutations(score_mutations([brief("second")], check)).splitlines()
    assert lines[1:] == [
        "  another number   100.0%  1/1",
        "  hedge made firm    0.0%  0/1",
        "  all               50.0%  1/2",
    ]


def test_nothing_to_alter_is_no_pass() -> None:
    scores = score_mutations([], check)
    assert not scores.passed
    assert "nothing to alter" in write_mutations(scores)
