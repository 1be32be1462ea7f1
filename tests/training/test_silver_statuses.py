import pytest

from silver.statuses import label_statuses
from watchword.engines import TaggingEngine
from watchword.text.words import find_words


def statuses_of(text: str) -> dict[str, str]:
    words = find_words(text)
    tokens = TaggingEngine().read([words])[0].tokens
    found = label_statuses([word.text for word in words], [token.tag for token in tokens])
    return {words[index].text: status for index, status in found.items()}


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Seoul plans to send arms to Kyiv.", "send", "planned"),
        ("Seoul said it would send arms to Kyiv.", "send", "planned"),
        ("Seoul will not send arms to Kyiv.", "send", "planned"),
        ("Seoul has no plans to send arms to Kyiv.", "send", "planned"),
        ("Pyongyang is expected to send more troops.", "send", "planned"),
        ("He ordered the army to seize the port.", "seize", "planned"),
        ("The planned deployment was criticised.", "deployment", "planned"),
        ("Seoul is considering sending arms to Kyiv.", "sending", "considered"),
        ("Seoul said it may send arms to Kyiv.", "send", "considered"),
        ("Seoul is weighing whether to send arms.", "send", "considered"),
        ("Seoul has not ruled out sending arms.", "sending", "considered"),
        ("Seoul could decide to send arms.", "send", "considered"),
        ("Russian troops captured the town on Monday.", "captured", "done"),
        ("Seoul has sent medical supplies.", "sent", "done"),
    ],
)
def test_what_governs_a_predicate_tells_its_status(text: str, word: str, status: str) -> None:
    assert statuses_of(text)[word] == status


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("If Seoul sends arms, Moscow will respond.", "respond"),
        ("If Seoul sends arms, Moscow will respond.", "sends"),
        ("The virus may spread to other towns.", "spread"),
        ("Did Seoul send arms?", "send"),
    ],
)
def test_a_predicate_in_doubt_gets_no_status(text: str, word: str) -> None:
    assert word not in statuses_of(text)
