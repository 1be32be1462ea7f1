"""Stretches follow one another without a gap, and their keys are the same everywhere."""

from hypothesis import given
from hypothesis import strategies as st

from watchword.flow.archive.shards import Record, Size, each_shard, gather_records, shard_key


@given(
    st.lists(st.integers(min_value=1, max_value=50), max_size=40),
    st.integers(min_value=1, max_value=60),
    st.integers(min_value=1, max_value=5),
)
def test_every_record_is_in_one_stretch_and_none_is_too_large(
    lengths: list[int], length: int, records: int
) -> None:
    ends = [sum(lengths[: at + 1]) for at in range(len(lengths))]
    found = list(
        gather_records((Record(end=end) for end in ends), Size(length=length, records=records))
    )
    assert [start for start, *_ in found] == [0, *(end for _, end, *_ in found)][: len(found)]
    assert [end for _, end, *_ in found][-1:] == ends[-1:]
    assert sum(count for *_, count in found) == len(ends)
    for start, end, before, count in found:
        assert before == sum(each <= start for each in ends)
        assert count <= records
        assert end - start <= length or count == 1


def test_a_record_that_is_not_numbered_belongs_to_a_stretch_all_the_same() -> None:
    records = [Record(end=5, is_counted=False), Record(end=9), Record(end=12, is_counted=False)]
    assert list(gather_records(records, Size(records=1))) == [(0, 9, 0, 1), (9, 12, 1, 0)]


def test_a_key_tells_the_file_the_form_and_the_stretch_apart() -> None:
    stretches = [(0, 9, 0, 1), (9, 12, 1, 0)]
    keys = {
        each.key
        for digest in ("00", "01")
        for form in ("jsonl", "warc")
        for each in each_shard(digest, form, stretches)
    }
    assert len(keys) == 8
    assert shard_key("00", "jsonl", 0, 9) == "2b3661140750a600"
