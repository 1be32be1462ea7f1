import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.splits import check_split, fold_text, share_of


def test_shares_are_of_about_one_size_and_do_not_change() -> None:
    dealt = [share_of(f"text {number}", 4) for number in range(400)]
    assert all(70 < dealt.count(share) < 130 for share in range(4))
    assert share_of("text", 20) == share_of("text", 20)


def test_an_unknown_split_is_refused_with_the_known_ones() -> None:
    check_split("dev", ("train", "dev"), "set")
    with pytest.raises(UnreadableError, match="train or dev"):
        check_split("test", ("train", "dev"), "set")


def test_copies_with_other_quotes_and_spaces_fold_to_one_text() -> None:
    assert fold_text("Élan \u2019s  U.S.-led") == fold_text("elan's us led")
