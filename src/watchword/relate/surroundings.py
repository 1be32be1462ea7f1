"""What a figure leaves open, found in the rest of its report: "10,000 of them", "1,000 dead".

Whole before part, the claim before the report: a part counts some of its whole; a number without
a noun counts the people that the words before it name last; the fallen without a side are those
of the side whose fallen the report has counted so far.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from watchword.model.claim import Claim
from watchword.model.counted import Counted
from watchword.model.figure import Figure
from watchword.model.report import Report
from watchword.relate.counted import OF_A_WHOLE, SENT, read_counted, settle
from watchword.relate.counted_where import region_of
from watchword.relate.deeds import HARM, Deed
from watchword.relate.kinds import (
    GOODS,
    PEOPLE,
    SOLDIERS,
    countries_in,
    each_people_named,
    is_kind_told,
    kind_named,
    kinds_named,
)
from watchword.text.gazetteer import country_by_code
from watchword.text.lexicon import lexicon
from watchword.text.places import find_places

REACH = 400
"""Characters before a figure in which the people that it counts are looked for."""
LEAST_BARE = 100
"""A number without a noun that is smaller counts anything; one as large, in a report on people,
counts them."""
_OF_IT = re.compile(
    r"(?:it|that|this)\s(?:at|to)\s|it\s(?:now\s)?(?:is|was|numbers|stands\sat)\s(?=[a-z\s]*[0-9])",
    re.IGNORECASE,
)
"""As in "put it at 600": the number counts what was counted last."""
_A_FIGURE_OF = re.compile(
    r"\b(?:figure|estimate|count|number|tally|total)\s(?:of|at|to|is|was)\s\Z", re.IGNORECASE
)
_COUNTING = lexicon("count record give")
"""Verbs whose number alone, as in "the military counted 1,100", counts what was counted last."""
_NUMBER_OF = re.compile(
    r"\b(?:(?:number|toll)\sof\s(?:the\s)?(?:dead|deaths|killed|wounded)|death\stoll|"
    r"(?:the|its|their|[a-z]+['\u2019]s)\s(?:dead|wounded|injured|losses|casualties)\sat)\b",
    re.IGNORECASE,
)
_SIZE_OF = re.compile(
    r"\b(?:size|scale|number)\sof\s(?:the|this|that|a)\s"
    r"(?P<more>(?:new|second|third|additional|latest|further)\s)?"
    r"(?:deployment|dispatch|contingent|wave|force)\b",
    re.IGNORECASE,
)
_HALF = re.compile(r"\b(?:[Tt]he\s)(North|South)\Z")
_FROM_HALF = re.compile(r"\s(?:\w+\s){0,2}?(?:of\swar\s)?from\sthe\s(North|South)\b")
_KOREA = re.compile(r"\b(?:Korean?s?|Pyongyang|Seoul)\b")
_HALFS = re.compile(r"(?:the\s)?(North|South)['\u2019]s\b")
_BY_HALF = re.compile(r"\bby\sthe\s(North|South)\b")
_FALLING = re.compile(r"\b(?:killed\s(?:or|and)\s\w+|casualties|combat|front\sline)\b")
_THE_REGION = re.compile(r"\b(?:in|to|into)\sthe\sregion\b")
_PARTS = re.compile(r"\b(?:including|among\s(?:them|whom|which))\b")
_LOSSES = re.compile(
    r"\b(?:army|troops?|forces|military)\b[^,;]*\b(?:losses|casualties)\b|"
    r"\b(?:losses|casualties)\b[^,;]*\b(?:army|troops|forces|military)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s(?:more\s)?of\s(?:them|those|these|whom|which)\b")
_FALLS = frozenset({Deed.KILL.value, Deed.WOUND.value, Deed.FALL.value})
_GIVEN = frozenset({"", Deed.SUPPLY.value, Deed.HOLD.value})
_HARMS = frozenset(deed.value for deed in HARM)

Told = tuple[Claim, Figure, Counted]
"""A figure, the claim that gives it, and what it counts."""


def each_counted(report: Report, claims: Sequence[Claim]) -> Iterator[Told]:
    """Every figure of a report's claims with what it counts, in the order of the text."""
    reader = _Reader(report=report)
    for claim in sorted(claims, key=lambda claim: (claim.content.start, claim.key)):
        known: dict[int, Counted] = {}
        reader.siblings.clear()
        wholes = [_whole_of(claim, figure) for figure in claim.figures]
        order = [(whole is not None, claim.figures[i].start, i) for i, whole in enumerate(wholes)]
        for _, _, index in sorted(order):
            whole = wholes[index]
            known[index] = reader.complete(
                claim, claim.figures[index], known.get(whole) if whole is not None else None
            )
            yield claim, claim.figures[index], known[index]


