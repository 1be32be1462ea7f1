"""A question that has its answer, looked back at: who was right when, what moved them, what not."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchword.model.forecast import ForecastQuestion, Prediction, Resolution


class LearntKind(StrEnum):
    """What sort of thing was learnt."""

    CLAIM = "claim"
    """Somebody tells it as so."""
    DENIAL = "denial"
    """Somebody tells it as not so."""
    ALERT = "alert"
    """An indicator turned."""
    TURN = "turn"
    """An actor's stand moved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """Something on a question that came to be known.

    Attributes:
        kind: what sort of thing.
        at: from when it is known, aware UTC.
        words: what it is, in words.
        claims: keys of the claims that tell it.
    """

    kind: LearntKind
    at: datetime
    words: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A prediction, with what its forecaster could have learnt since the one before.

    Attributes:
        prediction: the prediction.
        share: what it gave to what came about; None for a number or a date.
        moved: how far that is from the one before; None for the first, and likewise.
        learnt: what came to be known since the one before, or since the question was asked.
    """

    prediction: Prediction
    share: float | None
    moved: float | None
    learnt: tuple[Learnt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindsight:
    """One forecaster, looked back at.

    Attributes:
        by: the forecaster.
        steps: the predictions, in the order they were made.
        right_since: from when what came about was held likelier than all else, to the end; None
            where it was not, and for a number or a date.
        brier: over the time that each prediction held; None for a number or a date.
        quantile: likewise; None for options.
    """

    by: str
    steps: tuple[Step, ...]
    right_since: datetime | None
    brier: float | None
    quantile: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewNote:
    """What a person has to say of a question, looking back.

    Attributes:
        question: key of the question.
        by: who says it.
        at: when, aware UTC.
        words: what is said.
    """

    question: str
    by: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A post-mortem.

    Attributes:
        question: the question.
        resolution: its answer.
        forecasters: everybody who predicted it, who was right first before the others.
        learnt: everything on it that came to be known until the answer was so.
        unheeded: what was learnt after the last prediction of anybody, before the answer was so.
        shown: what shows the answer, with when it came to be known.
        notes: what people say of it.
        made_by: name and version of what put it together.
    """

    question: ForecastQuestion
    resolution: Resolution
    forecasters: tuple[Hindsight, ...]
    learnt: tuple[Learnt, ...]
    unheeded: tuple[Learnt, ...]
    shown: tuple[Learnt, ...]
    notes: tuple[ReviewNote, ...]
    made_by: str
