"""A small article with labels, and claims made by hand on its words."""

from collections.abc import Sequence

from watchword.ledger.corpora.texts import LabelledAttribution, LabelledText, Pieces
from watchword.ledger.reading.attributions import Compared, compare
from watchword.ledger.reading.bench import ReadText
from watchword.model.attribution import Attribution, Link, LinkKind, Voice
from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.span import Span

TEXT = (
    "Berg, the minister of trade, said that three ships had left Bergen. "
    "“They carried grain and they will come back,” she added. "
    "The harbour is seen as too shallow. The union wants a dredger."
)
FIRST = "that three ships had left Bergen"
QUOTED = "“They carried grain and they will come back,”"
SHALLOW = "too shallow"
WISH = "a dredger"


def at(words: str, text: str = TEXT) -> Pieces:
    start = text.index(words)
    return ((start, start + len(words)),)


def labelled(source: str, cue: str, content: str, *, negative: bool = False) -> LabelledAttribution:
    return LabelledAttribution(
        source=at(source) if source else (),
        cue=at(cue),
        content=at(content),
        negative=negative,
    )


BERG = labelled("Berg, the minister of trade,", "said", FIRST)
SHE = labelled("she", "added", QUOTED)
NOBODY = labelled("", "is seen as", SHALLOW)
UNION = labelled("The union", "wants", WISH)
LABELS = (BERG, SHE, NOBODY, UNION)


def span(words: str) -> Span:
    ((start, end),) = at(words)
    return Span.within(TEXT, start, end, report="r")


def link(words: str, name: str = "", named_at: str = "") -> Link:
    return Link(
        name=name or words,
        words=words,
        kind=LinkKind.PERSON,
        span=span(words),
        named_at=span(named_at) if named_at else None,
    )


def claim(
    content: str,
    *links: Link,
    cue: str = "",
    modality: Modality = Modality.ASSERTED,
) -> Claim:
    chain = Attribution(
        links=links,
        cue=cue,
        cue_at=span(cue) if cue else None,
        voice=Voice.INDIRECT if links else Voice.OWN,
    )
    return Claim(
        key=f"{content} {[each.name for each in links]}",
        report="r",
        sentence=span(content),
        content=span(content),
        attribution=chain,
        modality=modality,
        marks=(),
        polarity=Polarity.AFFIRMED,
        actor=None,
        action="",
        verb=None,
        event=None,
        recipient=None,
        figures=(),
        place=None,
        time=None,
        condition=None,
        made_by="composed/1",
    )


def compared(
    *claims: Claim, labels: Sequence[LabelledAttribution] = LABELS, nested: bool = False
) -> Compared:
    text = LabelledText(document="harbour", text=TEXT, attributions=tuple(labels))
    return compare(ReadText(labelled=text, claims=claims), nested=nested)
