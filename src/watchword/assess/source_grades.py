"""How reliable a source is, A to F, from a record that is shown; a person's grade comes first.

The record's grade is read off a table. "Right" is the share of its settled claims that were
confirmed; the others were contradicted, corrected or withdrawn.

===== ============================= ==============
grade right                         settled claims
===== ============================= ==============
A     19 in 20 or more              20 or more
B     17 in 20 or more              10 or more
C     14 in 20 or more              10 or more
D     10 in 20 or more              10 or more
E     fewer                         10 or more
F     not looked at                 fewer than 10
===== ============================= ==============

Source: the letters are those of NATO's AJP-2.1, which gives no numbers; the shares are this
project's, chosen so that a person can check a grade by counting. No trial chose them: there is no
set of sources with true grades.
"""

from fractions import Fraction

from watchword.model.source import Reliability
from watchword.model.source_record import Outcome, SourceGrade, SourceRecord

MADE_BY = "source grades 1"
"""Name and version of what grades here; raised where grades change."""

LEAST_SETTLED = 10
"""Settled claims below which a record earns no grade."""

SETTLED_FOR_A = 20
"""Settled claims below which a record earns no A."""

_LADDER = (
    (Reliability.A, Fraction(19, 20), SETTLED_FOR_A),
    (Reliability.B, Fraction(17, 20), LEAST_SETTLED),
    (Reliability.C, Fraction(14, 20), LEAST_SETTLED),
    (Reliability.D, Fraction(10, 20), LEAST_SETTLED),
    (Reliability.E, Fraction(0), LEAST_SETTLED),
)


def grade_source(record: SourceRecord, given: Reliability | None = None) -> SourceGrade:
    """Grade a source by its record, under a person's grade where there is one.

    Args:
        record: what became of its claims.
        given: a person's grade, None where nobody gave one.
    """
    earned = earned_grade(record)
    return SourceGrade(
        record=record,
        reliability=given or earned,
        given=given,
        earned=earned,
        basis=_basis(record, given, earned),
        made_by=MADE_BY,
    )


def earned_grade(record: SourceRecord) -> Reliability:
    """The grade that a record earns by the table above."""
    settled = len(record.settled)
    right = Fraction(record.count(Outcome.CONFIRMED), settled) if settled else Fraction(0)
    fitting = (letter for letter, share, least in _LADDER if right >= share and settled >= least)
    return next(fitting, Reliability.F)


def record_words(record: SourceRecord) -> str:
    """A record in words: "12 confirmed, 1 contradicted"; "nothing settled" where nothing is."""
    counts = ((record.count(outcome), outcome.value) for outcome in Outcome)
    return ", ".join(f"{count} {name}" for count, name in counts if count) or "nothing settled"


def _basis(record: SourceRecord, given: Reliability | None, earned: Reliability) -> str:
    words = f"its record: {record_words(record)}"
    if earned is Reliability.F:
        words = f"{words}; {LEAST_SETTLED} settled claims are needed for a grade"
    if given is None:
        return f"from {words}"
    told = f" ({earned.value} by it)" if earned is not Reliability.F else ""
    return f"a person's grade; {words}{told}"
