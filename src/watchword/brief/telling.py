"""A claim into a sentence: who said it, in words, then what the report has, nearly verbatim.

Invariant: no word that carries meaning comes from here. The content is the report's own;
what is added is the attribution, the outlet, the date, and a subject in brackets where the
report's own clause takes it from elsewhere. Every wording offered is checked before it is used.
"""

import re
from calendar import month_name
from collections.abc import Iterator, Sequence

from watchword.brief.clarity import is_loose
from watchword.brief.naming import (
    Placing,
    dated,
    joined_names,
    name_of,
    outlet_of,
    short_name_of,
)
from watchword.brief.tenses import as_of_then, past_cue, with_day_said
from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim, MarkKind, Modality
from watchword.model.moment import Precision
from watchword.model.report import Report
from watchword.model.sentence import Sentence
from watchword.text.inflection import is_common_word, past_of
from watchword.text.lexicon import lexicon

LONGEST = 60
"""Words; a longer sentence is not told again but left to the report."""

SHORTEST_LINE = 8
"""Words; a headline cut shorter than this no longer says who does what."""
_LINE_END = re.compile(
    r",? (?:in support of|because|while|after|amid|in what|up from|bringing|including|which|who|"
    r"where|since|to support|in return for|earlier in|as well as|such as|so that|for the first)\b"
    r"|, (?:and|but|as|in|with|to|or)\b"
)
"""Where a headline may stop without saying anything else; the check decides whether it does."""
_LOWERED = lexicon(
    "The A An Some Any This That These Those It They He She We What If There In On At By As For "
    "While After Before Most Many Several Few Both Each All Its Their His Her Another More One Two "
    "When Where Who How Why Because Since Although Though Not No Only Even Just "
    "Neither Over About Nearly Around Hours Days Weeks Earlier Separately Both Participants "
    "Tomorrow Today Yesterday Recently Currently Now Three Four Five Six Seven Eight Nine Ten "
    "Dozens Hundreds Thousands Satellite Up Amid Among During Despite Following According Under "
    "Until Within Without Against Between Across Near Thus Instead Overall"
)
_TENS = re.compile(r"(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)(?:-[a-z]+)?$")
_NO_THAT = lexicon("accuse call urge ask describe condemn demand thank praise label brand")
_DAYS = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|earlier\b", re.IGNORECASE
)
_DISCOURSE = re.compile(
    r"^(?:(?:in addition|of course|at the same time|moreover|furthermore|besides|however|also|"
    r"finally|first of all|that said|in particular|in turn|for (?:his|her|its|their) part|"
    r"in this (?:regard|context|light)|thus|therefore|meanwhile),? )+",
    re.IGNORECASE,
)
"""Openings that lead on from a sentence the brief does not have."""
_FINITE = re.compile(
    r"^(?:has|have|had|is|are|was|were|will|would|may|might|could|can|should|must|did|does|do)\b"
)


def each_wording(claim: Claim, report: Report, placing: Placing) -> Iterator[Sentence]:
    """Ways to tell a claim, the most readable first."""
    for told in _each_in_time(claim, report, placing):
        endings = ("", ", which is unconfirmed") if _is_doubted(claim) else ("",)
        for ending in endings:
            text = _finished(f"{told}{ending}", report, placing)
            if text and len(text.split()) <= LONGEST:
                yield Sentence(text=text, claims=(claim.key,))


def _each_in_time(claim: Claim, report: Report, placing: Placing) -> Iterator[str]:
    """Each telling from the brief's day first, then as it stood on the report's."""
    for told in _each_telling(claim, report):
        dated_so = with_day_said(told, claim, report)
        then = as_of_then(dated_so, claim, report, placing.as_of)
        yield from dict.fromkeys((then, dated_so, told))


def _is_doubted(claim: Claim) -> bool:
    """Whether the doubt stands outside the content ("...; this has not been confirmed")."""
    doubts = any(mark.kind is MarkKind.UNCONFIRMED for mark in claim.marks)
    return claim.modality is Modality.UNCONFIRMED and not doubts


