"""Which work is behind each ledger."""

from collections.abc import Callable

from watchword.cli import (
    measuring,
    measuring_briefs,
    measuring_forecasts,
    measuring_model,
    measuring_moves,
    measuring_reading,
    measuring_stories,
    measuring_summaries,
    measuring_wordings,
)
from watchword.cli.measuring import LedgerOrder
from watchword.cli.options import Measured


def ledger_of(measured: Measured) -> Callable[[LedgerOrder], None]:
    """What measures it."""
    return {
        Measured.CLAIMS: measuring.measure_claims,
        Measured.MUTATIONS: measuring.measure_mutations,
        Measured.WORDINGS: measuring_wordings.measure_wordings,
        Measured.MODEL: measuring_model.measure_carried_model,
        Measured.READING: measuring_reading.measure_reading,
        Measured.STORIES: measuring_stories.measure_stories,
        Measured.FORECASTS: measuring_forecasts.measure_forecasts,
        Measured.BRIEFS: measuring_briefs.measure_briefs,
        Measured.MOVES: measuring_moves.measure_moves,
        Measured.SUMMARIES: measuring_summaries.measure_summaries,
        Measured.TIMELINES: measuring_summaries.measure_timelines,
    }[measured]
