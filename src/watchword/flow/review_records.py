"""A question looked back at, as the plain record that is printed and shown."""

from watchword.assess.forecasts.telling import answer_words, likely_words
from watchword.flow.span_records import Record
from watchword.model.review import Hindsight, Learnt, Review


def review_record(review: Review) -> Record:
    """A post-mortem: who was right when, what moved them, what nobody heeded."""
    asked, answer = review.question, review.resolution
    return {
        "question_id": asked.key,
        "question": asked.words,
        "answer": answer_words(asked, answer),
        "at": answer.at.isoformat(),
        "shown": [_learnt_record(each) for each in review.shown],
        "forecasters": [_hindsight_record(each, review) for each in review.forecasters],
        "learnt": [_learnt_record(each) for each in review.learnt],
        "unheeded": [_learnt_record(each) for each in review.unheeded],
        "notes": [
            {"by": each.by, "at": each.at.isoformat(), "words": each.words} for each in review.notes
        ],
        "made_by": review.made_by,
    }


def _hindsight_record(each: Hindsight, review: Review) -> Record:
    return {
        "forecaster": each.by,
        "right_since": each.right_since.isoformat() if each.right_since else None,
        "brier": each.brier,
        "quantile": each.quantile,
        "steps": [
            {
                "at": step.prediction.at.isoformat(),
                "probabilities": dict(
                    zip(review.question.options, step.prediction.shares, strict=False)
                ),
                "quantiles": [list(pair) for pair in step.prediction.quantiles],
                "why": step.prediction.why,
                "of_what_came": step.share,
                "term": None if step.share is None else likely_words(step.share),
                "moved": step.moved,
                "learnt": [_learnt_record(one) for one in step.learnt],
            }
            for step in each.steps
        ],
    }


def _learnt_record(each: Learnt) -> Record:
    return {
        "kind": each.kind.value,
        "at": each.at.isoformat(),
        "words": each.words,
        "claims": list(each.claims),
    }
