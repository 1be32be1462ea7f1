"""One claim as a plain record: a labelled one, or one that `watchword read --json` prints.

Both have the same field names, so that the scorer need not know who made a record. An empty
string means that the report does not say; the scorer never sees a record of another form,
because `parse_record` refuses it by name.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from watchword.errors import UnreadableError
from watchword.model.claim import Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """The figure of a record.

    Attributes:
        value: the number, or the words of a vague quantity ("several dozen"), or None where
            only bounds are given.
        low: lowest value, None where the words set no floor.
        high: highest value, None where they set no ceiling.
        unit: the counted noun.
        of_what: what is counted, in words.
        approx: exact, about, at_least, up_to or range.
        words: the words in the report, empty where the record leaves them out.
    """

    value: float | str | None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    of_what: str = ""
    approx: str = "exact"
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord:
    """A claim in the plain form that is scored.

    Attributes:
        report_id: the identifier the input gave the report.
        sentence: the whole sentence.
        modality: how firmly the claim is made.
        source_chain: outermost named speaker first, origin last; empty is the outlet's voice.
        cue: the reporting words.
        actor: who does it.
        action: the deed, as a short phrase.
        recipient: whom it is done to or for.
        figure: the main quantity, None where the claim gives none.
        place: where.
        time: when it happens.
        claim_id: the label's identifier, empty for a found claim.
        kind: which set a labelled claim belongs to, empty for a found claim.
    """

    report_id: str
    sentence: str
    modality: Modality
    source_chain: tuple[str, ...] = ()
    cue: str = ""
    actor: str = ""
    action: str = ""
    recipient: str = ""
    figure: Quantity | None = None
    place: str = ""
    time: str = ""
    claim_id: str = ""
    kind: str = ""


KINDS = {"reworded": "reworded", "verbatim_public_domain": "transcript"}
"""Names of the labelled sets: `sentence_kind` in the file, and the word used in scores."""


def parse_record(row: Mapping[str, object], *, key: str = "") -> ClaimRecord:
    """Turn one line of claims into a record.

    Args:
        row: the decoded line; unknown fields are ignored.
        key: where the line stands, named in the error.

    Raises:
        UnreadableError: if a field is missing or not of its kind.
    """
    where = key or str(row.get("claim_id") or row.get("report_id") or "claim")
    try:
        return ClaimRecord(
            report_id=_words(row, "report_id", needed=True),
            sentence=_words(row, "sentence", needed=True),
            modality=Modality(_words(row, "modality", needed=True)),
            source_chain=_chain(row.get("source_chain")),
            cue=_words(row, "cue"),
            actor=_words(row, "actor"),
            action=_words(row, "action"),
            recipient=_words(row, "recipient"),
            figure=_quantity(row.get("figure")),
            place=_words(row, "place"),
            time=_words(row, "time"),
            claim_id=_words(row, "claim_id"),
            kind=_kind(_words(row, "sentence_kind")),
        )
    except (ValueError, TypeError) as error:
        raise UnreadableError(f"not a claim record: {error}", key=where) from error


def _words(row: Mapping[str, object], name: str, *, needed: bool = False) -> str:
    value = row.get(name)
    if value is None:
        value = ""
    if not isinstance(value, str):
        message = f"'{name}' is not text"
        raise TypeError(message)
    if needed and not value.strip():
        message = f"'{name}' is missing"
        raise ValueError(message)
    return value


def _chain(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list | tuple) or not all(isinstance(link, str) for link in value):
        message = "'source_chain' is not a list of names"
        raise TypeError(message)
    return tuple(value)


def _kind(words: str) -> str:
    if words and words not in KINDS:
        message = f"'sentence_kind' is '{words}', not one of {', '.join(KINDS)}"
        raise ValueError(message)
    return KINDS.get(words, "")


def _quantity(value: object) -> Quantity | None:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        message = "'figure' is neither a record nor null"
        raise TypeError(message)
    best = value.get("value", value.get("best"))
    return Quantity(
        value=best.strip() if isinstance(best, str) else _number(value, best),
        low=_number(value, value.get("low")),
        high=_number(value, value.get("high")),
        unit=_words(value, "unit"),
        of_what=_words(value, "of_what"),
        approx=_words(value, "approx") or "exact",
        words=_words(value, "words"),
    )


def _number(figure: Mapping[str, object], value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        message = f"a number of the figure is not a number: {dict(figure)!r:.80}"
        raise TypeError(message)
    return float(value)
