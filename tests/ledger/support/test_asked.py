"""What is asked of a cited claim: whole pages, or what people named."""

from watchword.ledger.corpora.wice import Borne, CitedClaim
from watchword.ledger.support.asked import PIECES, WORDS, ask_named, ask_pages


def cited(borne: Borne, named: tuple[tuple[int, ...], ...], size: int = 60) -> CitedClaim:
    evidence = tuple(f"{place} " + "word " * 9 for place in range(size))
    return CitedClaim(
        key="made", claim="A ferry sank.", evidence=evidence, named=named, borne=borne
    )


def places_of(piece: tuple[str, ...]) -> list[int]:
    return [int(sentence.split()[0]) for sentence in piece]


def test_only_what_is_wholly_supported_counts() -> None:
    are_borne = [ask_pages(cited(borne, ((3,),))).is_borne for borne in Borne]
    assert are_borne == [True, False, False]


def test_of_the_pages_every_sentence_is_asked() -> None:
    (piece,) = ask_pages(cited(Borne.SUPPORTED, ((3,),))).pieces
    assert places_of(piece) == list(range(60))


def test_what_people_named_is_filled_up_with_what_stands_nearest() -> None:
    (piece,) = ask_named(cited(Borne.SUPPORTED, ((30, 31),))).pieces
    assert places_of(piece) == list(range(18, 43))
    assert sum(len(sentence.split()) for sentence in piece) <= WORDS


def test_each_persons_choice_is_a_piece_and_there_are_three_at_most() -> None:
    asked = ask_named(cited(Borne.PARTIALLY, ((1,), (20,), (40,), (55,))))
    assert len(asked.pieces) == PIECES
    assert [
        place in places_of(piece) for place, piece in zip((1, 20, 40), asked.pieces, strict=True)
    ]


def test_a_claim_without_support_has_pieces_spread_over_its_pages() -> None:
    asked = ask_named(cited(Borne.NOT, ((),)))
    assert [places_of(piece)[0] for piece in asked.pieces] == [0, 8, 28]


def test_a_short_page_is_one_piece() -> None:
    assert len(ask_named(cited(Borne.NOT, (), size=3)).pieces) == 1
