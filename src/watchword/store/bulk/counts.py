"""What the rows of many new reports add to the tallies, counted column by column."""

from collections import Counter
from collections.abc import Iterable, Sequence

from watchword.model.report import Report
from watchword.model.tally import TallyKind
from watchword.store.bulk.rows import CLAIM
from watchword.store.dialect_bulk import Row
from watchword.store.tallies import OF_CLAIMS, homes_of

_Named = tuple[str, str, str]
_REPORT = CLAIM.index("report_id")


class Counted:
    """Reports and claims by name, of reports that had not been read before."""

    def __init__(self) -> None:
        self._reports: Counter[_Named] = Counter()
        self._claims: Counter[_Named] = Counter()

    def add_reports(self, found: Iterable[tuple[Report, int]]) -> None:
        """Count reports that were read, each with the number of its claims."""
        for report, claims in found:
            for kind, name in homes_of(report.published.at, report.outlet):
                self._reports[kind.value, name, ""] += 1
                self._claims[kind.value, name, ""] += claims
            for kind in (TallyKind.TRIED, TallyKind.READ):
                self._reports[kind.value, "", ""] += 1

    def add_claims(self, rows: Sequence[Row]) -> None:
        """Count the names that stand in claims."""
        for kind, column, mark in OF_CLAIMS:
            at, beside = CLAIM.index(column), CLAIM.index(mark) if mark else None
            told = [
                ((kind.value, row[at], (row[beside] or "") if beside else ""), row[_REPORT])
                for row in rows
                if row[at] is not None
            ]
            self._claims.update(name for name, _ in told)
            self._reports.update(name for name, _ in set(told))

    def add_mentions(self, rows: Sequence[Row]) -> None:
        """Count who and where reports speak of."""
        told = {
            ((kind, name, _mark(country, place)), report)
            for _, _, report, kind, name, country, place in rows
        }
        self._reports.update(name for name, _ in told)

    def rows(self) -> list[Row]:
        """What changes, as rows of the table, in the order of their keys."""
        names = sorted(self._reports.keys() | self._claims.keys())
        counts = ((each, self._reports[each], self._claims[each]) for each in names)
        return [
            (kind, name, mark, name.casefold(), reports, claims)
            for (kind, name, mark), reports, claims in counts
            if reports or claims
        ]


def _mark(country: str | None, place: int | None) -> str:
    return country or "" if place is None else f"{country or ''}:{place}"
