import random
from collections import Counter

from silver.events import ROOT_QUADS, TEMPLATES, compose_event, each_event_sentence


def test_every_root_type_has_at_least_forty_templates_each_with_a_source_and_a_target() -> None:
    for root in ROOT_QUADS:
        lines = (TEMPLATES / f"{root}.txt").read_text(encoding="utf-8").splitlines()
        assert len(lines) >= 40
        assert len(set(lines)) == len(lines)
        assert [line for line in lines if line.count("{S:") != 1 or line.count("{T:") != 1] == []


def test_the_same_seed_gives_the_same_sentences_and_another_seed_others() -> None:
    assert list(each_event_sentence(3, 1)) == list(each_event_sentence(3, 1))
    assert list(each_event_sentence(3, 1)) != list(each_event_sentence(4, 1))


def test_every_template_is_filled_with_two_sides_that_do_not_overlap_and_no_slot_is_left() -> None:
    roots: Counter[str] = Counter()
    for sentence in each_event_sentence(5, 2):
        assert sentence.pair is not None
        source, target = sentence.pair
        assert 0 <= source[0] < source[1] <= len(sentence.words)
        assert 0 <= target[0] < target[1] <= len(sentence.words)
        assert source[1] <= target[0] or target[1] <= source[0]
        assert not set("{}[]<>|") & set("".join(sentence.words))
        assert sentence.event["quad"] == ROOT_QUADS[sentence.event["root"]]
        roots[sentence.event["root"]] += 1
    assert roots.keys() == ROOT_QUADS.keys()


def test_the_pair_covers_the_actors_and_verbs_agree_with_them() -> None:
    rng = random.Random(1)  # noqa: S311 - a fixed draw
    template = "{S:crowd} <has|have> burned the flag of {T:state}."
    for _ in range(30):
        sentence = compose_event("PROTEST", template, "x", rng)
        assert sentence.pair is not None
        (_, end), (start, stop) = sentence.pair
        assert sentence.words[end] in {"has", "have"}
        assert sentence.words[start : stop + 1][-1] in {".", ","}