def _whole_of(claim: Claim, figure: Figure) -> int | None:
    """Index of the figure that another counts some of."""
    if figure.part_of is not None:
        return figure.part_of
    after = claim.content.quote[max(0, figure.end - claim.content.start) :]
    match = OF_A_WHOLE.match(after)
    reached = figure.end + match.end() if match else -1
    places = (i for i, each in enumerate(claim.figures) if each.start < reached <= each.end)
    return next(places, None)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """A report as far as it has been read."""

    report: Report
    fallen: Counted | None = None
    kinds: dict[str, str] | None = None
    siblings: list[Counted] = field(default_factory=list)
    last: Counted | None = None
    given: Counted | None = None
    at: int = 0

    def complete(self, claim: Claim, figure: Figure, whole: Counted | None) -> Counted:
        """What a figure counts, with what its claim leaves open filled in."""
        thing = read_counted(claim, figure)
        quote = claim.content.quote
        before = quote[: max(0, figure.start - claim.content.start)]
        ends = claim.verb in _COUNTING and not quote[figure.end - claim.content.start :].strip(" .")
        bare = not figure.unit and (ends or _A_FIGURE_OF.search(before) is not None)
        if bare or _OF_IT.match(quote) or quote.strip(" .") == figure.words:
            return self._counted_last(thing, figure)
        if whole is not None:
            thing = _as_part(thing, whole, figure)
        if not is_kind_told(figure) or (thing.kind in PEOPLE and not thing.whose):
            thing = self._with_people(thing, figure)
        thing = self._with_giver(self._with_half(thing, claim, figure))
        if thing.deed in _HARMS and thing.more and self._has_other_fate(thing):
            thing = replace(thing, more=False)
        if thing.deed in _HARMS and thing.kind not in SOLDIERS and not (thing.whose or thing.where):
            thing = replace(thing, where=self._scene(claim))
        thing = self._in_region(self._as_of_side(thing, claim), claim, figure)
        sided = thing.whose or (thing.kind in SOLDIERS and self.fallen is None)
        if thing.deed in _HARMS and sided and thing.kind in PEOPLE:
            self.fallen = thing
        self.siblings.append(thing)
        if thing.kind != "percent":
            self.last, self.at = thing, figure.start
        return thing

    def _counted_last(self, thing: Counted, figure: Figure) -> Counted:
        """What the figure before counted; else the deployment whose size is told."""
        if self.last is not None and figure.start - self.at <= REACH:
            return self.last
        before = self.report.text[max(0, figure.start - REACH) : figure.start]
        size = _SIZE_OF.search(before)
        if size is None or not is_kind_told(figure) or thing.kind not in PEOPLE:
            return replace(thing, kind="", deed="")
        whose = self._people(replace(thing, whose=""), figure)[1]
        return replace(thing, deed=SENT, whose=whose, more=size["more"] is not None)

    def _with_half(self, thing: Counted, claim: Claim, figure: Figure) -> Counted:
        """With the Korea that "the North" or "the South" is short for."""
        after = claim.sentence.quote[max(0, figure.end - claim.sentence.start) :]
        actor = claim.actor or ""
        named = _HALF.search(actor) or _BY_HALF.search(actor) or _FROM_HALF.match(after)
        named = named or _HALFS.match(figure.counted)
        if thing.whose or named is None or thing.deed in _HARMS - {Deed.CAPTURE.value}:
            return thing
        if not _KOREA.search(f"{self.report.title} {self.report.text}"):
            return thing
        return settle(replace(thing, whose="KP" if named[1] == "North" else "KR"))

    def _in_region(self, thing: Counted, claim: Claim, figure: Figure) -> Counted:
        """With the region that "in the region" is said of: the last one named before."""
        if thing.deed not in {"", SENT} or thing.kind not in SOLDIERS | {""}:
            return thing
        if not _THE_REGION.search(claim.content.quote):
            return thing
        places = find_places(self.report.text, 0, figure.start)
        named = [region for region in map(region_of, places) if region]
        return replace(thing, where=named[-1]) if named else thing

    def _as_of_side(self, thing: Counted, claim: Claim) -> Counted:
        """People of a side by what its losses, or the builders that it sends, are in the sentence.

        As in "losses of the army came to 30 people" and "two brigades of builders, 5,000 people".
        """
        if thing.kind != "people" or not thing.whose:
            return thing
        quote = claim.sentence.quote
        if thing.deed in _HARMS and _LOSSES.search(quote):
            return settle(replace(thing, kind="troops"))
        kinds = kinds_named(_PARTS.split(quote)[0]) & {"troops", "workers"}
        if thing.deed == SENT and len(kinds) == 1:
            return replace(thing, kind=next(iter(kinds)))
        return thing

    def _with_giver(self, thing: Counted) -> Counted:
        """Goods of which the words do not tell more are part of what was last told as given.

        As in "that is enough for eight million shells", after containers that North Korea sent.
        """
        given = self.given
        if given is not None and _is_unplaced(thing):
            return replace(thing, deed=SENT, whose=given.whose, where=thing.where or given.where)
        if thing.deed == Deed.SUPPLY and thing.whose:
            self.given = thing
        elif given is not None and thing.kind in GOODS and thing.deed in _GIVEN:
            whose = thing.whose or (given.whose if given.whose != thing.where else "")
            where = thing.where or given.where
            return replace(thing, deed=Deed.SUPPLY.value, whose=whose, where=where)
        return thing

    def _has_other_fate(self, thing: Counted) -> bool:
        """As in "200 killed and hundreds more wounded", which adds to nothing."""
        beside = [*self.siblings, *([self.fallen] if self.fallen else [])]
        return any(each.deed in _HARMS and each.deed != thing.deed for each in beside)

    def _scene(self, claim: Claim) -> str:
        """The one country that the sentence names, else the report: a toll is of somewhere.

        Neither who tells it nor "a Ukrainian strike" says where.
        """
        told_by = {link.country for link in claim.attribution.links}
        for words in (claim.sentence.quote, self.report.text):
            countries = [
                code
                for code in countries_in(words)
                if code not in told_by
                and re.search(rf"\b{re.escape(country_by_code()[code].name)}\b", words)
            ]
            if countries:
                return countries[0] if len(countries) == 1 else ""
        return ""

    def _with_people(self, thing: Counted, figure: Figure) -> Counted:
        kind, whose = self._people(thing, figure)
        told = is_kind_told(figure)
        if told and kind not in PEOPLE:
            return thing
        chosen = thing.kind if told or not kind else kind
        side = thing.whose or whose
        if chosen in {"", "people"} and side:
            chosen = self._kind_of(side, thing.deed) or chosen
        return settle(replace(thing, kind=chosen, whose=side))

    def _people(self, thing: Counted, figure: Figure) -> tuple[str, str]:
        """Kind and side of those a figure may count."""
        if thing.whose:
            return thing.kind, thing.whose
        beside = (each for each in self.siblings if each.whose and each.kind in PEOPLE)
        sibling = next((each for each in beside if thing.kind in {"", "people", each.kind}), None)
        if sibling is not None:
            return sibling.kind, sibling.whose
        if thing.deed in _HARMS:
            return self._fallen(thing, figure)
        amount = figure.best or figure.low or figure.high or 0
        if thing.kind == "" and amount < LEAST_BARE and not self._refers(figure):
            return ("", "")
        return self._named_before(figure, (thing.kind,)) or self._counted_before(figure)

    def _fallen(self, thing: Counted, figure: Figure) -> tuple[str, str]:
        """Whose fallen a figure counts, where it does not say.

        "Killing 20" counts whoever was there; "the number of dead", "of them" and "killed or
        wounded" are said of those who are spoken of.
        """
        if self.fallen is not None:
            return self.fallen.kind, self.fallen.whose
        before = self.report.text[max(0, figure.start - 40) : figure.start]
        spoken_of = thing.deed == "fall" or thing.kind in SOLDIERS or self._refers(figure)
        if not (spoken_of or _NUMBER_OF.search(before)):
            return ("", "")
        before = self.report.text[max(0, figure.start - REACH) : figure.start]
        kind = next((kind for kind in map(kind_named, reversed(before.split())) if kind), "")
        unsided = (kind if kind in SOLDIERS else "", "")
        return self._named_before(figure, tuple(SOLDIERS)) or unsided

    def _named_before(self, figure: Figure, kinds: tuple[str, ...]) -> tuple[str, str] | None:
        """The people named most before a figure, those of some kinds first; the later if even."""
        start = figure.start
        named = [*each_people_named(self.report.text[max(0, start - REACH) : start])]
        alike = [each for each in named if each[0] in kinds] or named
        counts = Counter(alike)
        return max(reversed(alike), key=lambda each: counts[each], default=None)

    def _counted_before(self, figure: Figure) -> tuple[str, str]:
        """The people counted last, where that is not long ago."""
        near = self.last is not None and figure.start - self.at <= REACH
        known = near and self.last is not None and self.last.kind in PEOPLE
        return (self.last.kind, self.last.whose) if known and self.last is not None else ("", "")

    def _refers(self, figure: Figure) -> bool:
        return _OF_THEM.match(self._after(figure)) is not None

    def _after(self, figure: Figure) -> str:
        return self.report.text[figure.end : figure.end + 20]

    def _kind_of(self, side: str, deed: str) -> str:
        """What a side's people mostly are in the report; those who fall in war are soldiers."""
        if self.kinds is None:
            counts: dict[str, Counter[str]] = {}
            for kind, code in each_people_named(self.report.text):
                if kind != "people":
                    counts.setdefault(code, Counter())[kind] += 1
            self.kinds = {
                code: min(kinds, key=lambda kind: (-kinds[kind], kind))
                for code, kinds in counts.items()
            }
        kind = self.kinds.get(side, "")
        if deed in _FALLS and kind not in SOLDIERS and "troops" in kinds_named(self.report.text):
            return "troops"
        if deed == Deed.FALL and not kind:
            return "troops"
        return kind or (self._only_kind() if deed in {"", SENT, Deed.SEND} else "")

    def _only_kind(self) -> str:
        """Troops or workers, where the report names but one of them; else those who fall."""
        kinds = kinds_named(self.report.text) & {"troops", "workers"}
        if len(kinds) == 1:
            return next(iter(kinds))
        return "troops" if not kinds and _FALLING.search(self.report.text) else ""


def _is_unplaced(thing: Counted) -> bool:
    """Whether soldiers or workers are counted without a side, as in "it lists 11,000 soldiers"."""
    return thing.kind in {"troops", "workers"} and thing.deed in {"", SENT} and not thing.whose


def _as_part(thing: Counted, whole: Counted, figure: Figure) -> Counted:
    """A part with what it shares with its whole: its side, its kind, and where it is."""
    kind = thing.kind if is_kind_told(figure) else whole.kind
    thing = settle(replace(thing, kind=kind))
    same = thing.deed in {"", whole.deed}
    elsewhere = bool(thing.where) and thing.where != whole.where
    others = bool(thing.whose and whole.whose) and thing.whose != whole.whose
    return replace(
        thing,
        whose=thing.whose or whole.whose,
        deed=thing.deed or whole.deed,
        where=thing.where or (whole.where if same else ""),
        part=same and not elsewhere and not others,
    )
