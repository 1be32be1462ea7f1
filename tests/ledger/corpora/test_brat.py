import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.brat import BratPart, read_events


def test_an_event_gathers_its_stretches_in_text_order() -> None:
    content = (
        "E1\tAttribution:T3 Content:T1 Cue:T2\n"
        "T1\tContent 10 12;0 4\tit Rain\n"
        "T2\tCue 5 9\tsaid\n"
        "T3\tAttribution 5 9\tsaid\n"
        "#1\tAnnotatorNotes T1\tunsure\n"
    )
    (event,) = read_events(content, "x")
    assert event == (
        BratPart(role="Attribution", label="Attribution", pieces=((5, 9),)),
        BratPart(role="Content", label="Content", pieces=((0, 4), (10, 12))),
        BratPart(role="Cue", label="Cue", pieces=((5, 9),)),
    )


def test_a_text_with_a_line_end_goes_on_in_the_next_line() -> None:
    content = "T1\tContent 0 9\tRain\n\nfell\nE1\tContent:T1 \n"
    assert len(list(read_events(content, "x"))) == 1


@pytest.mark.parametrize(
    ("content", "key"), [("E1\tCue:T9\n", "x:1"), ("#1\tnote\n\nR1\tx\n", "x:3")]
)
def test_what_is_no_annotation_is_told_by_its_line(content: str, key: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        list(read_events(content, "x"))
    assert caught.value.key == key
