"""Who begins to speak is told by a name before a colon, in a transcript and nowhere else."""

from watchword.text.sentences import find_sentences
from watchword.text.transcripts import find_turns

TALKS = (
    "President of Ruritania Anna Novak: Colleagues, we met today. Prime Minister Ivo Berg "
    "(retranslated): I thank you. The bridge will open.\n\nQuestion: When? Anna Novak: In May."
)


def test_each_sentence_has_its_speaker_within_a_paragraph_too() -> None:
    told = [(TALKS[each.start : each.end], each.speaker) for each in find_sentences(TALKS)]
    assert told == [
        ("Colleagues, we met today.", "President of Ruritania Anna Novak"),
        ("I thank you.", "Prime Minister Ivo Berg"),
        ("The bridge will open.", "Prime Minister Ivo Berg"),
        ("When?", "Question"),
        ("In May.", "Anna Novak"),
    ]


def test_names_before_colons_in_a_short_text_are_a_bulletin() -> None:
    assert find_turns("Rafael Grossi: inspectors have not been in the hall.") == ()
    lines = "Rosa Quintero: 40 ships have left Tartus. The port is empty. Ivo Berg: none has left."
    assert find_turns(lines) == ()


def test_a_long_text_that_opens_with_a_name_is_a_speech() -> None:
    speech = "President of Ruritania Anna Novak: " + "We shall rebuild the bridge. " * 80
    assert [turn.label for turn in find_turns(speech)] == ["President of Ruritania Anna Novak"]


def test_a_time_of_day_and_a_list_are_no_speakers() -> None:
    assert find_turns("The train left at 10:30. Three things matter: Water. Bread: too.") == ()
