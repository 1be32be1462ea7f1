"""What of a situation a brief is to be about, where it is not to be about all of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """What a brief is about.

    Attributes:
        question: what is to be answered, in a person's words; empty for nothing in particular.
        between: the names of two whose relation it is about; empty for nobody in particular.
        direction: of the question's meaning, as `Reading.embedding`; empty where there is none.
    """

    question: str = ""
    between: tuple[str, ...] = ()
    direction: bytes = b""

    @property
    def is_wide(self) -> bool:
        """Whether it is everything that is known."""
        return not self.question and not self.between


EVERYTHING = Focus()
"""Of a brief that is about all that is known."""
