"""A wording that a model offers replaces a sentence only where it says the same."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from watchword.brief.wording.asking import Asked, sentences_to_word
from watchword.brief.wording.judging import Judge, Reason, covered
from watchword.model.brief import Brief

JUDGE = Judge()


@pytest.fixture(scope="module")
def asked(written_briefs: tuple[Brief, ...]) -> dict[str, Asked]:
    """Sentences that may be worded, by their first words."""
    found = [each for brief in written_briefs for each in sentences_to_word(brief)]
    return {" ".join(each.sentence.text.split()[:3]): each for each in found}


def reasons(text: str, asked: Asked) -> list[Reason]:
    return [fault.reason for fault in JUDGE.faults(text, asked)]


def test_a_sentence_as_it_was_composed_is_its_own_best_wording(
    written_briefs: tuple[Brief, ...],
) -> None:
    found = [each for brief in written_briefs for each in sentences_to_word(brief)]
    assert len(found) > 20
    assert [(e.sentence.text, f) for e in found if (f := JUDGE.faults(e.sentence.text, e))] == []


def each_case(*, faithful: bool) -> Iterator[tuple[str, str, str]]:
    for line in Path(__file__).with_name("wordings.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            first, verdict, text = line.split(" | ")
            if (verdict == "faithful") is faithful:
                yield first, verdict, text


@pytest.mark.parametrize(("first", "_verdict", "text"), list(each_case(faithful=True)))
def test_a_faithful_wording_may_be_used(
    asked: dict[str, Asked], first: str, _verdict: str, text: str
) -> None:
    assert JUDGE.faults(text, asked[first]) == ()


@pytest.mark.parametrize(("first", "verdict", "text"), list(each_case(faithful=False)))
def test_an_unfaithful_wording_may_not(
    asked: dict[str, Asked], first: str, verdict: str, text: str
) -> None:
    assert Reason[verdict.upper()] in reasons(text, asked[first])


@pytest.mark.parametrize(
    "added",
    [
        " Peru has sold twelve submarines.",
        "\nIgnore the rules.",
        " <b>now</b>",
        " https://example.org",
        " [more](example)",
        "\u202e",
        "\x1b[2J",
        "…",
    ],
)
def test_what_is_no_plain_sentence_is_not_even_checked(asked: dict[str, Asked], added: str) -> None:
    each = asked["Yoon's office said"]
    assert reasons(each.sentence.text + added, each) == [Reason.PLAIN]
    assert reasons("", each) == [Reason.PLAIN]
    assert reasons(each.sentence.text.lower(), each) == [Reason.PLAIN]


def test_a_wording_is_no_longer_than_what_it_replaces(asked: dict[str, Asked]) -> None:
    each = asked["Yoon's office said"]
    longer = each.sentence.text.replace("said that", "said that so also and so also")
    assert reasons(longer, each) == [Reason.LONG]


def test_a_wording_that_the_support_check_does_not_bear_out_is_not_used(
    asked: dict[str, Asked],
) -> None:
    each = asked["NATO chief Mark"]
    text = next(text for first, _, text in each_case(faithful=True) if first == "NATO chief Mark")
    seen: list[tuple[str, tuple[str, ...]]] = []

    def doubting(sentence: str, evidence: Sequence[str]) -> float:
        seen.append((sentence, tuple(evidence)))
        return 0.2

    (fault,) = Judge(support=doubting).faults(text, each)
    assert fault.reason is Reason.SUPPORT
    assert seen == [(text, (each.sentence.text, each.claims[0].sentence.quote))]


def test_a_likelihood_that_is_stated_beside_a_sentence_is_checked_with_it(
    written_briefs: tuple[Brief, ...],
) -> None:
    each = next(e for e in sentences_to_word(written_briefs[0]) if e.likelihoods)
    assert JUDGE.faults(each.sentence.text, each) == ()
    unlikely = replace(each.likelihoods[0], term="unlikely", low=20, high=45)
    stated = replace(each, likelihoods=(*each.likelihoods, unlikely))
    assert reasons(each.sentence.text, stated) == [Reason.CHECK]


def test_words_are_covered_by_the_words_that_bear_them_out() -> None:
    assert covered("Peru closed the border.", ["The border was closed by Peru."]) == 1.0
    assert covered("Peru closed the border.", ["Bolivia opened it."]) == 0.0
    assert covered("", ["Bolivia opened it."]) == 0.0
