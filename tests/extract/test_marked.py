"""What an engine marks as said is taken where no rule of word order finds who says it."""

from collections.abc import Sequence
from dataclasses import replace

from watchword.engines import TaggingEngine
from watchword.extract.statements import Statement, find_statements
from watchword.model.phrase import Link, Phrase
from watchword.model.reading import Marking, Reading
from watchword.text.words import find_words

Marked = Sequence[tuple[str, str]]
"""Label and words of each phrase; the cue is linked to the others."""


def read(text: str, marked: Marked, **relations: str) -> Reading:
    """Tags by rules, phrases as given, and relations of some words to their heads."""
    (plain,) = TaggingEngine().read([find_words(text)])
    phrases = tuple(phrase_of(plain, label, words) for label, words in marked)
    cues = [phrase for phrase in phrases if phrase.label == "cue"]
    links = tuple(
        Link(kind=phrase.label, first=cue, second=phrase)
        for cue in cues
        for phrase in phrases
        if phrase.label != "cue"
    )
    tokens = tuple(
        replace(token, relation=relations.get(token.text, token.relation)) for token in plain.tokens
    )
    marking = Marking(scheme="attribution", phrases=phrases, links=links)
    return replace(plain, tokens=tokens, markings=(marking,))


def phrase_of(reading: Reading, label: str, words: str) -> Phrase:
    wanted = [word.text for word in find_words(words)]
    texts = [token.text for token in reading.tokens]
    start = next(i for i in range(len(texts)) if texts[i : i + len(wanted)] == wanted)
    return Phrase(start=start, end=start + len(wanted), label=label)


def told(statements: Sequence[Statement]) -> list[tuple[list[str], str]]:
    """Sources and words of each statement."""
    return [
        (
            [" ".join(token.text for token in source) for source in each.frame.sources],
            " ".join(token.text for token in each.clause.words),
        )
        for each in statements
    ]


PLAN = "The senator attacked the plan, calling it a trap for voters."
CALLING: Marked = (
    ("source", "The senator"),
    ("cue", "calling"),
    ("content", "it a trap for voters"),
)


def test_a_second_cue_of_one_subject_gives_a_claim_of_its_own() -> None:
    assert told(find_statements(read(PLAN, CALLING))) == [
        ([], "The senator attacked the plan"),
        (["The senator"], "it a trap for voters"),
    ]


def test_nothing_is_made_up_where_nothing_is_marked() -> None:
    assert [sources for sources, _ in told(find_statements(read(PLAN, ())))] == [[]]


def test_a_wish_is_no_report_of_speech() -> None:
    text = "Voters hope that the road will open."
    marked = (("source", "Voters"), ("cue", "hope"), ("content", "that the road will open"))
    assert [sources for sources, _ in told(find_statements(read(text, marked)))] == [[]]


def test_the_rules_come_first() -> None:
    text = "The mayor said the bridge fell."
    marked = (("source", "the bridge"), ("cue", "said"), ("content", "fell"))
    assert told(find_statements(read(text, marked))) == [(["The mayor"], "the bridge fell")]


def test_a_colon_can_be_a_cue() -> None:
    text = "Berg: the bridge fell on Monday."
    marked = (("source", "Berg"), ("cue", ":"), ("content", "the bridge fell on Monday"))
    assert told(find_statements(read(text, marked))) == [(["Berg"], "the bridge fell on Monday")]


def test_an_attribution_that_only_describes_leaves_the_sentence_whole() -> None:
    text = "The party, which claimed that it won, will rally on Sunday."
    marked = (("source", "The party"), ("cue", "claimed"), ("content", "that it won"))
    whole, inner = told(find_statements(read(text, marked, claimed="acl:relcl")))
    assert whole == ([], "The party , which claimed that it won , will rally on Sunday")
    assert inner[0] == ["The party"]


def test_a_description_without_a_verb_is_no_claim() -> None:
    text = "The ministers released a statement condemning the export."
    marked = (("source", "The ministers"), ("cue", "condemning"), ("content", "the export"))
    (whole,) = told(find_statements(read(text, marked, condemning="acl")))
    assert whole[0] == []
