"""Alter a brief in ways that change what it says, to see whether verification notices.

A check that has never failed has shown nothing. Each alteration here is one that a careless or
dishonest writer could make; the share that `verify` catches is a score of the check.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from watchword.brief.document import each_sentence, from_document, to_document
from watchword.brief.document_form import JsonValue
from watchword.brief.mutate_judging import Change, each_judging_change, each_title_change
from watchword.brief.mutate_words import Cast, each_alteration
from watchword.brief.verify import verify
from watchword.brief.verify.sourcing import each_maker
from watchword.model.brief import Brief
from watchword.model.claim import Claim, MarkKind, Modality
from watchword.model.sentence import Sentence
from watchword.text.estimative import BANDS

INVENTED = "Peru has sold twelve submarines to Mongolia, officials in Helsinki said."
"""A sentence that no report bears out."""

_NUMBER = re.compile(r"\b\d+\b")
Pointer = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One alteration.

    Attributes:
        kind: what sort ("number_changed").
        where: JSON pointer to what was altered.
        before: what stood there.
        after: what stands there now.
        document: the whole altered document.
    """

    kind: str
    where: str
    before: str
    after: str
    document: Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class MutationScore:
    """What was caught.

    Attributes:
        made: alterations made, by kind.
        caught: alterations that verification found, by kind.
        missed: those it did not find.
    """

    made: Mapping[str, int]
    caught: Mapping[str, int]
    missed: tuple[Mutation, ...]

    @property
    def share(self) -> float:
        """The share caught, 1.0 where nothing could be altered."""
        made = sum(self.made.values())
        return sum(self.caught.values()) / made if made else 1.0


def each_mutation(document: Mapping[str, JsonValue] | Brief) -> Iterator[Mutation]:
    """Every alteration of a brief, in a fixed order; each changes what the brief says."""
    brief = document if isinstance(document, Brief) else from_document(document)
    plain = to_document(brief)
    for pointer, before, after, kind in _each_change(brief):
        path = tuple(int(part) if part.isdigit() else part for part in pointer.split("/")[1:])
        yield Mutation(
            kind=kind,
            where=pointer,
            before=str(before),
            after=str(after),
            document=_altered(plain, path, after),
        )


def check_mutations(document: Mapping[str, JsonValue] | Brief) -> Iterator[tuple[str, bool]]:
    """For each alteration of a brief, its kind and whether verification found it."""
    for mutation in each_mutation(document):
        yield mutation.kind, not verify(mutation.document).ok


def score_mutations(documents: Iterable[Mapping[str, JsonValue] | Brief]) -> MutationScore:
    """Alter many briefs and count what verification finds."""
    made: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    missed = []
    for document in documents:
        for mutation in each_mutation(document):
            made[mutation.kind] += 1
            if verify(mutation.document).ok:
                missed.append(mutation)
            else:
                caught[mutation.kind] += 1
    return MutationScore(
        made=dict(sorted(made.items())),
        caught={kind: caught[kind] for kind in sorted(made)},
        missed=tuple(missed),
    )


def _each_change(brief: Brief) -> Iterator[Change]:
    cast = Cast.of(brief)
    claims = {claim.key: claim for claim in brief.claims}
    sentences = list(each_sentence(brief))
    for where, sentence in sentences:
        cited = [claims[key] for key in sentence.claims]
        for kind, text in each_alteration(sentence.text, cited, cast):
            yield f"{where}/text", sentence.text, text, kind
        yield f"{where}/claims", list(sentence.claims), [], "citation_removed"
        other = _other_citation(sentence, sentences, claims)
        if other is not None:
            yield f"{where}/claims", list(sentence.claims), other, "citation_swapped"
    yield from _each_invention(brief, sentences)
    for number, claim in enumerate(brief.claims):
        yield from _each_claim_change(f"/claims/{number}", claim)
    yield from _each_judgment_change(brief)
    yield from each_judging_change(brief)
    yield from each_title_change(brief, cast)
    yield from _each_record_change(brief)


def _other_citation(
    sentence: Sentence, sentences: Sequence[tuple[str, Sentence]], claims: Mapping[str, Claim]
) -> list[JsonValue] | None:
    """The claims of another sentence, where they have none of the same words."""
    quotes = {claims[key].sentence.quote for key in sentence.claims}
    for _, other in sentences:
        if other.claims and quotes.isdisjoint(claims[key].sentence.quote for key in other.claims):
            return list(other.claims)
    return None


def _each_invention(brief: Brief, sentences: Sequence[tuple[str, Sentence]]) -> Iterator[Change]:
    overview: list[JsonValue] = [
        {"text": sentence.text, "claims": list(sentence.claims)} for sentence in brief.overview
    ]
    for _, sentence in sentences[:3]:
        added: JsonValue = {"text": INVENTED, "claims": list(sentence.claims)}
        yield "/overview", overview, [*overview, added], "sentence_invented"


