from silver.nesting import each_nested, is_one_attribution
from watchword.ledger.corpora.sentence import LabelledSentence, Scheme


def flat(words: str, parts: tuple[tuple[int, int, str], ...]) -> LabelledSentence:
    source, cue, content = (part[:2] for part in parts)
    links = {("source", cue, source), ("content", cue, content)}
    types = frozenset({"source", "cue", "content"})
    scheme = Scheme(types=types, phrases=frozenset(parts), links=frozenset(links))
    return LabelledSentence(
        words=tuple(words.split()), document="d", corpus="c", schemes={"attribution": scheme}
    )


SIMPLE = flat(
    "The minister denied that any troops had crossed the river .",
    ((0, 2, "source"), (2, 3, "cue"), (3, 10, "content")),
)
INVERTED = flat(
    "No troops crossed the river , said the minister .",
    ((7, 9, "source"), (6, 7, "cue"), (0, 5, "content")),
)


def test_a_sentence_in_the_order_source_cue_content_is_simple_and_an_inverted_one_is_not() -> None:
    assert is_one_attribution(SIMPLE)
    assert not is_one_attribution(INVERTED)


def test_as_many_nested_sentences_are_made_as_asked_and_none_out_of_nothing() -> None:
    assert len(list(each_nested([SIMPLE, INVERTED], seed=1, count=25))) == 25
    assert list(each_nested([INVERTED], seed=1, count=25)) == []


def test_every_nested_sentence_has_two_attributions_each_with_source_and_content() -> None:
    for sentence in each_nested([SIMPLE], seed=2, count=60):
        scheme = sentence.schemes["attribution"]
        cues = {(start, end) for start, end, kind in scheme.phrases if kind == "cue"}
        assert len(cues) >= 2
        for cue in cues:
            assert {kind for kind, first, _ in scheme.links if first == cue} == {
                "source",
                "content",
            }


def test_where_a_sentence_is_wrapped_whole_the_outer_content_covers_the_inner_attribution() -> None:
    covered = 0
    for sentence in each_nested([SIMPLE], seed=3, count=60):
        phrases = sentence.schemes["attribution"].phrases
        inner = [
            (start, end)
            for start, end, kind in phrases
            if kind == "cue" and sentence.words[start:end] == ("denied",)
        ]
        contents = [(start, end) for start, end, kind in phrases if kind == "content"]
        covered += any(
            start <= cue[0] and cue[1] <= end for cue in inner for start, end in contents
        )
    assert covered > 20
