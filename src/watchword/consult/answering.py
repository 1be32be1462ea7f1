"""The one thing that is asked of a language model, wherever it runs."""

from typing import Protocol

from watchword.model.inquiry import Answer, Inquiry


class Answering(Protocol):
    """A language model, or a record of what one answered."""

    @property
    def name(self) -> str:
        """The model's name."""
        ...

    def answer(self, inquiry: Inquiry) -> Answer:
        """Answer one inquiry.

        Raises:
            UnansweredError: if there is no answer.
        """
        ...
