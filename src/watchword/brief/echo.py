"""Who else says it: independent tellings of one finding, joined to the sentence that tells it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from watchword.brief.naming import Placing, joined_names, name_of
from watchword.brief.verify.quantities import value_of
from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.report import Report
from watchword.model.sentence import Sentence

MOST = 3
"""Others that are named; more would bury the sentence they stand in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """Somebody else who says it.

    Attributes:
        claim: key of the claim.
        name: who, in words.
        place: outlet and day, or the day, as they stand in brackets.
        figure: the figure given, empty where it is the same or there is none.
    """

    claim: str
    name: str
    place: str
    figure: str


def with_echoes(
    sentence: Sentence, lead: Claim, others: Iterable[tuple[Claim, Report]], placing: Placing
) -> Iterator[Sentence]:
    """The sentence with those who say the same: all that may be joined, then fewer.

    Only claims that are asserted without any mark are joined, each with its own figure, so that
    nobody is made to say more than they did.
    """
    echoes: list[Echo] = []
    for claim, report in others:
        told = _echo(claim, report, lead, placing)
        if told is not None and told.name not in {echo.name for echo in echoes}:
            echoes.append(told)
        if len(echoes) == MOST:
            break
    for count in range(len(echoes), 0, -1):
        chosen = echoes[:count]
        yield Sentence(
            text=f"{sentence.text.rstrip('.')}; {'; '.join(_each_part(chosen))}.",
            claims=(*sentence.claims, *(echo.claim for echo in chosen)),
        )


def _each_part(echoes: Sequence[Echo]) -> Iterator[str]:
    """Those with another figure one by one, those who say the same together, by their day."""
    same = [echo for echo in echoes if not echo.figure]
    for place in dict.fromkeys(echo.place for echo in same):
        names = [echo.name for echo in same if echo.place == place]
        yield f"{joined_names(names)} said the same ({place})"
    for echo in echoes:
        if echo.figure:
            yield f"{echo.name} gave {echo.figure} ({echo.place})"


def _echo(claim: Claim, report: Report, lead: Claim, placing: Placing) -> Echo | None:
    links = claim.attribution.links
    plain = claim.modality is Modality.ASSERTED and claim.polarity is Polarity.AFFIRMED
    if not plain or claim.marks or len(links) != 1 or lead.modality is not Modality.ASSERTED:
        return None
    name, place = name_of(links[0]), placing.of(report)
    if name is None or not place or bool(lead.figures) != bool(claim.figures):
        return None
    figure = ""
    if claim.figures and value_of(claim.figures[0]) != value_of(lead.figures[0]):
        given = claim.figures[0]
        figure = f"{given.words[:1].lower()}{given.words[1:]} {given.unit}".rstrip()
    return Echo(claim=claim.key, name=name, place=place, figure=figure)
