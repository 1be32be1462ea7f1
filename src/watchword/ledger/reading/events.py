"""How well events are read from raw text: the pair found, its type, and what is told beside.

A coded side is found where an event's side shares at least half the words of the shorter. The
sides of a mutual deed may stand both among its actors. Of several events with the coded pair the
one with the coded type counts. A text has one coded event, and may tell more: precision is not
judged, and `events a text` says how many are told.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from watchword.collect.piece import Draft
from watchword.engines.engine import EventEngine
from watchword.flow.reading import read_report_events
from watchword.ledger.corpora.plover import CodedParty, CodedText
from watchword.ledger.measurement import Form, Score, detection_scores, share_score
from watchword.ledger.reader import finish_labelled
from watchword.ledger.reading.places import Moved, WordPlaces, are_of_one
from watchword.ledger.scores import Detection, Share
from watchword.model.event import Event, EventType, Party

YIELD = frozenset({EventType.CONCEDE, EventType.RETREAT})
"""What PLV calls `YIELD`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedReading:
    """A coded text and what was read in it.

    Attributes:
        coded: the text with its event.
        events: how many events were found in it.
        met: the found event of the coded pair; None where the pair was not found.
        sides: found and coded parties of that event that stand for each other.
    """

    coded: CodedText
    events: int
    met: Event | None
    sides: tuple[tuple[Party, CodedParty], ...]

    @property
    def is_typed(self) -> bool:
        """Whether the pair was found with its type."""
        return self.met is not None and _is_type(self.met.type, self.coded.type)


def read_coded(coded: CodedText, engine: EventEngine) -> CodedReading:
    """Find the events of a text as of any other report, and the coded one among them.

    Raises:
        UnreadableError: if it is no report.
    """
    report = finish_labelled(
        Draft(text=coded.text, report_id=coded.document, outlet="", title="", published="")
    )
    events = read_report_events(report, engine).events
    match = _Match(places=WordPlaces(report.text), moved=Moved(coded.text, report.text))
    meeting = [(event, sides) for event in events if (sides := match.sides(event, coded))]
    meeting.sort(key=lambda each: not _is_type(each[0].type, coded.type))
    met, sides = meeting[0] if meeting else (None, ())
    return CodedReading(coded=coded, events=len(events), met=met, sides=sides)


def event_scores(readings: Sequence[CodedReading]) -> Iterator[Score]:
    """Pairs found and typed, and, where they were coded, quad, mode, contexts, states, sectors."""
    found = [each for each in readings if each.met is not None]
    typed = [each for each in found if each.is_typed]
    yield share_score("pair found", Share(hits=len(found), of=len(readings)))
    yield share_score("pair found and typed", Share(hits=len(typed), of=len(readings)))
    yield share_score("type, of pairs found", Share(hits=len(typed), of=len(found)), floored=False)
    quads = [each for each in found if each.coded.quad is not None]
    if quads:
        yield share_score("quad, of pairs found", _share(map(_has_quad, quads)), floored=False)
    yield from _detail_scores(found)
    told = sum(each.events for each in readings)
    yield Score(
        metric="events a text",
        value=told / len(readings) if readings else None,
        counts={"events": told, "texts": len(readings)},
        form=Form.SECONDS,
        floored=False,
    )


def _detail_scores(found: Sequence[CodedReading]) -> Iterator[Score]:
    modes = [each for each in found if each.coded.mode]
    if modes:
        yield share_score("mode, of those coded", _share(map(_has_mode, modes)))
    contexts = [each for each in found if each.coded.contexts]
    if contexts:
        yield from detection_scores("contexts", _contexts(contexts))
    sides = [side for each in found for side in each.sides]
    coded = [side for side in sides if side[1].code]
    if coded:
        yield share_score("state or body", _share(p.code == c.code for p, c in coded))
    sectors = [side for side in sides if side[1].sector]
    if sectors:
        right = (c.sector in {p.sector, *p.others} for p, c in sectors)
        yield share_score("sector", _share(right))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    places: WordPlaces
    moved: Moved

    def sides(self, event: Event, coded: CodedText) -> tuple[tuple[Party, CodedParty], ...]:
        """The parties that stand for each other, none where a coded side is not found."""
        actors = self._pair(event.actors, coded.actors)
        recipients = self._pair(event.recipients, coded.recipients)
        if len(event.actors) > 1 and not recipients:
            recipients = self._pair(event.actors, coded.recipients)
        sides = (*actors, *recipients)
        missed = (coded.actors and not actors) or (coded.recipients and not recipients)
        return () if missed else sides

    def _pair(
        self, found: Sequence[Party], coded: Sequence[CodedParty]
    ) -> tuple[tuple[Party, CodedParty], ...]:
        return tuple(
            (party, label)
            for label in coded
            for party in found
            if are_of_one(
                self.places.covered([(party.span.start, party.span.end)]),
                self.places.covered(self.moved(label.pieces)),
            )
        )


def _is_type(found: EventType, coded: str) -> bool:
    return found.value == coded or (coded == "YIELD" and found in YIELD)


def _has_quad(each: CodedReading) -> bool:
    """PLV puts all of YIELD under material cooperation."""
    if each.met is None:
        return False
    quad = 2 if each.met.type in YIELD else each.met.type.quad
    return quad == each.coded.quad


def _has_mode(each: CodedReading) -> bool:
    return each.met is not None and each.coded.mode in each.met.modes


def _contexts(found: Sequence[CodedReading]) -> Detection:
    pairs = [(set(each.met.contexts), set(each.coded.contexts)) for each in found if each.met]
    return Detection(
        hits=sum(len(told & coded) for told, coded in pairs),
        found=sum(len(told) for told, _ in pairs),
        labelled=sum(len(coded) for _, coded in pairs),
    )


def _share(rights: Iterable[bool]) -> Share:
    each = list(rights)
    return Share(hits=sum(each), of=len(each))
