"""Claims with a chain against labelled attributions, across the sentences of a text.

A claim and a labelled attribution *meet* where enough of the claim's content is in the labelled
content, or the other way about (`are_of_one`). One labelled content may be several claims, so
that both sides are counted apart: claims that meet a label, and labels that a claim meets. Where
no label lies in another, a claim meets only the one that it has most words in common with: a long
claim does not stand for each short content that it runs over.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchword.ledger.corpora.texts import LabelledAttribution
from watchword.ledger.reading.bench import ReadText
from watchword.ledger.reading.heads import Heads, heads_in
from watchword.ledger.reading.places import WordPlaces, are_of_one
from watchword.ledger.scores import Share
from watchword.model.attribution import Link
from watchword.model.claim import Claim
from watchword.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A labelled attribution that has a content.

    Attributes:
        labelled: the attribution.
        words: of its content.
        cue: words of its cue.
        source: its source's head words; those of nobody where it names none.
    """

    labelled: LabelledAttribution
    words: frozenset[int]
    cue: frozenset[int]
    source: Heads

    @property
    def is_sourced(self) -> bool:
        """Whether somebody is named."""
        return bool(self.labelled.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim that carries a chain.

    Attributes:
        claim: the claim.
        words: of its content.
        cue: words of its cue, none where it has no cue of its own.
        links: words of its chain's links.
    """

    claim: Claim
    words: frozenset[int]
    cue: frozenset[int]
    links: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A label and a claim of one content.

    Attributes:
        label: the labelled attribution.
        told: the claim.
        source: whether a link of the claim's chain is the labelled source: a head word of the
            two is the same word of the text, where a pronoun stands for itself, or is the same
            name.
        cue: whether the cues share a word.
    """

    label: Label
    told: Told
    source: bool
    cue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A text's labels and claims.

    Attributes:
        read: the text.
        labels: attributions with a content.
        told: claims with a chain.
        meetings: each label with each claim of one content.
    """

    read: ReadText
    labels: tuple[Label, ...]
    told: tuple[Told, ...]
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """How many claims are right, and how many labels were found: each side counted apart.

    Attributes:
        right: claims that are right.
        told: claims that are judged.
        found: labels that a right claim stands for.
        labelled: labels.
    """

    right: int
    told: int
    found: int
    labelled: int

    @property
    def precision(self) -> Share:
        """How many of the claims are right."""
        return Share(hits=self.right, of=self.told)

    @property
    def recall(self) -> Share:
        """How many of the labels were found."""
        return Share(hits=self.found, of=self.labelled)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where there is nothing on a side."""
        precision, recall = self.precision.value, self.recall.value
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def compare(read: ReadText, *, nested: bool = False) -> Compared:
    """Put the claims of a text beside its labels.

    Args:
        read: the text.
        nested: whether a label may lie in another, so that a claim meets both.
    """
    places = WordPlaces(read.labelled.text)
    labels = tuple(
        _label(each, read.labelled.text, places)
        for each in read.labelled.attributions
        if places.covered(each.content)
    )
    chained = {claim.key: claim for claim in read.claims if claim.attribution.links}
    told = tuple(_told(claim, places) for claim in chained.values())
    meetings = tuple(
        Meeting(
            label=label,
            told=one,
            source=any(_is_source(link, label.source) for link in one.claim.attribution.links),
            cue=bool(label.cue & one.cue),
        )
        for one in told
        for label in _met(one, labels, nested=nested)
    )
    return Compared(read=read, labels=labels, told=told, meetings=meetings)


def match_contents(texts: Iterable[Compared]) -> Matched:
    """Contents that are attributed to somebody, whoever that is.

    A label that names nobody is not looked for, and a claim that meets it is right.
    """
    return total(
        Matched(
            right=len(_told_in(each.meetings)),
            told=len(each.told),
            found=len(_sourced_in(each.meetings)),
            labelled=_count_sourced(each.labels),
        )
        for each in texts
    )


def match_sources(texts: Iterable[Compared]) -> Matched:
    """Contents that are attributed to whom they should be.

    A claim that meets none but labels that name nobody is not judged.
    """
    counted: list[Matched] = []
    for each in texts:
        right = [meeting for meeting in each.meetings if meeting.source]
        sourced = _told_in(meeting for meeting in each.meetings if meeting.label.is_sourced)
        unjudged = _told_in(each.meetings) - sourced
        counted.append(
            Matched(
                right=len(_told_in(right)),
                told=len(each.told) - len(unjudged),
                found=len(_sourced_in(right)),
                labelled=_count_sourced(each.labels),
            )
        )
    return total(counted)


def match_cues(texts: Iterable[Compared]) -> Matched:
    """Contents whose cue is found; a claim without a cue of its own is not judged."""
    counted: list[Matched] = []
    for each in texts:
        right = [meeting for meeting in each.meetings if meeting.cue]
        counted.append(
            Matched(
                right=len(_told_in(right)),
                told=sum(bool(one.cue) for one in each.told),
                found=len(_sourced_in(right)),
                labelled=_count_sourced(each.labels),
            )
        )
    return total(counted)


def match_words(texts: Iterable[Compared]) -> Matched:
    """Words that stand in a content: no threshold, and a long quotation weighs as it reads.

    Words in contents that are labelled without a source are not judged.
    """
    counted: list[Matched] = []
    for each in texts:
        told, sourced, others = (
            frozenset[int]().union(*(one.words for one in side))
            for side in (
                each.told,
                [label for label in each.labels if label.is_sourced],
                [label for label in each.labels if not label.is_sourced],
            )
        )
        judged = told - (others - sourced)
        hits = len(judged & sourced)
        counted.append(Matched(right=hits, told=len(judged), found=hits, labelled=len(sourced)))
    return total(counted)


def total(counted: Iterable[Matched]) -> Matched:
    """Several counts as one, so that every claim and every label weighs the same."""
    every = tuple(counted)
    return Matched(
        right=sum(each.right for each in every),
        told=sum(each.told for each in every),
        found=sum(each.found for each in every),
        labelled=sum(each.labelled for each in every),
    )


def _met(told: Told, labels: Sequence[Label], *, nested: bool) -> Sequence[Label]:
    met = [label for label in labels if are_of_one(label.words, told.words)]
    return met if nested or not met else [max(met, key=lambda each: len(each.words & told.words))]


def _label(labelled: LabelledAttribution, text: str, places: WordPlaces) -> Label:
    nobody = Heads(at=frozenset(), names=frozenset())
    return Label(
        labelled=labelled,
        words=places.covered(labelled.content),
        cue=places.covered(labelled.cue),
        source=heads_in(text, labelled.source) if labelled.source else nobody,
    )


def _told(claim: Claim, places: WordPlaces) -> Told:
    chain = claim.attribution
    return Told(
        claim=claim,
        words=places.covered(_pieces(claim.content)),
        cue=places.covered(_pieces(chain.cue_at)),
        links=places.covered(piece for link in chain.links for piece in _pieces(link.span)),
    )


def _pieces(*spans: Span | None) -> Sequence[tuple[int, int]]:
    return [(span.start, span.end) for span in spans if span is not None]


def _is_source(link: Link, source: Heads) -> bool:
    for span in (link.span, link.named_at):
        if span is not None and _heads_of_span(span).meet(source):
            return True
    return bool(heads_in(link.name).names & source.names)


def _heads_of_span(span: Span) -> Heads:
    found = heads_in(span.quote)
    return Heads(at=frozenset(span.start + at for at in found.at), names=found.names)


def _told_in(meetings: Iterable[Meeting]) -> frozenset[str]:
    return frozenset(meeting.told.claim.key for meeting in meetings)


def _sourced_in(meetings: Iterable[Meeting]) -> frozenset[LabelledAttribution]:
    return frozenset(each.label.labelled for each in meetings if each.label.is_sourced)


def _count_sourced(labels: Iterable[Label]) -> int:
    return len({each.labelled for each in labels if each.is_sourced})
