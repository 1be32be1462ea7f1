"""Who acts where a pronoun stands: told from the clause before, and from nowhere else."""

import pytest
from case_files import composed, read

from watchword.engines import ReadingEngine


def last_actor(text: str, engine: ReadingEngine) -> str | None:
    return read(composed(text), engine).claims[-1].actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Pyongyang has sent ten guns. An official said that it should not send more.",
            "Pyongyang",
        ),
        ("The rebels took Goma on Monday. They burned two markets.", "rebels"),
        ("The minister resigned on Tuesday. He will leave the country, an aide said.", "minister"),
        ("The frigate left port on Friday. It carries 200 sailors, the navy said.", "frigate"),
        ("The army said the rebels had left and that they had burned the bridge.", "rebels"),
        ("The commander said he would resign.", "commander"),
        ("Residents said they had lost 40 goats.", "Residents"),
        ("The United States sent two ships. It will send a third in May.", "United States"),
    ],
)
def test_a_pronoun_is_the_subject_before_it(text: str, actor: str, engine: ReadingEngine) -> None:
    assert last_actor(text, engine) == actor


@pytest.mark.parametrize(
    "text",
    [
        "The generals met in Oslo. The minister praised the accord. They will meet again in May.",
        "The army left the town. The mayor said it was raining.",
        "The navy sent a frigate and the army sent a tank. It was hit on Monday.",
        "The rebels took Goma. It is clear that the talks failed.",
        "The wells are dry. He will leave the country.",
    ],
)
def test_nobody_is_guessed(text: str, engine: ReadingEngine) -> None:
    assert last_actor(text, engine) in {None, "talks"}


def test_the_words_that_are_claimed_keep_the_pronoun(engine: ReadingEngine) -> None:
    text = "The rebels took Goma on Monday. They burned two markets."
    assert read(composed(text), engine).claims[-1].content.quote == "They burned two markets"
