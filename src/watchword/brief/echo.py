"""Who else says it: independent tellings of one finding, joined to the sentence that tells it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from watchword.brief.naming import name_of, placed
from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.report import Report
from watchword.model.sentence import Sentence

MOST = 2
"""Others that are named; more would bury the sentence they stand in."""


def with_echoes(
    sentence: Sentence, lead: Claim, others: Iterable[tuple[Claim, Report]], as_of: datetime
) -> Iterator[Sentence]:
    """The sentence with those who say the same: all that may be joined, then fewer.

    Only claims that are asserted without any mark are joined, each with its own figure, so that
    nobody is made to say more than they did.
    """
    echoes: list[tuple[str, str]] = []
    for claim, report in others:
        told = _echo(claim, report, lead, as_of)
        if told is not None:
            echoes.append((claim.key, told))
        if len(echoes) == MOST:
            break
    for count in range(len(echoes), 0, -1):
        joined = "; ".join(told for _, told in echoes[:count])
        yield Sentence(
            text=f"{sentence.text.rstrip('.')}; {joined}.",
            claims=(*sentence.claims, *(key for key, _ in echoes[:count])),
        )


def _echo(claim: Claim, report: Report, lead: Claim, as_of: datetime) -> str | None:
    links = claim.attribution.links
    plain = claim.modality is Modality.ASSERTED and claim.polarity is Polarity.AFFIRMED
    if not plain or claim.marks or len(links) != 1 or lead.modality is not Modality.ASSERTED:
        return None
    name, place = name_of(links[0]), placed(report, as_of)
    if name is None or not place or bool(lead.figures) != bool(claim.figures):
        return None
    if not claim.figures:
        return f"{name} gave the same account ({place})"
    figure = claim.figures[0]
    return f"{name} gave {figure.words[:1].lower()}{figure.words[1:]} {figure.unit} ({place})"
