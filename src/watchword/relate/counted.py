"""What a figure counts, so that "1,500 special-forces soldiers" meets "3,000 troops".

The words beside the figure tell before the claim's verb: in "of the 11,000 soldiers sent to
Russia, 4,000 have been killed" the first number counts those sent. What the words leave open
stays empty; `surroundings` looks for it in the rest of the report.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from watchword.model.claim import Claim
from watchword.model.counted import Counted
from watchword.model.figure import Figure
from watchword.relate.counted_where import Where, is_wide, where_counted
from watchword.relate.deeds import ABROAD, FATES, HARM, Deed, deed_in, deed_of_verb
from watchword.relate.kinds import (
    CASUALTIES,
    GOODS,
    HARMED_NOUNS,
    PEOPLE,
    SOLDIERS,
    country_in,
    kind_counted,
    kind_named,
    people_named,
)
from watchword.text.gazetteer import country_named
from watchword.text.lexicon import lexicon

_HARMED = re.compile(
    r"\b(?:have|has|had|were|was|been|being|be|become|are|is|whom|who|number\sof|toll\sof|"
    r"of\sthem|[a-z]+ans)\s"
    r"(?:also\s|reportedly\s|already\s|now\s|either\s)?"
    r"(?P<fate>killed(?:\s(?:or|and)\s(?:wounded|injured))?|"
    r"dead(?:\s(?:or|and)\s(?:wounded|injured))?|died|fatal|"
    r"wounded|injured|captured|missing|casualties|losses)\b",
    re.IGNORECASE,
)
_NUMBER_OF_FATE = re.compile(
    r"\bnumber\sof\s(?:[\w'\u2019]+\s){0,4}?"
    r"(?P<fate>(?:killed|dead)(?:\s(?:or|and)\s(?:wounded|injured))?|wounded|injured|captured)\b"
    r"(?:[^,;]|,(?=\d))*\s(?:is|was|are|has|had|stands|stood)\b[^,;]*\Z",
    re.IGNORECASE,
)
_THAT_IS = re.compile(r",\s(?:that\sis|which\sis|namely|meaning)\s\Z")
_ALONE = re.compile(r"\b(?P<fate>casualties|losses|deaths|dead)\b", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:second|third|fourth|fifth|another|further|additional|new|fresh|extra)\s(?:\w+\s)?"
    r"(?:deployment|batch|contingent|wave|dispatch|group|transfer|tranche|rotation)\s(?:of|at|to)\s"
    r"(?:(?:\w+\s){0,2}|[^.;,]{0,40},?\s(?:number|total)(?:l?ing|l?ed)\s)\Z",
    re.IGNORECASE,
)
_ON_TOP = re.compile(
    r"\b(?:on\stop\sof|in\saddition\sto|(?:as|in)\sreinforcements?)\b", re.IGNORECASE
)
_HOME = re.compile(
    r"\b(?:sent|taken|returned|flown|brought|gone|went|came|come)\s(?:back\s)?home\b", re.IGNORECASE
)
_HOSTAGE = re.compile(
    r"(?:\s\w+){0,3}\s(?:hostage|prisoner|captive)\b|"
    r"[^,;]*\b(?:taken|took|held)\s(?:\w+\s)?(?:hostage|prisoner|captive|alive)\b",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(r"\sof\s(?:whom|them|those|these)\b")
_OF_WAR = re.compile(r"(?:\s\w+)?\sof\swar\b")
_SOME_OF = re.compile(
    r"\b(?:some|many|most|part|several|few)\sof\s(?:the|those|these)\s\Z", re.IGNORECASE
)
OF_A_WHOLE = re.compile(
    r"(?:\s|(?:\s[A-Za-z-]+){1,3}?\sout\s|\sout\s)of\s(?:the\s|some\s|about\s|its\s|those\s|more\sthan\s|an?\s|"
    r"around\s|roughly\s|nearly\s|(?:approximate|estimate|total)(?:ly|d)?\s(?:of\s)?)*[0-9]"
)
_OF_A_NUMBER = re.compile(
    r"(?:\b(?:half|third|thirds|quarter|percent|cent|most|many|some|out)|[%0-9]|\A)\s?\bof\s"
    r"(?:the\s|its\s|their\s|those\s|an?\s|estimated\s|initial\s|first\s)*\Z",
    re.IGNORECASE,
)
"""Right before a whole: what is told after it became of some of those that it counts."""
_OUT_OF = re.compile(
    r"\bout\sof\s(?:an?|the|its)\s(?:\w+\s)?(?:force|contingent|deployment)\sof\s\Z"
)
"""Before the size of a force that need not be where some of it fell."""
_EARLIER = re.compile(
    r"\b(?:(?:up|down|raised|revised|lowered|increased)\sfrom|instead\sof|rather\sthan|"
    r"(?:earlier|previous|initial|prior|first)\s(?:estimate|figure|count|number|toll|tally)\sof)"
    r"\s(?:the\s|an?\s|its\s|earlier\s|previous\s|initial\s|(?:estimate|figure|count)\sof\s)*\Z",
    re.IGNORECASE,
)
_HAD_SAID = re.compile(
    r"\bhad\s(?:\w+\s){0,2}?(?:put|estimated|said|reported|given|spoken|counted|told)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:in|over|during|within|for)\s(?:the\s)?(?:past|last|previous|one|a\ssingle)\s"
    r"(?P<period>24\shours|day|week|month|year)\b(?!['\u2019])",
    re.IGNORECASE,
)
_EACH = re.compile(r"(?:\s\w+){0,3}\seach\b", re.IGNORECASE)
"""As in "two brigades of 6,000 soldiers each"."""
_KILLING = re.compile(
    r"\b(?:killing|wounding|injuring|capturing|killed|wounded|injured|captured|kills|kill)\s\Z",
    re.IGNORECASE,
)
"""Right before a figure: those it counts are not who does it."""
_BULK = frozenset({"barrel", "ton", "tonne", "munition"})
_WEAK = lexicon(
    "be have put reach include number total expect know say estimate give stand count exceed pass "
    "top rise grow double triple increase fall swell remain see appear seem become cite begin "
    "bring count list record ask request equal correspond raise believe think tell report confirm "
    "detect identify"
)
"""Verbs that tell of a number and not of what is done to those it counts."""
_LEAVING = lexicon("desert defect surrender flee escape refuse leave return vanish protest")
_FORCE = re.compile(
    r"\b(?:force|forces|contingent|deployment|army|wave|batch|rotation|dispatch)"
    r"(?:\sin\s[\w'\u2019-]+)?(?:\s(?:of|at|to|is|was|stands\sat|stood\sat)|"
    r",?\s(?:which\s|that\s|now\s)?(?:number|total)(?:s|l?ed|l?ing))\s\Z",
    re.IGNORECASE,
)
_SUFFERING_OTHERS = re.compile(
    r"\A\s?strong\b|\b(?:suffered|suffering|sustained|lost|incurred|taken)\s(?:\w+\s){0,2}\Z"
)
"""Between a force's size and a figure of its losses."""
_THAT_GAVE = re.compile(
    r"\bthat\s((?:[A-Z][\w'\u2019-]+\s){1,3})(?:has\s|had\s|have\s)?(?:sent|supplied|shipped|given)\b"
)
"""As in "the number of containers that North Korea has sent"."""
_BOUND_FOR = re.compile(r"\sfor\s(?:the\s)?[A-Z]")
_WHITHER = re.compile(r"\s(?:to|into|for|against)\s")
_FOLLOW = re.compile(r"\s(?:more\s)?(?:may|could|might|will|would|to|are\sto)\sfollow\b")
_SUFFERING = frozenset({"suffer", "sustain", "take", "lose", "incur", "have", "report"})

