import made_files as made
import pytest
from hostile_files import each_hostile

from watchword.collect.limits import Limits
from watchword.collect.parser_process import ParserProcess
from watchword.collect.piece import Draft, Piece
from watchword.errors import UnreadableError


def _piece(form: str, content: bytes) -> Piece:
    return Piece(content=content, found_at="a", form=form)


def test_a_parser_that_needs_too_long_is_ended_and_the_next_piece_read() -> None:
    slow = dict(each_hostile())["attributes.html"]
    with ParserProcess(Limits(parse_s=1)) as parser:
        parser.read(_piece("html", made.html()))
        with pytest.raises(UnreadableError, match="too long"):
            parser.read(_piece("html", slow))
        (draft,) = parser.read(_piece("pdf", made.pdf()))
    assert isinstance(draft, Draft)


def test_a_parser_that_dies_is_told_and_started_again() -> None:
    with ParserProcess(Limits()) as parser:
        parser.read(_piece("pdf", made.pdf()))
        assert parser._process is not None
        parser._process.kill()
        parser._process.wait()
        with pytest.raises(UnreadableError, match="breaks its parser"):
            parser.read(_piece("pdf", made.pdf()))
        assert parser.read(_piece("pdf", made.pdf()))


def test_closing_twice_and_closing_what_never_ran_is_fine() -> None:
    parser = ParserProcess(Limits())
    parser.close()
    parser.close()
