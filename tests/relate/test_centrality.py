"""A claim is central by the words that many origins share and news at large does not."""

from watchword.relate.centrality import find_centrality

SENTENCES = {
    "coup": frozenset({"junta", "led", "coup", "warn", "bloc"}),
    "answer": frozenset({"bloc", "give", "junta", "week", "undo", "coup"}),
    "talks": frozenset({"talk", "junta", "bloc", "break"}),
    "boat": frozenset({"boat", "capsiz", "river", "week"}),
}
HOMES = {key: key for key in SENTENCES}


def test_what_all_are_about_is_central_and_what_one_is_about_is_not() -> None:
    found = find_centrality(SENTENCES, HOMES)
    assert found["coup"] > found["talks"] > found["boat"]
    assert 0 <= found["boat"] < 0.2
    assert found["answer"] <= 1


def test_prints_of_one_text_make_nothing_central() -> None:
    prints = {f"print {number}": SENTENCES["boat"] for number in range(9)}
    homes = dict.fromkeys(prints, "wire")
    found = find_centrality(SENTENCES | prints, HOMES | homes)
    assert found["coup"] > found["print 0"]


def test_of_no_claims_nothing_is_central() -> None:
    assert find_centrality({}, {}) == {}
