"""What went wrong: each fault once, worst first, with the words of both sides."""

from tests.ledger.reading.composed import FIRST, SHALLOW, WISH, claim, compared, link

from watchword.ledger.reading.misses import Fault, find_misses

FAULTY = compared(
    claim(FIRST, link("Bergen", "Port of Bergen"), cue="said"),
    claim(WISH, link("The union")),
    claim("The harbour", link("Berg")),
)


def test_faults_are_told_worst_first_with_the_words_of_both_sides() -> None:
    wrong, missed, extra = sorted(find_misses(FAULTY), key=lambda miss: miss.rank)
    assert [each.fault for each in (wrong, missed, extra)] == list(Fault)
    assert wrong.labelled == ("Berg, the minister of trade,", "said", FIRST)
    assert wrong.found == ("Port of Bergen (Bergen)", "said", FIRST)
    assert missed.labelled is not None
    assert missed.labelled[:2] == ("she", "added")
    assert extra.found == ("Berg (Berg)", "", "The harbour")
    assert {each.document for each in (wrong, missed, extra)} == {"harbour"}


def test_where_not_all_is_labelled_nothing_is_too_much_and_sources_may_be_untold() -> None:
    faults = [miss.fault for miss in find_misses(compared(), with_extra=False)]
    assert faults == [Fault.MISSED] * 4
    found = compared(claim(SHALLOW, link("The union")))
    assert [miss.fault for miss in find_misses(found)] == [Fault.MISSED] * 3
