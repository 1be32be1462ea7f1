from watchword.collect.tally import MOST_REASONS, Tally
from watchword.model.report import Unread


def test_a_few_of_one_reason_are_told_one_by_one() -> None:
    tally = Tally("a.jsonl")
    for line in (3, 9):
        tally.add(Unread(found_at=f"a.jsonl:{line}", reason="no words in it"))
    assert [unread.found_at for unread in tally.each_unread()] == ["a.jsonl:3", "a.jsonl:9"]


def test_many_of_one_reason_are_told_once_with_their_count() -> None:
    tally = Tally("a.jsonl")
    for line in range(1, 100):
        tally.add(Unread(found_at=f"a.jsonl:{line}", reason="no words in it"))
    (told,) = tally.each_unread()
    assert told == Unread(found_at="a.jsonl:1, 2, 3, 4, 5, …", reason="no words in it", count=99)


def test_more_reasons_than_are_kept_apart_are_counted_together() -> None:
    tally = Tally("a")
    for number in range(1000):
        tally.add(Unread(found_at=f"a:{number}", reason=f"reason {number}"))
    told = list(tally.each_unread())
    assert len(told) == MOST_REASONS + 1
    assert sum(unread.count for unread in told) == 1000
