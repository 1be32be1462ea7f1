"""What is typed becomes terms, whatever it is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from watchword.store.search.words import MOST_BRANCHES, MOST_TERMS, Wanted, parse_words


def groups_of(typed: str) -> list[list[str]]:
    return [[term.words for term in group] for group in parse_words(typed).groups]


def barred_of(typed: str) -> list[str]:
    return [term.words for term in parse_words(typed).barred]


def test_words_must_all_stand_there() -> None:
    assert groups_of("troops kursk") == [["troops"], ["kursk"]]
    assert groups_of("troops AND kursk") == [["troops"], ["kursk"]]


def test_words_in_quotes_are_one_phrase_also_where_the_last_quote_is_missing() -> None:
    assert groups_of('"north korea" troops') == [["north korea"], ["troops"]]
    assert groups_of("\u201cnorth korea\u201d") == [["north korea"]]
    assert groups_of('troops "north korea') == [["troops"], ["north korea"]]


def test_or_joins_the_terms_beside_it_and_is_nothing_at_an_end() -> None:
    assert groups_of("dprk OR pyongyang troops") == [["dprk", "pyongyang"], ["troops"]]
    assert groups_of("OR dprk OR") == [["dprk"]]
    assert groups_of("dprk OR OR pyongyang") == [["dprk", "pyongyang"]]


def test_a_dash_before_a_word_or_phrase_bars_it_and_one_within_a_word_does_not() -> None:
    assert barred_of('troops -drill -"joint exercise" self-made') == ["drill", "joint exercise"]
    assert groups_of("troops -drill self-made") == [["troops"], ["self-made"]]


def test_a_star_lets_a_word_go_on_unless_it_has_hardly_begun() -> None:
    assert [term.prefix for term in parse_words("troop* tr* troop*,").terms] == [True, False, True]
    assert groups_of("troop* tr*") == [["troop"], ["tr"]]


def test_common_words_are_passed_over_unless_nothing_else_is_typed() -> None:
    assert groups_of("the troops in kursk") == [["troops"], ["kursk"]]
    assert groups_of("to be or not to be") == [["to"], ["be"], ["or"], ["not"], ["to"], ["be"]]
    assert groups_of("WHO warns") == [["WHO"], ["warns"]]


def test_what_has_no_letter_and_no_digit_is_no_word() -> None:
    assert parse_words("!!! -- \u2026 \U0001f600") == Wanted(typed=True)
    assert parse_words(" \n") == Wanted(typed=False)


def test_scripts_without_spaces_are_cut_as_the_indexes_cut_them() -> None:
    assert groups_of("\u5317\u671d\u9c9c") == [["\u5317\u671d \u671d\u9c9c"]]
    (term,) = parse_words("\u5175").terms
    assert (term.words, term.prefix) == ("\u5175", True)


def test_ways_to_meet_a_query_take_one_term_of_each_group() -> None:
    wanted = parse_words("a1 OR b1 c1 OR d1 -e1")
    assert [[term.words for term in way.terms] for way in wanted.branches] == [
        ["a1", "c1"],
        ["a1", "d1"],
        ["b1", "c1"],
        ["b1", "d1"],
    ]
    assert all(way.barred == wanted.barred for way in wanted.branches)
    many = parse_words(" ".join(f"a{number} OR b{number}" for number in range(5)))
    assert many.branches == (many,)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read_within_bounds(typed: str) -> None:
    wanted = parse_words(typed)
    terms = (*wanted.terms, *wanted.barred)
    assert len(terms) <= MOST_TERMS
    assert len(wanted.branches) <= MOST_BRANCHES
    assert all(group for group in wanted.groups)
    assert all(any(letter.isalnum() for letter in term.words) for term in terms)


@settings(deadline=None)
@given(st.lists(st.from_regex(r"[b-df-hj-np-tv-xz]{4,8}", fullmatch=True), min_size=1, max_size=9))
def test_plain_words_are_kept_as_they_are(words: list[str]) -> None:
    assert groups_of(" ".join(words)) == [[word] for word in words]
