"""The set that scores of forecasts are measured on."""

from watchword.ledger.corpora.forecasts import FILE
from watchword.ledger.held_out import HeldOut

QUESTIONS = HeldOut(
    name="geopolitical questions",
    files=(FILE,),
    origin="questions on geopolitics with a frozen crowd probability, CC BY-SA 4.0",
)
