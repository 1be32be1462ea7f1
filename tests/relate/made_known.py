"""What is known, made of the claims and reports of the factory."""

from collections.abc import Iterable, Sequence

from tests.relate.claims import on, shelf

from watchword.model.claim import Claim
from watchword.model.implication import Implication
from watchword.model.known import Known
from watchword.model.report import Report
from watchword.model.source import Reliability


def known(
    claims: Iterable[Claim],
    reports: Sequence[Report],
    implications: tuple[Implication, ...] = (),
    grades: dict[str, Reliability] | None = None,
) -> Known:
    """What is known at the end of 2024."""
    by_key, origins = shelf(*reports)
    return Known(
        as_of=on(31, 12),
        reports=by_key,
        claims={claim.key: claim for claim in claims},
        events=(),
        positions=(),
        implications=implications,
        origins=tuple(origins),
        grades=grades or {},
    )