SENT = "abroad"
"""The deed of people who are sent, readied to be sent, training, stationed or fighting abroad."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The words of a claim on either side of a figure, up to the claim's next figure."""

    before: str
    after: str


def counted_by(claim: Claim, figure: Figure) -> Counted | None:
    """What a figure of a claim counts, None where the claim tells no deed done to it."""
    thing = read_counted(claim, figure)
    return None if thing.deed in {"", Deed.OTHER} else thing


def read_counted(claim: Claim, figure: Figure) -> Counted:
    """What a figure of a claim counts, as far as the claim's own words tell."""
    around = words_around(claim, figure)
    figure = _with_own_unit(figure, around)
    kind = _kind(claim, figure, around)
    deed = _deed(claim, figure, around)
    whose = _whose(claim, figure, around, deed)
    where = where_counted(claim, figure, Deed(deed) if deed else None, whose)
    if _SOME_OF.search(around.before) or _OUT_OF.search(around.before):
        where = Where(name="")
    return settle(
        Counted(
            kind=kind,
            whose=whose or where.origin,
            deed=deed,
            where=where.name,
            more=_is_more(figure, around),
            per=_period(figure, around),
            part=is_part(claim, figure),
        )
    )


def is_told_as_earlier(claim: Claim, figure: Figure) -> bool:
    """Whether a figure is told as what was said before: "up from 10,000", "had put it at 600"."""
    around = words_around(claim, figure)
    before = claim.sentence.quote[: max(0, figure.start - claim.sentence.start)]
    return bool(_EARLIER.search(around.before) or _HAD_SAID.search(before[-120:]))


