"""Every source with its grade: from a person, else from its record, with what that stands on."""

from collections import Counter
from collections.abc import Mapping

from watchword.assess.source_grades import LEAST_SETTLED, grade_source
from watchword.errors import RefusedError
from watchword.flow.weighing import bench_of
from watchword.model.attribution import LinkKind
from watchword.model.known import Known
from watchword.model.source import Reliability
from watchword.model.source_record import SourceGrade, SourceRecord
from watchword.relate.settlements import find_source_records
from watchword.resolve.people import canonical_names

_TOLD = 5


def grades_of(known: Known) -> tuple[SourceGrade, ...]:
    """The grade of every source, those with most settled claims first.

    A source that a person has graded is listed, too, where no claim of it is known.
    """
    names = _spellings(known)
    given = {names.get(name, name): letter for name, letter in known.grades.items()}
    records = find_source_records(known, names, bench_of(known))
    told = {record.name for record in records}
    unheard = (
        SourceRecord(name=name, settled=(), claims=(), things=0)
        for name in sorted(given)
        if name not in told
    )
    return tuple(grade_source(each, given.get(each.name)) for each in (*records, *unheard))


def earned_outlet_grades(known: Known) -> Mapping[str, SourceGrade]:
    """By name the outlets whose record earns them a grade, and that nobody has graded.

    Where no outlet has told enough to earn one, nothing is weighed.
    """
    told = Counter(known.reports[claim.report].outlet for claim in known.claims.values())
    if max(told.values(), default=0) < LEAST_SETTLED:
        return {}
    return {
        each.record.name: each
        for each in grades_of(known)
        if each.record.name in told
        if each.given is None and each.earned is not Reliability.F
    }


def find_source(grades: tuple[SourceGrade, ...], name: str) -> SourceGrade:
    """The source of this name, or the one whose name has these words in it.

    Raises:
        RefusedError: if there is none, or there are several.
    """
    wanted = name.casefold()
    exact = [each for each in grades if each.record.name.casefold() == wanted]
    found = exact or [each for each in grades if wanted in each.record.name.casefold()]
    if len(found) == 1:
        return found[0]
    if not found:
        raise RefusedError("there is no such source", key=name, mend="see `watchword sources`")
    names = ", ".join(each.record.name for each in found[:_TOLD])
    raise RefusedError("several sources are called so", key=name, mend=f"name one: {names}")


def _spellings(known: Known) -> Mapping[str, str]:
    """The name to use for each spelling of a person; other sources bear one name already."""
    return canonical_names(
        link.name
        for claim in known.claims.values()
        for link in claim.attribution.links
        if link.kind is LinkKind.PERSON
    )
