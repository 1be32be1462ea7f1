"""Where actors stand on a question over time, and when that moved."""

from watchword.relate.positions.hearing import Utterance, hear
from watchword.relate.positions.lines import find_lines
from watchword.relate.positions.suggesting import suggest_questions

__all__ = ["Utterance", "find_lines", "hear", "suggest_questions"]
