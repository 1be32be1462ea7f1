"""From texts that were read to rows of the table: which numbers, under which names."""

from collections.abc import Callable, Iterator, Sequence

from watchword.ledger.measurement import Score, share_score
from watchword.ledger.reading.attributions import (
    Compared,
    Label,
    Matched,
    Meeting,
    match_contents,
    match_cues,
    match_sources,
    match_words,
)
from watchword.ledger.scores import Share
from watchword.model.claim import Claim, Modality, Polarity
from watchword.text.lexicon import lexicon
from watchword.text.words import find_words

SPEAKING = lexicon(
    "accusing added adding argued argues arguing asked asking asks asserted assured blamed blasted "
    "boasted called calling citing claimed complained conceded concluded continued continues "
    "declared declaring decried described describes explained explaining insisted joked mocked "
    "noted notes noting pledged posted pressed promised promises promising recalled repeated "
    "replied responded said saying says slammed stated stating telling tells told touted tweeted "
    "tweeting vowed warned warning writes writing written wrote"
)
"""Verbs of speech, as they stand in a cue. Whoever is quoted has spoken, so these are the verbs
that stand in ten or more cues of PolNeAR's train part, a fifth of them with a quotation mark in
the content. Which verbs Watchword knows has no part in it."""

QUOTATION_MARKS = frozenset('"\u201c\u201d')
DENYING = frozenset({Modality.DENIED, Modality.UNCONFIRMED})


def attribution_scores(texts: Sequence[Compared]) -> Iterator[Score]:
    """Who says what: content, source and cue, words, and what recall is of speech alone."""
    yield from matched_scores("content", match_contents(texts))
    yield from matched_scores("source right", match_sources(texts))
    yield from matched_scores("cue", match_cues(texts))
    yield from matched_scores("words", match_words(texts))
    yield share_score("quoted, found", _recall(texts, _is_quoted, _is_any), floored=False)
    yield share_score("quoted, source right", _recall(texts, _is_quoted, _is_right), floored=False)
    yield share_score("spoken, found", _recall(texts, _is_spoken, _is_any), floored=False)
    yield share_score("spoken, source right", _recall(texts, _is_spoken, _is_right), floored=False)


def relation_scores(texts: Sequence[Compared]) -> Iterator[Score]:
    """Contents of discourse relations: attributed, and by the right clause.

    The clause is right where a link of the chain, or the cue, stands in the unit that attributes.
    Of contents that are attributed negatively, as by `denied`, it is told how many found ones are
    told as not so; a positive one may be so told too, as in `said that it had not moved`.

    A relation is between a clause that attributes and the first unit of what it attributes.
    Precision is not judged: GUM relates two clauses, and an attribution in one clause, as by
    `according to`, is often none of its relations.
    """
    labels = sum(len(each.labels) for each in texts)
    meetings = [meeting for each in texts for meeting in each.meetings]
    met = len({_place(each) for each in meetings})
    yield share_score("content recall", Share(hits=met, of=labels))
    right = {
        _place(each) for each in meetings if each.label.cue & (each.told.links | each.told.cue)
    }
    yield share_score("clause recall", Share(hits=len(right), of=labels))
    negative = [each for each in meetings if each.label.labelled.negative]
    denied = {_place(each) for each in negative if _denies(each.told.claim)}
    of = len({_place(each) for each in negative})
    yield share_score("negative told so", Share(hits=len(denied), of=of))


def matched_scores(name: str, matched: Matched) -> tuple[Score, Score, Score]:
    """F1, precision and recall; the last two may trade, and have no floors."""
    counts = {
        "right": matched.right,
        "told": matched.told,
        "found": matched.found,
        "labelled": matched.labelled,
    }
    precision, recall = (
        Score(metric=f"{name} {side}", value=share.value, counts=counts, floored=False)
        for side, share in (("precision", matched.precision), ("recall", matched.recall))
    )
    return Score(metric=f"{name} F1", value=matched.f1, counts=counts), precision, recall


def _recall(
    texts: Sequence[Compared],
    is_wanted: Callable[[Compared, Label], bool],
    is_right: Callable[[Meeting], bool],
) -> Share:
    hits = of = 0
    for each in texts:
        wanted = {label.labelled for label in each.labels if is_wanted(each, label)}
        of += len(wanted)
        hits += len(wanted & {one.label.labelled for one in each.meetings if is_right(one)})
    return Share(hits=hits, of=of)


def _is_quoted(compared: Compared, label: Label) -> bool:
    """Whether words of the content are quoted, by whomever."""
    text = compared.read.labelled.text
    return label.is_sourced and any(
        QUOTATION_MARKS.intersection(text[start:end]) for start, end in label.labelled.content
    )


def _is_spoken(compared: Compared, label: Label) -> bool:
    """Whether the content is quoted, or the cue has a verb of speech or is `according to`."""
    text = compared.read.labelled.text
    cue = [
        word.text.lower()
        for start, end in label.labelled.cue
        for word in find_words(text, start, end)
    ]
    spoken = not SPEAKING.isdisjoint(cue) or cue[:2] == ["according", "to"]
    return label.is_sourced and (spoken or _is_quoted(compared, label))


def _is_any(_meeting: Meeting) -> bool:
    return True


def _is_right(meeting: Meeting) -> bool:
    return meeting.source


def _place(meeting: Meeting) -> tuple[str, frozenset[int], frozenset[int]]:
    return meeting.told.claim.report, meeting.label.cue, meeting.label.words


def _denies(claim: Claim) -> bool:
    return claim.modality in DENYING or claim.polarity is Polarity.NEGATED
