"""Two wordings of one state are one state; what differs in a word on either side is not."""

from watchword.assess.scenarios.phrases import Phrase, place_phrases, read_phrase
from watchword.text.similarity import stem, words_in

CODES = {"seoul": "@KR", "kyiv": "@UA", "moscow": "@RU"}
IDLE = {"if", "the", "a", "of", "to", "is", "are", "be", "would", "they", "will", "do", "it"}


def words_of(text: str) -> frozenset[str]:
    told = (word for word in words_in(text) if word not in IDLE)
    return frozenset(CODES.get(word, stem(word)) for word in told)


def phrase(text: str, beside: str = "") -> Phrase:
    return read_phrase(text, words_of, beside=beside)


def states(*texts: str) -> list[tuple[int, bool]]:
    places, _ = place_phrases([phrase(text) for text in texts])
    return [(each.state, each.opposite) for each in places]


def test_wordings_of_one_state_are_one() -> None:
    assert states("If the ceasefire collapses", "the collapse of the ceasefire") == [
        (0, False),
        (0, False),
    ]


def test_what_says_something_else_on_either_side_is_another_state() -> None:
    told = "a wave of refugees would reach Germany", "a wave of protests would reach Germany"
    assert states(*told) == [(0, False), (1, False)]
    _, pairs = place_phrases([phrase(text) for text in told])
    assert [(each.one, each.other) for each in pairs] == [(0, 1)]


def test_what_is_told_as_not_so_is_the_same_state_the_other_way_round() -> None:
    assert states("If the partners do not respond", "the partners respond") == [
        (0, False),
        (0, True),
    ]
    assert states("the partners respond", "unless the partners respond") == [(0, False), (0, True)]


def test_other_countries_are_other_states() -> None:
    told = "Seoul would send weapons", "Kyiv would send weapons"
    assert states(*told) == [(0, False), (1, False)]
    places, pairs = place_phrases([phrase(text) for text in told])
    assert (len(places), pairs) == (2, ())


def test_a_pronoun_is_held_against_the_countries_that_stand_beside_it() -> None:
    told = [
        phrase("they are deployed", "troops of Moscow"),
        phrase("they are deployed", "of Seoul"),
    ]
    places, _ = place_phrases(told)
    assert [each.state for each in places] == [0, 1]
    assert all(each.by_pronoun for each in told)


def test_a_word_of_likelihood_belongs_to_the_arrow() -> None:
    told = read_phrase("Seoul would probably send weapons", words_of, without="probably")
    assert told.text == "Seoul would send weapons"


def test_phrases_without_words_are_never_one() -> None:
    assert states("if it is", "they do") == [(0, False), (1, False)]
