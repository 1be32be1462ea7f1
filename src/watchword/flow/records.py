"""A claim as the plain record that `watchword read --json` prints: one line, stable names."""

from collections.abc import Mapping, Sequence

from watchword.flow.position_records import told_position
from watchword.flow.span_records import Record, moment_record, span_record
from watchword.model.attribution import LinkKind
from watchword.model.claim import Claim, MarkKind, Modality
from watchword.model.correction import Correction
from watchword.model.figure import Approx, Figure
from watchword.model.place import Place
from watchword.model.position import Position
from watchword.model.report import Report
from watchword.model.toponym import LocatedToponym, location_of
from watchword.relate.witnesses import is_party
from watchword.text.anonymity import count_told, told_unnamed

_UNNAMED = frozenset({LinkKind.ANONYMOUS, LinkKind.COLLECTIVE})
_JUDGE = ("estimate", "believe", "assess", "think", "judge", "suspect", "reckon", "analysis")


def record_of(
    claim: Claim,
    report: Report,
    toponyms: Sequence[LocatedToponym] = (),
    positions: Sequence[Position] = (),
) -> Record:
    """The record of a claim; a field that the report does not fill is empty or null.

    Args:
        claim: the claim.
        report: its report.
        toponyms: the names of places in the report, with where they lie.
        positions: what actors hold on a question in the report.
    """
    attribution = claim.attribution
    return {
        "claim_id": claim.key,
        "report_id": report.report_id,
        "sentence": claim.sentence.quote,
        "source_chain": [link.name for link in attribution.links],
        "cue": _cue(claim),
        "modality": claim.modality.value,
        "actor": claim.actor or "",
        "action": claim.action,
        "recipient": claim.recipient or "",
        "figure": figure_record(claim.figures[0]) if claim.figures else None,
        "place": (claim.place.words or claim.place.name) if claim.place else "",
        "time": claim.time.words if claim.time else "",
        "content": claim.content.quote,
        "marks": [{"kind": mark.kind.value, "words": mark.span.quote} for mark in claim.marks],
        "polarity": claim.polarity.value,
        "attribution": _attribution(claim),
        "party": is_party(claim),
        "figures": [figure_record(figure) for figure in claim.figures],
        "location": _location(claim.place, toponyms) if claim.place else None,
        "when": _when(claim),
        "condition": claim.condition.quote if claim.condition else None,
        "events": [claim.event] if claim.event else [],
        "position": _position(claim, positions),
        "spans": _spans(claim),
        "made_by": claim.made_by,
        "corrected": [correction_record(each) for each in claim.corrected],
    }


def correction_record(made: Correction) -> Record:
    """The record of a field that a person put right."""
    return {
        "field": made.field.value,
        "value": made.value,
        "was": made.was,
        "by": made.by,
        "at": made.at.isoformat(),
        "why": made.why,
        "decision": made.decision,
    }


_TELLING: Mapping[Modality, tuple[MarkKind, ...]] = {
    Modality.CONDITIONAL: (MarkKind.CONDITION,),
    Modality.UNCONFIRMED: (MarkKind.UNCONFIRMED,),
    Modality.REPORTED: (MarkKind.HEARSAY, MarkKind.UNCONFIRMED),
    Modality.ESTIMATED: (MarkKind.LIKELIHOOD, MarkKind.HEDGE),
}


def _cue(claim: Claim) -> str:
    """The words that give the claim its modality, else those that report it, else any mark.

    A verb that is an estimate by itself ("believes") stands for both.
    """
    cue = claim.attribution.cue
    wanted = _TELLING.get(claim.modality, ())
    marks = [mark.span.quote for kind in wanted for mark in claim.marks if mark.kind is kind]
    judging = claim.modality is Modality.ESTIMATED and _is_judging(cue)
    if marks and not judging:
        return marks[0]
    return cue or (claim.marks[0].span.quote if claim.marks else "")


def _is_judging(cue: str) -> bool:
    verb = cue.lower().split()[-1:] or [""]
    stem = verb[0].removesuffix("s").removesuffix("d").removesuffix("e").removesuffix("ing")
    return any(lemma.startswith(stem) for lemma in _JUDGE) if len(stem) > 3 else False


def figure_record(figure: Figure) -> Record:
    """The record of a figure; a vague quantity has its words as its value, as the labels have."""
    ranged = figure.approx is Approx.RANGE
    value: Mapping[str, object] = {
        "value": figure.best if figure.best is not None else _bound(figure),
    }
    return {
        **(value if not ranged else {}),
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
        "unit": figure.unit,
        "of_what": figure.counted,
        "approx": figure.approx.value,
        "words": figure.words,
        "change": figure.change,
        "direction": figure.direction,
        "fate": figure.fate,
        "per": figure.per,
        "cumulative": figure.cumulative,
        "part_of": figure.part_of,
    }


def _bound(figure: Figure) -> float | str:
    if figure.approx is Approx.AT_LEAST and figure.low is not None:
        return figure.low
    if figure.approx is Approx.UP_TO and figure.high is not None:
        return figure.high
    return figure.words


def _attribution(claim: Claim) -> Record:
    return {
        "voice": claim.attribution.voice.value,
        "said": claim.attribution.said,
        "links": [
            {
                "name": link.name,
                "kind": link.kind.value,
                "words": link.words,
                "role": link.role,
                "country": link.country,
                "count": count_told(link.words) if link.kind in _UNNAMED else None,
                "unnamed": told_unnamed(claim.sentence.quote) if link.kind in _UNNAMED else None,
                "span": span_record(link.span) if link.span else None,
                "named_at": span_record(link.named_at) if link.named_at else None,
            }
            for link in claim.attribution.links
        ],
    }


def _location(place: Place, toponyms: Sequence[LocatedToponym]) -> Record | None:
    location = location_of(place, toponyms)
    return (
        None
        if location is None
        else {
            "geonames_id": location.geonames_id,
            "name": location.name,
            "country": location.country,
            "division": location.division,
            "latitude": location.latitude,
            "longitude": location.longitude,
            "precision": location.precision.value,
        }
    )


def _position(claim: Claim, positions: Sequence[Position]) -> Record | None:
    """The first of the positions that a claim tells."""
    told = (told_position(each) for each in positions if each.claim == claim.key)
    return next(told, None)


def _when(claim: Claim) -> Record | None:
    return moment_record(claim.time) if claim.time else None


def _spans(claim: Claim) -> Record:
    return {"sentence": span_record(claim.sentence), "content": span_record(claim.content)}
