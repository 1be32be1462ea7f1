from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from watchword.ledger.pairing import assign, pair_claims, sentence_key
from watchword.ledger.record import ClaimRecord, Quantity
from watchword.model.claim import Modality


def claim(sentence: str, action: str = "", **fields: object) -> ClaimRecord:
    settings: dict[str, object] = {"report_id": "r1", "modality": Modality.ASSERTED, **fields}
    return ClaimRecord(sentence=sentence, action=action, **settings)  # type: ignore[arg-type]


gains = st.integers(0, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(-9, 9).map(float), min_size=columns, max_size=columns), max_size=4
    )
)


@given(gains)
def test_the_pairing_is_the_best_of_all_and_one_to_one(table: list[list[float]]) -> None:
    chosen = assign(table)
    rows, columns = len(table), len(table[0]) if table else 0
    assert len(chosen) == min(rows, columns)
    assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == len(chosen)
    if rows > columns:
        table = [list(column) for column in zip(*table, strict=True)]
        chosen = tuple((column, row) for row, column in chosen)
    ways = permutations(range(max(rows, columns)), min(rows, columns)) if columns else ()
    totals = (sum(table[row][column] for row, column in enumerate(way)) for way in ways)
    assert sum(table[row][column] for row, column in chosen) == max(totals, default=0)


def test_quotes_case_space_and_a_speaker_label_do_not_part_sentences() -> None:
    spoken = 'MS. ARDEN:  "It\u2019s  over," she said.'
    assert sentence_key(spoken) == sentence_key("\u201cIt's over,\u201d she said")


def test_two_claims_of_a_sentence_are_paired_by_what_they_say_not_by_order() -> None:
    words = "Forty buses left and six tanks arrived, the mayor said."
    buses = claim(words, "depart", figure=Quantity(value=40.0, unit="buses"))
    tanks = claim(words, "arrive", figure=Quantity(value=6.0, unit="tanks"))
    pairing = pair_claims([buses, tanks], [tanks, buses])
    assert set(pairing.pairs) == {(buses, buses), (tanks, tanks)}


def test_a_sentence_cut_a_little_differently_is_the_same_sentence() -> None:
    gold = claim("The convoy of grain trucks reached the northern border crossing on Monday.")
    near = claim("The convoy of grain trucks reached the northern border crossing.")
    other = claim("The convoy never left the depot, drivers said.")
    pairing = pair_claims([gold], [near, other])
    assert pairing.pairs == ((gold, near),)
    assert pairing.outside == 1


def test_claims_of_another_report_do_not_stand_for_a_label() -> None:
    gold = claim("Rain fell.")
    elsewhere = claim("Rain fell.", report_id="r2")
    pairing = pair_claims([gold], [elsewhere])
    assert (pairing.missed, pairing.outside) == ((gold,), 1)


def test_a_claim_too_many_is_extra_and_one_too_few_is_missed() -> None:
    one, two = claim("A and B.", "rise"), claim("A and B.", "fall")
    assert pair_claims([one], [one, two]).extra == (two,)
    assert pair_claims([one, two], [one]).missed == (two,)
    assert pair_claims([one, two], []).missed == (one, two)
