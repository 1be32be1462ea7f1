"""What wire copy and transcripts are full of is read: capitals, datelines, labels, odd numbers.

Each case names what has to be found, not all that is found. The sentences are composed.
"""

import pytest

from watchword.engines import ReadingEngine
from watchword.model.reading import MarkedPair, Reading
from watchword.text.words import find_words

DATELINE = (
    "SEOUL, Oct. 18 (Yonhap) -- North Korea has decided to send 12,000 troops to Russia, a "
    "lawmaker said, citing the National Intelligence Service."
)
CAPITALS = "NORTH KOREA SENDS TROOPS TO RUSSIA, SEOUL SPY AGENCY SAYS"
LABEL = (
    "MR. KIRBY: We assess that some 15-hundred soldiers have moved by ship from the Wonsan area."
)
UNHEARD = (
    "Tavoris Mekhalune, governor of Qeddarat, denied that his government had considered selling "
    "Shahed-136 drones to the rebels."
)
CONDITION = (
    "If the troops gain combat experience, they could pose a greater threat to the South on their "
    "return, Park told lawmakers."
)
CAUSE = "Dozens of civilians were killed because the warning system failed, officials said."
PLAN = "Seoul is considering sending 155-mm artillery shells to Kyiv."
STRONG = "Kyodo reported that the 12,000-strong force is led by Gen. Kim Yong Bok."


@pytest.fixture(scope="module")
def engine() -> ReadingEngine:
    return ReadingEngine(threads=1)


def read(engine: ReadingEngine, text: str) -> Reading:
    (reading,) = engine.read([find_words(text)])
    return reading


def words_of(reading: Reading, start: int, end: int) -> str:
    return " ".join(token.text for token in reading.tokens[start:end])


MARKED = [
    (DATELINE, "domain", "12,000", "quantity"),
    (DATELINE, "domain", "National Intelligence Service", "organisation"),
    (DATELINE, "attribution", "a lawmaker", "source"),
    (DATELINE, "attribution", "citing", "cue"),
    (CAPITALS, "domain", "NORTH KOREA", "polity"),
    (CAPITALS, "attribution", "SEOUL SPY AGENCY", "source"),
    (CAPITALS, "attribution", "NORTH KOREA SENDS TROOPS TO RUSSIA", "content"),
    (LABEL, "domain", "KIRBY", "person"),
    (LABEL, "intelligence", "15-hundred", "quantity"),
    (UNHEARD, "domain", "Tavoris Mekhalune", "person"),
    (UNHEARD, "domain", "Qeddarat", "polity"),
    (UNHEARD, "domain", "Shahed-136 drones", "weapon"),
    (CONDITION, "conditional", "If the troops gain combat experience", "condition"),
    (CAUSE, "causal", "the warning system failed", "cause"),
    (STRONG, "attribution", "Kyodo", "source"),
    (STRONG, "domain", "Kim Yong Bok", "person"),
    pytest.param(
        STRONG,
        "domain",
        "Kyodo",
        "organisation",
        marks=pytest.mark.xfail(reason="an agency that reports is taken for a person"),
    ),
]


@pytest.mark.parametrize(("text", "scheme", "words", "label"), MARKED)
def test_what_a_sentence_holds_is_marked(
    engine: ReadingEngine, text: str, scheme: str, words: str, label: str
) -> None:
    reading = read(engine, text)
    found = {
        (words_of(reading, phrase.start, phrase.end), phrase.label)
        for phrase in reading.phrases(scheme)
    }
    assert (words, label) in found, found


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        (DATELINE, "send", "planned"),
        (UNHEARD, "selling", "considered"),
        (PLAN, "sending", "considered"),
    ],
)
def test_what_is_not_done_yet_is_not_called_done(
    engine: ReadingEngine, text: str, word: str, status: str
) -> None:
    tokens = read(engine, text).tokens
    assert [token.status for token in tokens if token.text == word] == [status]


@pytest.mark.parametrize(
    ("text", "root"),
    [
        (DATELINE, "said"),
        (CAPITALS, "SAYS"),
        pytest.param(
            LABEL,
            "assess",
            marks=pytest.mark.xfail(reason="a speaker's label is taken for the root"),
        ),
        (UNHEARD, "denied"),
        (STRONG, "reported"),
    ],
)
def test_a_sentence_hangs_from_the_verb_that_speaks(
    engine: ReadingEngine, text: str, root: str
) -> None:
    assert [token.text for token in read(engine, text).tokens if token.head == -1] == [root]


def test_a_citation_belongs_to_whom_it_cites(engine: ReadingEngine) -> None:
    reading = read(engine, DATELINE)
    linked = {
        (
            words_of(reading, link.first.start, link.first.end),
            words_of(reading, link.second.start, link.second.end),
        )
        for link in reading.links("attribution")
        if link.kind == "source"
    }
    assert linked == {("said", "a lawmaker"), ("citing", "the National Intelligence Service")}


def test_shelling_is_an_assault(engine: ReadingEngine) -> None:
    words = find_words("Rebels shelled the government's positions near the town on Monday.")
    (event,) = engine.read_events([words], [MarkedPair(sentence=0, source=(0, 1), target=(2, 6))])
    assert (event.root, event.quad) == ("ASSAULT", 4)


def test_a_verb_has_its_dictionary_form(engine: ReadingEngine) -> None:
    lemmas = {token.text: token.lemma for token in read(engine, DATELINE).tokens}
    assert (lemmas["citing"], lemmas["decided"], lemmas["troops"]) == ("cite", "decide", "troop")
