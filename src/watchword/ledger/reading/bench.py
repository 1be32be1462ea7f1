"""Reads held-out texts on the path of `watchword read`; a set that was read is kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from watchword.collect.piece import Draft
from watchword.engines import Engine
from watchword.engines.engine import EventEngine
from watchword.flow.reading import read_report
from watchword.ledger.corpora.texts import LabelledText
from watchword.ledger.reader import finish_labelled
from watchword.ledger.reading.places import Moved
from watchword.model.claim import Claim

Watch = Callable[[int, int], None]
"""Is told how many texts of a set are read, out of how many."""
ReadTexts = Callable[[Path], Iterable[LabelledText]]
"""Reads a held-out set below the data folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """A text with its labels and what was found in it.

    Attributes:
        labelled: the text as the report has it, its labels at their places there.
        claims: what was found.
    """

    labelled: LabelledText
    claims: tuple[Claim, ...]


def unwatched(_done: int, _total: int) -> None:
    """Tell nobody."""


class ReadingBench:
    """An engine and the folder of held-out sets."""

    def __init__(self, engine: EventEngine, data: Path, watch: Watch = unwatched) -> None:
        """Set up.

        Args:
            engine: what reads the sentences.
            data: the folder of the measuring data.
            watch: is told how far the reading of a set is.
        """
        self.engine = engine
        self.data = data
        self._watch = watch
        self._read: dict[str, tuple[ReadText, ...]] = {}

    def texts(self, name: str, read_texts: ReadTexts) -> tuple[ReadText, ...]:
        """The texts of a set, read."""
        if name not in self._read:
            labelled = tuple(read_texts(self.data))
            found: list[ReadText] = []
            for done, text in enumerate(labelled, start=1):
                found.append(read_labelled_text(text, self.engine))
                self._watch(done, len(labelled))
            self._read[name] = tuple(found)
        return self._read[name]


def read_labelled_text(labelled: LabelledText, engine: Engine) -> ReadText:
    """Find the claims of a text as of any other report.

    Raises:
        UnreadableError: if it is no report.
    """
    report = finish_labelled(
        Draft(
            text=labelled.text,
            report_id=labelled.document,
            outlet=labelled.outlet,
            title=labelled.title,
            published=labelled.date,
        )
    )
    moved = Moved(labelled.text, report.text)
    attributions = tuple(
        replace(each, source=moved(each.source), cue=moved(each.cue), content=moved(each.content))
        for each in labelled.attributions
    )
    return ReadText(
        labelled=replace(labelled, text=report.text, attributions=attributions),
        claims=read_report(report, engine).extraction.claims,
    )