def settle(thing: Counted) -> Counted:
    """Deeds that count the same people, or hand over the same goods, as one.

    The fallen soldiers of a side are counted wherever they fell.
    """
    deed = Deed(thing.deed) if thing.deed not in {"", SENT} else None
    if deed in ABROAD | {Deed.SUPPLY} and thing.kind in PEOPLE:
        return replace(thing, deed=SENT)
    if deed is Deed.SEND and (thing.kind in GOODS or thing.kind in _BULK):
        return replace(thing, deed=Deed.SUPPLY.value)
    if deed is Deed.DISPLACE and thing.kind in {"people", "civilians"}:
        return replace(thing, kind="refugees")
    if deed in HARM and thing.kind in SOLDIERS and thing.whose and is_wide(thing.where):
        return replace(thing, where="")
    return thing


def _with_own_unit(figure: Figure, around: Around) -> Figure:
    """A figure without the "casualties" that it took over from one before: "3,000 were sent"."""
    lent = figure.unit in HARMED_NOUNS and figure.unit not in around.after
    done = deed_in(around.after) if lent and _HARMED.search(around.after) is None else None
    return replace(figure, unit="", counted="") if done and done not in HARM else figure


def _kind(claim: Claim, figure: Figure, around: Around) -> str:
    """What a figure counts; who is told by the words beside it or by what they do."""
    kind = kind_counted(figure)
    if _OF_WAR.match(around.after):
        return "troops"
    if kind in {"", "people"} and _FORCE.search(around.before):
        return "troops"
    return "workers" if kind in {"", "people"} and claim.verb == "work" else kind


def words_around(claim: Claim, figure: Figure) -> Around:
    """The words of a claim between a figure and the figures before and after it."""
    quote, first = claim.content.quote, claim.content.start
    others = [each for each in claim.figures if each.start != figure.start]
    start = max((each.end for each in others if each.end <= figure.start), default=first) - first
    stop = min(
        (each.start - first for each in others if each.start >= figure.end), default=len(quote)
    )
    return Around(
        before=quote[max(0, start) : max(0, figure.start - first)],
        after=quote[max(0, figure.end - first) : stop],
    )


def is_part(claim: Claim, figure: Figure) -> bool:
    """Whether a figure counts some of another, as "3,000 of some 11,000"."""
    after = claim.content.quote[max(0, figure.end - claim.content.start) :]
    return figure.part_of is not None or OF_A_WHOLE.match(after) is not None


def _deed(claim: Claim, figure: Figure, around: Around) -> str:
    deed = _fate(claim, figure, around) or next(_each_deed(claim, figure, around), None)
    if deed is Deed.OTHER and figure.unit == "reinforcements":
        deed = Deed.SEND
    kind = kind_counted(figure)
    lost = deed is Deed.LOSE or figure.unit == "losses"
    if lost and (kind in SOLDIERS or kind == "people"):
        return Deed.FALL.value
    if deed in {Deed.KILL, Deed.WOUND, Deed.FALL, Deed.MISS} and kind and kind not in PEOPLE:
        return Deed.OTHER.value
    return deed.value if deed else ""


def _fate(claim: Claim, figure: Figure, around: Around) -> Deed | None:
    """What became of those counted, where the words by the figure say so."""
    told = FATES.get(figure.fate or "") or FATES.get(HARMED_NOUNS.get(figure.unit, ""))
    if _HOSTAGE.match(around.after):
        return Deed.CAPTURE
    freed = kind_counted(figure) == "prisoners" and deed_of_verb(claim) is Deed.FREE
    own = _HARMED.search(around.after) if _OF_WHOM.match(around.after) else None
    if own is not None and figure.fate is None:
        return _deed_of_fate(own["fate"].lower())
    if told is not None or freed:
        return Deed.FREE if freed else told
    if _OF_WAR.match(around.after):
        return Deed.CAPTURE
    if _is_whole(figure, around):
        return None
    harmed = _HARMED.search(_after_whole(claim, figure) or around.after)
    before = claim.content.quote[: max(0, figure.start - claim.content.start)]
    harmed = harmed or _NUMBER_OF_FATE.search(before)
    if harmed is None:
        clause = _THAT_IS.sub("", around.before).rpartition(",")[2]
        fates = [*_HARMED.finditer(clause), *_ALONE.finditer(clause)]
        left = [match for match in fates if not deed_in(clause[match.end() :])]
        harmed = left[0] if left and not deed_in(figure.counted) else None
    return _deed_of_fate(harmed["fate"].lower()) if harmed else None


def _is_whole(figure: Figure, around: Around) -> bool:
    """Whether a number is a force's size or what others are counted of: its fate is theirs."""
    force = kind_counted(figure) in {"", "people", "troops"} and _FORCE.search(around.before)
    suffers = _SUFFERING_OTHERS.search(around.after.lstrip())
    return bool(force or suffers or _OF_A_NUMBER.search(around.before))


