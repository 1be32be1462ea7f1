"""Everything that `watchword ledger` measures, by its name."""

from collections.abc import Callable, Mapping

from watchword.cli import (
    measuring,
    measuring_briefs,
    measuring_forecasts,
    measuring_model,
    measuring_moves,
    measuring_reading,
    measuring_stories,
    measuring_wordings,
)
from watchword.cli.measuring import LedgerOrder
from watchword.cli.options import Measured

__all__ = ["MEASUREMENTS", "LedgerOrder"]

MEASUREMENTS: Mapping[Measured, Callable[[LedgerOrder], None]] = {
    Measured.CLAIMS: measuring.measure_claims,
    Measured.MUTATIONS: measuring.measure_mutations,
    Measured.WORDINGS: measuring_wordings.measure_wordings,
    Measured.MODEL: measuring_model.measure_carried_model,
    Measured.READING: measuring_reading.measure_reading,
    Measured.STORIES: measuring_stories.measure_stories,
    Measured.MOVES: measuring_moves.measure_moves,
    Measured.FORECASTS: measuring_forecasts.measure_forecasts,
    Measured.BRIEFS: measuring_briefs.measure_briefs,
}
