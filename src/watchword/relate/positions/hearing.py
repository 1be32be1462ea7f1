"""Everything in the claims that may tell of somebody's stand, before a question is asked.

Prepared once: each question then only looks at what is heard. Withdrawn reports are not heard, and
a nameless holder is nobody.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from watchword.model.attribution import Voice
from watchword.model.claim import Claim, Modality
from watchword.model.origin import Origin
from watchword.model.position import Position, PositionKind
from watchword.model.report import Report
from watchword.model.span import Span
from watchword.model.stand import Footing, Stand
from watchword.relate.positions.claimed import Shown, shown_by
from watchword.relate.positions.holders import Side, Sides, state_of_outlet
from watchword.relate.positions.matching import Told
from watchword.relate.positions.phrases import countries_in, phrase_of
from watchword.relate.positions.times import Saying, saying_of
from watchword.relate.witnesses import gone_reports
from watchword.text.gazetteer import country_by_code
from watchword.text.similarity import words_in

_LOOK_BACK = 400
"""Characters before a sentence in which the one before it is looked for."""
_OPENING = 60
"""Characters of a sentence before the words themselves that may tell when they were said."""
_ENDS = re.compile(r"(?<=[.!?\u201d\"])\s+|\n{2,}")
_OWNED = re.compile(r"^(?:its|the|their|this|that)\b|policy|principle", re.IGNORECASE)

STANDS: Mapping[PositionKind, tuple[Stand, Stand]] = {
    PositionKind.INTENDS: (Stand.INTENDS, Stand.AGAINST),
    PositionKind.DEMANDS: (Stand.FOR, Stand.AGAINST),
    PositionKind.REFUSES: (Stand.AGAINST, Stand.FOR),
    PositionKind.ALLOWS: (Stand.FOR, Stand.AGAINST),
    PositionKind.REVIEWS: (Stand.REVIEW, Stand.REVIEW),
    PositionKind.SUPPORTS: (Stand.FOR, Stand.AGAINST),
    PositionKind.OPPOSES: (Stand.AGAINST, Stand.FOR),
}
"""What a position comes to, on the question and on its contrary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """Words that may tell of a stand.

    Attributes:
        side: whose.
        footing: who tells it.
        stand: the stand if the words are about the question.
        contrary: the stand if they are about its contrary, None where that tells nothing.
        kind: the kind of position, None for what a claim shows without one.
        position: key of the position, None without one.
        words: the words that it is about.
        cue: the words that show it.
        claim: the claim.
        saying: when it was said.
        told: the words with what stands around them.
        told_at: when that was published, None where not known.
        origin: key of the origin that prints it.
    """

    side: Side
    footing: Footing
    stand: Stand
    contrary: Stand | None
    kind: PositionKind | None
    position: str | None
    words: Span
    cue: Span | None
    claim: Claim
    saying: Saying
    told: Told
    told_at: datetime | None
    origin: str


def hear(
    claims: Iterable[Claim],
    positions: Iterable[Position],
    shelf: tuple[Mapping[str, Report], Sequence[Origin]],
    countries: Mapping[str, str],
) -> tuple[Utterance, ...]:
    """Everything that may tell of a stand, in the order of publication.

    Args:
        claims: what the reports claim.
        positions: what actors hold in those claims.
        shelf: the reports by key, and the origins they are in.
        countries: alpha-2 code by the names of people and bodies whose country is known.
    """
    ear = _Ear(tuple(claims), shelf, countries)
    by_claim: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        by_claim[position.claim].append(position)
    heard = (each for claim in ear.claims for each in ear.listen(claim, by_claim[claim.key]))
    return tuple(sorted(heard, key=_order))


def _order(each: Utterance) -> tuple[bool, float, str, int]:
    at = each.saying.at
    return (at is None, at.timestamp() if at else 0.0, each.claim.report, each.words.start)


