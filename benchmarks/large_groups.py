"""What a large store holds beside reports: stories, origins, identities, figures, all invented.

A story is what reports of a fortnight say of one name; every sixth report prints the one before it;
whoever is named in three reports of a batch is known from then on. Numbers with a word after them
are figures, "killed" and "wounded" beside them their fate.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from watchword.model.attribution import LinkKind
from watchword.model.figure import Approx, Figure
from watchword.model.identity import Alias, Identity, identity_key
from watchword.model.origin import Manner, OriginDecision
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.model.story import StoryDecision, StoryFeatures, StoryStep
from watchword.store import Writing
from watchword.store.identities import add_known
from watchword.store.origins import add_placements
from watchword.store.stories import Happening, add_happenings

MADE_BY = "halves/1"
COPIED_EVERY, STORY_DAYS, KNOWN_FROM = 6, 14, 3
_NUMBER = re.compile(r"(?:at least |about |some )?(\d[\d,]*\d|\d) ([a-z]{4,})")
_FATES = {"kill": "killed", "dead": "killed", "injur": "wounded", "wound": "wounded"}
_NO_NAME = frozenset({"The", "In", "At", "An", "A", "It", "He", "She", "They", "Two", "Three"})
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


def figures_in(text: str, start: int, end: int) -> tuple[Figure, ...]:
    """The figures of a part of a text."""
    words = text[start:end]
    fate = next((told for stem, told in _FATES.items() if stem in words), None)
    return tuple(
        Figure(
            start=start + found.start(),
            end=start + found.end(),
            words=found.group(),
            low=float(found[1].replace(",", "")),
            best=float(found[1].replace(",", "")),
            high=float(found[1].replace(",", "")),
            approx=Approx.EXACT,
            unit=found[2],
            counted=found[2],
            fate=fate,
        )
        for found in _NUMBER.finditer(words)
        if len(found[1]) < 10
    )


@dataclass(slots=True)
class Grouping:
    """Groups reports as they are added; keeps what it needs from one batch to the next."""

    _before: Report | None = None
    _origins: dict[str, str] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)
    _count: int = 0

    def add(self, writing: Writing, batch: Sequence[ReadReport]) -> None:
        """Add the origins, stories and identities of some reports that were just added."""
        add_placements(writing, [self._placed(each.report) for each in batch])
        add_happenings(writing, [self._told(each) for each in batch])
        add_known(writing, _known(batch))

    def _placed(self, report: Report) -> OriginDecision:
        self._count += 1
        before, self._before = self._before, report
        copied = before.key if before and self._count % COPIED_EVERY == 0 else None
        origin = self._origins[copied] if copied else report.key
        self._origins = {report.key: origin}
        return OriginDecision(
            report=report.key,
            origin=origin,
            copy_of=copied,
            manner=Manner.CUT if copied else Manner.OWN,
            score=0.8 if copied else 0.0,
            reason="cut or extended" if copied else "own text",
            label=report.outlet or "",
            outlet=report.outlet,
            credit=None,
            agency=None,
            made_by=MADE_BY,
        )

    def _told(self, each: ReadReport) -> Happening:
        features = _features(each)
        names = [name for name, _ in features.names]
        at = each.report.published.at or _UNDATED
        about = f"{names[0] if names else ''}|{at.toordinal() // STORY_DAYS}"
        story = sha256(about.encode()).hexdigest()[:16]
        is_new = story not in self._begun
        self._begun.add(story)
        decision = StoryDecision(
            key=sha256(f"{story}{each.report.key}".encode()).hexdigest()[:16],
            step=StoryStep.START if is_new else StoryStep.JOIN,
            story=story,
            report=each.report.key,
            other=None,
            score=None if is_new else 1.0,
            reasons=(),
            made_by=MADE_BY,
        )
        return features, (decision,)


def _features(each: ReadReport) -> StoryFeatures:
    met = Counter(actor.name for actor in each.actors if actor.name not in _NO_NAME)
    words = Counter(re.findall(r"[a-z]{4,}", each.report.text))
    return StoryFeatures(
        report=each.report.key,
        at=each.report.published.at,
        words=tuple(sorted(words.items())),
        pairs=(),
        names=tuple(sorted((name.casefold(), count) for name, count in met.items())),
        countries=(),
        events=tuple(sorted(Counter(_events(each)).items())),
        numbers=(),
        spelt=tuple(sorted(met, key=str.casefold)),
    )


def _events(each: ReadReport) -> Iterator[str]:
    return (claim.event for claim in each.extraction.claims if claim.event)


def _known(batch: Sequence[ReadReport]) -> Iterator[Identity | Alias]:
    met = Counter(actor.name for each in batch for actor in each.actors)
    for name in _often(met):
        key = identity_key(LinkKind.ORGANISATION, name, None)
        yield Identity(key=key, name=name, kind=LinkKind.ORGANISATION, made_by=MADE_BY)
        yield Alias(identity=key, words=name, confidence=1.0, reason="its name", made_by=MADE_BY)


def _often(met: Mapping[str, int]) -> Iterator[str]:
    return (name for name, count in sorted(met.items()) if count >= KNOWN_FROM)