def _each_claim_change(where: str, claim: Claim) -> Iterator[Change]:
    for modality in _other_modalities(claim):
        yield f"{where}/modality", claim.modality, modality, "modality_altered"
    quote = claim.content.quote
    altered = quote[::-1]
    if altered != quote:
        yield f"{where}/content/quote", quote, altered, "quote_altered"
        digest = sha256(altered.encode()).hexdigest()
        span: dict[str, JsonValue] = {
            "report": claim.content.report,
            "start": claim.content.start,
            "end": claim.content.end,
            "quote": altered,
            "prefix": claim.content.prefix,
            "suffix": claim.content.suffix,
            "sha256": digest,
        }
        yield f"{where}/content", quote, span, "quote_altered"
    for name in ("sentence", "content"):
        start = claim.sentence.start if name == "sentence" else claim.content.start
        yield f"{where}/{name}/start", start, start + 1, "span_shifted"
    for number, figure in enumerate(claim.figures):
        if figure.best is not None:
            best = f"{where}/figures/{number}/best"
            yield best, figure.best, figure.best * 2 + 1, "figure_altered"
    if claim.attribution.links:
        name = claim.attribution.links[-1].name
        place = f"{where}/attribution/links/{len(claim.attribution.links) - 1}/name"
        yield place, name, "Helsinki Institute", "chain_altered"


def _other_modalities(claim: Claim) -> tuple[Modality, ...]:
    """Other values for the modality; what is told as not so may be called denied."""
    is_negated = any(mark.kind is MarkKind.NEGATION for mark in claim.marks)
    if claim.modality is not Modality.ASSERTED:
        says_the_same = is_negated and claim.modality is Modality.DENIED
        return () if says_the_same else (Modality.ASSERTED,)
    others = (Modality.UNCONFIRMED, Modality.CONDITIONAL)
    return others if is_negated else (Modality.DENIED, *others)


def _each_judgment_change(brief: Brief) -> Iterator[Change]:
    claims = {claim.key: claim for claim in brief.claims}
    for number, judgment in enumerate(brief.judgments):
        where = f"/judgments/{number}"
        yield f"{where}/basis", judgment.basis, "", "basis_emptied"
        stated = judgment.likelihood
        firm = [k for k in judgment.sentence.claims if claims[k].modality is Modality.ASSERTED]
        if stated is not None:
            higher = [band for band in BANDS if band.low > stated.low][:1]
            for band in higher or list(BANDS[-2:-1]):
                raised = _likelihood(band.terms[0], (band.low, band.high), stated.claim)
                yield f"{where}/likelihood", stated.term, raised, "likelihood_raised"
        elif firm:
            invented = _likelihood("likely", (55, 80), firm[0])
            yield f"{where}/likelihood", None, invented, "likelihood_invented"


def _likelihood(term: str, band: tuple[int, int], claim: str) -> JsonValue:
    return {"term": term, "low": band[0], "high": band[1], "claim": claim}


def _each_record_change(brief: Brief) -> Iterator[Change]:
    for number, report in enumerate(brief.reports):
        text = report.text.replace("e", "a", 1)
        if text != report.text:
            yield f"/reports/{number}/text", report.text, text, "text_altered"
    for number, notice in enumerate(brief.notices):
        yield f"/notices/{number}/count", notice.count, notice.count + 1, "count_altered"
    yield from _each_sourcing_change(brief)
    for number, contest in enumerate(brief.contests):
        for row, point in enumerate(contest.track.points):
            if point.figure.best is not None:
                where = f"/contests/{number}/track/points/{row}/figure/best"
                yield where, point.figure.best, point.figure.best + 7, "point_altered"


def _each_sourcing_change(brief: Brief) -> Iterator[Change]:
    """Every number of the source summary one higher, its last sentence gone on, a machine gone."""
    for number in _NUMBER.finditer(brief.sourcing):
        start, end = number.span()
        told = f"{brief.sourcing[:start]}{int(number[0]) + 1}{brief.sourcing[end:]}"
        yield "/sourcing", brief.sourcing, told, "sourcing_altered"
    if brief.sourcing:
        told = f"{brief.sourcing} Every source is known to be reliable."
        yield "/sourcing", brief.sourcing, told, "sourcing_invented"
    makers = set(each_maker(brief))
    for place, machine in enumerate(brief.machines):
        if machine.name in makers:
            name = f"/machines/{place}/name"
            yield name, machine.name, "an analyst by hand", "machine_hidden"


def _altered(plain: JsonValue, path: Pointer, after: JsonValue) -> dict[str, JsonValue]:
    """The document with one value replaced; everything off the path is shared."""
    made = _replaced(plain, path, after)
    if not isinstance(made, dict):  # pragma: no cover - a path is never empty
        raise TypeError("a document is an object")
    return made


def _replaced(value: JsonValue, path: Pointer, after: JsonValue) -> JsonValue:
    if not path:
        return after
    step, rest = path[0], path[1:]
    if isinstance(value, dict) and isinstance(step, str):
        return {**value, step: _replaced(value[step], rest, after)}
    if isinstance(value, list) and isinstance(step, int):
        return [*value[:step], _replaced(value[step], rest, after), *value[step + 1 :]]
    message = f"no such place: {step}"
    raise KeyError(message)
