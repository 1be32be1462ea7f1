"""What `watchword brief` was asked for, as typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from watchword.cli.options import Format
from watchword.cli.options_views import PUBLISHED
from watchword.flow.situation.scoping import Asked
from watchword.model.plan import Length
from watchword.text.instants import moment_of, stretch_of

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOrder:
    """Which record is briefed.

    Attributes:
        store: where it is.
        rebuild: name of a kept brief that is to be made again.
        actors: names of actors, each of which a report speaks of.
        places: names of places, likewise.
        story: key of the story that a report is in.
        days: the first and the last day that a report was published on.
    """

    store: str | None = None
    rebuild: str | None = None
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    story: str | None = None
    days: tuple[str | None, str | None] = (None, None)

    def speaking_of(
        self, actors: Sequence[str] | None, places: Sequence[str] | None
    ) -> "RecordOrder":
        """The part of it that speaks of each of these."""
        return replace(self, actors=tuple(actors or ()), places=tuple(places or ()))

    @property
    def asked(self) -> Asked:
        """The part of the record that is briefed.

        Raises:
            SettingsError: if what was typed is no day, or the last lies before the first.
        """
        since, until = stretch_of(self.days, options=PUBLISHED)
        return Asked(
            actors=self.actors, places=self.places, story=self.story, since=since, until=until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelOrder:
    """What a language model is asked for.

    Attributes:
        word: whether it may word sentences.
        order: whether it may order the sentences of sections.
        answers: folder of its recorded answers.
    """

    word: bool = False
    order: bool = False
    answers: Path | None = None

    @property
    def is_asked(self) -> bool:
        """Whether a language model is asked at all."""
        return self.word or self.order


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What the brief is to be like.

    Attributes:
        template: name of a template, or a file.
        length: how long it is to be.
        question: what it is to answer.
        between: the two whose relation it is on.
    """

    template: str | None = None
    length: Length | None = None
    question: str | None = None
    between: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOrder:
    """What was asked for, as typed.

    Attributes:
        sources: what to read.
        outputs: where to write, empty for standard output.
        form: what to write where no suffix tells.
        as_of: a day or a time.
        title: what the brief is about.
        since: an earlier brief, or a day.
        columns: names of columns.
        no_texts: whether the reports' texts stay out.
        as_json: whether to tell the outcome as JSON.
        record: what it is of where there are no sources.
        model: what a language model is asked for.
        shape: what the brief is to be like.
        scenarios: files of scenarios that it tells of.
    """

    sources: tuple[str, ...]
    outputs: tuple[Path, ...] = ()
    form: Format | None = None
    as_of: str | None = None
    title: str | None = None
    since: Path | None = None
    columns: str | None = None
    no_texts: bool = False
    as_json: bool = False
    record: RecordOrder = RecordOrder()
    model: ModelOrder = ModelOrder()
    shape: Shape = Shape()
    scenarios: tuple[Path, ...] = ()

    @property
    def instant(self) -> datetime | None:
        """The time that it is to be as of, None where that is not told.

        Raises:
            SettingsError: if what was typed is none.
        """
        return None if self.as_of is None else moment_of(self.as_of)

    @property
    def since_day(self) -> datetime | None:
        """The end of the day since which it tells what changed, None where none is told.

        Raises:
            SettingsError: if what was typed looks like a day and is none.
        """
        if self.since is None or not _DAY.fullmatch(str(self.since)):
            return None
        return moment_of(str(self.since), option="--since")
