"""A question with its answer, looked back at: predictions beside what was known when.

Invariant: nothing is held against a forecaster that was not known when he last predicted; it is
listed apart, as what nobody heeded.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from watchword.assess.forecasts.standing import Settled, score_question
from watchword.model.forecast import Prediction
from watchword.model.review import Hindsight, Learnt, Review, ReviewNote, Step

MADE_BY = "watchword.hindsight/1"
"""Name and version of the rules by which a question is looked back at."""
_NEVER = datetime.max.replace(tzinfo=UTC)


def look_back(
    settled: Settled,
    predictions: Iterable[Prediction],
    learnt: Iterable[Learnt],
    shown: Iterable[Learnt] = (),
    notes: Iterable[ReviewNote] = (),
) -> Review:
    """Put a question's predictions beside what came to be known on it.

    Args:
        settled: the question with its answer.
        predictions: of this question, by anybody.
        learnt: what came to be known on it, in any order.
        shown: what shows the answer.
        notes: what people say of it.
    """
    question, answer = settled.question, settled.resolution
    known = sorted((each for each in learnt if each.at <= answer.at), key=_when)
    said = sorted(
        (each for each in predictions if each.question == question.key), key=lambda each: each.at
    )
    last = max((each.at for each in said), default=None)
    return Review(
        question=question,
        resolution=answer,
        forecasters=tuple(_each_forecaster(settled, said, known)),
        learnt=tuple(known),
        unheeded=tuple(each for each in known if last is None or each.at > last),
        shown=tuple(sorted(shown, key=_when)),
        notes=tuple(each for each in notes if each.question == question.key),
        made_by=MADE_BY,
    )


def _each_forecaster(
    settled: Settled, said: Sequence[Prediction], known: Sequence[Learnt]
) -> Iterable[Hindsight]:
    own: dict[str, list[Prediction]] = defaultdict(list)
    for each in said:
        own[each.by].append(each)
    scored = () if settled.resolution.is_void else score_question(settled, said)
    scores = {each.by: each for each in scored}
    found = [
        Hindsight(
            by=by,
            steps=tuple(_each_step(settled, made, known)),
            right_since=_right_since(settled, made),
            brier=scores[by].brier if by in scores else None,
            quantile=scores[by].quantile if by in scores else None,
        )
        for by, made in own.items()
    ]
    return sorted(
        found,
        key=lambda each: (
            each.right_since or _NEVER,
            each.brier if each.brier is not None else each.quantile or 0.0,
            each.by,
        ),
    )


def _each_step(
    settled: Settled, made: Sequence[Prediction], known: Sequence[Learnt]
) -> Iterator[Step]:
    since = settled.question.opens_at
    before: float | None = None
    for each in made:
        share = _share(settled, each)
        yield Step(
            prediction=each,
            share=share,
            moved=None if before is None or share is None else share - before,
            learnt=tuple(learnt for learnt in known if since < learnt.at <= each.at),
        )
        since, before = each.at, share


def _share(settled: Settled, said: Prediction) -> float | None:
    """What a prediction gave to what came about."""
    option = settled.resolution.option
    if option is None or not said.shares:
        return None
    return said.shares[settled.question.options.index(option)]


def _right_since(settled: Settled, made: Sequence[Prediction]) -> datetime | None:
    """From when what came about was held likelier than anything else, to the end."""
    since: datetime | None = None
    for each in made:
        share = _share(settled, each)
        if share is None:
            return None
        is_right = all(share > other for other in _others(settled, each))
        since = (since or each.at) if is_right else None
    return since


def _others(settled: Settled, said: Prediction) -> list[float]:
    option = settled.resolution.option
    pairs = zip(settled.question.options, said.shares, strict=True)
    return [share for name, share in pairs if name != option]


def _when(learnt: Learnt) -> tuple[datetime, str, str]:
    return learnt.at, learnt.kind.value, learnt.words
