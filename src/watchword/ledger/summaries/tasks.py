"""Everything that is measured of digests of one report, in the order in which it is printed.

Every summary is cut at the mean length of the people's summaries of its text, in words between
blanks, so that nothing is gained by length. A digest is compared without outlet and day in
brackets. Where three sentences fill the length, lead-3 is the beginning of the text.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from watchword.brief.digest import digest_of
from watchword.collect.piece import Draft
from watchword.flow.knowing import known_of
from watchword.ledger.corpora.summaries import SummarisedText, read_summarised
from watchword.ledger.measurement import Form, Score
from watchword.ledger.measuring import Task
from watchword.ledger.reader import finish_labelled
from watchword.ledger.rouge import Rouge, cut_at, mean_rouge, rouge
from watchword.ledger.summaries.bench import SummaryBench
from watchword.ledger.summaries.held_out import SPLITS
from watchword.ledger.summaries.rivals import RIVALS, Rival, pieces_of
from watchword.model.read_report import ReadReport
from watchword.model.report import Report

DIGEST = "digest"
_AGAINST = ("lead-1", "lead-3", "centroid by words", "centroid by meaning")
OUTLET = "Wikinews"
Shorten = Callable[[ReadReport, int], str]
"""A report as about so many words."""


def length_of(summaries: Iterable[str]) -> int:
    """The mean number of words of some summaries."""
    lengths = [len(each.split()) for each in summaries]
    return round(sum(lengths) / len(lengths))


def rouge_scores(total: Rouge, *, texts: int, floored: bool) -> Iterator[Score]:
    """The three scores, as they are printed."""
    told = (("ROUGE-1", total.words), ("ROUGE-2", total.pairs), ("ROUGE-L", total.order))
    for metric, value in told:
        yield Score(
            metric=metric,
            value=value if texts else None,
            counts={"texts": texts},
            form=Form.DEGREE,
            floored=floored,
        )


def digested(read: ReadReport, words: int, *, whole: bool = True) -> str:
    """The digest of a report, without outlets and days in brackets."""
    lines = digest_of(known_of([read]), words, whole=whole).lines
    return " ".join(line.bare for line in lines)


def report_of_text(text: SummarisedText) -> Report:
    """A text as the report that it was.

    Raises:
        UnreadableError: if it is no report, as one without words.
    """
    return finish_labelled(
        Draft(
            text=text.text,
            report_id=text.document,
            outlet=OUTLET,
            title=text.title,
            published=text.date,
        )
    )


def _score(
    bench: SummaryBench, split: str, shorten: Shorten, *, floored: bool = False
) -> Iterable[Score]:
    texts = tuple(read_summarised(bench.data, split))
    read = bench.read(split, lambda: map(report_of_text, texts))
    scores = []
    for text, report in zip(texts, read, strict=True):
        words = length_of(text.summaries)
        scores.append(rouge(cut_at(shorten(report, words), words), text.summaries))
    yield from rouge_scores(mean_rouge(scores), texts=len(texts), floored=floored)


def _by_rival(rival: Rival) -> Shorten:
    return lambda read, words: rival(pieces_of(read), words)


def _each_task() -> Iterator[Task[SummaryBench]]:
    for split, held in SPLITS.items():
        run = partial(_score, split=split, shorten=digested, floored=split == "test")
        yield Task(head=DIGEST, held=held, run=run)
        run = partial(_score, split=split, shorten=partial(digested, whole=False))
        yield Task(head="claims", held=held, run=run)
        for name in _AGAINST:
            run = partial(_score, split=split, shorten=_by_rival(RIVALS[name]))
            yield Task(head=name, held=held, run=run)


TASKS: tuple[Task[SummaryBench], ...] = tuple(_each_task())
"""Every measurement; the floor holds the test part alone, which nothing was chosen on."""