class _Ear:
    def __init__(
        self,
        claims: tuple[Claim, ...],
        shelf: tuple[Mapping[str, Report], Sequence[Origin]],
        countries: Mapping[str, str],
    ) -> None:
        self._reports, origins = shelf
        gone = gone_reports(self._reports, origins)
        self.claims = tuple(each for each in claims if each.report not in gone)
        self._home = {key: origin.key for origin in origins for key in origin.reports}
        self._sides = Sides(claims, countries)
        self._at_home = self._find_homes()

    def _find_homes(self) -> dict[str, str]:
        """The country whose offices speak most in each report: that of "the presidential office".

        Where no source's country is told it is the one that the headline, or the text, names first.
        """
        told: dict[str, Counter[str]] = defaultdict(Counter)
        for claim in self.claims:
            for link in claim.attribution.links:
                code = self._sides.country(link)
                if code:
                    told[claim.report][code] += 1
        homes = {
            report: min(codes, key=lambda code: (-codes[code], code))
            for report, codes in told.items()
        }
        for key in {claim.report for claim in self.claims} - homes.keys():
            report = self._reports[key]
            named = countries_in(f"{report.title or ''}\n{report.text[:_LOOK_BACK]}")
            homes[key] = named[0] if named else ""
        return homes

    def listen(self, claim: Claim, positions: Sequence[Position]) -> Iterator[Utterance]:
        for position in positions:
            side = self._side(position.holder, claim)
            if side is not None and not _is_supposed(claim, position):
                yield self._of_position(claim, position, side)
        if not positions:
            shown = shown_by(claim)
            if shown is not None:
                yield from self._of_claim(claim, shown)

    def _side(self, name: str, claim: Claim) -> Side | None:
        return self._sides.holder(name, claim, self._at_home.get(claim.report, ""))

    def _of_outlet(self, claim: Claim) -> str:
        """Code of the state whose own page a report is from, empty for a paper's."""
        return state_of_outlet(self._reports[claim.report].outlet or "")

    def _of_position(self, claim: Claim, position: Position, side: Side) -> Utterance:
        stand, contrary = STANDS[position.kind]
        toward = phrase_of(position.toward.quote).countries if position.toward else frozenset()
        return Utterance(
            side=side,
            footing=self._sides.footing(side, position.holder, claim, self._of_outlet(claim)),
            stand=stand,
            contrary=contrary,
            kind=position.kind,
            position=position.key,
            words=position.matter,
            cue=position.cue,
            claim=claim,
            saying=saying_of(claim, self._reports[claim.report], _shown(claim, position.cue)),
            told=self._told(claim, position.matter, side, toward, position.kind),
            told_at=self._reports[claim.report].published.at,
            origin=self._home.get(claim.report, claim.report),
        )

    def _of_claim(self, claim: Claim, shown: Shown) -> Iterator[Utterance]:
        link = claim.attribution.origin
        name = link.name if shown.of_source and link else claim.actor or ""
        side = self._side(name, claim)
        if side is not None and not shown.of_source and _OWNED.search(name):
            side = self._owner(claim, name)
        if side is None or (shown.stand in _OWN and self._is_anothers(claim, side)):
            return
        footing = self._sides.footing(side, name, claim, self._of_outlet(claim))
        if shown.stand is Stand.DOES and footing not in {Footing.OWN, Footing.TOLD}:
            return
        yield Utterance(
            side=side,
            footing=footing,
            stand=shown.stand,
            contrary=_CONTRARY.get(shown.stand),
            kind=None,
            position=None,
            words=shown.words,
            cue=shown.cue,
            claim=claim,
            saying=saying_of(claim, self._reports[claim.report], _shown(claim, None)),
            told=self._told(claim, shown.words, side, frozenset(), shown.stand),
            told_at=self._reports[claim.report].published.at,
            origin=self._home.get(claim.report, claim.report),
        )

    def _owner(self, claim: Claim, name: str) -> Side | None:
        """Whose policy it is: of "its", that of the country named first in the sentence before.

        Of "the policy" it is that of the country whose offices speak in the report.
        """
        text = self._reports[claim.report].text
        if words_in(name)[:1] == ["its"]:
            before = countries_in(_before(text, claim.sentence.start))
            code = before[0] if before else ""
        else:
            code = self._at_home.get(claim.report, "")
        return self._side(country_by_code()[code].name, claim) if code else None

    def _is_anothers(self, claim: Claim, side: Side) -> bool:
        """Whether a source speaks of what somebody else reviews or does not know."""
        if claim.modality is Modality.UNCONFIRMED:  # it is the source that does not confirm it
            return False
        actor = self._side(claim.actor, claim) if claim.actor else None
        return actor is not None and bool(actor.country) and actor.country != side.country

    def _told(
        self,
        claim: Claim,
        words: Span,
        side: Side,
        toward: frozenset[str],
        what: PositionKind | Stand,
    ) -> Told:
        report = self._reports[claim.report]
        around = (claim.actor, claim.recipient, claim.place.words if claim.place else None)
        near = {code for each in around if each for code in phrase_of(each).countries}
        return Told(
            matter=_without(words, claim.condition),
            near=frozenset(near | toward | ({side.country} if side.country else set())),
            holder=side.country,
            widely=_is_told_around(what, words.quote),
            sure=isinstance(what, PositionKind) and what is not PositionKind.REVIEWS,
            own_deed=what in _OF_OWN_DEEDS,
            sentence=_without(claim.sentence, claim.condition),
            before=_before(report.text, claim.sentence.start),
            title=report.title or "",
            around=_around(report, claim.sentence),
            day=report.published.at.date() if report.published.at else None,
        )


