"""The sentences that a reader needs of one report, or of several: chosen by weight, then checked.

A sentence weighs by its place (1 for the first with a claim, 1/2, 1/3), by the share of its
headline's words that it has, and by how central it is: how far its words are those that the
sentences of all the reports share. It is told as it stands, with its outlet and day, where that
passes the check and it needs no sentence before it; else by the first of its claims that can be
told.

The terms were chosen on the news texts of GUM's train and dev parts, cut at the length of people's
summaries. ROUGE-1 there (train, dev): place alone 0.421 and 0.436; with the headline 0.435 and
0.449; all three 0.437 and 0.447; the first three sentences of the text 0.418 and 0.449.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from watchword.brief.clarity import is_clear
from watchword.brief.material import Desk, Material
from watchword.brief.naming import Placing, placed
from watchword.brief.telling import each_wording
from watchword.model.claim import Claim
from watchword.model.digest import Digest, DigestLine
from watchword.model.known import Known
from watchword.model.report import Report, Status
from watchword.model.sentence import Sentence
from watchword.text.centrality import centrality, telling_stems

WORDS = 120
"""Words of a digest unless asked otherwise: what is read in half a minute."""
CENTRAL = 0.5
"""Weight of how central a sentence is, beside 1 for the other terms. In one report 0 to 0.5 score
the same, and 0.75 less (ROUGE-1 on GUM's dev part 0.447 and 0.430); of several reports, each of
which has a first sentence, it tells these apart."""
_SHORT_FORM = re.compile(r"\b\w\.\w\.$")
_SOURCE = re.compile(r" \([^()]*\)\.$")
_LATEST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence of a report with its claims.

    Attributes:
        report: the report.
        place: how many sentences with a claim stand before it.
        claims: its claims, in order.
        stems: of the words that tell what it is about.
    """

    report: Report
    place: int
    claims: tuple[Claim, ...]
    stems: tuple[str, ...]


def digest_of(known: Known, words: int = WORDS, *, whole: bool = True) -> Digest:
    """Choose and tell the sentences that a reader needs.

    Args:
        known: the reports and their claims.
        words: about how long the digest may be; it ends with the sentence that reaches this.
        whole: whether sentences are told as they stand where they can be, and not by a claim.
    """
    passages = tuple(_each_passage(known))
    weights = _weigh(passages)
    ranked = sorted(range(len(passages)), key=lambda each: (-weights[each], _order(passages[each])))
    desk = Desk(
        Material(
            title="", as_of=known.as_of, claims=known.claims, reports=known.reports, findings=()
        )
    )
    lines: dict[int, DigestLine] = {}
    length = 0
    for place in ranked:
        if length >= words:
            break
        line = _line(passages[place], weights[place], desk, whole=whole)
        if line is not None:
            lines[place] = line
            length += len(line.bare.split())
    return Digest(
        as_of=known.as_of,
        lines=tuple(lines[place] for place in sorted(lines, key=lambda at: _order(passages[at]))),
        reports=len({each.report.key for each in passages}),
        left_out=len(passages) - len(lines),
        refused=len(desk.refused),
    )


def _each_passage(known: Known) -> Iterator[_Passage]:
    by_report: dict[str, dict[int, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in known.claims.values():
        if known.reports[claim.report].status is Status.USABLE:
            by_report[claim.report][claim.sentence.start].append(claim)
    for key, sentences in sorted(by_report.items()):
        for place, start in enumerate(sorted(sentences)):
            claims = tuple(sorted(sentences[start], key=lambda each: each.content.start))
            yield _Passage(
                report=known.reports[key],
                place=place,
                claims=claims,
                stems=tuple(telling_stems(claims[0].sentence.quote)),
            )


def _order(passage: _Passage) -> tuple[datetime, str, int]:
    return (passage.report.published.at or _LATEST, passage.report.key, passage.place)


def _weigh(passages: Sequence[_Passage]) -> list[float]:
    central = centrality([each.stems for each in passages])
    return [
        1 / (1 + passage.place) + _headed(passage) + CENTRAL * near
        for passage, near in zip(passages, central, strict=True)
    ]


def _headed(passage: _Passage) -> float:
    """Share of the headline's words that the sentence has; 0 without a headline."""
    wanted = set(telling_stems(passage.report.title or ""))
    return len(wanted.intersection(passage.stems)) / len(wanted) if wanted else 0.0


def _line(passage: _Passage, weight: float, desk: Desk, *, whole: bool) -> DigestLine | None:
    sentence = desk.first_sound(_wordings(passage, desk.material.as_of, whole=whole))
    if sentence is None:
        return None
    return DigestLine(
        sentence=sentence,
        bare=_SOURCE.sub(".", sentence.text),
        report=passage.report.key,
        place=passage.place,
        weight=weight,
    )


def _wordings(passage: _Passage, as_of: datetime, *, whole: bool) -> Iterator[Sentence]:
    """The sentence as it stands, then each of its claims by itself."""
    claims, report = passage.claims, passage.report
    if whole and is_clear(claims[0]):
        yield Sentence(
            text=_as_it_stands(claims[0], placed(report, as_of)),
            claims=tuple(claim.key for claim in claims),
        )
    for claim in claims:
        if is_clear(claim):
            yield from each_wording(claim, report, Placing(as_of=as_of))


def _as_it_stands(claim: Claim, source: str) -> str:
    """The sentence of a claim, its source in brackets before the full stop."""
    quote = " ".join(claim.sentence.quote.split())
    quote = quote if source and _SHORT_FORM.search(quote) else quote.rstrip(".")
    return f"{quote} ({source})." if source else f"{quote}."
