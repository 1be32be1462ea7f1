"""Which sentences can carry a claim: statements, not questions, greetings or stage directions."""

from collections.abc import Sequence

from watchword.extract.frames import Frame
from watchword.extract.labelled import find_labelled, speakers_of
from watchword.extract.syntax import has_finite_verb
from watchword.model.reading import Reading, Token
from watchword.text.gazetteer import country_named
from watchword.text.lexicon import lexicon
from watchword.text.sentences import Sentence

_FIGURE_NOUNS = lexicon("figure number count report claim information account toll total")
_UNPROVEN = lexicon("confirm verify corroborate substantiate")
_PROVE = lexicon("confirm verify corroborate")
_CHATTER = lexicon(
    "thank thanks sorry hello hi okay yeah yes no sure please question questions afternoon morning "
    "everybody everyone guys sir ma'am laughter"
)
_WEIGHTY = lexicon(
    "troop troops soldier soldiers weapon weapons missile missiles war attack strike sanction "
    "military intelligence nuclear force forces government report reports minister president "
    "treaty security ally allies deployment ceasefire hostage hostages aid drone drones casualty "
    "casualties border election defense defence army invasion agreement launch test"
)
_SHORTEST = 4
LONGEST = 250
"""Words; a longer stretch without a stop is a list or damaged text, and no grammar reads it."""


def is_worth_claiming(sentence: Sentence, reading: Reading, text: str) -> bool:
    """Whether a sentence states something that could be checked.

    In transcripts, where most sentences are talk, it must also speak of a country, a name, a
    number or a matter of security.
    """
    tokens = reading.tokens
    if is_too_long(reading) or _is_headline(sentence, text):
        return False
    words = [token for token in tokens if token.text[:1].isalnum()]
    if len(words) < _SHORTEST or text[sentence.start : sentence.end].rstrip("\"'\u201d ").endswith(
        "?"
    ):
        return False
    is_clause = has_finite_verb(tokens)
    if not is_clause and find_labelled(tokens, Frame(), speakers_of(reading)) is None:
        return False
    return sentence.speaker is None or _is_weighty(words)


def is_too_long(reading: Reading) -> bool:
    """Whether a sentence is left unread for its length; those are counted and told."""
    return len(reading.tokens) > LONGEST


def _is_headline(sentence: Sentence, text: str) -> bool:
    """Whether the sentence is a first paragraph that ends without a stop."""
    alone = sentence.start == 0 and text[sentence.end : sentence.end + 2] == "\n\n"
    return alone and not text[: sentence.end].rstrip().endswith((".", "!", "\u201d", '"'))


def _is_weighty(words: Sequence[Token]) -> bool:
    if sum(token.lemma in _CHATTER for token in words) * 3 >= len(words):
        return False
    if _withholds(words):
        return True
    return any(
        token.tag == "CD" or token.lemma in _WEIGHTY or (index > 0 and token.tag.startswith("NNP"))
        for index, token in enumerate(words)
    ) or any(country_named(token.text) is not None for token in words)


def _withholds(words: Sequence[Token]) -> bool:
    """As in "we cannot independently confirm the number of crew"."""
    return any(
        token.lemma in _PROVE
        and token.tag == "VB"
        and any(each.lemma in {"not", "cannot"} for each in words[max(0, index - 3) : index])
        and any(each.tag.startswith("NN") for each in words[index + 1 :])
        for index, token in enumerate(words)
    )


def retracts_confidence(words: Sequence[Token]) -> bool:
    """As in "this figure has not been confirmed": it speaks of the claim before it."""
    if not words or words[0].lemma not in {"this", "that", "the", "these", "those"}:
        return False
    lemmas = {token.lemma for token in words}
    return bool(lemmas & _FIGURE_NOUNS) and "not" in lemmas and bool(lemmas & _UNPROVEN)