def _after_whole(claim: Claim, figure: Figure) -> str:
    """The words of its clause after "of the 11,000", where a figure counts some of a whole."""
    after = claim.content.quote[max(0, figure.end - claim.content.start) :]
    whole = OF_A_WHOLE.match(after)
    return re.split(r"[,;]\s", after[whole.end() :])[0] if whole else ""


def _deed_of_fate(words: str) -> Deed | None:
    if words in {"fatal", "dead", "deaths"}:
        return Deed.KILL
    if words in CASUALTIES or "wounded" in words[5:] or "injured" in words[7:]:
        return Deed.FALL
    return deed_in(words)


def _each_deed(claim: Claim, figure: Figure, around: Around) -> Iterator[Deed]:
    """Deeds that may be told of the figure, the likeliest first."""
    verb = Deed.WITHDRAW if _HOME.search(around.after) else deed_of_verb(claim)
    if claim.verb in {"leave", "depart"} and _BOUND_FOR.search(around.after):
        verb = Deed.SEND
    if _SOME_OF.search(around.before):
        return
    several = len(claim.figures) > 1 or verb is None
    if _is_whole(figure, around) and kind_counted(figure) in PEOPLE | {""}:
        yield _unless_harm(deed_in(around.after)) or Deed.SEND
        return
    told = (
        deed_in(figure.counted),
        _unless_harm(deed_in(around.after)) if several else None,
        verb,
        deed_in(around.before),
        deed_in(claim.action),
        _state(claim, figure),
    )
    yield from (deed for deed in told if deed is not None)


def _unless_harm(deed: Deed | None) -> Deed | None:
    """Those charged with the deaths of others are not dead: harm is told by `_fate` alone."""
    return None if deed in HARM else deed


def _state(claim: Claim, figure: Figure) -> Deed | None:
    """What is told of those who are somewhere, act there, or are had."""
    kind, actor = kind_counted(figure), kind_named(claim.actor or "")
    known = kind in SOLDIERS | {"workers", ""} or bool(country_in(figure.counted))
    weak = claim.verb is None or claim.verb in _WEAK
    acts = actor == kind != "" and claim.verb not in _LEAVING
    if (
        known
        and kind in PEOPLE | {""}
        and ((weak and claim.place is not None) or (acts and not weak))
    ):
        return Deed.STATION
    if weak:
        return Deed.HOLD if claim.verb == "have" else None
    return Deed.OTHER


def _whose(claim: Claim, figure: Figure, around: Around, deed: str) -> str:
    counted = country_in(figure.counted)
    if counted:
        return counted
    from_land = re.match(r"\s(?:\w+\s)?from\s((?:[A-Z][\w-]+\s?){1,3})", around.after)
    if from_land and country_in(from_land[1]):
        return country_in(from_land[1])
    harmed = deed and Deed(deed) in HARM | {Deed.LOSE}
    if harmed:
        return _sufferer(claim, around)
    return _giver(claim, figure) if deed else ""


def _sufferer(claim: Claim, around: Around) -> str:
    """The side whose people are harmed: told before the figure, or who suffers it."""
    if _KILLING.search(around.before):
        return ""
    if _ALONE.search(around.before):
        owner = country_in(around.before.rpartition(",")[2])
        if owner:
            return owner
    kind, code = people_named(around.before)
    if code and claim.verb not in {"kill", "strike", "attack", "hit", "wound", "injure", "capture"}:
        return code
    actor = claim.actor or ""
    if claim.verb in _SUFFERING or kind_named(actor) in PEOPLE:
        return country_in(actor) if claim.verb in _SUFFERING or kind else ""
    return ""


def _giver(claim: Claim, figure: Figure) -> str:
    """The actor's country where a country acts, or where the actor is who is counted."""
    actor = _WHITHER.split(claim.actor or "")[0]
    code = country_in(actor)
    kind = kind_named(actor)
    acts = country_named(actor) is not None or kind in {"", kind_counted(figure)}
    if code and acts and (kind or not _is_vessel(actor)):
        return code
    gave = _THAT_GAVE.search(claim.content.quote)
    return country_in(gave[1]) if gave and not code else ""


def _is_vessel(actor: str) -> bool:
    return any(word in actor.lower() for word in ("ship", "vessel", "convoy", "fleet", "train"))


def _is_more(figure: Figure, around: Around) -> bool:
    told = figure.change or figure.unit == "reinforcements"
    follow = _FOLLOW.match(around.after)
    return told or bool(follow or _MORE.search(around.before) or _ON_TOP.search(around.after))


def _period(figure: Figure, around: Around) -> str:
    if figure.per:
        return figure.per
    if _EACH.match(around.after):
        return "each"
    match = _PERIOD.search(around.after) or _PERIOD.search(around.before)
    told = match["period"].lower() if match else ""
    return "day" if told.startswith("24") else told
