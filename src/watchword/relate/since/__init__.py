"""What changed between two instants, the most important first, each with its reasons.

`claims.py` weighs what is told, `credits.py` finds what became more credible and what was
corrected, `names.py` finds who and where is new, and what went quiet.
"""

from watchword.relate.since.changes import changes_since

__all__ = ["changes_since"]
