from watchword.ledger.corpora.rejoined import LabelledWord, join_marks
from watchword.text.words import find_words


def joined(text: str, *labels: str) -> list[str]:
    words = text.split()
    given = labels or ("O",) * len(words)
    cut = [
        LabelledWord(word=word, labels=(label,)) for word, label in zip(words, given, strict=True)
    ]
    return [each.word for each in join_marks(cut)]


def test_joined_words_are_those_that_the_project_cuts() -> None:
    whole = "They didn\u2019t see Bo\u2019s 6,700-km state-of-the-art U.S. road."
    cut = "They didn \u2019 t see Bo \u2019 s 6,700 - km state - of - the - art U . S . road ."
    assert joined(cut) == [word.text for word in find_words(whole)]


def test_a_dash_before_a_new_clause_stays_alone() -> None:
    assert joined("rain - the worst") == ["rain", "-", "the", "worst"]
    assert joined("rain - Vale") == ["rain", "-", "Vale"]


def test_no_join_crosses_the_end_of_a_phrase() -> None:
    assert joined("Vale - based firm", "B-NORP", "O", "O", "O") == ["Vale", "-", "based", "firm"]
    inside = ("B-Person", "I-Person", "I-Person")
    assert joined("Ana - Maria", *inside) == ["Ana-Maria"]
    apart = ("B-Person", "O", "B-Person")
    assert joined("Ana - Maria", *apart) == ["Ana", "-", "Maria"]


def test_a_closing_quote_is_no_clitic() -> None:
    assert joined("\u2019 s") == ["\u2019", "s"]
    assert joined("gone ' and") == ["gone", "'", "and"]
    assert joined("don \u2019") == ["don", "\u2019"]
