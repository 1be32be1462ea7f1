"""A matrix as the text of a JSON file, and back.

Invariant: `from_json(to_json(matrix))` is the matrix, and the same matrix gives the same text.
"""

import json
from datetime import datetime
from hashlib import sha256

from pydantic import ValidationError

from watchword.assess.filed_spans import in_utc, plain_span, span_of, utc_text
from watchword.assess.hypotheses.changing import check_matrix
from watchword.assess.hypotheses.form import (
    SCHEMA_VERSION,
    HypothesisForm,
    MatrixForm,
    PieceForm,
    QuotedForm,
    RatingForm,
    TellerForm,
)
from watchword.errors import InvalidMatrixError
from watchword.model.hypothesis import Hypothesis, Proposal, Rating
from watchword.model.matrix import Matrix
from watchword.model.piece import Piece, Quoted, Teller

MOST_BYTES = 16_000_000
Plain = dict[str, object]


def from_json(text: str | bytes) -> Matrix:
    """Read a matrix.

    Raises:
        InvalidMatrixError: if the text is not in the published form, or the matrix is not whole.
    """
    if len(text) > MOST_BYTES:
        raise InvalidMatrixError(f"it is longer than {MOST_BYTES:,} bytes")
    try:
        form = MatrixForm.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        raise InvalidMatrixError(f"{first['msg']}", key=place) from error
    matrix = Matrix(
        key=form.key or file_key(form.title),
        title=form.title,
        by=form.by,
        at=in_utc(form.at),
        hypotheses=tuple(map(_hypothesis, form.hypotheses)),
        pieces=tuple(map(_piece, form.evidence)),
        ratings=tuple(map(_rating, form.ratings)),
        as_of=in_utc(form.as_of),
        made_by=form.made_by,
    )
    check_matrix(matrix)
    return matrix


def to_json(matrix: Matrix) -> str:
    """Write a matrix: two blanks of indent, what is not given left out."""
    plain: Plain = {
        "schema_version": SCHEMA_VERSION,
        "title": matrix.title,
        "key": matrix.key,
        **_told(by=matrix.by, at=matrix.at, as_of=matrix.as_of, made_by=matrix.made_by),
        "hypotheses": [
            {"id": each.id, "text": each.text, **_told(by=each.by, at=each.at)}
            for each in matrix.hypotheses
        ],
        "evidence": [plain_piece(each) for each in matrix.pieces],
        "ratings": [plain_rating(each) for each in matrix.ratings],
    }
    return json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def file_key(title: str) -> str:
    """The key of a matrix that a file gives none."""
    return sha256(f"matrix\n{title}".encode()).hexdigest()[:16]


def plain_piece(piece: Piece) -> Plain:
    """A piece of evidence as it stands in the file."""
    return {
        "id": piece.id,
        "kind": piece.kind.value,
        "text": piece.text,
        **_told(by=piece.by, at=piece.at, why=piece.why, claims=list(piece.claims)),
        **_told(relevance=piece.relevance and piece.relevance.value),
        **({} if piece.left_out is None else {"left_out": piece.left_out}),
        "reliability": piece.reliability.value,
        "credibility": piece.credibility.value,
        **_told(
            reasons=list(piece.reasons),
            tellers=[_plain_teller(each) for each in piece.tellers],
            quoted=[_plain_quoted(each) for each in piece.quoted],
            withdrawn=piece.withdrawn,
            proposals=[plain_proposal(each) for each in piece.proposals],
            made_by=piece.made_by,
        ),
    }


def plain_proposal(proposal: Proposal) -> Plain:
    """A proposal as it stands in the file."""
    return {
        "hypothesis": proposal.hypothesis,
        "consistency": proposal.consistency.value if proposal.consistency else None,
        "why": proposal.why,
        "made_by": proposal.made_by,
    }


def plain_rating(rating: Rating) -> Plain:
    """A rating as it stands in the file."""
    return {
        "evidence": rating.evidence,
        "hypothesis": rating.hypothesis,
        "consistency": rating.consistency.value if rating.consistency else None,
        "by": rating.by,
        **_told(at=rating.at, because=rating.because),
    }


def _plain_teller(teller: Teller) -> Plain:
    return {
        "source": teller.source,
        "reliability": teller.reliability.value,
        "origins": list(teller.origins),
        "outlets": list(teller.outlets),
        "claims": list(teller.claims),
        "party": teller.party,
        "counts": teller.counts,
    }


def _plain_quoted(quoted: Quoted) -> Plain:
    return {
        "claim": quoted.claim,
        "report": quoted.report,
        "outlet": quoted.outlet,
        "published": utc_text(quoted.published),
        "chain": list(quoted.chain),
        "modality": quoted.modality.value,
        "content": plain_span(quoted.content),
    }


def _told(**fields: object) -> Plain:
    """The fields that are given, times as text."""
    return {
        name: utc_text(value) if isinstance(value, datetime) else value
        for name, value in fields.items()
        if value
    }


def _hypothesis(form: HypothesisForm) -> Hypothesis:
    return Hypothesis(id=form.id, text=form.text, by=form.by, at=in_utc(form.at))


def _piece(form: PieceForm) -> Piece:
    return Piece(
        id=form.id,
        kind=form.kind,
        text=form.text,
        by=form.by,
        at=in_utc(form.at),
        why=form.why,
        claims=tuple(form.claims),
        relevance=form.relevance,
        left_out=form.left_out,
        reliability=form.reliability,
        credibility=form.credibility,
        reasons=tuple(form.reasons),
        tellers=tuple(map(_teller, form.tellers)),
        quoted=tuple(map(_quoted, form.quoted)),
        withdrawn=form.withdrawn,
        proposals=tuple(
            Proposal(
                hypothesis=each.hypothesis,
                consistency=each.consistency,
                why=each.why,
                made_by=each.made_by,
            )
            for each in form.proposals
        ),
        made_by=form.made_by,
    )


def _teller(form: TellerForm) -> Teller:
    return Teller(
        source=form.source,
        reliability=form.reliability,
        origins=tuple(form.origins),
        outlets=tuple(form.outlets),
        claims=tuple(form.claims),
        party=form.party,
        counts=form.counts,
    )


def _quoted(form: QuotedForm) -> Quoted:
    return Quoted(
        claim=form.claim,
        report=form.report,
        outlet=form.outlet,
        published=in_utc(form.published),
        chain=tuple(form.chain),
        modality=form.modality,
        content=span_of(form.content),
    )


def _rating(form: RatingForm) -> Rating:
    return Rating(
        evidence=form.evidence,
        hypothesis=form.hypothesis,
        consistency=form.consistency,
        by=form.by,
        at=in_utc(form.at),
        because=form.because,
    )
