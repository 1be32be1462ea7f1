"""What comes of asking a language model, counted while it goes on."""

from collections import Counter
from dataclasses import dataclass, field

from watchword.consult import Answering
from watchword.errors import UnansweredError
from watchword.model.consultation import Consultation, Dropped
from watchword.model.inquiry import Answer, Inquiry

PATIENCE = 2
"""Inquiries in a row that may go unanswered before the model is asked no more."""


@dataclass(slots=True)
class Tally:
    """Asks a model, and counts.

    Attributes:
        model: what is asked.
        offered: how many offers it made that change something.
        unanswered: for how many sentences there was no answer.
        dropped: offers that were not used, by reason.
        places: JSON pointers of what was changed.
    """

    model: Answering
    offered: int = 0
    unanswered: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    places: list[str] = field(default_factory=list)
    _in_a_row: int = 0
    _failed: dict[str, None] = field(default_factory=dict)

    def answer(self, inquiry: Inquiry, sentences: int) -> Answer | None:
        """The model's answer, None where there is none.

        Args:
            inquiry: what it is asked.
            sentences: how many sentences it is asked about.
        """
        try:
            answer = self.model.answer(inquiry) if self._in_a_row < PATIENCE else None
        except UnansweredError as error:
            self._in_a_row += 1
            self._failed[str(error.args[0])] = None
            answer = None
        else:
            self._in_a_row = self._in_a_row if answer is None else 0
        self.unanswered += 0 if answer else sentences
        return answer

    def drop(self, reason: str, count: int = 1) -> None:
        """Count offers that are not used."""
        self.offered += count
        self.dropped[reason] += count

    def consultation(self, prompt: str, asked: int) -> Consultation:
        """What came of it.

        Args:
            prompt: name and version of the instruction.
            asked: how many sentences the model was to be asked about.
        """
        ranked = sorted(self.dropped.items(), key=lambda each: (-each[1], each[0]))
        return Consultation(
            model=self.model.name,
            prompt=prompt,
            asked=asked,
            unanswered=self.unanswered,
            offered=self.offered,
            kept=self.offered - sum(self.dropped.values()),
            dropped=tuple(Dropped(reason=reason, count=count) for reason, count in ranked),
            failed=tuple(self._failed),
            places=tuple(self.places),
        )