_OF_OWN_DEEDS = frozenset(
    {PositionKind.INTENDS, PositionKind.REFUSES, PositionKind.REVIEWS, Stand.DOES}
)
_OWN = frozenset({Stand.REVIEW, Stand.SILENT})
_TIES = re.compile(
    r"\b(?:cooperation|co-operation|relations|ties|treaty|actions?)\b", re.IGNORECASE
)
"""What a deed is called by who calls it lawful."""
_FEW = 3
_UNTOLD = frozenset({Stand.DENIES, Stand.SILENT})
_CONTRARY = {
    Stand.FOR: Stand.AGAINST,
    Stand.DOES: Stand.AGAINST,
    Stand.REVIEW: Stand.REVIEW,
    Stand.SILENT: Stand.SILENT,
}


def _is_told_around(what: PositionKind | Stand, words: str) -> bool:
    """Whether what some words are about may stand around them.

    A denial, a silence and a defence name what they are about in few words of their own; who says
    much else speaks of that.
    """
    if what is Stand.DEFENDS:
        return bool(_TIES.search(words))
    return what in _UNTOLD and len(phrase_of(words).things) <= _FEW


def _is_supposed(claim: Claim, position: Position) -> bool:
    """As in "I would do it", in somebody's very words: what would be is no intention."""
    direct = claim.attribution.voice is Voice.DIRECT
    return direct and position.kind is PositionKind.INTENDS and position.cue.quote == "would"


def _shown(claim: Claim, cue: Span | None) -> str:
    """The words that tell when something was said: those of the saying, with what opens them."""
    sentence, told = claim.sentence, cue or claim.content
    opening = sentence.quote[: min(max(0, told.start - sentence.start), _OPENING)]
    return f"{opening} {claim.attribution.cue} {cue.quote if cue else ''}"


def _without(words: Span, condition: Span | None) -> str:
    """Words without the condition that stands in them: what is weighed is not what it hangs on."""
    if condition is None or not (words.start <= condition.start and condition.end <= words.end):
        return words.quote
    start, end = condition.start - words.start, condition.end - words.start
    return f"{words.quote[:start]} {words.quote[end:]}"


def _around(report: Report, sentence: Span) -> str:
    """The text on either side of a sentence."""
    start, end = max(0, sentence.start - _LOOK_BACK), sentence.end + _LOOK_BACK
    return f"{report.text[start : sentence.start]}\n{report.text[sentence.end : end]}"


def _before(text: str, start: int) -> str:
    """The sentence before a place."""
    pieces = [
        each for each in _ENDS.split(text[max(0, start - _LOOK_BACK) : start]) if each.strip()
    ]
    return " ".join(pieces[-1].split()) if pieces else ""
