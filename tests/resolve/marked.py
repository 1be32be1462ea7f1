"""Readings of composed texts, in which a test says what the language model marks."""

from watchword.model.phrase import Phrase
from watchword.model.reading import Marking, Reading, Token
from watchword.text.words import find_words

Marks = dict[str, dict[str, str]]
"""For each scheme, words of the text and their label."""
Relations = dict[str, tuple[str, str]]
"""For each word of a sentence its relation and the word that it depends on, a verb."""


def reading_of(text: str, marks: Marks, relations: Relations | None = None) -> Reading:
    words = find_words(text)
    texts = [word.text for word in words]
    told = relations or {}
    verbs = {head for _, head in told.values()}
    tokens = tuple(
        Token(
            text=word.text,
            start=word.start,
            end=word.end,
            tag="NNP",
            lemma=word.text.lower(),
            word_class="VERB" if word.text in verbs else "PROPN",
            head=texts.index(told[word.text][1]) if word.text in told else -1,
            relation=told[word.text][0] if word.text in told else "root",
        )
        for word in words
    )
    markings = tuple(
        Marking(
            scheme=scheme, phrases=tuple(_phrase(text, tokens, *each) for each in told_.items())
        )
        for scheme, told_ in marks.items()
    )
    return Reading(tokens=tokens, made_by="a test", markings=markings)


def _phrase(text: str, tokens: tuple[Token, ...], words: str, label: str) -> Phrase:
    start = text.index(words)
    inside = [
        index
        for index, token in enumerate(tokens)
        if start <= token.start and token.end <= start + len(words)
    ]
    return Phrase(start=inside[0], end=inside[-1] + 1, label=label)
