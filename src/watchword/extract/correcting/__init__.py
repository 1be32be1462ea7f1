"""Claims as people put them right: the report's words stay, what they are held to mean changes."""

from watchword.extract.correcting.claims import correct, is_struck
from watchword.extract.correcting.reports import correct_report
from watchword.extract.correcting.values import value_of

__all__ = ["correct", "correct_report", "is_struck", "value_of"]
