"""Fit the coefficients that a report is held against a story with, and print them.

- Of a sentence or two: current events from June 2014 to November 2016 are put into stories by the
  shelf as it is. Each labelled report gives one row for each story that it was held against and
  that has labelled reports; it is right where the story's most frequent label is the report's.
  Logistic regression. Run it again with what it found in place, until nothing changes.
- Of an article: ECB+ 1-22 in three orders, stories kept as labelled. Each report gives the stories
  that it is held against, one of which, or none, is its own. Regression by the choice among them.

`base` is set afterwards, by B-cubed F1. Run `python training/stories.py DATA short|long`.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from watchword.config import read_settings
from watchword.engines import ReadingEngine
from watchword.flow.ahead import each_ahead
from watchword.group.stories import StoryShelf
from watchword.group.stories.comparing import SIGNS
from watchword.group.stories.decisions import Subject, decide
from watchword.group.stories.fitting import Fit, fit_of
from watchword.group.stories.stock import Stock
from watchword.ledger.corpora.ecbplus import read_ecbplus
from watchword.ledger.corpora.streams import read_current_events
from watchword.ledger.stories.bench import (
    Stories,
    features_of_read,
    report_of_event,
    report_of_text,
)
from watchword.model.report import Report, Unread
from watchword.model.story import StoryFeatures, StoryStep

FIRST, LAST = date(2014, 6, 1), date(2016, 11, 30)
ORDERS, ROUNDS, RIDGE, LONGEST_STEP = 3, 60, 1.0, 5.0

Matrix = NDArray[np.float64]
Choice = tuple[Matrix, int]
"""What speaks for each story, a row each, and which is right; below 0 where none is."""


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("which", choices=("short", "long"))
    arguments = parser.parse_args()
    fit = fit_short if arguments.which == "short" else fit_long
    for name, coefficient in zip((*SIGNS[1:], SIGNS[0]), fit(arguments.data), strict=True):
        print(f"{name:>10} {coefficient:7.2f}")


def fit_short(data: Path) -> Matrix:
    """Coefficients of a sentence or two, `base` last."""
    events = [event for event in read_current_events(data) if FIRST <= event.date <= LAST]
    label_of = {
        event.event_id: "\n".join(event.headers) for event in events if event.first_under_header
    }
    rows: list[Matrix] = []
    right: list[bool] = []
    held: list[Fit] = []
    shelf, stories = StoryShelf(watch=lambda fits: held.__setitem__(slice(None), fits)), Stories()
    labels: dict[str, str] = {}
    for report_id, features in each_features([report_of_event(event) for event in events]):
        decisions = shelf.place(features)
        label = label_of.get(report_id)
        if label is not None:
            counts = counts_of(labels, stories.story_of)
            for each in held:
                count = counts.get(each.story.key)
                if count:
                    rows.append(signs_in(each))
                    right.append(2 * count[label] >= max(count.values()))
            labels[features.report] = label
        for decision in decisions:
            stories.apply(decision)
    return logistic(np.array(rows), np.array(right, dtype=np.float64))


def fit_long(data: Path) -> Matrix:
    """Coefficients of an article, `base` last."""
    texts = list(read_ecbplus(data))
    read = dict(each_features([report_of_text(text) for text in texts]))
    choices: list[Choice] = []
    for order in range(ORDERS):
        shuffled = texts[:]
        if order:
            random.Random(order).shuffle(shuffled)  # noqa: S311 - an order, no secret
        choices += each_choice([(read[text.document], text.story) for text in shuffled])
    return by_choice(choices)


def each_choice(labelled: Sequence[tuple[StoryFeatures, str]]) -> Iterator[Choice]:
    """What each report is held against while stories are kept as labelled."""
    stock = Stock()
    for features, story in labelled:
        report = stock.take_note(features)
        near = stock.index.nearest(report, stock.stories)
        rows = np.array([signs_in(fit_of(report, each.story)) for each in near])
        keys = [each.story.key for each in near]
        yield rows.reshape(len(near), len(SIGNS) - 1), keys.index(story) if story in keys else -1
        step = StoryStep.JOIN if story in stock.stories else StoryStep.START
        stock.apply(decide(step, Subject(story=story, report=features.report), ()), report)


def each_features(reports: Sequence[Report]) -> Iterator[tuple[str, StoryFeatures]]:
    """Read reports: the identifier and the features of each."""
    processes = read_settings().processes
    for each in each_ahead(reports, ReadingEngine(), processes=processes):
        if not isinstance(each, Unread):
            yield each[0].report_id, features_of_read(each[1]())


def counts_of(labels: dict[str, str], story_of: dict[str, str]) -> dict[str, Counter[str]]:
    """How many reports of each label each story has."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for report, label in labels.items():
        counts[story_of[report]][label] += 1
    return counts


def signs_in(fit: Fit) -> Matrix:
    """What speaks for a story, without `base`."""
    return np.array(fit.signs[1:])


def logistic(rows: Matrix, right: Matrix) -> Matrix:
    """Logistic regression by Newton's method, over standardised columns."""
    scaled, back = standardised(rows)
    weights = np.zeros(scaled.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (chance - right) + ridge(scaled) @ weights
        bend = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + ridge(scaled)
        weights -= np.linalg.solve(bend, slope)
    return back @ weights


def by_choice(choices: Sequence[Choice]) -> Matrix:
    """Conditional logit (McFadden 1974): one of some stories, or none, which weighs 0."""
    kept = [choice for choice in choices if len(choice[0])]
    scaled, back = standardised(np.concatenate([rows for rows, _ in kept]))
    of = np.concatenate([np.full(len(rows), number) for number, (rows, _) in enumerate(kept)])
    right = np.concatenate([np.arange(len(rows)) == which for rows, which in kept])
    weights = np.zeros(scaled.shape[1])
    weights[-1] = -2.0
    for _ in range(ROUNDS):
        odds = np.exp(np.clip(scaled @ weights, -30, 30))
        chance = odds / (1 + np.bincount(of, odds, len(kept)))[of]
        slope = scaled.T @ (chance - right) + ridge(scaled) @ weights
        mean = np.stack(
            [np.bincount(of, chance * column, len(kept)) for column in scaled.T], axis=1
        )
        bend = (scaled * chance[:, None]).T @ scaled - mean.T @ mean + ridge(scaled)
        step = np.linalg.solve(bend, slope)
        weights -= step * min(1.0, LONGEST_STEP / float(np.abs(step).max() or 1.0))
    return back @ weights


def standardised(rows: Matrix) -> tuple[Matrix, Matrix]:
    """Columns of mean 0 and deviation 1 and one of ones; and what undoes that in weights."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scaled = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    back = np.diag(np.r_[1 / spread, 1.0])
    back[-1, :-1] = -mean / spread
    return scaled, back


def ridge(scaled: Matrix) -> Matrix:
    """What keeps weights small, but for the last one."""
    return RIDGE * np.diag(np.r_[np.ones(scaled.shape[1] - 1), 0.0])


if __name__ == "__main__":
    main()