def headline_of(claim: Claim, report: Report, *, in_full: bool = False) -> Iterator[Sentence]:
    """Ways to tell a claim in a line, the shortest first, without the outlet and its date.

    Args:
        claim: the claim.
        report: its report.
        in_full: whether the source is told with office and country, as where it comes first.
    """
    short = [] if in_full else [_brief_line(claim, report)]
    told = [*short, *_each_telling(claim, report)]
    lines = [each for each in told if each and len(each.split()) <= LONGEST // 2]
    for each in lines:
        cut = _LINE_END.split(each, maxsplit=1)[0].rstrip(" ,")
        if SHORTEST_LINE <= len(cut.split()) < len(each.split()):
            yield Sentence(text=_capital(cut) + ".", claims=(claim.key,))
    for each in lines:
        yield Sentence(text=_capital(each) + ".", claims=(claim.key,))


def _brief_line(claim: Claim, report: Report) -> str | None:
    """With the source in a word or two: "Kyrylo Budanov said that ..."."""
    links = claim.attribution.links
    content = _content(claim, report) if len(links) == 1 else None
    name = short_name_of(links[0]) if len(links) == 1 else None
    if not content or not name or not _takes_that(claim, report):
        return None
    return f"{name} {_cue(claim)}{content}"


def _each_telling(claim: Claim, report: Report) -> Iterator[str]:
    links = claim.attribution.links
    if not links:
        yield from _own_voice(claim, report)
        return
    names = [name_of(link) for link in links]
    if None in names:
        return
    speaker = _speakers([name for name in names if name], links)
    verbatim = _from_cue(claim, report)
    if verbatim and len(links) <= 2:
        lead, cited = (speaker, "") if len(links) == 1 else (names[0] or "", names[1] or "")
        if not cited or links[1].words in verbatim:
            yield f"{lead} {past_cue(verbatim, claim.attribution.cue)}"
            yield f"{lead} {verbatim}"
    content = _content(claim, report)
    if content and _takes_that(claim, report):
        relayed = len(links) > 1 and links[0].kind is LinkKind.MEDIA
        yield f"{speaker} {'said that ' if relayed else _cue(claim)}{content}"


def _own_voice(claim: Claim, report: Report) -> Iterator[str]:
    content = _content(claim, report)
    outlet = outlet_of(report)
    if content:
        yield f"{outlet or 'a report'} reported that {content}"


def _speakers(names: Sequence[str], links: Sequence[Link]) -> str:
    """The chain in words, in the order in which it is told."""
    if len(names) == 1:
        return names[0]
    if links[0].kind is LinkKind.MEDIA and links[1].kind is not LinkKind.DOCUMENT:
        told = f"{names[1].rstrip(',')}, according to {names[0].rstrip(',')},"
        return told if len(names) == 2 else f"{told} citing {joined_names(names[2:])},"
    return f"{names[0].rstrip(',')}, citing {joined_names(names[1:])},"


def _from_cue(claim: Claim, report: Report) -> str | None:
    """The report's words from the reporting verb to the end of the content."""
    cue, speaker = claim.attribution.cue_at, claim.attribution.links[-1].span
    first = claim.attribution.links[0].span
    if cue is None or speaker is None or first is None or claim.subject is not None:
        return None
    if not first.end <= cue.start < claim.content.start:
        return None
    between = report.text[cue.end : claim.content.start]
    if len(between.split()) > 14 or _has_clause(between) or cue.quote.lower().startswith("accord"):
        return None
    return _tidy(report.text[cue.start : claim.content.end], claim, report)


def _has_clause(words: str) -> bool:
    """Whether something is stated between the cue and the content: another claim."""
    return bool(re.search(r"\b(?:has|have|is|are|was|were|will|would|had)\b", words))


def _cue(claim: Claim) -> str:
    cue = claim.attribution.cue
    content = claim.content.quote
    verb = past_of(cue) if cue else "said"
    if claim.modality is Modality.DENIED and verb in {"dismissed", "denied", "rejected"}:
        return f"{verb} the claim that "
    return f"{verb} " if content.startswith("to ") or verb in _NO_THAT else f"{verb} that "


def _takes_that(claim: Claim, report: Report) -> bool:
    """Whether the content is a clause that "said that" may stand before.

    It is where the report itself has "that", where the cue comes after the content or around
    it, and where the clause takes its subject from elsewhere.
    """
    cue = claim.attribution.cue_at
    if cue is None or claim.subject is not None or claim.content.quote.startswith("to "):
        return True
    if cue.start > claim.content.start or cue.quote.lower().startswith(("accord", "cit")):
        return True
    return bool(re.search(r"\bthat\b", report.text[cue.end : claim.content.start]))


def _without_insertion(claim: Claim) -> str:
    """The content without an attribution that stands in its midst (", he said,")."""
    content, cue = claim.content, claim.attribution.cue_at
    spans = [link.span for link in claim.attribution.links if link.span is not None]
    spans += [cue] if cue is not None else []
    inside = [span for span in spans if content.start < span.start < content.end]
    if not inside:
        return content.quote
    first = min(span.start for span in inside) - content.start
    last = max(span.end for span in inside) - content.start
    opening, closing = content.quote.rfind(",", 0, first), content.quote.find(",", last)
    if opening < 0 or len(content.quote[opening:first].split()) > 3:
        return content.quote
    before, after = content.quote[:opening], content.quote[closing + 1 :] if closing >= 0 else ""
    supposed = re.match(r"(?:if|when|unless|while|because|although)\b", before, re.IGNORECASE)
    return f"{before.rstrip()}{',' if supposed else ''} {after.lstrip()}".strip()


def _content(claim: Claim, report: Report) -> str | None:
    quote = _tidy(_DISCOURSE.sub("", _without_insertion(claim)), claim, report)
    if quote is None or re.search(r"^(?:\w+ ){0,5}\w+: ", quote):
        return None
    if claim.subject is not None:
        if not _FINITE.match(quote) and not _starts_with_verb(claim, quote):
            return None
        subject = claim.subject.quote.strip(" ,").removeprefix("that ")
        if not subject or is_loose(subject):
            return None
        return f"[{_lower_first(subject)}] {quote}" if len(subject.split()) <= 8 else None
    if not _is_clause(claim, quote):
        return None
    return _lowered(quote, report)


def _lowered(words: str, report: Report) -> str:
    """With a small first letter, unless the first word is a name.

    A word of the dictionary is no name where the report never has it with a capital inside a
    sentence.
    """
    first, _, rest = words.partition(" ")
    first = first.strip(",\u201c\"'")
    named = not rest[:1].islower() and not rest.startswith(("\u201c", '"'))
    if len(first) < 2 or not first.istitle() or named:
        return _lower_first(words)
    inside = re.search(rf"[a-z,] {re.escape(first)}\b", report.text)
    small = re.search(rf"(?<![\w-]){re.escape(first.lower())}\b", report.text)
    if small or (inside is None and is_common_word(first)):
        return words.replace(first, first.lower(), 1)
    return _lower_first(words)


def _starts_with_verb(claim: Claim, quote: str) -> bool:
    first = quote.split(maxsplit=1)[0].lower()
    return bool(claim.verb) and first[:3] == (claim.verb or "")[:3]


def _is_clause(claim: Claim, quote: str) -> bool:
    """Whether the content can stand after "that": it has a subject and a verb."""
    return bool(claim.verb) and len(quote.split()) >= 3


def _tidy(words: str, claim: Claim, report: Report) -> str | None:
    """One line, marks of quotation in pairs, the day of the event spelt out."""
    told = " ".join(words.split()).strip(" ,;:\u2014\u2013-")
    told = re.sub(r"\s+([,.;])", r"\1", told)
    for opening, closing in (("\u201c", "\u201d"), ("\u2018", "\u2019")):
        if opening == "\u201c" and told.count(opening) != told.count(closing):
            told = told.replace(opening, "").replace(closing, "")
    if told.count('"') % 2:
        told = told.replace('"', "")
    if told.count("(") != told.count(")"):
        return None
    return _with_day(told, claim, report)


def _with_day(told: str, claim: Claim, report: Report) -> str:
    """As in "on Wednesday (23 October)": a day told by its name gets its date."""
    time = claim.time
    if time is None or time.since is None or time.precision is not Precision.DAY:
        return told
    if not _DAYS.search(time.words) or told.count(time.words) != 1:
        return told
    if report.published.at is not None and report.published.at.date() == time.since.date():
        return told
    day = f"{time.words} ({time.since.day} {month_name[time.since.month]})"
    return told.replace(time.words, day)


def _lower_first(words: str) -> str:
    first, _, rest = words.partition(" ")
    bare = first.strip("\u201c\"',")
    is_lowered = bare in _LOWERED or _TENS.match(bare)
    return f"{first.replace(bare, bare.lower(), 1)} {rest}" if is_lowered else words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _finished(told: str, report: Report, placing: Placing) -> str | None:
    """With outlet and date in brackets, a capital letter and a full stop."""
    outlet = outlet_of(report)
    named = bool(outlet) and outlet.lower() in told.lower()
    place = dated(report, placing.as_of) if named else placing.of(report)
    told = told.rstrip(".!")
    return f"{_capital(told)} ({place})." if place else f"{_capital(told)}."
