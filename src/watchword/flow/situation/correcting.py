"""What people put right in claims, carried into the record: a reading beside the machine's.

Invariant: a claim keeps what people put right in it when a later version reads its report again, as
long as that finds a claim in the same words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from watchword.errors import RefusedError, SettingsError
from watchword.extract.correcting import correct_report
from watchword.model.correction import ClaimField, Correction
from watchword.model.decision import Decision, DecisionKind
from watchword.model.read_report import ReadReport
from watchword.model.toponym import LocatedToponym, Toponym
from watchword.resolve.locations import locate_toponyms
from watchword.store import View, Writing
from watchword.store.amending import (
    add_amended,
    amended_among,
    claims_in,
    homes_of,
    read_by_machine,
)
from watchword.store.decisions import each_standing_decision

_SIGN = "="


def check_correction(view: View, claim: str, value: str | None) -> None:
    """See that a correction is of a claim that is there, and says what it can be.

    Args:
        view: the record.
        claim: key of the claim.
        value: "field=value".

    Raises:
        RefusedError: if there is no such claim.
        SettingsError: if the field is none, or cannot have the value.
    """
    asked = parse_correction(value)
    home = homes_of(view, [claim]).get(claim)
    found = read_by_machine(view, home.report) if home else None
    if home is None or found is None:
        raise RefusedError("there is no such claim", key=claim)
    _, read = found
    meant = _meant(read, claim, (home.start, home.end))
    if meant is None:
        raise RefusedError("nothing is claimed in these words any more", key=claim)
    field, wanted = asked
    given = Correction(decision="", field=field, value=wanted, by="", at=view.as_of)
    correct_report(read, {meant: (given,)})


def parse_correction(value: str | None) -> tuple[ClaimField, str]:
    """The field and its value, of "field=value".

    Raises:
        SettingsError: if there is no such field.
    """
    name, sign, wanted = (value or "").partition(_SIGN)
    if not sign or name.strip() not in set(ClaimField):
        raise SettingsError(
            f"'{value}' names no field of a claim",
            key="correct",
            mend=f"write field=value, with one of {', '.join(ClaimField)}",
        )
    return ClaimField(name.strip()), wanted.strip()


def amend(writing: Writing, claim: str, name: str) -> None:
    """Add a reading of a claim's report as what people decided makes it.

    Args:
        writing: the transaction, in which the decision stands already.
        claim: key of the claim.
        name: what tells this reading from others of the report, the decision's key.
    """
    view = View(connection=writing.connection, as_of=writing.at)
    home = homes_of(view, [claim]).get(claim)
    if home is not None:
        _amend(writing, view, home.report, name)


def amend_anew(writing: Writing, reports: Sequence[str]) -> None:
    """Put right again what people had put right in reports that were just read again."""
    view = View(connection=writing.connection, as_of=writing.at)
    for report in amended_among(view, reports):
        _amend(writing, view, report, f"anew {writing.at.isoformat()}")


def corrections_in(view: View, read: ReadReport) -> dict[str, tuple[Correction, ...]]:
    """What people put right in a report's claims and still holds, by the claims' keys there."""
    standing = [each for each in each_standing_decision(view) if _is_correction(each)]
    if not standing:
        return {}
    homes = claims_in(view, read.report.key)
    found: dict[str, dict[ClaimField, Correction]] = {}
    for each in standing:
        claim = _meant(read, each.subject, homes.get(each.subject))
        if claim is not None:
            made = correction_of(each)
            found.setdefault(claim, {})[made.field] = made
    return {claim: tuple(some.values()) for claim, some in found.items()}


def correction_of(decision: Decision) -> Correction:
    """The correction that a decision makes."""
    field, value = parse_correction(decision.value)
    return Correction(
        decision=decision.key,
        field=field,
        value=value,
        by=decision.by,
        at=decision.at,
        why=decision.why,
    )


def _amend(writing: Writing, view: View, report: str, name: str) -> None:
    found = read_by_machine(view, report)
    if found is None:
        return
    number, read = found
    made = correct_report(read, corrections_in(view, read))
    add_amended(writing, _located(made), number, name)


def _is_correction(decision: Decision) -> bool:
    return decision.kind is DecisionKind.CORRECT


def _meant(read: ReadReport, key: str, place: tuple[int, int] | None) -> str | None:
    """The claim of a reading that a decision means: by its key, else by the words it stands in."""
    claims = read.extraction.claims
    if any(claim.key == key for claim in claims):
        return key
    there = (each.key for each in claims if (each.content.start, each.content.end) == place)
    return next(there, None)


def _located(read: ReadReport) -> ReadReport:
    """A report with where the places lie that people named in its claims."""
    there = {(each.toponym.start, each.toponym.end) for each in read.toponyms}
    added = tuple(_each_located(read, there))
    return replace(read, toponyms=(*read.toponyms, *added)) if added else read


def _each_located(read: ReadReport, there: Iterable[tuple[int, int]]) -> Iterator[LocatedToponym]:
    for claim in read.extraction.claims:
        named = any(each.field is ClaimField.PLACE for each in claim.corrected)
        if claim.place is None or not named:
            continue
        start, end = claim.place.start, claim.place.end
        if start < end and any(start <= first and last <= end for first, last in there):
            continue
        name = claim.place.name
        (found,) = locate_toponyms(name, [Toponym(start=0, end=len(name), words=name)])
        words = read.report.text[start:end]
        yield replace(found, toponym=Toponym(start=start, end=end, words=words))
