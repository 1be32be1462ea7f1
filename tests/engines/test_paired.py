"""A sentence and its evidence are one row of pieces, in their order, with room for whole ones."""

from watchword.engines.paired import MOST_JUDGED, ROOM, paired, pieces_in, room_beside
from watchword.engines.pieces import END, START

SENTENCE = ["Ferries", "left", "Odesa"]
PAGE = [["It", "rained", "."], ["Two", "ferries", "left", "Odesa", "."], ["So", "they", "say", "."]]


def test_the_sentence_is_marked_1_its_evidence_2_and_ends_stand_between() -> None:
    row = paired(SENTENCE, PAGE)
    assert row.pieces[0] == START
    assert row.pieces[-1] == END
    assert sorted(set(row.marks)) == [0, 1, 2]
    assert row.pieces.count(END) == 1 + len(PAGE)


def test_each_word_of_the_sentence_has_a_first_and_a_last_piece_marked_1() -> None:
    row = paired(SENTENCE, PAGE)
    assert len(row.first) == len(row.last) == len(SENTENCE)
    assert all(row.marks[place] == 1 for place in (*row.first, *row.last))


def test_there_is_never_more_than_the_room() -> None:
    row = paired(SENTENCE, [["Odesa", *["grain"] * 900]])
    assert len(row.pieces) == ROOM
    assert row.pieces[-1] == END


def test_a_very_long_sentence_is_not_read_to_its_end() -> None:
    row = paired(["grain"] * 900, PAGE)
    assert len(row.first) < MOST_JUDGED
    assert 2 in row.marks
    assert room_beside(["grain"] * 900) == ROOM - MOST_JUDGED


def test_a_sentence_of_evidence_takes_its_pieces_and_an_end() -> None:
    assert pieces_in(["ferries"]) == 2
