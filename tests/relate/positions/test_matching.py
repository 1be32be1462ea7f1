"""What a matter must tell to be on a question, and what makes it one on something else."""

from datetime import date

import pytest

from watchword.relate.positions.matching import Told, turned_from
from watchword.relate.positions.phrases import asked_of


def told(matter: str, **known: object) -> Told:
    fields: dict[str, object] = {
        "near": frozenset({"KR"}),
        "holder": "KR",
        "widely": False,
        "sure": False,
        "own_deed": False,
        "sentence": f"Seoul: {matter}",
        "before": "",
        "title": "",
        "around": "",
        "day": date(2024, 10, 22),
        **known,
    }
    return Told(matter=matter, **fields)  # type: ignore[arg-type]


def turned(question: str, matter: str, **known: object) -> bool | None:
    return turned_from(asked_of(question), told(matter, **known))


@pytest.mark.parametrize("question", ["arms to countries at war", "weapons for Ukraine"])
@pytest.mark.parametrize(
    "matter", ["sending weapons to Ukraine", "lethal arms to countries at war"]
)
def test_a_country_at_war_and_those_at_war_are_met_by_each_other(
    question: str, matter: str
) -> None:
    assert turned(question, matter) is False


def test_nobody_is_at_war_who_is_not() -> None:
    assert turned("arms to countries at war", "sending weapons to Poland") is None


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("sending missiles to Iran", "buy missiles from Iran"),
        ("sending missiles to Iran", "send missiles to North Korea"),
        ("US troops in Ukraine", "the deployment of North Korean troops, a war against Ukraine"),
        ("weapons for Ukraine", "send non-lethal equipment and weapons of no kind to Ukraine"),
        ("weapons for Ukraine", "nuclear weapons for Ukraine"),
        ("troops in Russia", "ask Pyongyang about its troops in Russia"),
        ("sanctions on Russia", "agree with the soft line on sanctions on Russia"),
        ("talks with Iran", "talks with China"),
    ],
)
def test_another_deed_another_goal_and_mere_talk_are_something_else(
    question: str, matter: str
) -> None:
    assert turned(question, matter) is None


def test_what_only_points_at_something_is_met_by_its_sentence_or_the_one_before() -> None:
    sentence = "While Seoul has sent no weapons to Ukraine, it may review that."
    assert turned("weapons for Ukraine", "that", sentence=sentence) is not None
    before = "Seoul sends no arms to countries at war."
    assert turned("weapons for Ukraine", "the policy", before=before) is not None
    assert turned("weapons for Ukraine", "the policy", before=before, sure=True) is None


def test_a_question_on_a_contrary_turns_what_it_hears() -> None:
    assert turned("a ban on arms for Ukraine", "sending arms to Ukraine") is True
    assert turned("a ban on arms for Ukraine", "a ban on arms for Ukraine") is False


def test_nobody_holds_a_position_on_talks_with_itself() -> None:
    assert turned("talks with South Korea", "talks with South Korea") is None
