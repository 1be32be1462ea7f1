"""The small words before a word of weight stay what they are."""

import pytest

from watchword.brief.verify.tokens import read_wording
from watchword.brief.wording.small_words import check_small_words

OLD = (
    "The council said that ten ships were to be sent into the gulf until June (The Lantern), "
    "according to the navy."
)


def faults(new: str) -> list[str]:
    return list(check_small_words(read_wording(new), read_wording(OLD)))


@pytest.mark.parametrize(
    "new",
    [
        OLD,
        "Ten ships were to be sent into the gulf until June, the council said.",
        "According to the council, ten ships were to be sent into the gulf.",
        "The navy said ten ships were to be sent.",
    ],
)
def test_the_same_small_words_are_no_fault(new: str) -> None:
    assert faults(new) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("were to be sent", "were sent", "“were sent”"),
        ("were to be sent", "sent", "a bare “sent”"),
        ("into the gulf", "to the gulf", "“to gulf”"),
        ("until June", "since June", "“since June”"),
        ("until June", "until", "“until …”"),
        ("according to the navy", "by the navy", "“by navy”"),
    ],
)
def test_other_small_words_are(old: str, new: str, told: str) -> None:
    assert faults(OLD.replace(old, new)) == [told]
