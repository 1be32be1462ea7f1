"""One claim as people put it right, field by field.

Invariant: spans and words are the report's own, whatever is corrected: a name that the report does
not have is told with no words for it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from watchword.errors import SettingsError
from watchword.extract.correcting.chains import corrected_chain
from watchword.extract.correcting.details import (
    corrected_figures,
    corrected_place,
    corrected_time,
)
from watchword.extract.correcting.values import value_of
from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.correction import ClaimField, Correction
from watchword.model.event import EventType
from watchword.model.read_report import ReadReport

NO, YES = "no", "yes"


def correct(claim: Claim, corrections: Sequence[Correction], read: ReadReport) -> Claim:
    """A claim with what people put right in it.

    Args:
        claim: as the machine found it.
        corrections: one a field at most; what the field was is filled in here.
        read: the report, and what else was found in it.

    Returns:
        The claim under its own key, so that what was decided about it stays on it.

    Raises:
        SettingsError: if a field cannot have the value.
    """
    found = claim
    noted: list[Correction] = []
    for each in sorted(corrections, key=lambda one: tuple(ClaimField).index(one.field)):
        found = _CHANGES[each.field](found, each.value.strip(), read)
        noted.append(replace(each, was=value_of(claim, each.field)))
    return replace(found, corrected=tuple(noted))


def is_struck(corrections: Sequence[Correction]) -> bool:
    """Whether a person says that it is no claim."""
    return any(each.field is ClaimField.CLAIM and each.value == NO for each in corrections)


def _whether(claim: Claim, value: str, _read: ReadReport) -> Claim:
    if value not in {NO, YES}:
        raise _unusable(ClaimField.CLAIM, value, "say no, or yes")
    return claim


def _source(claim: Claim, value: str, read: ReadReport) -> Claim:
    return replace(claim, attribution=corrected_chain(claim, value, read))


def _modality(claim: Claim, value: str, _read: ReadReport) -> Claim:
    if value not in set(Modality):
        raise _unusable(ClaimField.MODALITY, value, f"one of {', '.join(Modality)}")
    return replace(claim, modality=Modality(value))


def _polarity(claim: Claim, value: str, _read: ReadReport) -> Claim:
    if value not in set(Polarity):
        raise _unusable(ClaimField.POLARITY, value, f"one of {', '.join(Polarity)}")
    return replace(claim, polarity=Polarity(value))


def _actor(claim: Claim, value: str, _read: ReadReport) -> Claim:
    return replace(claim, actor=value or None)


def _recipient(claim: Claim, value: str, _read: ReadReport) -> Claim:
    return replace(claim, recipient=value or None)


def _action(claim: Claim, value: str, _read: ReadReport) -> Claim:
    if not value:
        raise _unusable(ClaimField.ACTION, value, "say what is done, as send troops")
    return replace(claim, action=value)


def _event(claim: Claim, value: str, _read: ReadReport) -> Claim:
    if value and value.upper() not in set(EventType):
        raise _unusable(ClaimField.EVENT, value, f"one of {', '.join(EventType)}, or nothing")
    return replace(claim, event=value.upper() or None)


def _figure(claim: Claim, value: str, read: ReadReport) -> Claim:
    return replace(claim, figures=corrected_figures(claim, value, read.report))


def _place(claim: Claim, value: str, read: ReadReport) -> Claim:
    return replace(claim, place=corrected_place(claim, value, read.report))


def _time(claim: Claim, value: str, read: ReadReport) -> Claim:
    return replace(claim, time=corrected_time(claim, value, read.report))


def _unusable(field: ClaimField, value: str, mend: str) -> SettingsError:
    return SettingsError(f"a claim's {field.value} cannot be '{value}'", key=field, mend=mend)


_CHANGES: Mapping[ClaimField, Callable[[Claim, str, ReadReport], Claim]] = {
    ClaimField.CLAIM: _whether,
    ClaimField.SOURCE: _source,
    ClaimField.MODALITY: _modality,
    ClaimField.POLARITY: _polarity,
    ClaimField.ACTOR: _actor,
    ClaimField.ACTION: _action,
    ClaimField.RECIPIENT: _recipient,
    ClaimField.EVENT: _event,
    ClaimField.FIGURE: _figure,
    ClaimField.PLACE: _place,
    ClaimField.TIME: _time,
}
